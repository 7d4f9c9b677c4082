"""Lists of words, written as running text so that a reader of the language can check them."""

from __future__ import annotations

from bot.language.normalising import normalise


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`, normalised as the messages are that they will be looked up in."""
    return frozenset(normalise(text).split())


def entries(text: str) -> list[tuple[str, ...]]:
    """Return the words of each entry of `text`, entries parted by semicolons."""
    return [tuple(normalise(entry).split()) for entry in text.split(";")]
