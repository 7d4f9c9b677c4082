"""Writes Bangla in Latin letters the ways people in Bangladesh type it; only for making training copies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.normalising import normalise
from bot.language.typed import TYPED

_VIRAMA = "্"
_CONSONANTS = {
    "ক": "k", "খ": "kh", "গ": "g", "ঘ": "gh", "ঙ": "ng", "চ": "ch", "ছ": "ch", "জ": "j", "ঝ": "jh", "ঞ": "n",
    "ট": "t", "ঠ": "th", "ড": "d", "ঢ": "dh", "ণ": "n", "ত": "t", "থ": "th", "দ": "d", "ধ": "dh", "ন": "n",
    "প": "p", "ফ": "f", "ব": "b", "ভ": "bh", "ম": "m", "য": "j", "র": "r", "ল": "l", "শ": "sh", "ষ": "sh",
    "স": "s", "হ": "h", "ৎ": "t", "ৱ": "w", "Y": "y", "R": "r", "K": "kkh", "G": "gg",
}  # fmt: skip
_VOWELS = {
    "অ": "o", "আ": "a", "ই": "i", "ঈ": "i", "উ": "u", "ঊ": "u", "ঋ": "ri", "এ": "e", "ঐ": "oi",
    "ও": "o", "ঔ": "ou",
}  # fmt: skip
_SIGNS = {
    "া": "a", "ি": "i", "ী": "i", "ু": "u", "ূ": "u", "ৃ": "ri", "ে": "e", "ৈ": "oi", "ো": "o", "ৌ": "ou",
}  # fmt: skip
_NASALS = {"ং": "ng", "ঃ": "", "ঁ": ""}

# One Latin capital for what is two letters in memory and one in the mouth.
_ONE_SOUND = (("য\u09bc", "Y"), ("ড\u09bc", "R"), ("ঢ\u09bc", "R"), ("ক্ষ", "K"), ("জ্ঞ", "G"), ("্য", ""))
_INNER_YA = re.compile("(?<=[^্])([ক-হ])্য(?!\u09bc)")  # রাজ্য is said rajjo
_FIRST_YA = re.compile("^([ক-হ])্য(?=[ক-হ])")  # ব্যবসা is said bebsa
_SILENT_B = re.compile("(?<=[সশদধতজন])্ব")

# কত, সব; ছিল, গেল; যাব, দিব, করব: most other words do not speak the vowel after their last letter.
_SPOKEN_FINAL = re.compile("[^ািীুূেোৌ][তবল]|.+[িে]ল|.+[াি]ব|.[রলনখক]ব")
_BORROWED_FINALS = ("র্ট", "র্ড", "ন্ট", "ন্ড", "স্ট", "ল্ট", "ক্ট", "ক্স", "ন্স", "ম্প", "র্স")  # card, not cardo
_INNER_O = re.compile("(?<=[^aeiou])o(?=[^aeiouh])")
_LONG = 5


@dataclass(frozen=True, slots=True)
class _Hand:
    """How one person types: which spelling of a known word, which letters for which sound."""

    choice: int
    letters: tuple[tuple[str, str], ...] = ()
    hurries: bool = False


_HANDS = (
    _Hand(0),
    _Hand(1, (("bh", "v"), ("ch", "c"), ("sh", "s"))),
    _Hand(2, (("ch", "s"), ("j", "z"), ("kh", "k"), ("w", "o"))),
    _Hand(3, (("sh", "s"), ("bh", "v"), ("th", "t"), ("f", "ph")), hurries=True),
)


def romanise(text: str) -> tuple[str, ...]:
    """Return several Banglish spellings of `text`, always the same, the likeliest first; Latin words stay."""
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
    # A hurried hand leaves out the first unwritten vowel: krbo for korbo.
    return _INNER_O.sub("", latin, count=1) if hand.hurries and len(latin) >= _LONG else latin


def _letters(word: str) -> str:
    """Spell one Bangla word letter by letter, with the inherent vowels that are spoken."""
    word = _FIRST_YA.sub(r"\1ে", _INNER_YA.sub(r"\1্\1", word.replace("র্য", "র্জ")))
    for written, spoken in _ONE_SOUND:
        word = word.replace(written, spoken)
    word = _SILENT_B.sub("", word)
    spelt: list[str] = []
    for at, char in enumerate(word):
        following = word[at + 1 : at + 2]
        if char in _CONSONANTS:
            spelt.append(_CONSONANTS[char])
            if _speaks_inherent(word, at, following):
                spelt.append("o")
        elif char in _VOWELS:
            spelt.append("w" if char == "ও" and following == "Y" else _VOWELS[char])
        else:
            spelt.append(_SIGNS.get(char, _NASALS.get(char, "" if char == _VIRAMA else char)))
    return "".join(spelt)


def _speaks_inherent(word: str, at: int, following: str) -> bool:
    """Does the consonant at `at` carry the unwritten vowel?"""
    if following == _VIRAMA or following in _SIGNS:
        return False
    conjunct = word[at - 1 : at] == _VIRAMA
    if not following:
        borrowed = word.endswith(_BORROWED_FINALS)
        return (conjunct and not borrowed) or (at > 0 and bool(_SPOKEN_FINAL.fullmatch(word)))
    if following in _NASALS or following in _VOWELS:
        return True
    closes = following in _CONSONANTS and following != "Y" and word[at + 2 : at + 3] in _SIGNS
    return at == 0 or conjunct or not closes  # দরকার: dorkar, but কখন: kokhon
