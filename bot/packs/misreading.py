"""What the yaml library says about a broken file, in an editor's words."""

import re

import yaml

from bot.packs.findings import Finding

_BEGINS_WITH_SIGN = re.compile(r"\s*(- +)?([A-Za-z_]\w*: +)?[*&!{\[@`%]")
SPECIAL_SIGN = (
    "A text begins with a sign that YAML takes for its own.",
    "Put the text on a line of its own below `|`, or inside '…' quotes.",
)
# A text between quotes that goes on behind the second one: 'Don't pay, "Free visa" is a lie.
_QUOTE_INSIDE = re.compile(
    r"""\s*(- +)?(\w+: +)?(?P<quote>["'])(?:(?!(?P=quote)).)*(?P=quote)\s*[^\s#,:].*"""
)
_MERGING = re.compile(r"<{7}( |$)|={7}$|>{7}( |$)")
_HARD_SPACE = re.compile(
    r"^[ \t]*(- +)*(\w+:)?[ \t]*[\u00a0\u2007\u2009\u202f]|^[ \t]*-[\u00a0\u2007\u2009\u202f]"
)
_OPENS_BLOCK = re.compile(r"\s*(- +)*(\w+: +)?[|>][+-]?\s*")
_KEY = re.compile(r"(\s*)(- +)*\w+:(\s|$)")
SLOW_BEYOND = 200_000  # letters; the Python parser would take seconds


def in_plain_words(error: yaml.YAMLError, text: str, name: str) -> Finding:
    """The finding for `error` in `text`: the mistake that an editor most probably made."""
    error = _better_said(error, text)
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    lines = text.split("\n")
    problem = str(getattr(error, "problem", "") or "")
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        seen = "There is an invisible control character in this line."
        return Finding(name, line, "not-yaml", seen, "Delete the line and type it again.")
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    before = lines[line - 2] if 1 < line <= len(lines) + 1 else ""
    if found := next((n for n, row in enumerate(lines, 1) if _MERGING.match(row)), 0):
        seen = "Two changes of this file met here, and nobody has chosen between them."
        todo = "Keep one of the two, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
        return Finding(name, found, "not-yaml", seen, todo)
    if found := next((n for n, row in enumerate(lines[:line], 1) if _HARD_SPACE.match(row)), 0):
        seen = "There is a pasted space in this line that YAML does not take for one."
        todo = "Type the spaces of this line anew, or run `script/dishari content fix`."
        return Finding(name, found, "invisible-character", seen, todo)
    if "expected <block end>" in problem and _QUOTE_INSIDE.match(here):
        seen = "The text begins with a quote, so YAML ends it at the next quote."
        return Finding(name, line, "special-sign", seen, "Put the text on a line of its own below `|`.")
    if _BEGINS_WITH_SIGN.match(here):
        return Finding(name, line, "special-sign", *SPECIAL_SIGN)
    if "\t" in here or "\\t" in problem:
        return Finding(
            name,
            line,
            "tab",
            "There is a tab in this line.",
            "Use spaces at the start of a line, two a level.",
        )
    if "mapping values are not allowed" in problem:
        if (key := _KEY.match(here)) and (above := _KEY.match(before)) and len(key[1]) > len(above[1]):
            return _indent(name, line)
        seen = "There is a colon inside the text, or the line above has a value that goes on here."
        return Finding(
            name, line, "colon", seen, "Put the text on a line of its own below `|`, or inside '…' quotes."
        )
    if "could not find expected ':'" in problem:
        if _in_block(lines, line - 1):
            seen = "This line starts further left than the text below `|` that it belongs to."
            todo = "Begin it two spaces further right than the line that ends in `|`."
            return Finding(name, max(line - 1, 1), "indent", seen, todo)
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
        return _indent(name, line)
    return Finding(
        name,
        line,
        "not-yaml",
        f"This is not YAML: {problem or 'it cannot be read'}.",
        "Compare with a file nearby.",
    )


def _indent(name: str, line: int) -> Finding:
    seen = "This line starts too far left or right for the lines around it."
    todo = "Line it up with the lines of the same kind, two spaces a level."
    return Finding(name, line, "indent", seen, todo)


def _in_block(lines: list[str], line: int) -> bool:
    """Whether the nearest line above `line` that is no plain text opens a text below `|`."""
    for row in reversed(lines[: max(line - 1, 0)]):
        if _OPENS_BLOCK.fullmatch(row):
            return True
        if _KEY.match(row):
            return False
    return False


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
