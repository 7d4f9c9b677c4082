"""What it costs when messages are typed worse: the same messages, spoilt by program, parsed again."""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import Any

from rasa_project.evaluation.perturbing import HARMLESS, KINDS, spoilt
from rasa_project.scores import Judged

# Judges one message of the file, written in other letters.
Judge = Callable[[Mapping[str, Any]], Judged]


def robustness(
    messages: Sequence[Mapping[str, Any]], judged: Sequence[Judged], again: Judge, urgent: Set[str]
) -> dict[str, dict[str, Any]]:
    """Per kind of spoiling: accuracy before and after, and how many are understood just the same."""
    found: dict[str, dict[str, Any]] = {}
    for kind in KINDS:
        pairs = [
            (before, again({**message, "text": text}))
            for message, before in zip(messages, judged, strict=True)
            if (text := spoilt(message["text"], kind)) is not None
        ]
        if pairs:
            found[kind] = _summary(pairs, urgent) | {"must_be_free": kind in HARMLESS}
    return found


def _summary(pairs: Sequence[tuple[Judged, Judged]], urgent: Set[str]) -> dict[str, Any]:
    before = sum(old.label == old.meant for old, _ in pairs) / len(pairs)
    after = sum(new.label == new.meant for _, new in pairs) / len(pairs)
    same = sum(_same(old, new) for old, new in pairs) / len(pairs)
    caught = [new for old, new in pairs if old.meant in urgent and old.alarms(urgent)]
    return {
        "messages": len(pairs),
        "before": round(before, 4),
        "after": round(after, 4),
        "cost": round(before - after, 4),
        "same": round(same, 4),
        # Of the distress that is found when it is written well.
        "distress_still_found": round(sum(new.alarms(urgent) for new in caught) / len(caught), 4)
        if caught
        else None,
    }


def _same(old: Judged, new: Judged) -> bool:
    """The same card in the end, with the same countries and amounts."""
    return (old.label, old.by_phrase, old.mentions) == (new.label, new.by_phrase, new.mentions)
