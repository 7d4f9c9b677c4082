"""The last evaluation is kept, message by message, so that the next can be compared with it fairly.

Compared are only the messages that both runs hold with the same label, drawn again and again together (paired
bootstrap): what a change of the test lines does to a score is no gain and no loss of the model.
"""

import json
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rasa_project.evaluation.resampling import gain, macro_f1
from rasa_project.scores import EVERY_WAY, MENTIONED, OUT_OF_SCOPE, Judged, exact, wrong

# A dozen scores are compared, so each loss must be surer than one in twenty to be called one.
DOUBT = 0.01


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one message."""

    text: str
    way: str
    meant: str
    label: str
    alarmed: bool
    near: bool = False
    country_exact: bool | None = None
    money_exact: bool | None = None
    money_wrong: bool | None = None

    @property
    def asked(self) -> tuple[str, str, str]:
        """What makes it the same message in two runs."""
        return self.text, self.way, self.meant


@dataclass(frozen=True, slots=True)
class Change:
    """One score, before and now. A gain is always positive, whether more or less of it is better."""

    score: str
    old: float
    new: float
    gain: float
    low: float
    high: float

    @property
    def loss(self) -> bool:
        """Whether it became worse, and not by chance."""
        return self.high < 0


Both = tuple[Outcome, Outcome]


def outcomes(judged: Sequence[Judged], urgent: Set[str]) -> list[Outcome]:
    """What is kept of a run."""
    return [
        Outcome(
            message.text,
            message.way,
            message.meant,
            message.label,
            message.alarms(urgent),
            message.near_distress,
            **{
                f"{kind}_exact": exact(*message.mentions[kind])
                for kind in MENTIONED
                if kind in message.mentions
            },
            money_wrong=wrong(*message.mentions["money"]) if "money" in message.mentions else None,
        )
        for message in judged
    ]


def save(file: Path, run: Mapping[str, Any], kept: Sequence[Outcome]) -> None:
    """Keeps a run, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".fresh")
    whole = {**run, "outcomes": [asdict(outcome) for outcome in kept]}
    fresh.write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(file)


def last(file: Path) -> list[Outcome]:
    """The outcomes of the run kept there; none if there is no run that can be read."""
    try:
        return [Outcome(**outcome) for outcome in json.loads(file.read_text("utf-8"))["outcomes"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def paired(old: Sequence[Outcome], new: Sequence[Outcome]) -> list[Both]:
    """The messages that both runs hold."""
    before = {outcome.asked: outcome for outcome in old}
    return [(before[outcome.asked], outcome) for outcome in new if outcome.asked in before]


def changes(both: Sequence[Both], urgent: Set[str]) -> list[Change]:
    """Every score that both runs can be compared by."""
    ways = sorted({now.way for _, now in both})
    found = [
        _change(f"macro_f1 {way}", [pair for pair in both if way in (EVERY_WAY, pair[1].way)], _f1)
        for way in (EVERY_WAY, *ways)
        if both
    ]
    for score, (counts, holds, more) in _shares(urgent).items():
        if cases := [pair for pair in both if counts(pair[1])]:
            found.append(_change(score, cases, lambda part, holds=holds: _share(part, holds), more))
    return found


def newly_missed(both: Sequence[Both], urgent: Set[str]) -> list[Outcome]:
    """Distress that was found before and is not now: said even where it is too little to be significant."""
    return [now for was, now in both if now.meant in urgent and was.alarmed and not now.alarmed]


def _shares(
    urgent: Set[str],
) -> dict[str, tuple[Callable[[Outcome], bool], Callable[[Outcome], bool], bool]]:
    """Score -> of which messages, what must hold, whether more is better."""
    return {
        "urgent_recall": (lambda one: one.meant in urgent, lambda one: one.alarmed, True),
        "false_alarms": (lambda one: one.meant not in urgent, lambda one: one.alarmed, False),
        "false_alarms_near": (lambda one: one.near, lambda one: one.alarmed, False),
        "out_of_scope_recall": (_strange, lambda one: one.label == OUT_OF_SCOPE, True),
        "in_scope_rejected": (lambda one: not _strange(one), lambda one: one.label == OUT_OF_SCOPE, False),
        "country_exact": (
            lambda one: one.country_exact is not None,
            lambda one: bool(one.country_exact),
            True,
        ),
        "money_exact": (lambda one: one.money_exact is not None, lambda one: bool(one.money_exact), True),
        "money_wrong": (lambda one: one.money_wrong is not None, lambda one: bool(one.money_wrong), False),
    }


def _strange(one: Outcome) -> bool:
    return one.meant == OUT_OF_SCOPE


def _change(
    score: str, cases: Sequence[Both], of: Callable[[Sequence[Outcome]], float], more: bool = True
) -> Change:
    sign = 1 if more else -1
    measured, low, high = gain(
        cases,
        lambda pair: pair[1].meant,
        lambda drawing: sign * of([was for was, _ in drawing]),
        lambda drawing: sign * of([now for _, now in drawing]),
        DOUBT,
    )
    old, new = (of([pair[run] for pair in cases]) for run in (0, 1))
    return Change(score, *(round(value, 4) for value in (old, new, measured, low, high)))


def _f1(part: Sequence[Outcome]) -> float:
    return macro_f1([(one.meant, one.label) for one in part])


def _share(part: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> float:
    return sum(map(holds, part)) / len(part)
