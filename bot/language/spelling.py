"""Finds the known word that somebody meant, in constant time and without guessing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

SHORTEST = 5  # letters; one edit in a shorter word too often makes another word
_SHORTEST_FOR_TWO = 10


class Spelling:
    """Known words, found again when at most one letter (two in a long word) is wrong, missing, added or swapped."""

    def __init__(self, words: Iterable[str], shortest: int = SHORTEST) -> None:
        self._shortest = shortest
        self._words = frozenset(word for word in words if len(word) >= shortest)
        self._long = [word for word in self._words if len(word) >= _SHORTEST_FOR_TWO]
        self._by_deletion: dict[str, list[str]] = {}
        for word in sorted(self._words):
            for shorter in {word, *_deletions(word)}:
                self._by_deletion.setdefault(shorter, []).append(word)

    def near(self, word: str) -> list[str]:
        """Return the known words one slip away from `word` (two where both are long), nearest first."""
        if len(word) < self._shortest - 1:
            return []
        found = {
            known
            for shorter in (word, *_deletions(word))
            for known in self._by_deletion.get(shorter, ())
            if OSA.distance(word, known, score_cutoff=1) <= 1
        }
        if not found and len(word) >= _SHORTEST_FOR_TWO - 1:
            found = {known for known in self._long if OSA.distance(word, known, score_cutoff=2) <= 2}
        return sorted(found, key=lambda known: (OSA.distance(word, known), known))


def _deletions(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
