"""Which check somebody has begun, and what was just opened for them: so that nobody answers all of it twice.

The buttons hold the answers too.
"""

import time
from collections.abc import Callable, Mapping

from bot.cards import CardReference
from bot.remembered import Remembered


class Begun:
    """Of each person the checks that are half answered, and the opening that stands last in the chat."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._answers = Remembered[Mapping[str, str]](clock)  # check -> all so far
        self._opened = Remembered[CardReference](clock)

    def note(self, sender: str, check: str, answers: str | None, *, half: bool) -> None:
        """The answers of a check now; `half`: some, but not all, so that going on makes sense."""
        known = dict(self._answers.of(sender) or {})
        if half and answers:
            self._answers.keep(sender, known | {check: answers})
        elif known.pop(check, None):
            self._answers.keep(sender, known)

    def answers(self, sender: str, check: str) -> str | None:
        """The answers with which the check can go on."""
        return (self._answers.of(sender) or {}).get(check)

    def open(self, sender: str, reference: CardReference) -> None:
        """The opening of an exercise was shown: the next "yes" means that it shall begin."""
        self._opened.keep(sender, reference)

    def opened(self, sender: str) -> CardReference | None:
        """What was opened just before; asked once, for it answers the next message only."""
        return self._opened.take(sender)

    def forget(self, sender: str) -> None:
        """Nothing of it is known any more."""
        self._answers.forget(sender)
        self._opened.forget(sender)
