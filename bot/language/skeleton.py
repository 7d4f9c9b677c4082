"""The sound of a word, written the same from Bangla script and from Latin letters.

Only for comparing and as features of the model; never shown to anybody and never stored.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.language.loans import LOANS
from bot.language.normalising import normalise

_CONSONANTS = {
    "ক": "k", "খ": "k", "গ": "g", "ঘ": "g", "ঙ": "n", "চ": "c", "ছ": "c", "জ": "j", "ঝ": "j", "ঞ": "n",
    "ট": "t", "ঠ": "t", "ড": "d", "ঢ": "d", "ণ": "n", "ত": "t", "থ": "t", "দ": "d", "ধ": "d", "ন": "n",
    "প": "p", "ফ": "f", "ব": "b", "ভ": "b", "ম": "m", "য": "j", "র": "r", "ল": "l", "শ": "s", "ষ": "s",
    "স": "s", "হ": "h", "ৎ": "t", "ং": "n", "ৱ": "b",
}  # fmt: skip
_VOWELS = {
    "অ": "o", "আ": "a", "ই": "i", "ঈ": "i", "উ": "u", "ঊ": "u", "ঋ": "ri", "এ": "e", "ঐ": "oi",
    "ও": "o", "ঔ": "ou",
    "া": "a", "ি": "i", "ী": "i", "ু": "u", "ূ": "u", "ৃ": "ri", "ে": "e", "ৈ": "oi", "ো": "o", "ৌ": "ou",
}  # fmt: skip
_LETTERS = str.maketrans(_CONSONANTS | _VOWELS | dict.fromkeys("়্ঁঃৗ", ""))

# Longest first. Conjuncts whose second letter is silent or whose sound is not the sum of its letters.
_CONJUNCTS = (
    ("র্য", "rj"),
    ("ঙ্গ", "n"),
    ("ংগ", "n"),
    ("ক্ষ", "kk"),
    ("জ্ঞ", "gg"),
    ("্য", ""),
    ("য\u09bc", ""),
    ("ড\u09bc", "r"),
    ("ঢ\u09bc", "r"),
)
_SILENT_B = re.compile("(?<=[সশষদধতথজনহকখগ])্ব")

_SPELLINGS = (
    ("chh", "c"), ("ch", "c"), ("sh", "s"), ("ph", "f"), ("bh", "b"), ("vh", "b"), ("v", "b"), ("kh", "k"),
    ("gh", "g"), ("th", "t"), ("dh", "d"), ("jh", "j"), ("rh", "r"), ("z", "j"), ("q", "k"), ("x", "ks"),
    ("ng", "n"), ("ck", "k"), ("ee", "i"), ("oo", "u"), ("w", "o"), ("y", ""), ("au", "ou"),
)  # fmt: skip
_HARD_C = re.compile("c(?=[bdfgjklmnpqrstvwxz]|$)")  # contract; but korce, cai, accha
_CLOSED_W = re.compile("(?<=[ao])w(?=[^aeiou]|$)")  # sowdi; but jawar
_REPEATED = re.compile(r"(\D)\1+")
_DROPPED = re.compile(r"(?<=[a-z])o+")  # the vowel that Bangla does not write, and its sign: কত, কতো, kto
_FIRST_E = re.compile(r"^e(?=[^aeou])")  # একটা is typed ekta and akta


def skeleton(text: str) -> str:
    """Return the words of `text` as they sound, spaces kept; the same for both scripts."""
    return " ".join([word_skeleton(word) for word in normalise(text).split(" ")])


def word_skeleton(word: str) -> str:
    """Return the skeleton of one normalised word; a word of neither script stays as it is."""
    return _FIRST_E.sub("a", _DROPPED.sub("", sound(word)))


@lru_cache(maxsize=4096)  # most of what people say are the same few words, and a word alone tells of nobody
def sound(word: str) -> str:
    """Return one normalised word as it sounds, with all vowels that are written."""
    if word.isascii():
        word = _CLOSED_W.sub("u", _HARD_C.sub("k", LOANS.get(word, word)))
    else:
        for conjunct, spoken in _CONJUNCTS:
            word = word.replace(conjunct, spoken)
        word = _SILENT_B.sub("", word).translate(_LETTERS)
    for spelling, spoken in _SPELLINGS:
        word = word.replace(spelling, spoken)
    return _REPEATED.sub(r"\1", word)
