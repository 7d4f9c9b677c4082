"""Figures, dates, countries and hours as one language writes them (CLDR, through Babel)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from bot.cards.card import Block
from bot.cards.hours import is_open
from bot.language.money import Money
from bot.language.scripts import ZEROS
from bot.packs import Packs, Words
from bot.packs.models import Phone

_TAKA = "BDT"
MOST_LANGUAGES = 4  # what a person can take in on a card of numbers


class Speech:
    """One language's words together with its way of writing figures."""

    def __init__(
        self,
        code: str,
        words: Words,
        homes: Mapping[str, str] | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self.code = code
        self.words = words
        self.now = now or _machine_time
        self._homes = homes or {}  # help desk -> the country it sits in
        self.ui = words.ui
        self.locale = Locale.parse(words.language.locale)
        # Babel knows which digits a language uses but writes Latin ones.
        zero = ZEROS.get(str(self.locale.default_numbering_system), ord("0"))
        self._digits = {ord("0") + digit: chr(zero + digit) for digit in range(10)}

    def number(self, value: int) -> str:
        """A figure with the language's own digits, in groups as people there write them."""
        return format_decimal(value, locale=self.locale).translate(self._digits)

    def year(self, value: int) -> str:
        """A year: the language's own digits, no grouping."""
        return str(value).translate(self._digits)

    def steps(self, lines: Sequence[str], first: int = 1) -> Block:
        """A numbered list that begins with the number `first`."""
        marks = tuple(self.number(first + place) for place in range(len(lines)))
        return Block("steps", tuple(lines), marks=marks)

    def date(self, value: date) -> str:
        """A day, written out."""
        return format_date(value, format="long", locale=self.locale).translate(self._digits)

    def money(self, money: Money) -> str:
        """An amount with its currency, taka as people call it."""
        if money.currency == _TAKA:
            return self.ui.taka.format(amount=self.number(money.amount))
        named = format_currency(
            money.amount, money.currency, locale=self.locale, format_type="name", currency_digits=False
        )
        return named.translate(self._digits)

    def country(self, iso2: str) -> str:
        """The country's name as people say it; CLDR's where the packs have none."""
        if iso2 in self.words.destinations:
            return self.words.destinations[iso2].name
        return str(self.locale.territories.get(iso2, iso2))

    def languages(self, codes: list[str]) -> str:
        """The names of languages, separated by commas; of a long list the first few."""
        names = [str(self.locale.languages.get(code, code)) for code in codes]
        return ", ".join(names[:MOST_LANGUAGES]) + (" …" if len(names) > MOST_LANGUAGES else "")

    def hours(self, phone: Phone, desk: str = "") -> str | None:
        """When the number is answered, and whether that is now; None where no source says so."""
        if phone.open == "unknown":
            return None
        if phone.open == "always":
            return self.ui.open_always
        days, hours = phone.open.split(" ")
        from_time, to_time = hours.translate(self._digits).split("-")
        named = "–".join(getattr(self.ui, day) for day in days.split("-"))
        said = self.ui.open_hours.format(days=named, from_time=from_time, to_time=to_time)
        match is_open(phone.open, self._homes.get(desk, ""), self.now()):
            case True:
                return self.ui.open_now.format(hours=said)
            case False:
                return self.ui.closed_now.format(hours=said)
            case None:
                return said


def _machine_time() -> datetime:
    return datetime.now(UTC)


def flag(iso2: str) -> str:
    """The flag of a country: its two letters as regional indicators."""
    return "".join(chr(ord(letter) - ord("A") + 0x1F1E6) for letter in iso2)


def speeches(packs: Packs, now: Callable[[], datetime] | None = None) -> dict[str, Speech]:
    """A Speech for every language of the packs; `now` is another clock than the machine's."""
    homes = {desk: country for country, desks in packs.help_desks.items() for desk in desks}
    return {code: Speech(code, words, homes, now) for code, words in packs.languages.items()}
