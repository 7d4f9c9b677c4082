"""Whether confidences can be believed: of the messages at 0.8, eight in ten should be right."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rasa_project.scores import Judged

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The messages whose confidence lies in one tenth of the range."""

    messages: int
    confidence: float
    right: float


def reliability(messages: Sequence[Judged]) -> list[Bin]:
    """The bins that hold messages, from unsure to sure; of the likeliest intent, before any doubt."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for message in messages:
        bins[min(int(message.confidence * BINS), BINS - 1)].append(message)
    return [
        Bin(
            len(members),
            round(sum(message.confidence for message in members) / len(members), 4),
            round(sum(message.likeliest_is_right for message in members) / len(members), 4),
        )
        for members in bins
        if members
    ]


def error(bins: Sequence[Bin]) -> float | None:
    """The expected calibration error: how far, on average, confidence and truth lie apart."""
    total = sum(one.messages for one in bins)
    apart = sum(one.messages * abs(one.confidence - one.right) for one in bins)
    return round(apart / total, 4) if total else None


def summary(messages: Sequence[Judged]) -> dict[str, Any]:
    """As it is written to JSON."""
    bins = reliability([message for message in messages if message.likeliest])
    return {
        "error": error(bins),
        "bins": [asdict(one) for one in bins],
    }
