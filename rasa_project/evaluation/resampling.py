"""How far a score may be trusted: the same score on many drawings from the same messages (bootstrap).

Each intent keeps its number of messages in every drawing, as macro-F1 has to see every intent.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rasa_project.scores import Judged

DRAWINGS = 1000
Drawn = TypeVar("Drawn")
# (what a message means, what it was understood as)
Pair = tuple[str, str]


def macro_f1(pairs: Sequence[Pair]) -> float:
    """The mean F1 of all intents that some message means."""
    meant = Counter(intent for intent, _ in pairs)
    found = Counter(label for _, label in pairs)
    right = Counter(intent for intent, label in pairs if intent == label)
    return sum(2 * right[intent] / (meant[intent] + found[intent]) for intent in meant) / len(meant)


def f1_interval(messages: Sequence[Judged]) -> tuple[float, float] | None:
    """Between what and what macro-F1 lies in 95 of 100 drawings."""
    if not messages:
        return None
    pairs = [(message.meant, message.label) for message in messages]
    drawn = sorted(macro_f1(drawing) for drawing in drawings(pairs, lambda pair: pair[0]))
    return round(_at(drawn, 0.025), 4), round(_at(drawn, 0.975), 4)


def gain(
    cases: Sequence[Drawn],
    group: Callable[[Drawn], str],
    old: Callable[[Sequence[Drawn]], float],
    new: Callable[[Sequence[Drawn]], float],
    doubt: float,
) -> tuple[float, float, float]:
    """`new` minus `old` on the same cases: as measured, and its two ends, with `doubt` beyond each."""
    drawn = sorted(new(drawing) - old(drawing) for drawing in drawings(cases, group))
    return new(cases) - old(cases), _at(drawn, doubt), _at(drawn, 1 - doubt)


def drawings(cases: Sequence[Drawn], group: Callable[[Drawn], str]) -> Iterator[list[Drawn]]:
    """Draws as many cases as there are, with repetition, group by group; the same drawings every time."""
    grouped: dict[str, list[Drawn]] = defaultdict(list)
    for case in cases:
        grouped[group(case)].append(case)
    chance = random.Random(42)  # noqa: S311  nothing secret
    for _ in range(DRAWINGS):
        yield [case for members in grouped.values() for case in chance.choices(members, k=len(members))]


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]
