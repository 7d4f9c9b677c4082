"""Reads one YAML file as text: every value a string, every value with its line.

YAML would turn `016135` into 7261 and `no` into False, so nothing is typed here; the models do that.
Only this module and misreading.py know the yaml library.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from bot.packs.findings import Finding
from bot.packs.misreading import SPECIAL_SIGN, in_plain_words

Path_ = tuple[str | int, ...]

DEEPEST = 20  # levels; no file of ours has more than six
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# To YAML these end a line, to every editor they are invisible: line numbers would not agree.
_NO_LINE_ENDS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
_COMMENT = re.compile(r"[ \t]+#(.*)")


class NotYaml(Exception):
    """A file that is no YAML; the text is the kind of the error."""


@dataclass(frozen=True)
class Document:
    """The content of a file, the line on which each of its values stands, and what is lost behind values."""

    file: str
    data: Any
    text: str = ""
    behind: dict[Path_, tuple[int, str]] = field(default_factory=dict)
    """Line and comment where a value without quotes ends: maybe a part of the text, cut off by its `#`."""

    @cached_property
    def lines(self) -> dict[Path_, int]:
        """The line of every value; found out when it is asked for: in sound packs nobody does."""
        building = _Building(self.file, self.text, [], {})
        building.document()
        return building.lines or {}

    def line(self, path: Path_) -> int:
        """The line of the value at `path`, or of the nearest value around it that has one."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1


def read(file: Path, name: str, findings: list[Finding]) -> Document | None:
    """The document in `file`, called `name` in findings; None, with a finding added, if it cannot be read."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        findings.append(_not_utf8(error, name))
        return None
    except OSError as error:
        seen = f"The file cannot be opened: {error.strerror}."
        findings.append(Finding(name, 1, "missing", seen, "Save it again, with another name if need be."))
        return None
    return parse(text, name, findings)


def plain(file: Path) -> Any:
    """The values of a file alone, quickly; raises NotYaml where there is no telling what they are."""
    try:
        return yaml.load(file.read_bytes(), Loader=_LOADER)  # noqa: S506  plain text only
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise NotYaml(type(error).__name__) from None


def _not_utf8(error: UnicodeDecodeError, name: str) -> Finding:
    """What happened to the file, as far as its bytes tell."""
    data = bytes(error.object)
    line = data.count(b"\n", 0, error.start) + 1
    seen, todo = "The file is not saved as UTF-8 text.", "Save the file again with the encoding UTF-8."
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        line, seen = 1, "The file is saved as UTF-16 (Notepad calls it Unicode), not as UTF-8."
        todo = "Save it again with the encoding UTF-8, or run `script/dishari content fix`."
    elif error.reason == "unexpected end of data":
        seen = "The file ends in the middle of a letter: it was not saved whole."
        todo = "Write the end again and save; `script/dishari content undo` brings back the last state."
    elif b"\0" in data or data.startswith(b"PK"):
        line, seen = 1, "This is no text: it may be a Word file or a picture with a wrong name."
        todo = "Copy its words into a text file, in Notepad or in the browser, and save that."
    return Finding(name, line, "not-utf8", seen, todo)


def parse(text: str, name: str, findings: list[Finding]) -> Document | None:
    """The document in `text`; None, with a finding added, if it is not YAML."""
    before = len(findings)
    try:
        return _Building(name, text, findings).document()
    except _NotForUs as error:
        findings.append(Finding(name, error.line, "not-yaml", error.seen, error.todo))
    except yaml.YAMLError as error:
        del findings[before:]
        findings.append(in_plain_words(error, text.translate(_NO_LINE_ENDS), name))
    return None


def places(text: str) -> Iterator[tuple[Path_, int, int]]:
    """Where each single value of sound YAML stands: its path, and its first and last letter in `text`."""
    events = yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            yield from _places(event, events, ())


def _places(event: Any, events: Iterator[Any], path: Path_) -> Iterator[tuple[Path_, int, int]]:
    if isinstance(event, yaml.SequenceStartEvent):
        index = 0
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            yield from _places(item, events, (*path, index))
            index += 1
    elif isinstance(event, yaml.MappingStartEvent):
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            yield from _places(next(events), events, (*path, key.value))
    else:
        yield path, event.start_mark.index, event.end_mark.index


class _NotForUs(Exception):
    """YAML, but of a kind that no pack needs."""

    def __init__(self, line: int, seen: str, todo: str) -> None:
        self.line, self.seen, self.todo = line, seen, todo


class _Building:
    """Built from events: yaml.compose follows references without end, and crashes the process when nested."""

    def __init__(
        self, name: str, text: str, findings: list[Finding], lines: dict[Path_, int] | None = None
    ) -> None:
        self.name, self.text = name, text
        self.findings = findings
        self.lines = lines  # filled, if given
        self.behind: dict[Path_, tuple[int, str]] = {}
        as_seen = text.translate(_NO_LINE_ENDS)
        self.events: Iterator[Any] = yaml.parse(as_seen, Loader=_LOADER)
        self.rows = as_seen.split("\n")

    def document(self) -> Document:
        data, begun = None, False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and begun:
                raise _NotForUs(_line(event), "A line `---` begins a second document.", "Remove the line.")
            if isinstance(event, yaml.NodeEvent):
                data, begun = self.value(event, ()), True
        return Document(self.name, data, self.text, self.behind)

    def value(self, event: yaml.NodeEvent, path: Path_) -> Any:
        line = _line(event)
        # A missing or empty value has no place of its own: the key's line is where an editor must look.
        if self.lines is not None:
            self.lines.setdefault(path, line)
        if len(path) > DEEPEST:
            raise _NotForUs(line, "Lists and maps are nested too deeply here.", "Make the file flatter.")
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self.findings.append(Finding(self.name, line, "special-sign", *SPECIAL_SIGN))
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                items.append(self.value(item, (*path, len(items))))
            return items
        if isinstance(event, yaml.MappingStartEvent):
            return self.map(path)
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            self.look_behind(event, path)
        return getattr(event, "value", "")

    def map(self, path: Path_) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = _line(event)
            key = self.value(event, (*path, ""))
            if not isinstance(key, str):
                raise _NotForUs(line, "A key is itself a list or a map.", "Use a single word as the key.")
            if key in result:
                seen = f'"{key}" stands here a second time.'
                todo = "Keep one of the two and delete the other."
                self.findings.append(Finding(self.name, line, "duplicate-key", seen, todo))
            if self.lines is not None:
                self.lines[(*path, key)] = line
            result[key] = self.value(next(self.events), (*path, key))
        return result

    def look_behind(self, event: Any, path: Path_) -> None:
        row = event.end_mark.line
        if row < len(self.rows) and (comment := _COMMENT.match(self.rows[row], event.end_mark.column)):
            self.behind[path] = (row + 1, comment[1].strip())


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
