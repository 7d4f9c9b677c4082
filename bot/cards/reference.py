"""Card references: all that Rasa ever sends, and what a button that shows something carries."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.language.money import Money


class WrongReference(ValueError):
    """Not a card reference; the message says which part is wrong, without a person's words."""


@dataclass(frozen=True, slots=True)
class CardReference:
    """A card's name plus what is known: a country (ISO2), an amount, a page of a long card, a help desk."""

    card: str
    country: str | None = None
    money: Money | None = None
    page: int = 0
    desk: str | None = None

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> "CardReference":
        """Reads what Rasa sent or a button carried; raises WrongReference."""
        unknown = values.keys() - {"card", "country", "money", "page", "desk"}
        if unknown:
            raise WrongReference(f"unknown keys: {', '.join(sorted(unknown))}")
        card = values.get("card")
        if not isinstance(card, str) or not card.isidentifier():
            raise WrongReference("no card is named")
        try:
            money = Money.parse(values["money"]) if values.get("money") else None
            page = int(values.get("page", 0))
        except (TypeError, ValueError, AttributeError) as error:
            raise WrongReference(f"{card}: an amount or page that is none") from error
        return cls(card, values.get("country"), money, page, values.get("desk"))

    def to_mapping(self) -> dict[str, str]:
        """The same as text values, without what is not set."""
        values = {"card": self.card}
        if self.country:
            values["country"] = self.country
        if self.money:
            values["money"] = str(self.money)
        if self.page:
            values["page"] = str(self.page)
        if self.desk:
            values["desk"] = self.desk
        return values
