"""Reads one YAML file as text: every value a string, every value with its line.

YAML would turn `016135` into 7261 and `no` into False, so nothing is typed here; the models do that.
The only door to the yaml library.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.packs.findings import Finding

Path_ = tuple[str | int, ...]

DEEPEST = 20  # levels; no file of ours has more than six
_BEGINS_WITH_SIGN = re.compile(r"\s*(- +)?([A-Za-z_]\w*: +)?[*&!{\[@`%]")
_SPECIAL = (
    "A text begins with a sign that YAML takes for its own.",
    "Put the text on a line of its own below `|`, or inside '…' quotes.",
)
SLOW_BEYOND = 200_000  # letters; the Python parser would take seconds


@dataclass(frozen=True, slots=True)
class Document:
    """The content of a file and the line on which each of its values stands."""

    file: str
    data: Any
    lines: dict[Path_, int] = field(default_factory=dict)

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
    except UnicodeDecodeError:
        todo = "Save the file again with the encoding UTF-8."
        findings.append(Finding(name, 1, "not-utf8", "The file is not saved as UTF-8 text.", todo))
        return None
    except OSError as error:
        findings.append(
            Finding(name, 1, "unreadable", f"The file cannot be opened: {error.strerror}.", "Check it.")
        )
        return None
    return parse(text, name, findings)


def parse(text: str, name: str, findings: list[Finding]) -> Document | None:
    """The document in `text`; None, with a finding added, if it is not YAML."""
    before = len(findings)
    try:
        return _document(text, name, findings, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except _NotForUs as error:
        findings.append(Finding(name, error.line, "not-yaml", error.seen, error.todo))
    except yaml.YAMLError as error:
        del findings[before:]
        findings.append(_in_plain_words(_better_said(error, text), text, name))
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


def _document(text: str, name: str, findings: list[Finding], loader: Any) -> Document:
    """Built from events: yaml.compose follows references without end, and crashes the process when nested."""
    document = Document(name, None)
    events = yaml.parse(text, Loader=loader)
    data = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and document.lines:
            raise _NotForUs(_line(event), "A line `---` begins a second document.", "Remove the line.")
        if isinstance(event, yaml.NodeEvent):
            data = _plain(event, events, (), document, findings)
    return Document(name, data, document.lines)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _better_said(error: yaml.YAMLError, text: str) -> yaml.YAMLError:
    """The C parser is ten times faster; the Python one says better what is wrong."""
    if len(text) > SLOW_BEYOND:
        return error
    try:
        for _ in yaml.parse(text, Loader=yaml.BaseLoader):
            pass
    except yaml.YAMLError as said:
        return said
    except RecursionError:
        pass
    return error


def _plain(
    event: yaml.NodeEvent, events: Iterator[Any], path: Path_, document: Document, findings: list[Finding]
) -> Any:
    line = _line(event)
    # A missing or empty value has no place of its own: the key's line is where an editor must look.
    document.lines.setdefault(path, line)
    if len(path) > DEEPEST:
        raise _NotForUs(line, "Lists and maps are nested too deeply here.", "Make the file flatter.")
    if event.anchor is not None or getattr(event, "tag", None) is not None:
        findings.append(Finding(document.file, line, "special-sign", *_SPECIAL))
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Any] = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            items.append(_plain(item, events, (*path, len(items)), document, findings))
        return items
    if isinstance(event, yaml.MappingStartEvent):
        return _map(events, path, document, findings)
    return getattr(event, "value", "")


def _map(events: Iterator[Any], path: Path_, document: Document, findings: list[Finding]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = _line(event)
        key = _plain(event, events, (*path, ""), document, findings)
        if not isinstance(key, str):
            raise _NotForUs(line, "A key is itself a list or a map.", "Use a single word as the key.")
        if key in result:
            seen, todo = f'"{key}" stands here a second time.', "Keep one of the two and delete the other."
            findings.append(Finding(document.file, line, "duplicate-key", seen, todo))
        document.lines[(*path, key)] = line
        result[key] = _plain(next(events), events, (*path, key), document, findings)
    return result


def _in_plain_words(error: yaml.YAMLError, text: str, name: str) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    problem = str(getattr(error, "problem", "") or "")
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        seen = "There is an invisible control character in this line."
        return Finding(name, line, "not-yaml", seen, "Delete the line and type it again.")
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    before = lines[line - 2] if 1 < line <= len(lines) + 1 else ""
    if _BEGINS_WITH_SIGN.match(here):
        return Finding(name, line, "special-sign", *_SPECIAL)
    if "\t" in here or "\\t" in problem:
        return Finding(
            name,
            line,
            "tab",
            "There is a tab in this line.",
            "Use spaces at the start of a line, two a level.",
        )
    if "mapping values are not allowed" in problem:
        seen = "There is a colon inside the text, or the line above has a value that goes on here."
        return Finding(
            name, line, "colon", seen, "Put the text on a line of its own below `|`, or inside '…' quotes."
        )
    if "could not find expected ':'" in problem:
        seen = f"A colon is missing: {before.strip() or here.strip()!r}."
        return Finding(
            name, max(line - 1, 1), "missing-colon", seen, "Write `key: value`, with a space after the colon."
        )
    if "quoted scalar" in problem or "while scanning a quoted" in str(getattr(error, "context", "")):
        start = getattr(error, "context_mark", None)
        line = start.line + 1 if start else line
        return Finding(
            name, line, "missing-quote", "A quote is opened here and never closed.", "Close it, or use `|`."
        )
    if "expected <block end>" in problem or "indent" in problem:
        seen = "This line starts too far left or right for the lines around it."
        return Finding(
            name, line, "indent", seen, "Line it up with the lines of the same kind, two spaces a level."
        )
    return Finding(
        name,
        line,
        "not-yaml",
        f"This is not YAML: {problem or 'it cannot be read'}.",
        "Compare with a file nearby.",
    )
