"""Writes single values into an entry of a pack file; every other line stays as it is."""

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from bot.editing.files import Refused, document
from bot.editing.ordering import end_of
from bot.editing.signs import quoted
from bot.packs.models import Checked
from bot.packs.source import Document, Path_

_VALUE = re.compile(
    r"[ \t]*(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|(?:[^\s#]|(?<=\S)#|[ \t]+(?!#))*)(?P<comment>[ \t]+#.*)?"
)
_CHECKED = list(Checked.model_fields)


def entry(found: Document, path: Path_) -> Any:
    """The part of the document at `path`."""
    part = found.data
    for step in path:
        part = part[step]
    return part


def with_values(text: str, name: str, path: Path_, values: Mapping[str, str]) -> str:
    """The text with `values` in the entry at `path`; Refused if they cannot be written there safely."""
    wanted = deepcopy(document(text, name).data)
    part = wanted
    for step in path:
        part = part[step]
    part.update(values)
    written = text
    for key, value in values.items():
        written = _with_value(written, name, path, key, value)
    try:
        if document(written, name).data == wanted:
            return written
    except Refused:
        pass
    line = document(text, name).line(path)
    raise Refused(f"{name}:{line}: this entry is written in an unusual way; {_by_hand(values)}")


def _by_hand(values: Mapping[str, str]) -> str:
    return "write it there by hand: " + ", ".join(f"{key}: {value}" for key, value in values.items() if value)


def _with_value(text: str, name: str, path: Path_, key: str, value: str) -> str:
    found = document(text, name)
    lines = text.split("\n")
    present = entry(found, path)
    written = f"{key}: {scalar(value)}".rstrip()
    if key in present:
        at = found.lines[*path, key] - 1
        start, mark, rest = lines[at].partition(f"{key}:")
        now = _VALUE.fullmatch(rest)
        comment = (now["comment"] or "") if now else ""
        lines[at] = start + written + comment
        return "\n".join(lines)
    before = [one for one in present if one not in _CHECKED[_CHECKED.index(key) :]] or list(present)
    first, last = found.lines[*path, next(iter(present))] - 1, found.lines[*path, before[-1]] - 1
    margin = max(lines[first].find(next(iter(present))), 0)
    lines.insert(end_of(lines, last, margin), " " * margin + written)
    return "\n".join(lines)


def scalar(value: str) -> str:
    """The value as YAML has it: without quotes if that reads the same."""
    try:
        plain = document(f"value: {value}\n", "")
    except Refused:
        return quoted(value)
    return value if plain.data == {"value": value} and not plain.behind else quoted(value)
