"""Finds sums of money in a message. A sum that may be wrong is left out: no fee is compared with a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Self

from bot.language.amounts import Amount, Reader, tokens_of
from bot.language.counted_parts import multiplied
from bot.language.currencies import ADJECTIVES, BEFORE, CURRENCIES, settle
from bot.language.endings import stems
from bot.language.installments import add_up
from bot.language.numerals import OURS
from bot.language.prices import COUNTED, PAPERS, PRICE, SKIPPED, TIMES, YEAR
from bot.language.purposes import sorted_out
from bot.language.sums import Sum
from bot.language.wordlists import word_set

_MOST = 10**12
_LEAST_BARE = 1000
_LEAST_ALONE = 5000
_YEARS = range(1900, 2101)
_NEAR = 3  # words between a bare number and the word that makes it a price
_BETWEEN = frozenset({"-", "/", "to", "or", "থেকে", "theke", "বা", "ba", "টু", "অথবা", "হতে", "thaika"})
_DOLLARS = {"s": "SGD", "us": "USD", "a": "AUD", "c": "CAD", "b": "BND", "hk": "HKD"}
_GLUED = word_set("র এর টা ta er r e")  # endings written onto a number: ৫০০০এর
_MONEY = re.compile(r"(\d+) ([A-Z]{3})(\+?)")


@dataclass(frozen=True, slots=True)
class Money:
    """A whole sum in one currency (ISO 4217); `part`: it may be only one of several payments."""

    amount: int
    currency: str
    part: bool = False

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}{'+' if self.part else ''}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` wrote; ValueError for anything else."""
        found = _MONEY.fullmatch(text)
        if not found or not found[1].isascii():
            raise ValueError("money is written like 500000 BDT")
        return cls(int(found[1]), found[2], bool(found[3]))


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum of money and where the normalised text says it.

    `earned`: no price, but a wage, or money from a loan or a sale that is told beside a price.
    """

    money: Money
    start: int
    end: int
    earned: bool = False


@dataclass(frozen=True, slots=True)
class _Priced:
    amount: Amount
    currency: str | None  # as said; None: no currency said
    first: int
    after: int


def find_money(text: str) -> list[MoneyMention]:
    """Return the sums in the normalised `text`, in order; "5-6 lakh" is two sums, the lower first.

    Installments are one sum: "2 lakh now, 3 later" asks for five.
    """
    tokens = tokens_of(text)
    search = _Search(text)
    said = [
        Sum(one.money.amount, one.money.currency, one.start, one.end, part=search.unclear)
        for one in search.mentions()
    ]
    if not said:
        return []
    found, monthly = sorted_out(tokens, said)
    found = multiplied(tokens, found, monthly)
    prices = add_up(tokens, [one for one in found if not one.earned])
    return [
        MoneyMention(Money(one.amount, one.currency, one.part), one.start, one.end, one.earned)
        for one in _apart(prices, [one for one in found if one.earned])
    ]


def _apart(prices: list[Sum], others: list[Sum]) -> list[Sum]:
    """All of them in order; a price in parts with a wage between them is told where it ends."""
    free = [
        one for one in others if not any(one.start < price.end and price.start < one.end for price in prices)
    ]
    return sorted([*prices, *free], key=lambda one: one.start)


class _Search:
    def __init__(self, text: str) -> None:
        self._tokens = tokens_of(text)
        self._words = [token.text for token in self._tokens]
        self._reader = Reader(self._tokens)
        self._free = 0  # first token that no sum has used
        self.unclear = False  # whether a sum was left out because it can be read in two ways

    def mentions(self) -> list[MoneyMention]:
        found: list[MoneyMention] = []
        at = 0
        while at < len(self._tokens):
            sums, after = self._at(at)
            for one in sums:
                if mention := self._mention(one):
                    found.append(mention)
            self._free = after if sums else self._free
            at = max(after, at + 1)
        return found

    def _at(self, at: int) -> tuple[list[_Priced], int]:
        """Return the sums that start at token `at` and the token to go on from."""
        amount = None if self._is_part_of_a_code(at) else self._reader.amount(at)
        if amount is None:
            self.unclear = self.unclear or self._reader.is_unclear(at)
            return [], self._after_code(at)
        low = self._priced(amount)
        between = low.after
        neighbours = amount.words and amount.scale == 1 and low.currency is None
        joined = self._words[between : between + 1]
        if joined and joined[0] in _BETWEEN:
            high_amount = self._reader.amount(between + 1)
        elif neighbours:  # দুই তিন লাখ: two to three
            between -= 1
            high_amount = self._reader.amount(low.after)
            if high_amount and not high_amount.words:
                high_amount = None
            elif high_amount and high_amount.count != amount.count + 1:
                return [], high_amount.after
        else:
            high_amount = None
        if high_amount is None:
            return [low], low.after
        high = self._priced(high_amount)
        written = joined and joined[0] in ("-", "/")
        if written and joined[0] == "/" and (int(amount.count), int(high_amount.count)) == (1, 2):
            return [], high.after  # 1/2 lakh: a half, or one to two?
        if amount.scale == 1 and amount.count < high_amount.count:
            scaled = replace(
                amount, value=amount.count * high_amount.scale, scale=high_amount.scale, ours=high_amount.ours
            )
            low = replace(low, amount=scaled)
        elif amount.scale == 1:
            return ([] if written else [high]), high.after
        if low.currency is None and low.amount.value < high.amount.value:
            low = replace(low, currency=high.currency)
        if low.amount.scale == 1 and low.currency is None:
            return [], high.after
        return [low, high], high.after

    def _priced(self, amount: Amount) -> _Priced:
        """Look for a currency right after the amount, then right before it."""
        after = amount.after
        if self._words[after : after + 1] == ["/-"]:
            return _Priced(amount, "BDT", amount.first, after + 1)
        at = after + (self._reader.word(after) in ("টা", "ta"))
        currency = self._currency(self._reader.word(at))
        if currency:
            return _Priced(amount, currency, amount.first, at + 1)
        adjective = next(
            (codes for start, codes in ADJECTIVES.items() if self._reader.word(at).startswith(start)), None
        )
        named = self._currency(self._reader.word(at + 1)) if adjective else None
        if adjective and named:
            return _Priced(amount, adjective.get(named, "unknown"), amount.first, at + 2)
        before = self._reader.word(amount.first - 1)
        if before in BEFORE and amount.first - 1 >= self._free and not (before == "sar" and amount.ours):
            said = (
                _DOLLARS.get(self._reader.word(amount.first - 2), "unknown")
                if self._is_marked(amount)
                else CURRENCIES[before]
            )
            return _Priced(amount, said, amount.first - 1, after)
        return _Priced(amount, None, amount.first, after)

    def _is_marked(self, amount: Amount) -> bool:
        """Do letters stand on the sign, as in S$800?"""
        return self._reader.touches(amount.first - 1) and self._reader.word(amount.first - 2).isalpha()

    def _currency(self, word: str) -> str | None:
        return (
            next((CURRENCIES[stem] for stem, _ in stems(word, 2) if stem in CURRENCIES), None)
            if word
            else None
        )

    def _mention(self, priced: _Priced) -> MoneyMention | None:
        value, said = priced.amount.value, priced.currency
        if said is None and self._is_a_price(priced):
            said = "BDT"
        currency = settle(said, self._words) if said else None
        if currency is None or len(currency) != 3 or value.denominator != 1 or not 0 < value < _MOST:
            return None
        start, end = self._tokens[priced.first].start, self._tokens[priced.after - 1].end
        return MoneyMention(Money(int(value), currency), start, end)

    def _is_a_price(self, priced: _Priced) -> bool:
        """May an amount without currency be taken for taka?"""
        amount = priced.amount
        following = [word for word in self._words[priced.after : priced.after + _NEAR] if word not in SKIPPED]
        counted = COUNTED if amount.scale > 1 else COUNTED + TIMES
        if following and following[0].startswith(counted):
            return False
        if amount.ours:
            return amount.value not in _YEARS or not YEAR & set(self._words[priced.after :][:_NEAR])
        if any(word in PAPERS for word in self._around(priced, _NEAR)):
            return False
        alone = len(self._words) == priced.after - priced.first  # the answer to "how much?"
        if amount.scale > 1:  # 500k, 1.2 million
            return alone or any(word.startswith(PRICE) or word in OURS for word in self._words)
        if amount.words or amount.value < _LEAST_BARE or amount.value % 100 or amount.value in _YEARS:
            return False
        reach = _NEAR if amount.value >= 10 * _LEAST_BARE else 1
        if alone and amount.value >= _LEAST_ALONE and amount.value % 500 == 0:
            return True
        return amount.grouped or any(word.startswith(PRICE) for word in self._around(priced, reach))

    def _around(self, priced: _Priced, reach: int) -> list[str]:
        return self._words[max(0, priced.first - reach) : priced.first] + self._words[priced.after :][:reach]

    def _is_part_of_a_code(self, at: int) -> bool:
        """Do letters, a plus or other digits written onto a number make it a passport, phone or date?"""
        if not self._tokens[at].is_number:
            return False
        before = self._reader.word(at - 1)
        if before == "+" or self._reader.word(at + 1) == "%":
            return True
        if self._reader.touches(at) and before.isascii() and before.isalpha() and before not in BEFORE:
            return True
        after = self._reader.word(at + 1)
        if not self._reader.touches(at + 1) or not after[0].isalpha() or self._currency(after):
            return False
        amount = self._reader.amount(at)
        return amount is not None and amount.scale == 1 and amount.after == at + 1 and after not in _GLUED

    def _after_code(self, at: int) -> int:
        """Step over everything that is written onto a number that is not an amount."""
        at += 1
        if self._tokens[at - 1].is_number:
            while self._reader.touches(at) and (self._tokens[at].is_number or self._words[at] in ("-", "/")):
                at += 1
        return at
