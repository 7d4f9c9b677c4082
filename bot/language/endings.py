"""What Bangla hangs on the end of a noun, in both scripts."""

from __future__ import annotations

from collections.abc import Iterator

from bot.language.wordlists import word_set

# After a vowel Bangla says -র and -য়, after a consonant -এর and -এ. That is what tells চাদর (a shawl) from a
# country called চাদ.
_VOWELS = frozenset("অআইঈউঊএঐওঔািীুূৃেৈোৌ\u09bc" + "aeiouy")
_AFTER_BOTH = word_set("""
    থেকে হতে তে তেই তেও কে কেও কেই টা টার টাকে টাতে টায় টি টির টিকে গুলো গুলা দের ই ও এর এ এই এও রে য় য়ে য়ের
    theke thaika hote te tei teo ke ta tar tay ti tir gulo gula der s
""")
_AFTER_VOWEL = (
    "র", "রও", "রই", "য়", "য়ই", "য়ও", "য়ে", "য়ের", "তেই",
    "r", "y", "ye", "yer", "e", "er", "re",
)  # fmt: skip
_AFTER_CONSONANT = ("ে", "েই", "েও", "ের", "েরও", "েরে", "e", "ei", "eo", "er", "ero", "ere")
_ENDINGS = {
    ending: (
        ending in _AFTER_BOTH or ending in _AFTER_VOWEL,
        ending in _AFTER_BOTH or ending in _AFTER_CONSONANT,
    )
    for ending in (*_AFTER_BOTH, *_AFTER_VOWEL, *_AFTER_CONSONANT)
}
_LONGEST = max(map(len, _ENDINGS))
PARTICLES = frozenset({"তে", "র", "এর", "এ", "য়", "য়ে", "টা", "te", "e", "r", "er", "y", "ye", "a", "ta"})


def stems(word: str, shortest: int = 3) -> Iterator[tuple[str, str]]:
    """Yield the ways to read a normalised `word` as stem and ending, the whole word first."""
    yield word, ""
    for cut in range(1, min(_LONGEST, len(word) - shortest) + 1):
        ending = word[-cut:]
        fits = _ENDINGS.get(ending)
        if fits is not None and fits[0 if word[-cut - 1] in _VOWELS else 1]:
            yield word[:-cut], ending
