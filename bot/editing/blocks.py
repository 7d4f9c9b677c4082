"""Which lines of a YAML text are text below a `|` or `>`: in there every sign is just a sign."""

import re
from collections.abc import Sequence

_HEADER = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?P<key>(?:\"[^\"]*\"|'[^']*'|[^\s#'\"\[{&*!|>][^#]*?):[ \t]+)?"
    r"[|>][0-9+-]*[ \t]*(?:#.*)?$"
)
_TAB = 2  # columns of a tab in an indentation: editors mean one level


def in_blocks(lines: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines that belong to block texts."""
    found: set[int] = set()
    parent: int | None = None  # the column of what owns the block we are in
    for index, line in enumerate(lines):
        text = line.rstrip()
        if parent is not None and (not text or column(line) > parent):
            found.add(index)
            continue
        header = _HEADER.match(line)
        parent = _owner(header) if header else None
    return frozenset(found)


def _owner(header: re.Match[str]) -> int:
    start = len(header["indent"].expandtabs(_TAB))
    if header["key"]:
        return start + len(header["dashes"])
    return start + header["dashes"].rfind("-") if header["dashes"] else start - 1


def column(line: str) -> int:
    """The column in which the text of a line starts."""
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return len(indent.expandtabs(_TAB))
