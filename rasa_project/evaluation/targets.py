"""What understanding is meant to reach; a score beside its target says more than a score."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rasa_project.scores import EVERY_WAY


@dataclass(frozen=True, slots=True)
class Target:
    """A score to reach from below, or, where less is better, not to exceed."""

    score: str
    bound: float
    at_most: bool = False
    ways: Mapping[str, float] | None = None  # where a way of writing has its own

    def of(self, way: str) -> float | None:
        """The bound for this way of writing; for all together there may be none."""
        if self.ways is None:
            return self.bound
        return self.ways.get(way)

    def reached(self, way: str, value: float | None) -> bool | None:
        """Whether it is reached; None where there is nothing to compare."""
        bound = self.of(way)
        if value is None or bound is None:
            return None
        return value <= bound if self.at_most else value >= bound


TARGETS = {
    target.score: target
    for target in (
        Target("macro_f1", 0.93, ways={"english": 0.93, "bangla": 0.93, "banglish": 0.90}),
        Target("urgent_recall", 0.99),
        Target("false_alarms", 0.02, at_most=True),
        Target("false_alarms_near", 0.20, at_most=True),
        Target("out_of_scope_recall", 0.85),
        Target("in_scope_rejected", 0.04, at_most=True),
        Target("country_exact", 0.98),
        Target("money_exact", 0.97),
        Target("money_wrong", 0.01, at_most=True),
    )
}
WIDEST_GAP = 0.04  # of macro-F1, between two ways of writing
ONE_TYPO_COSTS = 0.03
CALIBRATION_ERROR = 0.10
MILLISECONDS = 4.0  # a message, at the median

# Every score of the table, in its order; where there is no target there is none.
SCORES = (
    *("messages", "macro_f1", "accuracy", "urgent_recall", "urgent_recall_phrases", "urgent_recall_model"),
    *("false_alarms", "false_alarms_near", "out_of_scope_recall", "in_scope_rejected"),
    *("country_exact", "country", "money_exact", "money", "money_wrong", "money_missing"),
)


def gap(scores: Mapping[str, Mapping[str, Any]]) -> float | None:
    """How far the best and the worst served way of writing lie apart."""
    reached = [of["macro_f1"] for way, of in scores.items() if way != EVERY_WAY]
    return round(max(reached) - min(reached), 4) if reached else None
