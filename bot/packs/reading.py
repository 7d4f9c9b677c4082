"""Reads pack files and types their values; what does not fit becomes a finding in an editor's words."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bot.packs.exercises import EXERCISE_MODELS
from bot.packs.findings import Finding
from bot.packs.models import ALL_MODELS
from bot.packs.source import Document, read
from bot.packs.unwritten import NOT_WRITTEN, is_unwritten, unwritten

T = TypeVar("T")

_MOST_SHOWN = 60  # letters of a wrong value that a finding repeats
LARGEST_FILE = 1_000_000  # bytes; a pack is text that people wrote, anything larger is a mistake


class Reader:
    """Reads files below one folder, gathers findings, keeps the lines of every value for later checks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.findings: list[Finding] = []
        self.documents: dict[str, Document] = {}
        self._broken: set[str] = set()

    def names(self, pattern: str) -> Iterator[tuple[str, str]]:
        """(stem, file name) of each file that fits `pattern`, in order of name."""
        for file in sorted(self.folder.glob(pattern)):
            yield file.stem, file.relative_to(self.folder).as_posix()

    def whole(self, start: str) -> bool:
        """Whether every file read so far whose name begins with `start` could be had."""
        return not any(name.startswith(start) for name in self._broken)

    def read(self, name: str, shape: TypeAdapter[T]) -> T | None:
        """The file `name` as a `shape`; None, with findings added, if it cannot be had."""
        value = self._read(name, shape)
        if value is None:
            self._broken.add(name)
        if document := self.documents.get(name):
            self._tell_unwritten(name, document)
        return value

    def _tell_unwritten(self, name: str, document: Document) -> None:
        """One finding a file: a new language has hundreds of texts to write."""
        if places := list(unwritten(document.data)):
            seen = f"Not written yet ({NOT_WRITTEN}): {len(places)} in this file, the first one here."
            todo = f"Write each text where {NOT_WRITTEN} stands, and remove the mark."
            self.add(name, places[0], "not-written", seen, todo)

    def _read(self, name: str, shape: TypeAdapter[T]) -> T | None:
        file = self.folder / name
        try:
            size = file.stat().st_size if file.is_file() else None
        except OSError:  # deleted between the two: an editor's programme saves by renaming
            size = None
        if size is None:
            self.add(
                name, (), "missing", "This file is missing.", "Create it; compare with the other language."
            )
            return None
        if size > LARGEST_FILE:
            self.add(
                name,
                (),
                "too-large",
                "The file is larger than 1 MB.",
                "Split it, or remove what got in by mistake.",
            )
            return None
        before = len(self.findings)
        document = read(file, name, self.findings)
        if document is None:
            return None
        self.documents[name] = document
        if document.data is None:
            self.add(name, (), "empty", "The file is empty.", "Fill it; compare with a file nearby.")
            return None
        try:
            value = shape.validate_python(document.data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                self._explain(name, detail)
            return None
        return value if len(self.findings) == before else None

    def add(
        self,
        name: str,
        path: tuple[str | int, ...],
        kind: str,
        seen: str,
        todo: str,
        *,
        warning: bool = False,
    ) -> None:
        """Adds a finding about the value at `path` in the file `name`."""
        document = self.documents.get(name)
        line = document.line(path) if document else 1
        self.findings.append(Finding(name, line, kind, seen, todo, "warning" if warning else "error"))

    def _explain(self, name: str, detail: ErrorDetails) -> None:
        if is_unwritten(detail["input"]) and detail["type"] != "extra_forbidden":
            return  # told once for the file
        path = tuple(part for part in detail["loc"] if part != "[key]")
        key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        context: dict[str, Any] = detail.get("ctx", {})
        value = _shown(detail["input"])
        match detail["type"]:
            case "missing":
                self.add(
                    name, path[:-1], "missing", f'"{key}" is missing here.', f"Add `{key}:` with its value."
                )
            case "extra_forbidden":
                self.add(
                    name,
                    path,
                    "unknown-key",
                    f'Nothing is called "{key}" here.',
                    _nearest(key),
                )
            case "literal_error":
                todo = f"Write one of: {context['expected']}."
                self.add(name, path, "unknown-value", f'{key} cannot be "{value}".', todo)
            case "string_too_short" | "too_short":
                self.add(
                    name,
                    path,
                    "empty",
                    f"{key or 'The list'} is empty.",
                    "Write its value, or remove the line if it may be absent.",
                )
            case "string_too_long":
                limit = context["max_length"]
                seen = f"{key} has {len(str(detail['input']).strip())} letters; {limit} fit."
                self.add(name, path, "too-long", seen, "Say it shorter, or make two points of it.")
            case "too_long":
                limit = context["max_length"]
                todo = f"Keep the {limit} that matter most; move the rest to another card."
                self.add(name, path, "too-many", f"{key} has {context['actual_length']} entries.", todo)
            case "value_error":
                self.add(name, path, "wrong-value", f'{key} is "{value}".', f"Please {context['error']}.")
            case "dict_type" | "model_type" | "model_attributes_type":
                self.add(
                    name,
                    path,
                    "not-a-map",
                    f"Here should be `key: value` lines, not {_what(detail['input'])}.",
                    "Compare with a file nearby.",
                )
            case "list_type":
                self.add(
                    name,
                    path,
                    "not-a-list",
                    f"{key} should be a list, not {_what(detail['input'])}.",
                    "Start each entry with `- ` on its own line.",
                )
            case "string_type":
                self.add(
                    name,
                    path,
                    "not-a-text",
                    f"{key} should be a text, not {_what(detail['input'])}.",
                    "Write it on one line, or below `|`.",
                )
            case "bool_parsing":
                self.add(name, path, "wrong-value", f'{key} is "{value}".', "Write yes or no.")
            case "int_parsing":
                self.add(
                    name,
                    path,
                    "wrong-value",
                    f'{key} is "{value}".',
                    "Write a whole number in Latin digits, without commas.",
                )
            case "string_pattern_mismatch":
                self.add(
                    name,
                    path,
                    "wrong-value",
                    f'{key or "the name"} is "{value}".',
                    _HOW.get(key, "Compare with an entry nearby."),
                )
            case "date_from_datetime_parsing" | "date_parsing" | "date_from_datetime_inexact":
                self.add(name, path, "wrong-value", f'{key} is "{value}".', "Write the date as 2026-05-31.")
            case _:
                self.add(
                    name,
                    path,
                    "wrong-value",
                    f'{key} is "{value}", which does not fit here.',
                    "Compare with an entry nearby.",
                )


_KEYS = sorted({key for model in (*ALL_MODELS, *EXERCISE_MODELS) for key in model.model_fields})


def _nearest(key: str) -> str:
    near = difflib.get_close_matches(key, _KEYS, n=1, cutoff=0.7)
    return f'Did you mean "{near[0]}"? Otherwise remove it.' if near else "Remove it, or see a file nearby."


_HOW = {
    "url": "Write the whole link, beginning with https://",
    "number": "Write digits only, Latin ones: +880… or the number as it is dialled in that country.",
    "dial_from": "Write the two capital letters of the one country where it works, or: anywhere",
    "currency": "Write the three capital letters of the currency, such as BDT.",
}


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else _what(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def _what(value: Any) -> str:
    if value == "" or value is None:
        return "nothing"
    return "a map" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a single text"
