"""Installments: "2 lakh now, 3 later" is one price in two parts, and only the whole can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.language.amounts import Token, tokens_of
from bot.language.prices import COUNTED, TIMES
from bot.language.wordlists import word_set

_LATER = word_set("""
    later then after afterwards rest remaining balance more another plus pore পরে por পর বাকি বাকিটা বাকীটা
    baki bakita aro আরও আরো abar আবার শেষে sheshe + গিয়ে giye hole হলে porer পরের
""")
_OR = word_set("or ba বা naki নাকি অথবা othoba nahoy নয়তো kintu কিন্তু but instead")
_OR_ELSE = frozenset({("na", "hole"), ("না", "হলে"), ("না", "হইলে"), ("na", "hoile")})
_NOW = tuple(word_set("now ekhon akhon agrim advance first prothome এখন অগ্রিম প্রথমে age আগে"))
_TOTAL = word_set("mot মোট total totally altogether সর্বমোট sorbomot miliye মিলিয়ে মিলে mile")
_SAID = tuple(
    word_set("""
    said told agreed promised bolsil bolchil bolec boles bolc bols বলছিল বলেছিল বলছে বলেছে koisil
    কইছিল contract chukti চুক্তি kotha কথা
    """)
)
_EARNED = tuple(word_set("salary wage beton বেতন income earn ay আয় মাসে mase monthly loan ঋণ rin lon"))
_AROUND = 2  # words beside a sum that say what it is
_MOST_PARTS = 6
_SMALL = 100  # "3 later": lakhs, as the sum before it


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money and where the text says it."""

    amount: int
    currency: str
    start: int
    end: int


def add_up(text: str, sums: Sequence[Sum]) -> list[Sum]:
    """Return the sums of `text`, its installments as the one price that they make together."""
    found = list(sums)
    tokens = tokens_of(text)
    if not found or not (_LATER | _TOTAL) & {token.text for token in tokens}:
        return found
    parts = sorted([*found, *_shortened(tokens, found)], key=lambda one: one.start)
    if not 2 <= len(parts) <= _MOST_PARTS or len({one.currency for one in parts}) > 1:
        return found
    if total := _total(tokens, parts):
        return [total]
    if any(_is_beside(tokens, one, _EARNED) for one in parts):
        return found
    if not all(_belongs(tokens, one, other) for one, other in pairwise(parts)):
        return found
    whole = sum(one.amount for one in parts)
    return [Sum(whole, parts[0].currency, parts[0].start, parts[-1].end)]


def _shortened(tokens: Sequence[Token], sums: Sequence[Sum]) -> list[Sum]:
    """Return what "3 later" leaves out: lakh, or thousand, as the sum before it says."""
    found = []
    for at, token in enumerate(tokens):
        before = [one for one in sums if one.end <= token.start]
        inside = any(one.start <= token.start < one.end for one in sums)
        if not token.text.isdecimal() or not before or inside or not 0 < int(token.text) < _SMALL:
            continue
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if following.startswith(COUNTED + TIMES) or (following and following[0].isdigit()):
            continue
        preceding = tokens[at - 1].text
        if following in _LATER or preceding in _LATER:
            unit = next((unit for unit in (10**7, 10**5, 1000) if before[-1].amount % unit == 0), 0)
            if unit:
                found.append(Sum(int(token.text) * unit, before[-1].currency, token.start, token.end))
    return found


def _total(tokens: Sequence[Token], parts: Sequence[Sum]) -> Sum | None:
    """Return the part that is all the others together, or is called the total."""
    most = max(parts, key=lambda one: one.amount)
    others = sum(one.amount for one in parts) - most.amount
    if len(parts) > 2 and others == most.amount and not _is_beside(tokens, most, _NOW):
        return most
    named = [one for one in parts if _is_beside(tokens, one, tuple(_TOTAL))]
    return most if named == [most] else None


def _belongs(tokens: Sequence[Token], one: Sum, other: Sum) -> bool:
    """Is `other` asked on top of `one`, and not in its place?"""
    between = [token.text for token in tokens if one.end <= token.start < other.start]
    after = [token.text for token in tokens if token.start >= other.end][:_AROUND]
    if _OR & set(between) or any(pair in _OR_ELSE for pair in pairwise(between)):
        return False
    before = [token.text for token in tokens if token.end <= one.start][-_AROUND:]
    raised = other.amount > one.amount and any(word.startswith(_SAID) for word in (*before, *between))
    return not raised and bool(_LATER & {*between, *after})


def _is_beside(tokens: Sequence[Token], one: Sum, words: tuple[str, ...]) -> bool:
    before = [token.text for token in tokens if token.end <= one.start][-_AROUND:]
    after = [token.text for token in tokens if token.start >= one.end][:1]
    return any(word.startswith(words) for word in (*before, *after))
