"""Messages spoilt the ways phones and thumbs spoil them, always the same way for the same message.

Two kinds: what only looks different (`HARMLESS`: it must change nothing at all) and what is typed worse.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Sequence

from bot.language import romanise

Spoil = Callable[[str, random.Random], str]

_BANGLA = re.compile("[\u0980-\u09ff]")
_LETTERS = re.compile(r"[^\W\d_]")
_INNER_VOWEL = re.compile("(?<=[a-z])[aeiou](?=[a-z])|[\u09be-\u09cc](?=[\u0985-\u09b9])")
_NUKTA = {"\u09af\u09bc": "\u09df", "\u09a1\u09bc": "\u09dc", "\u09a2\u09bc": "\u09dd"}
_HALVES = {"\u09cb": "\u09c7\u09be", "\u09cc": "\u09c7\u09d7"}
_ZERO = 0x09E6
_TO_BANGLA = {ord("0") + digit: chr(_ZERO + digit) for digit in range(10)}
_TO_LATIN = {_ZERO + digit: str(digit) for digit in range(10)}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = {
    key: row[max(at - 1, 0) : at] + row[at + 1 : at + 2] for row in _ROWS for at, key in enumerate(row)
}
# On a Bangla keyboard the short and the long form share a key, as do letters that sound alike.
_NEIGHBOURS |= {
    one: other
    for pair in (
        "\u09bf\u09c0",
        "\u09c1\u09c2",
        "\u09a8\u09a3",
        "\u09b8\u09b6",
        "\u099c\u09af",
        "\u09a4\u099f",
    )
    for one, other in (pair, pair[::-1])
}
_EMOJI = ("\U0001f64f", "\U0001f622\U0001f622", "\U0001f1e7\U0001f1e9", "\U0001f44d", "\u2764\ufe0f")
_ADDRESSED = {  # brother, sister, please; as they stand before or after what is asked
    True: ("{} \u09ad\u09be\u0987", "\u0986\u09aa\u09be {}", "\u09aa\u09cd\u09b2\u09bf\u099c {}"),
    False: ("{} vai", "apa {}", "{} plz"),
}
_LONG_WORD = 4
_SENTENCE = 12  # letters: shorter messages have no letter to spare
_JOINERS = ("\u200c", "\u200d", "\u200b")


def spoilt(text: str, kind: str) -> str | None:
    """`text` spoilt this way, or None where there is nothing of that kind to spoil, or too little left."""
    if kind not in HARMLESS and len(_LETTERS.findall(text)) < _SENTENCE:
        return None
    changed = KINDS[kind](text, random.Random(f"{kind} {text}"))  # noqa: S311  the same every time
    return changed if changed != text else None


def _typos(edits: int) -> Spoil:
    def spoil(text: str, chance: random.Random) -> str:
        for _ in range(edits):
            text = _in_words(text, chance, 1, lambda word: _edited(word, chance))
        return text

    return spoil


def _edited(word: str, chance: random.Random) -> str:
    """One slip somewhere after the first letter: dropped, doubled, exchanged, or the key beside it."""
    at = chance.randrange(1, len(word))
    letter = word[at]
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[: at - 1] + letter + word[at - 1] + word[at + 1 :],
            word[:at] + chance.choice(_NEIGHBOURS.get(letter.lower()) or [""]) + word[at + 1 :],
        )
    )


def _vowels_dropped(text: str, chance: random.Random) -> str:
    return _in_words(text, chance, 2, lambda word: _INNER_VOWEL.sub("", word, count=1))


def _doubled(text: str, chance: random.Random) -> str:
    def spoil(word: str) -> str:
        at = chance.randrange(1, len(word))
        return word[:at] + word[at] + word[at:]

    return _in_words(text, chance, 2, spoil)


def _in_words(text: str, chance: random.Random, most: int, spoil: Callable[[str], str]) -> str:
    """`text` with up to `most` of its longer words spoilt; numbers stay."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= _LONG_WORD and not re.search(r"\d", word)]
    for at in chance.sample(long, min(most, len(long))):
        words[at] = spoil(words[at])
    return " ".join(words)


def _two_words_joined(text: str, chance: random.Random) -> str:
    gaps = [gap.start() for gap in re.finditer(r"(?<=[^\W\d]) (?=[^\W\d])", text)]
    at = chance.choice(gaps) if gaps else None
    return text if at is None else text[:at] + text[at + 1 :]


def _no_spaces(text: str, chance: random.Random) -> str:
    return re.sub(r"(?<=[^\W\d]) (?=[^\W\d])|(?<=\W) (?=\w)", "", text)


def _composed(text: str, chance: random.Random) -> str:
    return _replaced(unicodedata.normalize("NFC", text), _NUKTA)


def _decomposed(text: str, chance: random.Random) -> str:
    return _replaced(unicodedata.normalize("NFD", text), _HALVES)


def _replaced(text: str, forms: dict[str, str]) -> str:
    for one, other in forms.items():
        text = text.replace(one, other)
    return text


def _joiners(text: str, chance: random.Random) -> str:
    return _in_words(text, chance, 2, lambda word: word[:2] + chance.choice(_JOINERS) + word[2:])


def _other_digits(text: str, chance: random.Random) -> str:
    return text.translate(_TO_BANGLA if re.search("[0-9]", text) else _TO_LATIN)


def _emoji(text: str, chance: random.Random) -> str:
    return f"{text} {chance.choice(_EMOJI)}"


def _stops(text: str, chance: random.Random) -> str:
    return text.rstrip("?!.\u0964") + chance.choice(("\u0964" if _BANGLA.search(text) else ".", " ...", "!"))


def _addressed(text: str, chance: random.Random) -> str:
    return chance.choice(_ADDRESSED[bool(_BANGLA.search(text))]).format(text)


def _romanised(text: str, chance: random.Random) -> str:
    return chance.choice(romanise(text)) if _BANGLA.search(text) else text


def _shouted(text: str, chance: random.Random) -> str:
    return text.upper()


_SAME: dict[str, Spoil] = {
    "composed letters": _composed,
    "decomposed letters": _decomposed,
    "joiners": _joiners,
    "digits of the other script": _other_digits,
    "emoji": _emoji,
    "upper case": _shouted,
}
_WORSE: dict[str, Spoil] = {
    "full stops": _stops,
    "vai, apa, plz": _addressed,
    "one typo": _typos(1),
    "two typos": _typos(2),
    "vowels dropped": _vowels_dropped,
    "letters doubled": _doubled,
    "two words joined": _two_words_joined,
    "no spaces": _no_spaces,
    "romanised": _romanised,
}
HARMLESS: Sequence[str] = tuple(_SAME)
KINDS: dict[str, Spoil] = _SAME | _WORSE
