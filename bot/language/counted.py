"""Tells what the digits of a message are: an age, somebody's telephone, or just a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.language.wordlists import word_set

Kind = Literal["number", "adult", "minor", "telephone"]

_TOKEN = re.compile(r"\+?\d[\d.,/%-]*|[^\s\d.,/%+-]+")
_TELEPHONE_DIGITS = range(9, 16)
_ADULT = 18
_OLDEST = 99
_SURELY_NO_SPAN = 6  # "2 bochor" beside a daughter is more likely how long she has been away

_AGE = word_set("বয়স বয়সী বয়েস বয়সি boyos boyosh bois boish boyesh boyes byos boyosi boyoshi aged")
_AGE_BEFORE = word_set("age umur am im")  # and "age" after a number is আগে: before
_YEARS = tuple(word_set("বছর বৎসর বসর bochor bosor bochhor bocor bosar bochar year yr yrs"))
_OLD = word_set("old yo")
_OF_YEARS = tuple(word_set("বছরের বৎসরের বছরি bochorer bosorer bochhorer bocorer bosrer"))
_KIN = tuple(
    word_set("""
    ছেলে মেয়ে ভাই বোন বাচ্চা পোলা মাইয়া সন্তান কিশোর শিশু chele cele meye meya maiya vai bhai bon baccha
    pola sontan son daughter brother sister boy girl child kid
    """)
)
# What follows a span of time, not an age.
_SPAN = tuple(
    word_set("""
    ধরে ধইরা যাবত আগে পর পরে হল হলো হইছে থাকার জেল সাজা কাজ বেতন চুক্তি dhore dhoira jabot age por pore holo
    hoise hoyeche jel saja kaj beton chukti ago since later contract salary experience
    """)
)
_BETWEEN = word_set("is er এর r র only just mone hoy প্রায় matro মাত্র হবে hobe now ekhon এখন the a to about")


@dataclass(frozen=True, slots=True)
class Counted:
    """Digits of a text, where in it they stand, and what they are."""

    kind: Kind
    start: int
    end: int


def find_counted(text: str) -> list[Counted]:
    """Return what the digits of the normalised `text` are, in order."""
    found = [(token[0], token.start(), token.end()) for token in _TOKEN.finditer(text)]
    words = [word for word, _, _ in found]
    return [
        Counted(_kind(words, place), start, end)
        for place, (word, start, end) in enumerate(found)
        if word.lstrip("+")[0].isdigit()
    ]


def _kind(words: Sequence[str], place: int) -> Kind:
    digits = re.sub(r"\D", "", words[place])
    if len(digits) in _TELEPHONE_DIGITS:
        return "telephone"
    if digits == words[place] and len(digits) <= 2 and _is_age(words, place, int(digits)):
        return "adult" if int(digits) >= _ADULT else "minor"
    return "number"


def _is_age(words: Sequence[str], place: int, value: int) -> bool:
    before = [word for word in words[max(0, place - 4) : place] if word not in _BETWEEN][-2:]
    after = words[place + 1 : place + 4]
    if not 0 < value <= _OLDEST:
        return False
    if _AGE & {*before, *after[:2]} or (before and before[-1] in _AGE_BEFORE and _ends(after)):
        return True
    years = bool(after) and after[0].startswith(_YEARS)
    if years and len(after) > 1 and after[1] in _OLD:
        return True
    kin = any(word.startswith(_KIN) for word in words)
    if years and after[0].startswith(_OF_YEARS):
        return kin or value >= _ADULT or _ends(after[1:])
    if years:
        return not any(word.startswith(_SPAN) for word in after[1:]) and (
            value >= _ADULT or (kin and value >= _SURELY_NO_SPAN)
        )
    # "my son is 20 and wants to go"
    return bool(before) and before[-1].startswith(_KIN) and value >= _SURELY_NO_SPAN and "is" in words[:place]


def _ends(after: Sequence[str]) -> bool:
    return not after or after[0].startswith(_YEARS) or after[0] in ("and", "ar", "আর", "now", "ekhon", "এখন")
