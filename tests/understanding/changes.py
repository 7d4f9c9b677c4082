"""The ways in which two people type the same message: always the same change for the same text."""

import random
import re
import unicodedata
from collections.abc import Callable

BANGLA_DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
LATIN_DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
_PRECOMPOSED = {"য\u09bc": "\u09df", "ড\u09bc": "\u09dc", "ঢ\u09bc": "\u09dd"}
_VOWELS = "aeiouািীুূেৈোৌ"
_NEIGHBOURS = dict(
    zip("qwertyuiopasdfghjklzxcvbnm", "wqretyuioposdfghjklxzcvbnn", strict=True)
)  # the key beside
_LONG = 5  # letters; a slip in a shorter word makes another word


def precomposed(text: str) -> str:
    """য় ড় ঢ় as one letter each, the way some phones send them."""
    text = unicodedata.normalize("NFC", text)
    for apart, one in _PRECOMPOSED.items():
        text = text.replace(apart, one)
    return text


def decomposed(text: str) -> str:
    """Every sign apart."""
    return unicodedata.normalize("NFD", text)


def bangla_digits(text: str) -> str:
    """5 as ৫."""
    return text.translate(BANGLA_DIGITS)


def latin_digits(text: str) -> str:
    """৫ as 5."""
    return text.translate(LATIN_DIGITS)


def emoji(text: str) -> str:
    """With faces behind it."""
    return text + " 🙏🏽😊"


def shouted(text: str) -> str:
    """In capital letters."""
    return text.upper()


def slip(text: str) -> str:
    """One letter wrong, missing, doubled or swapped, in a word that is long enough to stay that word."""
    return _in_a_word(text, _slip)


def dropped_vowel(text: str) -> str:
    """Without one of its vowels."""
    return _in_a_word(text, lambda word, chance: _without(word, _places(word, _VOWELS), chance))


def doubled(text: str) -> str:
    """With one letter twice."""
    return _in_a_word(text, _double)


def without_spaces(text: str) -> str:
    """Two words run into one."""
    spaces = [place.start() for place in re.finditer(" ", text)]
    return _without(text, spaces, _chance(text)) if len(spaces) > 1 else text


def politely(text: str) -> str:
    """With the words that only call on somebody."""
    bangla = any("\u0980" <= char <= "\u09ff" for char in text)
    before, after = _chance(text).choice(
        [("ভাই ", ""), ("", " আপা"), ("", " প্লিজ")] if bangla else [("vai ", ""), ("", " apa"), ("", " plz")]
    )
    return before + text + after


NOTHING_CHANGES = (precomposed, decomposed, bangla_digits, latin_digits, emoji, shouted)
LITTLE_CHANGES = (slip, dropped_vowel, doubled, without_spaces, politely)


def _chance(text: str) -> random.Random:
    return random.Random(text)  # noqa: S311  the same change every time


def _in_a_word(text: str, change: Callable[[str, random.Random], str]) -> str:
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) >= _LONG and word.strip("?.,!").isalpha()]
    bangla = [
        place for place, word in enumerate(words) if len(word) >= _LONG and re.search("[\u0980-\u09ff]", word)
    ]
    chance = _chance(text)
    if places := sorted({*long, *bangla}):
        place = chance.choice(places)
        words[place] = change(words[place], chance)
    return " ".join(words)


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    match chance.choice(("missing", "doubled", "swapped", "wrong")):
        case "missing":
            return word[:at] + word[at + 1 :]
        case "doubled":
            return word[:at] + word[at] + word[at:]
        case "swapped":
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + _NEIGHBOURS.get(word[at], word[at + 1]) + word[at + 1 :]


def _double(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def _places(word: str, letters: str) -> list[int]:
    return [place for place, char in enumerate(word) if char in letters and place]


def _without(text: str, places: list[int], chance: random.Random) -> str:
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1 :]
