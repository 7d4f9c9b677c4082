"""Writes Bangla in Latin letters the ways people in Bangladesh type it; only for making training copies."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.normalising import normalise
from bot.language.typed import TYPED

_VIRAMA = "্"
_CONSONANTS = {
    "ক": "k", "খ": "kh", "গ": "g", "ঘ": "gh", "ঙ": "ng", "চ": "ch", "ছ": "ch", "জ": "j", "ঝ": "jh", "ঞ": "n",
    "ট": "t", "ঠ": "th", "ড": "d", "ঢ": "dh", "ণ": "n", "ত": "t", "থ": "th", "দ": "d", "ধ": "dh", "ন": "n",
    "প": "p", "ফ": "f", "ব": "b", "ভ": "bh", "ম": "m", "য": "j", "র": "r", "ল": "l", "শ": "sh", "ষ": "sh",
    "স": "s", "হ": "h", "ৎ": "t", "ৱ": "w",
}  # fmt: skip
_VOWELS = {
    "অ": "o", "আ": "a", "ই": "i", "ঈ": "i", "উ": "u", "ঊ": "u", "ঋ": "ri", "এ": "e", "ঐ": "oi", "ও": "o", "ঔ": "ou",
}  # fmt: skip
_SIGNS = {
    "া": "a", "ি": "i", "ী": "i", "ু": "u", "ূ": "u", "ৃ": "ri", "ে": "e", "ৈ": "oi", "ো": "o", "ৌ": "ou",
}  # fmt: skip
_NASALS = {"ং": "ng", "ঃ": "", "ঁ": ""}
_SPOKEN_FINALS = ("ত", "ব", "ল", "ছ", "হ")  # কত, যাব, ছিল, আছ, বিবাহ keep their vowel; most others lose it


@dataclass(frozen=True, slots=True)
class _Hand:
    """How one person types: which spelling of a word, and which letters for which."""

    choice: int
    letters: tuple[tuple[str, str], ...] = ()
    drops_vowels: bool = False


_HANDS = (
    _Hand(0),
    _Hand(1, (("bh", "v"), ("ch", "c"), ("sh", "s"))),
    _Hand(2, (("ch", "s"), ("j", "z"), ("kh", "k"), ("w", "o"))),
    _Hand(3, (("sh", "s"), ("bh", "v"), ("th", "t"), ("f", "ph")), drops_vowels=True),
)


def romanise(text: str) -> tuple[str, ...]:
    """Return several Banglish spellings of `text`, the likeliest first, always the same ones; Latin words stay."""
    words = normalise(text).split()
    lines = [" ".join([_typed(word, hand) for word in words]) for hand in _HANDS]
    return tuple(dict.fromkeys(line for line in lines if line))


def _typed(word: str, hand: _Hand) -> str:
    if word.isascii():
        return word
    known = TYPED.get(word)
    if known:
        return known[hand.choice % len(known)]
    latin = _letters(word)
    for usual, own in hand.letters:
        latin = latin.replace(usual, own)
    return _without_inner_o(latin) if hand.drops_vowels else latin


def _letters(word: str) -> str:
    """Spell one Bangla word letter by letter, with the inherent vowels that are spoken."""
    for written, spoken in (
        ("য\u09bc", "Y"),
        ("ড\u09bc", "R"),
        ("ঢ\u09bc", "R"),
        ("ক্ষ", "K"),
        ("জ্ঞ", "G"),
        ("্য", ""),
    ):
        word = word.replace(written, spoken)
    own = {**_CONSONANTS, "Y": "y", "R": "r", "K": "kkh", "G": "gg"}
    spelt: list[str] = []
    for at, char in enumerate(word):
        following = word[at + 1 : at + 2]
        if char in own:
            previous = word[at - 1 : at]
            silent = char == "ব" and previous == _VIRAMA and word[at - 2 : at - 1] in "সশদধতজন"
            spelt.append("" if silent else own[char])
            if _speaks_inherent(word, at, following, own):
                spelt.append("o")
        elif char in _VOWELS:
            spelt.append("w" if char == "ও" and following == "Y" else _VOWELS[char])
        else:
            spelt.append(_SIGNS.get(char, _NASALS.get(char, "" if char == _VIRAMA else char)))
    return "".join(spelt)


def _speaks_inherent(word: str, at: int, following: str, own: dict[str, str]) -> bool:
    """Does the consonant at `at` carry the unwritten vowel?"""
    if following == _VIRAMA or following in _SIGNS:
        return False
    conjunct = word[at - 1 : at] == _VIRAMA
    if not following:
        return conjunct or (word[at] in _SPOKEN_FINALS and len(word) < 4 and at > 0)
    if following in _NASALS or following in _VOWELS:
        return True
    spoken_before = at > 0 and not conjunct and word[at - 1] != _VIRAMA
    return not (spoken_before and following in own and word[at + 2 : at + 3] in _SIGNS and following != "Y")


def _without_inner_o(word: str) -> str:
    """Leave out the o between consonants, as in a hurried kto for koto."""
    return "".join(
        char
        for at, char in enumerate(word)
        if not (
            char == "o"
            and 0 < at < len(word) - 1
            and word[at - 1] not in "aeiou"
            and word[at + 1] not in "aeiouh"
        )
    )
