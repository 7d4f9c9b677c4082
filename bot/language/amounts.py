"""Reads how much a text says, in digits or words, before anybody asks of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.language.currencies import CURRENCIES
from bot.language.endings import stems
from bot.language.numerals import ADDED, FRACTIONS, HUNDREDS, OURS, SCALES, TENS, UNITS
from bot.language.prices import COUNTED, PAID_WHEN, PARTS, TIMES
from bot.language.wordlists import word_set

# Written in one: দেড়লাখ, arailakh. Elsewhere letters run on to the end of the word.
_RUN_ON = rf"(?:{'|'.join(sorted(FRACTIONS, key=len)[::-1])})(?=(?:{'|'.join(OURS)}))"
_TOKEN = re.compile(rf"{_RUN_ON}|/-|\d+(?:[.,]\d+)*|[$€£₹¥₩฿৳]|[-+/%]|[^\s\d.,/%+$€£₹¥₩฿৳-]+")
_BEHIND_COMMA = ", "
_PLAIN = re.compile(r"(\d+)(\.\d{1,3})?")
_GROUPED = re.compile(r"(\d{1,2}(?:,\d{2})*,\d{3}|\d{1,3}(?:,\d{3})+)(\.\d{1,2})?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_LONGEST = 9  # digits; a longer row is a telephone or a paper's number
_ORDINAL = word_set("st nd rd th ম য় র্থ")
_HUNDREDS = tuple(HUNDREDS)
_THOUSAND_LETTERS = frozenset({"k"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of the text and where it stands; `apart`: behind a comma."""

    text: str
    start: int
    end: int
    apart: bool = False

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Amount:
    """How much tokens[first:after] say; `scale` is the first scale said (1: none), `count` what it counts."""

    first: int
    after: int
    value: Fraction
    count: Fraction
    scale: int
    ours: bool = False  # said with a word that only our own money is counted in: lakh, hajar, koti
    words: bool = False  # no digit in it
    grouped: bool = False  # written 4,20,000


def tokens_of(text: str) -> list[Token]:
    """Split a normalised text into words, numbers and signs; "5lakh" becomes two."""
    return [
        Token(found[0], found.start(), found.end(), text.startswith(_BEHIND_COMMA, found.start() - 2))
        for found in _TOKEN.finditer(text)
    ]


def scale_of(word: str) -> tuple[int, bool]:
    """Return what a word multiplies by (1: nothing), and whether only Bangla counts so."""
    for stem, _ in stems(word, 2):
        if stem in SCALES:
            return SCALES[stem], stem in OURS
    return 1, False


def read_digits(token: Token) -> Fraction | None:
    """Return the value of a written number, or nothing when it may be a telephone, a date or a code."""
    digits = token.text
    grouped = _GROUPED.fullmatch(digits)
    if grouped:
        return Fraction(digits.replace(",", ""))
    plain = _PLAIN.fullmatch(digits)
    if not plain or len(plain[1]) > _LONGEST or (plain[1][0] == "0" and plain[1] != "0"):
        return None
    return Fraction(digits)


