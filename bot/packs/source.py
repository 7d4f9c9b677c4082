"""Reads one YAML file as text: every value a string, every value with its line.

YAML would turn `016135` into 7261 and `no` into False, so nothing is typed here; the models do that.
The only door to the yaml library.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.packs.findings import Finding

Path_ = tuple[str | int, ...]


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
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        findings.append(_in_plain_words(error, text, name))
        return None
    except RecursionError:
        findings.append(
            Finding(name, 1, "not-yaml", "The lists are nested too deeply.", "Make the file flatter.")
        )
        return None
    document = Document(name, None)
    try:
        data = None if node is None else _plain(node, (), document, findings, frozenset())
    except RecursionError:
        findings.append(
            Finding(name, 1, "not-yaml", "The lists are nested too deeply.", "Make the file flatter.")
        )
        return None
    return Document(name, data, document.lines)


def _compose(text: str) -> yaml.Node | None:
    """The C parser is ten times faster; the Python one says better what is wrong."""
    try:
        return yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.BaseLoader)


def _plain(
    node: yaml.Node, path: Path_, document: Document, findings: list[Finding], above: frozenset[int]
) -> Any:
    document.lines[path] = node.start_mark.line + 1
    if id(node) in above:
        line = node.start_mark.line + 1
        findings.append(
            Finding(document.file, line, "not-yaml", "A value contains itself.", "Remove the * and &.")
        )
        return ""
    above = above | {id(node)}
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                seen = "A key is itself a list or a map."
                findings.append(
                    Finding(document.file, line, "not-yaml", seen, "Use a single word as the key.")
                )
                continue
            key: str = key_node.value
            if key in result:
                seen = f'"{key}" stands here a second time.'
                findings.append(
                    Finding(
                        document.file,
                        line,
                        "duplicate-key",
                        seen,
                        "Keep one of the two and delete the other.",
                    )
                )
            result[key] = _plain(value_node, (*path, key), document, findings, above)
            # A missing or empty value has no place of its own: the key's line is where an editor must look.
            document.lines[(*path, key)] = line
        return result
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(item, (*path, index), document, findings, above) for index, item in enumerate(node.value)
        ]
    return node.value


def _in_plain_words(error: yaml.YAMLError, text: str, name: str) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    problem = str(getattr(error, "problem", "") or "")
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    before = lines[line - 2] if 1 < line <= len(lines) + 1 else ""
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
