"""Writes single values into an entry of a pack file; every other line stays as it is."""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

from bot.editing.files import Refused, document
from bot.editing.ordering import end_of
from bot.editing.signs import quoted
from bot.packs.models import Checked
from bot.packs.source import Document, Path_

_VALUE = re.compile(
    r"[ \t]*?(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|(?:[^\s#]|(?<=\S)#|[ \t]+(?![ \t#]))*)"
    r"(?P<comment>[ \t]+#.*)?"
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
    found = document(text, name)
    wanted = replace(found, data=deepcopy(found.data))
    entry(wanted, path).update(values)
    windows = "\r\n" in text
    written = text.replace("\r\n", "\n") if windows else text
    try:
        for key, value in values.items():
            written = _with_value(written, name, path, key, value)
        if document(written, name).data == wanted.data:
            return written.replace("\n", "\r\n") if windows else written
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
    first = next(iter(present))
    margin = lines[found.lines[*path, first] - 1].find(first)
    written = f"{key}: {scalar(value)}".rstrip()
    if key not in present:
        before = [one for one in present if one not in _CHECKED[_CHECKED.index(key) :]] or [first]
        last = found.lines[*path, before[-1]] - 1
        lines.insert(end_of(lines, last, margin), " " * margin + written)
        return "\n".join(lines)
    at = found.lines[*path, key] - 1
    start, _, rest = lines[at].partition(f"{key}:")
    old = _VALUE.fullmatch(rest)
    more = lines[at + 1 : end_of(lines, at, margin)]
    if old is None or any(line.lstrip().startswith("#") for line in more):
        raise Refused("A comment would be lost.")
    lines[at : at + 1 + len(more)] = [start + written + (old["comment"] or "")]
    return "\n".join(lines)


def scalar(value: str) -> str:
    """The value as YAML has it: without quotes if that reads the same."""
    try:
        plain = document(f"value: {value}\n", "")
    except Refused:
        return quoted(value)
    return value if plain.data == {"value": value} and not plain.behind else quoted(value)
