"""In which country the relative is of whom somebody writes, so that nobody has to say it twice.

Kept in memory: not on a disk, and not in Rasa. That remembers one country, the last that was named: what it
says is not taken for where the writer is when it is where the relative is.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.cards import CardReference
from bot.cards.reference import FAMILY
from bot.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Relative:
    """Whom the last card for a family was about: names (bot/language/kin.py), situation and country.

    `writer`: where the one who writes is, if that was told beside it.
    """

    names: frozenset[str]
    situation: str
    country: str | None
    over: bool = False  # another subject since; Rasa may still hold the country
    writer: str | None = None
    mentioned: bool = False  # no card was about them: only who names them again goes on about them


class Relatives:
    """Of each person the relative they write about."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._kept = Remembered[Relative](clock)

    def of(self, sender: str, names: frozenset[str] = frozenset()) -> Relative | None:
        """The relative that a message about `names`, or about nobody by name, goes on with."""
        known = self._kept.of(sender)
        if known is None or known.over or (names and known.names and not names & known.names):
            return None
        if known.mentioned and not names & known.names:
            return None
        return known

    def placed(
        self, sender: str, reference: CardReference, names: frozenset[str], writer: str | None = None
    ) -> CardReference:
        """A card for a family with the country told before; from now on it is the one that is remembered."""
        before = self.of(sender, names)
        if before and reference.country is None:
            reference = replace(reference, country=before.country)
        kept = (before.names if before else frozenset()) | names
        writer = writer or (before.writer if before else None)
        self._kept.keep(sender, Relative(kept, reference.card, reference.country, writer=writer))
        return reference

    def about_writer(self, sender: str, reference: CardReference) -> CardReference:
        """What a button of the relative's card shows of the one who writes: where they are themselves."""
        known = self._kept.of(sender)
        if not known or not known.writer or reference.who or reference.country != known.country:
            return reference
        return replace(reference, country=known.writer)

    def shown(self, sender: str, reference: CardReference) -> None:
        """A button was tapped: it may have told where the relative is.

        Only while they write about one: "somebody else" on a card of their own carries their own country.
        """
        if reference.who == FAMILY and self.of(sender):
            self.placed(sender, reference, frozenset())

    def mention(self, sender: str, names: frozenset[str], country: str) -> None:
        """It is told in passing in which country a relative is: Rasa may take it for where the writer is."""
        if names and not self.of(sender, names):
            self._kept.keep(sender, Relative(names, "", country, mentioned=True))

    def over(self, sender: str) -> None:
        """They speak of something else; where the relative is says nothing about it."""
        if known := self._kept.of(sender):
            self._kept.keep(sender, replace(known, over=True))

    def not_theirs(self, sender: str, reference: CardReference) -> CardReference:
        """A card for the person who writes, without the country if it is only where the relative is."""
        known = self._kept.of(sender)
        mixed = known and known.country and reference.country == known.country
        return replace(reference, country=None) if mixed else reference

    def forget(self, sender: str) -> None:
        """Nothing of it is known any more."""
        self._kept.forget(sender)
