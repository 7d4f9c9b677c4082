"""Tells what only sounds like danger: a film, a saying, a rule asked for, what is over, what never happened.

Read by the urgent phrases alone: the model learns from lines what is calm, and no list may silence it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from bot.language import calm_words as words
from bot.language.skeleton import skeleton


class Calm(Enum):
    """How far a mark reaches."""

    ALL = "all"  # the whole sentence: a film, a rule asked for
    OWN = "own"  # the words it is made of: a saying, a denial
    OVER = "over"  # what was told before it
    WELL = "well"  # nothing, if danger is told beside it: who has a good boss may still be locked in


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that make a sentence calm, by the places of the first and the last."""

    calm: Calm
    first: int
    last: int


_YEAR_AGO = re.compile(
    r"(?<= )(?:\d+ (?:ears|bcr|bsr|bacr|basr|bcar|bochr) (?:ag|age) |in (?:19\d\d|20[01]\d|202[0-3]) )"
)
# Rakhse, dise, marche: it has happened; but not what only ends like that.
_TOLD = re.compile(r"(?<= )(\S{2,}(?:se|ce|sen|cen|si|ci))(?= )")
_NO_DEED = frozenset(
    skeleton("""
    আছে আসে কাছে শেষে দেশে বিদেশে মাসে পাশে বসে এসে সে বাসে ভিসে শুনছি শুনেছি দেখছি আছি পড়ছি ase kase deshe bideshe
    mase pase base bose asi achi shunsi shunchi sunsi sunchi dekhsi porsi shuneci case course house
    purchase sense license else these because since office police advice price notice practice place service
    """).split()
)


def marks(text: str) -> Iterator[Mark]:
    """What makes normalised `text`, best one sentence, calm."""
    line = _line(text)
    mine, plea = words.MINE.search(line), words.PLEA.search(line)
    if words.SPORT.search(line):
        yield from _marks(Calm.OWN, words.BEATEN, line)
    if not mine:
        yield from _marks(Calm.ALL, words.WORDS_ONLY, line)
    if not words.LIFE.search(line):
        yield from _marks(Calm.ALL, words.WORD_MEANS, line)
        if not words.BUT.search(line):
            yield from _marks(Calm.ALL, words.JOKE, line)
    yield from _marks(Calm.OWN, words.SAYING, line)
    yield from _marks(Calm.ALL, words.ASKED_OF_THEM, line)
    if not plea:
        if not mine:
            yield from _of_others(line)
        if not words.WOUND.search(line):
            yield from _past(line)
        yield from _not_so(line)
    if words.OFFICE.search(line) and not words.KEEPING.search(line):
        yield from _marks(Calm.OWN, words.PASSPORT, line)


def _line(text: str) -> str:
    return f" {skeleton(text)} "


def _of_others(line: str) -> Iterator[Mark]:
    yield from _marks(Calm.ALL, words.FICTION, line)
    if words.OURS.search(line):
        return
    if not words.NO_NEWS.search(line):
        yield from _marks(Calm.ALL, words.HEARSAY, line)
    happened = any(found[1] not in _NO_DEED for found in _TOLD.finditer(line))
    if not happened and not words.I_TOO.search(line):
        yield from _marks(Calm.ALL, words.RULE, line)


def _past(line: str) -> Iterator[Mark]:
    for found in words.OVER.finditer(line):
        after = found.end() - 1
        undone = words.NOT_OVER.search(line, after) or words.NONE.search(line, 0, found.start() + 1)
        if not undone and not words.BUT.search(line, after):
            yield _mark(Calm.OVER, line, found)
    goes_on = words.NOT_OVER.search(line) or words.BUT.search(line)
    if words.WAS.search(line) and not goes_on:
        for pattern in (words.LONG_AGO, _YEAR_AGO):
            yield from _marks(Calm.ALL, pattern, line)


def _not_so(line: str) -> Iterator[Mark]:
    yield from _marks(Calm.OWN, words.DENIED, line)
    for found in words.ALL_WELL.finditer(line):
        after = found.end() - 1
        goes_on: Iterable[object] = (
            words.NOT_WELL.match(line, after + 1),
            words.BUT.search(line, after),
            words.MINE.search(line, after),
        )
        if not any(goes_on):
            yield _mark(Calm.WELL, line, found)


def _marks(calm: Calm, pattern: re.Pattern[str], line: str) -> Iterator[Mark]:
    for found in pattern.finditer(line):
        yield _mark(calm, line, found)


def _mark(calm: Calm, line: str, found: re.Match[str]) -> Mark:
    first = line.count(" ", 0, found.start()) - 1
    return Mark(calm, first, first + found[0].count(" ") - 1)
