"""What pydantic says about a value that does not fit, in an editor's words."""

import difflib
import re
from typing import Any

from pydantic_core import ErrorDetails

from bot.packs.exercises import EXERCISE_MODELS
from bot.packs.models import ALL_MODELS
from bot.packs.names import FindingName
from bot.packs.source import Path_

Said = tuple[Path_, FindingName, str, str]

_MOST_SHOWN = 60  # letters of a wrong value that a finding repeats
_KEYS = sorted({key for model in (*ALL_MODELS, *EXERCISE_MODELS) for key in model.model_fields})
_LONG_ID = re.compile(r"[a-z][a-z0-9_]{16,}")
_MOST_LETTERS = re.compile(r"\{0,(\d+)\}")  # of an id, as its pattern says it
_NOT_LATIN_DIGIT = re.compile(r"(?![0-9])\d")
_HOW = {
    "url": "Write the whole link, beginning with https://",
    "number": "Write digits only, Latin ones: +880… or the number as it is dialled in that country.",
    "dial_from": "Write the two capital letters of the one country where it works, or: anywhere",
    "currency": "Write the three capital letters of the currency, such as BDT.",
}
_NEARBY = "Compare with an entry nearby."


def explain(detail: ErrorDetails) -> Said:
    """(path, name, seen, todo) for one thing that does not fit."""
    path = tuple(part for part in detail["loc"] if part != "[key]")
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    kind, value = detail["type"], detail["input"]
    if kind == "missing":
        return _missing(path, key, value)
    if kind == "extra_forbidden":
        return path, "unknown-key", f'Nothing is called "{key}" here.', _nearest(key)
    if value == "" or kind in ("string_too_short", "too_short"):
        return _empty(path, key)
    name, seen, todo = (
        _wrong_text(key, value, detail)
        if kind == "string_pattern_mismatch"
        else _wrong(key, detail, _shown(value))
    )
    return path, name, seen, todo


def _missing(path: Path_, key: str, among: Any) -> Said:
    if key == "dial_from":
        number = str(among.get("number", "")) if isinstance(among, dict) else ""
        where = (
            "dial_from: anywhere` if it can be called from abroad"
            if number.startswith("+")
            else "dial_from:` with the two letters of its country: a short code works nowhere else"
        )
        seen = f'It is not said where "{number}" can be dialled.'
        return path[:-1], "no-dial-from", seen, f"Add `{where}."
    if key == "sources":
        return _no_source(path[:-1])
    return path[:-1], "missing", f'"{key}" is missing here.', f"Add `{key}:` with its value."


def _empty(path: Path_, key: str) -> Said:
    if key == "sources":
        return _no_source(path)
    if key == "dial_from":
        seen = "It is not said where this number can be dialled."
        return path, "no-dial-from", seen, _HOW["dial_from"]
    todo = "Write its value, or remove the line if it may be absent."
    return path, "empty", f"{key or 'The list'} is empty.", todo


def _no_source(path: Path_) -> Said:
    todo = "Add `sources:` with the title, the link and the date of at least one."
    return path, "no-source", "Nothing says where this was read.", todo


def _wrong_text(key: str, value: Any, detail: ErrorDetails) -> tuple[FindingName, str, str]:
    """A text that has not the form it needs."""
    shown = _shown(value)
    if key == "number" and _NOT_LATIN_DIGIT.search(str(value)):
        todo = (
            "Write it in Latin digits (0-9), so that phones can dial it, or run `script/dishari content fix`."
        )
        return "phone-digits", f'"{shown}" has digits that are not Latin ones.', todo
    if key == "url":
        return "not-a-link", f'"{shown}" is not a link.', _HOW["url"]
    most = _MOST_LETTERS.search(detail.get("ctx", {}).get("pattern", ""))
    if most and _LONG_ID.fullmatch(str(value)):
        todo = f"Use at most {int(most[1]) + 1} letters: a longer name does not fit into a button."
        return "id-too-long", f'The name "{shown}" has {len(value)} letters.', todo
    return "wrong-value", f'{key or "the name"} is "{shown}".', _HOW.get(key, _NEARBY)


def _wrong(key: str, detail: ErrorDetails, shown: str) -> tuple[FindingName, str, str]:
    context: dict[str, Any] = detail.get("ctx", {})
    seen = f'{key} is "{shown}".'
    what = _what(detail["input"])
    match detail["type"]:
        case "literal_error":
            return "unknown-value", f'{key} cannot be "{shown}".', f"Write one of: {context['expected']}."
        case "string_too_long":
            seen = f"{key} has {len(str(detail['input']).strip())} letters; {context['max_length']} fit."
            return "too-long", seen, "Say it shorter, or make two points of it."
        case "too_long":
            todo = f"Keep the {context['max_length']} that matter most; move the rest to another card."
            return "too-many", f"{key} has {context['actual_length']} entries.", todo
        case "value_error":
            return "wrong-value", seen, f"Please {context['error']}."
        case "dict_type" | "model_type" | "model_attributes_type":
            seen = f"Here should be `key: value` lines, not {what}."
            return "not-a-map", seen, "Compare with a file nearby."
        case "list_type":
            todo = "Start each entry on its own line, with a minus sign and a space: `- `."
            return "not-a-list", f"{key or 'This file'} should be a list, not {what}.", todo
        case "string_type":
            if not key and isinstance(detail["input"], dict) and len(detail["input"]) == 1:
                seen = f'There is a colon inside the text "{_shown(": ".join(_first(detail["input"])))}".'
                return "colon", seen, "Put the text on a line of its own below `|`, or inside '…' quotes."
            todo = "Write it on one line, or below `|`."
            return "not-a-text", f"{key or 'This entry'} should be a text, not {what}.", todo
        case "bool_parsing":
            return "wrong-value", seen, "Write yes or no."
        case "int_parsing":
            return "wrong-value", seen, "Write a whole number in Latin digits, without commas."
        case "greater_than_equal" | "less_than_equal":
            least, most = context.get("ge"), context.get("le")
            todo = f"Write a number of at least {least}." if most is None else f"Write {most} at most."
            return "wrong-value", seen, todo
        case "date_from_datetime_parsing" | "date_parsing" | "date_from_datetime_inexact":
            return "wrong-value", seen, "Write the date as 2026-05-31."
        case _:
            return "wrong-value", f'{key} is "{shown}", which does not fit here.', _NEARBY


def _first(entries: dict[str, Any]) -> tuple[str, str]:
    key, value = next(iter(entries.items()))
    return str(key), value if isinstance(value, str) else "…"


def _nearest(key: str) -> str:
    near = difflib.get_close_matches(key, _KEYS, n=1, cutoff=0.7)
    return f'Did you mean "{near[0]}"? Otherwise remove it.' if near else "Remove it, or see a file nearby."


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else _what(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def _what(value: Any) -> str:
    if value == "" or value is None:
        return "nothing"
    return "a map" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a single text"
