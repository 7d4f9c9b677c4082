"""The contract with the bot: what a turn may ask, and the card references that answer it. Plain Python."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.packs.answers import FORM, OPEN

_ID = re.compile(r"[a-z][a-z0-9_]{0,23}")
_SENDER = re.compile(r"[0-9a-f]{16,128}")
# Slots that are not set come out of Rasa as the word "None"; only these forms pass.
_SLOTS = {"country": re.compile(r"[A-Z]{2}"), "money": re.compile(r"[0-9]{1,15} [A-Z]{3}\+?")}
_PARTS = _SLOTS | {
    "answers": FORM,
    "meant": re.compile(r"[a-z][a-z0-9_]{0,23}(,[a-z][a-z0-9_]{0,23})?"),
    "short": re.compile("yes"),
    "desk": _ID,
}

TEXT_LIMIT = 4096  # what Telegram lets a person send


class BadRequest(Exception):
    """The bot sent something that is not in the contract."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing a person said (`text`) or told with a button (`intent`, `entities`)."""

    sender: str
    text: str | None = None
    intent: str | None = None
    entities: Mapping[str, str] = field(default_factory=dict)
    answers: str | None = None  # of the check or quiz `intent`, all of them: what is not in it is open again


def turn(body: Any) -> Turn:
    """The turn in a request's body; raises BadRequest."""
    if not isinstance(body, Mapping) or not _matches(_SENDER, body.get("sender")):
        raise BadRequest
    sender = body["sender"]
    if "payload" not in body:
        return Turn(sender, text(body))
    payload = body["payload"]
    if "text" in body or not isinstance(payload, Mapping) or not _matches(_ID, payload.get("intent")):
        raise BadRequest
    entities = payload.get("entities") or {}
    if not isinstance(entities, Mapping) or not all(
        name in _SLOTS and _matches(_SLOTS[name], value) for name, value in entities.items()
    ):
        raise BadRequest
    answers = payload.get("answers")
    if answers is not None and not _matches(FORM, answers):
        raise BadRequest
    return Turn(sender, intent=payload["intent"], entities=dict(entities), answers=answers)


def text(body: Any) -> str:
    """The text in a request's body; raises BadRequest."""
    found = body.get("text") if isinstance(body, Mapping) else None
    if not isinstance(found, str) or not found.strip() or len(found) > TEXT_LIMIT:
        raise BadRequest
    return found


def sender(value: str) -> str:
    """The key of a conversation; raises BadRequest."""
    if not _matches(_SENDER, value):
        raise BadRequest
    return value


def cards(messages: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """The card references among Rasa's messages, without the slots that are not set."""
    return [
        {"card": custom["card"]}
        | {part: custom[part] for part, form in _PARTS.items() if _matches(form, custom.get(part))}
        for message in messages
        if (custom := _joined(message.get("custom"))) and _matches(_ID, custom.get("card"))
    ]


def changed(messages: Iterable[Mapping[str, Any]]) -> tuple[str, str | None] | None:
    """The check or quiz that a message takes up again (back, begin anew, why), and its answers then.

    None in the place of the answers: it is over, its result was shown or it was stopped.
    """
    for message in messages:
        if custom := _joined(message.get("custom")):
            exercise = custom.get("desk") or custom["card"]
            if custom.get("change") == "over" or _all_given(message.get("custom")):
                return exercise, None
            if custom.get("change"):
                return exercise, custom["answers"]
    return None


def _all_given(custom: Any) -> bool:
    """Whether every slot of the answers `4g:y,n,u` is set; of those before a change."""
    _, colon, given = str(custom.get("answers", "")).partition(":")
    whole = bool(colon) and all(len(answer) == 1 for answer in given.split(","))
    return whole and custom.get("change") not in ("go_back", "start_over")


def _joined(custom: Any) -> dict[str, Any] | None:
    """A reference with the slots of its answers, `4g:y,n,None`, as one string, `4gyn`, after its change."""
    if not isinstance(custom, Mapping):
        return None
    mark, colon, given = str(custom.get("answers", "")).partition(":")
    if not colon:
        return dict(custom)
    answers = "".join(answer if len(answer) == 1 else OPEN for answer in given.split(",")).rstrip(OPEN)
    match custom.get("change"):
        case "go_back":
            answers = answers[:-1].rstrip(OPEN)
        case "start_over":
            answers = ""
    return {**custom, "answers": mark + answers}


def entities(found: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The entities as /parse gives them; the others are between the components and the rules."""
    return [
        _entity(one)
        for one in found
        if one["entity"] in _SLOTS and _matches(_SLOTS[one["entity"]], one["value"])
    ]


def _entity(found: Mapping[str, Any]) -> dict[str, Any]:
    """Money as amount and currency; that it may be only a part of a price is not told."""
    shown = {key: found[key] for key in ("entity", "value", "start", "end", "role") if key in found}
    if shown["entity"] == "money":
        amount, currency = str(shown["value"]).rstrip("+").split(" ")
        shown["value"] = {"amount": int(amount), "currency": currency}
    return shown


def _matches(form: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None