class Reader:
    """Reads amounts from the tokens of one text."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._groups: dict[int, Amount | None] = {}  # each is asked for more than once

    def word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def touches(self, at: int) -> bool:
        """Is token `at` written onto the one before it?"""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def amount(self, first: int) -> Amount | None:
        """Return the longest amount that starts at token `first`; nothing when it can be read in two ways."""
        group = self._group(first)
        if group is None or group.scale == 1:
            return group
        whole, smallest = group, group.scale
        while (more := self._group(whole.after)) and 1 < more.scale < smallest and more.value < smallest:
            if self._is_other_money(whole.after):
                return whole
            whole, smallest = _joined(whole, more), more.scale
        return whole if more is None or more.scale > 1 else self._with_rest(whole, more, smallest)

    def is_unclear(self, first: int) -> bool:
        """Does an amount start at token `first` that can be read in two ways?"""
        group = self._group(first)
        return group is not None and group.scale > 1 and self.amount(first) is None

    def _is_other_money(self, first: int) -> bool:
        """Is it, behind a comma, money of another country: "5 lakh, 2 hajar riyal"?"""
        if not self.tokens[first].apart or not (amount := self.amount(first)):
            return False
        return CURRENCIES.get(self.word(amount.after), "BDT") != "BDT"

    def _with_rest(self, whole: Amount, rest: Amount, smallest: int) -> Amount | None:
        """Read a number without scale after one with it, where it can only be meant in one way."""
        following = self.word(rest.after)
        if following.startswith(COUNTED + TIMES) or rest.value >= 1000:
            return whole  # 5 lakh 2 bochor
        if following.startswith(PARTS) or (rest.value < whole.count and following.startswith(PAID_WHEN)):
            return whole  # 5 lakh 3 kistite; 5 lakh, 2 now 3 later
        if self.word(rest.first) == "at":
            return whole  # 2 lakh at the airport
        if following in _ORDINAL and self.touches(rest.after):
            return whole  # 1 lakh, 2nd 1 lakh
        priced = following in CURRENCIES
        if priced and CURRENCIES[following] != "BDT" and whole.ours and whole.scale > 1000:
            return whole  # 5 lakh 500 dollar: two sums; but "1 hajar 200 riyal" is one
        if smallest == 1000 and (rest.value >= 100 or priced):
            return _joined(whole, rest)  # 5 hajar 500
        # "1 lakh 20" may be one lakh and twenty thousand; "dui hajar sotero" is a year.
        return None

    def _group(self, at: int) -> Amount | None:
        """Return one number with its scale, such as "sare char lakh"."""
        if at not in self._groups:
            self._groups[at] = self._read(at)
        return self._groups[at]

    def _read(self, at: int) -> Amount | None:
        first, added = at, Fraction(0)
        word = self.word(at)
        if word in ADDED:
            added, at = ADDED[word], at + 1
        if not added and word in FRACTIONS:
            value, unit, after = FRACTIONS[word], 1, at + 1
            if word == "half" and self.word(after) == "a":
                after += 1
        elif not added and word in ("a", "an"):
            value, unit, after = Fraction(1), 1, at + 1
        else:
            number = self._number(at)
            if number is None and added and abs(added) < Fraction(1, 2):
                number = Fraction(1), 1, at  # সোয়া লাখ
            if number is None:
                return None
            value, unit, after = number
            after, half = self._and_a_half(after)
            value += half
        scale, ours = self._scale(after)
        if scale == 1 and (added or word in FRACTIONS or word in ("a", "an")) and unit == 1:
            return None
        count = value + added * unit
        after += scale != 1
        digits = any(token.is_number for token in self.tokens[first:after])
        grouped = bool(_INDIAN.match(self.word(first)))
        return Amount(first, after, count * scale, count, scale, ours, not digits, grouped)

    def _number(self, at: int) -> tuple[Fraction, int, int] | None:
        """Read one number: (value, its unit if it was said in hundreds, token after it)."""
        word = self.word(at)
        if not word:
            return None
        if word[0].isdigit():
            value = read_digits(self.tokens[at])
            return None if value is None else self._hundreds(value, at + 1)
        small = _small(word)
        for hundred in HUNDREDS if small is None and word.endswith(_HUNDREDS) else ():
            stem = word.removesuffix(hundred)
            if stem != word and (hundreds := _small(stem)) is not None:
                return self._rest(hundreds * 100, at + 1)
        if small is None:
            return None
        if word in TENS and 0 < UNITS.get(self.word(at + 1), 0) < 10:
            return self._hundreds(small + UNITS[self.word(at + 1)], at + 2)
        return self._hundreds(small, at + 1)

    def _hundreds(self, value: Fraction, after: int) -> tuple[Fraction, int, int]:
        if self.word(after) in HUNDREDS and value < 100:
            return self._rest(value * 100, after + 1)
        return value, 1, after

    def _rest(self, hundreds: Fraction, after: int) -> tuple[Fraction, int, int]:
        """Read what follows the hundreds: "two hundred and fifty"."""
        at = after + (self.word(after) == "and")
        word = self.word(at)
        rest = TENS.get(word, 0)
        if rest and 0 < UNITS.get(self.word(at + 1), 0) < 10:
            return hundreds + rest + UNITS[self.word(at + 1)], 1, at + 2
        rest = rest or UNITS.get(word, 0)
        if rest and scale_of(word)[0] == 1:
            return hundreds + rest, 1, at + 1
        return hundreds, 100, after

    def _and_a_half(self, after: int) -> tuple[int, Fraction]:
        words = [self.word(after), self.word(after + 1), self.word(after + 2)]
        if words == ["and", "a", "half"]:
            return after + 3, Fraction(1, 2)
        if words[:2] == ["and", "half"]:
            return after + 2, Fraction(1, 2)
        return after, Fraction(0)

    def _scale(self, at: int) -> tuple[int, bool]:
        word = self.word(at)
        if word in _THOUSAND_LETTERS and self.touches(at) and self.tokens[at - 1].is_number:
            return 1000, False
        return scale_of(word) if word else (1, False)


def _small(word: str) -> Fraction | None:
    if word in FRACTIONS and word != "half":
        return FRACTIONS[word]
    value = UNITS.get(word, TENS.get(word))
    return None if value is None else Fraction(value)


def _joined(whole: Amount, more: Amount) -> Amount:
    value = whole.value + more.value
    ours, words = whole.ours or more.ours, whole.words and more.words
    return Amount(whole.first, more.after, value, whole.count, whole.scale, ours, words)
