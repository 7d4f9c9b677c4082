"""For which urgent situation somebody was last asked where they are: a place or a country answers it."""

from collections.abc import Container

from bot.cards import CardReference
from bot.cards.reference import FAMILY
from bot.remembered import Remembered

_ASK_TOO = frozenset({"help", "somebody_else"})  # for numbers in general, or where a relative is


class AskedWhere:
    """Of each person the situation whose card is waiting for the country."""

    def __init__(self) -> None:
        self._situation = Remembered[str]()

    def of(self, sender: str) -> str | None:
        """The situation; None if no urgent card asks, or another card has asked since."""
        return self._situation.of(sender)

    def shown(
        self, sender: str, reference: CardReference, situations: Container[str], *, elsewhere: bool
    ) -> None:
        """A card was shown; `elsewhere`: it begins another subject."""
        own = reference.card in situations and reference.who != FAMILY
        if own and reference.country is None:
            self._situation.keep(sender, reference.card)
        elif elsewhere or reference.card in situations or reference.card in _ASK_TOO:
            self.forget(sender)

    def forget(self, sender: str) -> None:
        """Nothing of it is known any more."""
        self._situation.forget(sender)
