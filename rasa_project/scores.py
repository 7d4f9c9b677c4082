"""Scores of an understanding, per way of writing. Plain Python, shared by `evaluate` and by the tests."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

OUT_OF_SCOPE = "out_of_scope"
FALLBACK = "nlu_fallback"
EVERY_WAY = "all"
MENTIONED = ("country", "money")


@dataclass(frozen=True, slots=True)
class Judged:
    """One message, what it means, and what was understood."""

    way: str
    meant: str
    understood: str
    by_phrase: str | None  # the urgent situation that the phrases alone found
    near_distress: bool = False
    acceptable: Set[str] = frozenset()  # other answers that are right as well
    # (right values, found values) of each kind of mention that the message was checked for
    mentions: Mapping[str, tuple[Set[str], Set[str]]] = field(default_factory=dict)
    text: str = ""
    likeliest: str = ""  # the intent that the classifier ranked first, before any doubt, and how sure it was
    confidence: float = 0.0

    @property
    def label(self) -> str:
        """What was understood, by the name of what was meant if it is as good.

        Not to understand is the right answer to what is out of scope.
        """
        understood = OUT_OF_SCOPE if self.understood == FALLBACK else self.understood
        return self.meant if understood in self.acceptable else understood

    @property
    def likeliest_is_right(self) -> bool:
        """Whether what the classifier ranked first was meant, or is as good."""
        return self.likeliest == self.meant or self.likeliest in self.acceptable

    def alarms(self, urgent: Set[str]) -> bool:
        """Whether it is answered with an urgent card: the model or a phrase found danger in it."""
        return self.understood in urgent or self.by_phrase is not None


def judged(
    message: Mapping[str, Any], parsed: Mapping[str, Any], phrases: Callable[[str], str | None]
) -> Judged:
    """A message of messages.yaml beside what /parse said; `phrases` finds the situation a text tells of."""
    first: Mapping[str, Any] = next(iter(parsed.get("ranking", ())), {})
    return Judged(
        text=message["text"],
        likeliest=first.get("name", ""),
        confidence=first.get("confidence", 0.0),
        way=message["way"],
        meant=message["intent"],
        understood=parsed["intent"],
        by_phrase=phrases(message["text"]),
        near_distress=_yes(message.get("near_distress")),
        acceptable=frozenset(message.get("acceptable", ())),
        mentions={
            kind: (_values(message[kind]), _found(parsed["entities"], kind))
            for kind in MENTIONED
            if kind in message
        },
    )


def scores(messages: Sequence[Judged], urgent: Set[str]) -> dict[str, dict[str, Any]]:
    """Per way of writing and for all: F1, urgent recall, false alarms, what is out of scope, mentions."""
    ways = sorted({message.way for message in messages})
    return {
        EVERY_WAY: _scores(messages, urgent),
        **{way: _scores([message for message in messages if message.way == way], urgent) for way in ways},
    }


def f1_per_intent(messages: Sequence[Judged]) -> dict[str, float]:
    """F1 of every intent that some message means."""
    found: dict[str, float] = {}
    for intent in sorted({message.meant for message in messages}):
        right = sum(message.meant == message.label == intent for message in messages)
        either = sum((message.meant == intent) + (message.label == intent) for message in messages)
        found[intent] = 2 * right / either
    return found


def _scores(messages: Sequence[Judged], urgent: Set[str]) -> dict[str, Any]:
    per_intent = f1_per_intent(messages)
    weakest = sorted(per_intent, key=lambda intent: per_intent[intent])[:3]
    alarms = [message for message in messages if message.meant in urgent]
    calm = [message for message in messages if message.meant not in urgent]
    strange = [message for message in messages if message.meant == OUT_OF_SCOPE]
    ours = [message for message in messages if message.meant != OUT_OF_SCOPE]

    def by_model(message: Judged) -> bool:
        return message.understood in urgent

    def by_phrase(message: Judged) -> bool:
        return message.by_phrase is not None

    def by_either(message: Judged) -> bool:
        return message.alarms(urgent)

    return {
        "messages": len(messages),
        "macro_f1": _mean(per_intent.values()),
        "accuracy": _share(messages, lambda message: message.label == message.meant),
        "weakest": {intent: round(per_intent[intent], 3) for intent in weakest},
        "urgent_recall": _share(alarms, by_either),
        "urgent_recall_model": _share(alarms, by_model),
        "urgent_recall_phrases": _share(alarms, by_phrase),
        "false_alarms": _share(calm, by_either),
        "false_alarms_model": _share(calm, by_model),
        "false_alarms_near": _share([message for message in calm if message.near_distress], by_either),
        "out_of_scope_recall": _share(strange, lambda message: message.label == OUT_OF_SCOPE),
        "in_scope_rejected": _share(ours, lambda message: message.label == OUT_OF_SCOPE),
        **{kind: _mentions_f1(messages, kind) for kind in MENTIONED},
        **{f"{kind}_exact": share_of_mentions(messages, kind, exact) for kind in MENTIONED},
        "money_wrong": share_of_mentions(messages, "money", wrong),
        "money_missing": share_of_mentions(messages, "money", missing),
    }


def exact(right: Set[str], found: Set[str]) -> bool:
    """All that was said was found, and nothing else."""
    return right == found


def wrong(right: Set[str], found: Set[str]) -> bool:
    """Something was found that was not said: worse than nothing, where it is an amount."""
    return bool(found - right)


def missing(right: Set[str], found: Set[str]) -> bool:
    """Something that was said was not found, and nothing wrong in its place."""
    return bool(right - found) and not found - right


def share_of_mentions(
    messages: Iterable[Judged], kind: str, holds: Callable[[Set[str], Set[str]], bool]
) -> float | None:
    """The share of the messages checked for mentions of `kind` of which it holds."""
    pairs = [message.mentions[kind] for message in messages if kind in message.mentions]
    return round(sum(holds(*pair) for pair in pairs) / len(pairs), 4) if pairs else None


def _mentions_f1(messages: Iterable[Judged], kind: str) -> float | None:
    pairs = [message.mentions[kind] for message in messages if kind in message.mentions]
    both = sum(len(right & found) for right, found in pairs)
    either = sum(len(right) + len(found) for right, found in pairs)
    return round(2 * both / either, 4) if either else None


def _share(messages: Sequence[Judged], holds: Callable[[Judged], bool]) -> float | None:
    return round(sum(map(holds, messages)) / len(messages), 4) if messages else None


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return round(sum(known) / len(known), 4) if known else None


def _values(written: Any) -> set[str]:
    return {str(value) for value in (written if isinstance(written, list) else [written])}


def _found(entities: Iterable[Mapping[str, Any]], kind: str) -> set[str]:
    return {
        f"{entity['value']['amount']} {entity['value']['currency']}"
        if isinstance(entity["value"], Mapping)
        else str(entity["value"])
        for entity in entities
        if entity["entity"] == kind
    }


def _yes(value: Any) -> bool:
    return str(value).lower() in ("yes", "true")
