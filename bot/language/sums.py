"""A sum of money in a text, and the words around it: each belongs to the sum that it stands nearest to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.language.amounts import Token
from bot.language.wordlists import word_set

REACH = 4  # words between a sum and the word that says what it is for
_BARRIER = 3  # "and" between them counts as so many words more
_AND = word_set("ar aar r এবং আর ebong and but kintu কিন্তু tarpor তারপর also")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money and where the text says it.

    `part`: it may be one of several payments, the rest of which nobody has told; `whole`: surely not.
    `earned`: it is no price of going, but a wage, a loan, or what a field was sold for.
    """

    amount: int
    currency: str
    start: int
    end: int
    part: bool = False
    whole: bool = False
    earned: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says something of a sum: which token it is, of which sum, how many words stand between."""

    at: int
    of: int
    away: int


def spans(tokens: Sequence[Token], sums: Sequence[Sum]) -> list[tuple[int, int]]:
    """Return which tokens each sum is: the first, and the one after its last."""
    return [
        (
            next(at for at, token in enumerate(tokens) if token.end > one.start),
            next((at for at, token in enumerate(tokens) if token.start >= one.end), len(tokens)),
        )
        for one in sums
    ]


def words_of(
    tokens: Sequence[Token],
    sums: Sequence[Sum],
    says: Callable[[int], bool],
    settle: Callable[[list[int]], int] = lambda tied: tied[0],
    *,
    ahead: bool = False,
) -> list[Word]:
    """Return the words for which `says(token)` holds, each with its sum.

    `settle` chooses where two sums are as near; `ahead`: the word stands before its sum.
    """
    where = spans(tokens, sums)
    found = []
    for at in range(len(tokens)):
        if any(first <= at < after for first, after in where) or not says(at):
            continue
        away = [
            REACH + 1 if ahead and first < at else _between(tokens, at, first, after)
            for first, after in where
        ]
        nearest = min(away, default=REACH + 1)
        if nearest <= REACH:
            tied = [number for number, distance in enumerate(away) if distance == nearest]
            found.append(Word(at, tied[0] if len(tied) == 1 else settle(tied), nearest))
    return found


def _between(tokens: Sequence[Token], at: int, first: int, after: int) -> int:
    between = range(at + 1, first) if at < first else range(after, at)
    return len(between) + _BARRIER * any(tokens[place].text in _AND for place in between)
