"""Whose country it is that a message names: "I live in Qatar, my brother is held in Libya" has two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.countries import CountryMention
from bot.language.endings import PARTICLES
from bot.language.kin import KIN_BN, KIN_EN, NOT_CALLED, OBJECT, OWNER, THE, kin
from bot.language.oneself import ME_EN, MY_BN, SELF, THIRD, is_oneself
from bot.language.questions import TELLING
from bot.language.wordlists import word_set

_WORD = re.compile(r"\S+")
_MY_EN = word_set("my our his her")
_MY = MY_BN | _MY_EN
_I = SELF | word_set("i im ive we")
_NEAR = 2  # words from "my" to the relative: "my younger brother"
DOERS = word_set("""
    মালিক মালিকে মালিকরা মালিকিন মালিকের মালকিন ম্যাডাম মেডাম কফিল কফিলে বস বসে কোম্পানি কোম্পানির
    সুপারভাইজার ফোরম্যান দালাল দালালে দালালরা পুলিশ পুলিশে মাফিয়া মাফিয়ারা ওরা তারা এজেন্সি এজেন্ট
    আরবি malik malike malikra malikin maliker malkin mlik madam madame medam mam kofil kofile kafil
    kafeel boss bos bose employer employers owner owners company supervisor foreman dalal dalale dalalra
    police polise mafia mafiara ora tara agency agent sponsor they people somebody someone man arbi
""")
_DONE = 3  # words from who does it to whom it is done: "they locked my sister"
# Beside TELLING all that is said of somebody who is only somewhere.
_ONLY_THERE = word_set("""
    thake thaken taki ache ase asen achen aci kore koren korche korse kori korchi korsi kortesi kortechi
    থাকে থাকেন আছে আছেন করে করেন করছে করি করছি করতেছি করতেছে lives works stays living staying living
    bolchi bolsi bolci boltesi boltechi likhchi likhsi বলছি বলতেছি লিখছি write writing calling call
    abroad bidesh bideshe বিদেশে job chakri চাকরি and but ar r আর এবং kintu কিন্তু
""")


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of one person: a relative (`other`) or the one who writes.

    `inside`: the countries that are named there; `rest`: the words that tell more than who and where.
    """

    other: bool
    inside: tuple[CountryMention, ...]
    rest: tuple[str, ...]

    @property
    def where(self) -> str | None:
        """The country they are in."""
        return _in(self.inside)


def parts(text: str, mentions: Sequence[CountryMention]) -> list[Part]:
    """Return the normalised `text` by the persons it names; what stands before them is the first's."""
    places = [(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]
    words = [word for word, _, _ in places]
    named = _persons(words)
    found = []
    for number, (first, other) in enumerate(named):
        begin = first if number else 0
        end = named[number + 1][0] if number + 1 < len(named) else len(words)
        from_, to = places[begin][1], places[end - 1][2]
        inside = [one for one in mentions if from_ <= one.start < to]
        rest = tuple(
            word
            for word, start, after in places[begin:end]
            if not any(one.start < after and start < one.end for one in inside) and not _only_tells(word)
        )
        found.append(Part(other, tuple(inside), rest))
    return found


def country_of(
    text: str, mentions: Sequence[CountryMention], *, other: bool, together: bool = False
) -> str | None:
    """Return the country where the relative is, or (not `other`) the one who writes; of nobody named, theirs.

    `together`: one who is beaten by their husband is where he is.
    """
    told = parts(text, mentions)
    own = [part for part in told if part.other == other and part.where]
    if own:
        return own[0].where
    if not told:
        return _in(mentions)
    # Where somebody else is, if that is all that is said of them, tells nothing about this one.
    return next((part.where for part in told if part.where and (part.rest or together)), None)


def apart(told: Sequence[Part]) -> bool:
    """Are the one who writes and a relative in two countries?"""
    own = {part.where for part in told if part.where and not part.other}
    theirs = {part.where for part in told if part.where and part.other}
    return bool(own and theirs and own != theirs)


def theirs(text: str, mentions: Sequence[CountryMention]) -> list[CountryMention]:
    """Return the countries where only a relative is, if it is told too where the one who writes is."""
    if len(mentions) < 2:  # most messages name no country at all, and to read whose it is takes a while
        return []
    told = parts(text, mentions)
    inside = [one for part in told if part.other for one in part.inside if one.role in ("in", None)]
    return inside if apart(told) else []


def _persons(words: Sequence[str]) -> list[tuple[int, bool]]:
    """Return where in `words` a person is named, and whether it is another than the one who writes."""
    found: list[tuple[int, bool]] = []
    for at, word in enumerate(words):
        if (begins := _relative(words, at)) is not None:
            # "my" of "my brother" may have been taken for "my passport".
            found = [one for one in found if one[0] < begins]
            found.append((_from_doer(words, begins) if words[begins] in _MY_EN else begins, True))
        elif word in THIRD:
            found.append((at, True))
        elif word in _I or is_oneself(words, at):
            found.append((_from_doer(words, at) if word in ME_EN else at, False))
    # One who is named again goes on.
    return [one for number, one in enumerate(found) if not number or found[number - 1][1] != one[1]]


def _from_doer(words: Sequence[str], at: int) -> int:
    """Return where it begins what is done to the person at `at`: in English that is said before."""
    near = range(max(0, at - _DONE), at)
    return next((place for place in near if words[place] in DOERS), at)


def _relative(words: Sequence[str], at: int) -> int | None:
    """Return where the name of a relative begins whose last word stands at `at`."""
    word, after = words[at], words[at + 1 : at + 2]
    if not kin(word, (*OBJECT, *OWNER, *THE)) and word.removesuffix("s") not in KIN_EN:
        return None
    near = range(at - 1, max(-1, at - 1 - _NEAR), -1)
    mine = next((place for place in near if words[place] in _MY), None)
    if mine is not None:
        return mine
    objected = kin(word, OBJECT) not in ("", word) or (word in KIN_BN and bool(after) and after[0] in OBJECT)
    return at if objected or (at == 0 and word in NOT_CALLED) else None


def _only_tells(word: str) -> bool:
    known = TELLING | _ONLY_THERE | PARTICLES | THIRD | _MY | _I
    return word in known or bool(kin(word, (*OBJECT, *OWNER, *THE))) or word.removesuffix("s") in KIN_EN


def _in(mentions: Sequence[CountryMention]) -> str | None:
    """Return where somebody is: not where they come from or want to go."""
    inside = [one for one in mentions if one.role == "in"] or [one for one in mentions if one.role is None]
    return inside[0].iso2 if inside else None
