"""Lists of words, written as running text so that a reader of the language can check them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.language.normalising import normalise


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`, normalised as the messages are that they will be looked up in."""
    return frozenset(normalise(text).split())


def entries(text: str) -> list[tuple[str, ...]]:
    """Return the words of each entry of `text`, entries parted by semicolons."""
    return [tuple(normalise(entry).split()) for entry in text.split(";")]


def ends_of(words: Sequence[str], phrases: Iterable[tuple[str, ...]]) -> Iterator[int]:
    """Where in `words` the phrases end: the place of the word behind each that stands there."""
    for phrase in phrases:
        for end in range(len(phrase), len(words) + 1):
            if tuple(words[end - len(phrase) : end]) == phrase:
                yield end
