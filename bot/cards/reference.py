"""Card references: all that Rasa ever sends, and what a button that shows something carries."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from bot.language.money import Money
from bot.packs.answers import FORM

_ID = re.compile(r"[a-z][a-z0-9_]{0,23}")
_ISO2 = re.compile(r"[A-Z]{2}")
_MOST_MONEY = 10**15  # what a button still holds; nobody is asked for more
_MOST_PAGES = 99
_MEANT = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,23}")
MOST_MEANT = 4
FAMILY = "family"  # who speaks: somebody at home, about somebody abroad
PAYER = "payer"  # somebody who has paid already
DOMESTIC = "domestic"  # somebody who asks for a woman domestic worker
WOMAN = "woman"  # somebody who asks for a woman and does not say for which work
_KEYS = {"card", "country", "money", "page", "desk", "who", "meant", "answers", "short"}


class WrongReference(ValueError):
    """Not a card reference; the message says which part is wrong, without a person's words."""


@dataclass(frozen=True, slots=True)
class CardReference:
    """A card's name plus what is known: a country (ISO2), an amount, a page of a long card, a help desk.

    `who` says who speaks, where that matters; `meant` is what may be meant: topics, or countries; `answers`
    are those given so far in a check, a quiz or a checklist (bot/packs/answers.py). `short`: in fewer words.
    """

    card: str
    country: str | None = None
    money: Money | None = None
    page: int = 0
    desk: str | None = None
    who: str | None = None
    meant: tuple[str, ...] = ()
    answers: str | None = None
    short: bool = False

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> "CardReference":
        """Reads what Rasa sent or a button carried; raises WrongReference."""
        unknown = values.keys() - _KEYS
        if unknown:
            raise WrongReference(f"unknown keys: {', '.join(sorted(unknown))}")
        card, country, desk = values.get("card"), values.get("country"), values.get("desk")
        if not is_id(card):
            raise WrongReference("no card is named")
        if country is not None and not (isinstance(country, str) and _ISO2.fullmatch(country)):
            raise WrongReference(f"{card}: a country that is none")
        if desk is not None and not is_id(desk):
            raise WrongReference(f"{card}: a help desk that is none")
        who, meant, answers = values.get("who"), values.get("meant"), values.get("answers")
        if answers is not None and not (isinstance(answers, str) and FORM.fullmatch(answers)):
            raise WrongReference(f"{card}: answers that are none")
        if values.get("short") not in (None, "yes"):
            raise WrongReference(f"{card}: a length that is none")
        if who not in (None, FAMILY, PAYER, DOMESTIC, WOMAN):
            raise WrongReference(f"{card}: a speaker that is none")
        if meant is not None and not isinstance(meant, str):
            raise WrongReference(f"{card}: meanings that are none")
        choices = tuple(meant.split(",")) if meant else ()
        if len(choices) > MOST_MEANT or not all(_MEANT.fullmatch(one) for one in choices):
            raise WrongReference(f"{card}: meanings that are none")
        try:
            money = Money.parse(values["money"]) if values.get("money") else None
            page = int(values.get("page", 0))
        except (TypeError, ValueError, AttributeError, OverflowError) as error:
            raise WrongReference(f"{card}: an amount or page that is none") from error
        if page < 0 or page > _MOST_PAGES or (money and money.amount > _MOST_MONEY):
            raise WrongReference(f"{card}: an amount or page that is none")
        return cls(card, country, money, page, desk, who, choices, answers, "short" in values)

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
        if self.who:
            values["who"] = self.who
        if self.meant:
            values["meant"] = ",".join(self.meant)
        if self.answers:
            values["answers"] = self.answers
        if self.short:
            values["short"] = "yes"
        return values


def is_id(value: Any) -> TypeGuard[str]:
    """Whether `value` has the form of every id in the packs."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None
