"""Finds the known word that somebody meant, in constant time and without guessing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

SHORTEST = 5  # letters; one edit in a shorter word too often makes another word
_SHORTEST_FOR_TWO = 10
_SHORTEST_SLIP = 7  # below this only a slip that keeps the consonants is forgiven
_VOWELS = frozenset("aeiouyািীুূৃেৈোৌঅআইঈউঊএঐওঔ")


class Spelling:
    """Known words, found again when one letter (two in a long word) is wrong, missing, added or swapped."""

    def __init__(self, words: Iterable[str], shortest: int = SHORTEST) -> None:
        self._shortest = shortest
        self._words = frozenset(word for word in words if len(word) >= shortest)
        self._long = [word for word in self._words if len(word) >= _SHORTEST_FOR_TWO]
        # Of several the words stand in one text: a list for each of thousands would be a megabyte.
        self._by_deletion: dict[str, str] = {}
        for word in sorted(self._words):
            for shorter in {word, *_deletions(word)}:
                others = self._by_deletion.get(shorter)
                self._by_deletion[shorter] = f"{others} {word}" if others else word

    def near(self, word: str) -> list[str]:
        """Return the known words one slip away from `word` (two where both are long), nearest first."""
        if len(word) < self._shortest - 1:
            return []
        found = {
            known
            for shorter in (word, *_deletions(word))
            for known in self._by_deletion.get(shorter, "").split()
            if OSA.distance(word, known, score_cutoff=1) <= 1
        }
        if not found and len(word) >= _SHORTEST_FOR_TWO - 1:
            found = {
                known for known, *_ in extract_iter(word, self._long, scorer=OSA.distance, score_cutoff=2)
            }
        return sorted(found, key=lambda known: (OSA.distance(word, known), known))


def _deletions(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def is_slip(known: str, word: str) -> bool:
    """Is `word` more likely `known` with a slip of the finger than another word?"""
    if min(len(known), len(word)) >= _SHORTEST_SLIP + (not known.isascii()):
        return True
    if sorted(known) == sorted(word):  # two letters swapped
        return True
    # In a short word only vowels may differ, and not the last one, which may be a case ending.
    return known[-1] == word[-1] and _consonants(known) == _consonants(word)


def _consonants(word: str) -> str:
    return "".join(char for char in word if char not in _VOWELS)
