"""Which check somebody has begun, and what was just opened for them: so that nobody answers all of it twice.

Kept in memory, under the keyed hash, for an hour, as Rasa keeps its part; the buttons hold the answers too.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.cards import CardReference

REMEMBERED = 3600.0  # seconds
MOST_REMEMBERED = 10_000  # people; the oldest are let go of


@dataclass(slots=True)
class _Begun:
    answers: dict[str, tuple[float, str]] = field(default_factory=dict)  # of each check: when, all so far
    opened: tuple[float, CardReference] | None = None


class Begun:
    """Of each person the checks that are half answered, and the opening that stands last in the chat."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._of: dict[str, _Begun] = {}

    def note(self, sender: str, check: str, answers: str | None, *, half: bool) -> None:
        """The answers of a check now; `half`: some, but not all, so that going on makes sense."""
        if half and answers:
            self._person(sender).answers[check] = (self._clock(), answers)
        elif known := self._of.get(sender):
            known.answers.pop(check, None)

    def answers(self, sender: str, check: str) -> str | None:
        """The answers with which the check can go on."""
        known = self._of.get(sender)
        at, answers = known.answers.get(check, (0.0, None)) if known else (0.0, None)
        return answers if answers and self._clock() - at < REMEMBERED else None

    def open(self, sender: str, reference: CardReference) -> None:
        """The opening of an exercise was shown: the next "yes" means that it shall begin."""
        self._person(sender).opened = (self._clock(), reference)

    def opened(self, sender: str) -> CardReference | None:
        """What was opened just before; asked once, for it answers the next message only."""
        known = self._of.get(sender)
        if known is None or known.opened is None:
            return None
        (at, reference), known.opened = known.opened, None
        return reference if self._clock() - at < REMEMBERED else None

    def forget(self, sender: str) -> None:
        """Nothing of it is known any more."""
        self._of.pop(sender, None)

    def _person(self, sender: str) -> _Begun:
        known = self._of.pop(sender, None) or _Begun()
        self._of[sender] = known
        if len(self._of) > MOST_REMEMBERED:
            del self._of[next(iter(self._of))]
        return known
