"""The repairs of `dishari content fix`, each from text to text; fixing.py proves that they harm nothing."""

import re
import unicodedata
from collections.abc import Callable

from bot.editing.blocks import in_blocks
from bot.editing.files import Refused, document
from bot.editing.invisible import without_stray
from bot.editing.ordering import in_order
from bot.editing.signs import CURLY, NUMBERS, latin, quoted, without_curly
from bot.editing.tabs import without_tabs

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_PASTED = re.compile(
    r"^[ \t\u00a0\u2007\u2009\u202f]*(?:-[ \u00a0\u2007\u2009\u202f]+)*(?:\w+:[ \u00a0\u2007\u2009\u202f]+)?",
    re.M,
)
_VALUE = re.compile(r"(?P<start> *(?:- +)*(?:\w+: +)?)(?P<value>\S.*?)(?P<end>\s*|\s+#.*)")


def line_ends(text: str, name: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def invisible(text: str, name: str) -> str:
    return without_stray(text)


def pasted_spaces(text: str, name: str) -> str:
    """Spaces from a web page, where YAML takes only its own for spaces: before a text, not inside it."""
    return _PASTED.sub(lambda found: found[0].translate(_SPACES), text)


def unicode_form(text: str, name: str) -> str:
    return unicodedata.normalize("NFC", text)


def curly_quotes(text: str, name: str) -> str:
    """Typographic quotes around a whole value become YAML's own."""
    lines = text.split("\n")
    inside = in_blocks(lines)
    for index, line in enumerate(lines):
        if index not in inside and (found := _VALUE.fullmatch(line)) and CURLY.fullmatch(found["value"]):
            lines[index] = found["start"] + quoted(without_curly(found["value"])) + found["end"]
    return "\n".join(lines)


def digits(text: str, name: str) -> str:
    """Phone numbers, amounts and days as machines dial and read them."""
    try:
        places = document(text, name).lines
    except Refused:
        return text
    lines = text.split("\n")
    for path, line in places.items():
        if path and path[-1] in NUMBERS and line <= len(lines):
            start, colon, value = lines[line - 1].partition(":")
            if start.split()[-1:] == [path[-1]] and any(c.isdecimal() for c in value):
                bare = re.split(r"\s+#", value, maxsplit=1)[0]
                lines[line - 1] = start + colon + latin(bare) + value[len(bare) :]
    return "\n".join(lines)


def trailing_spaces(text: str, name: str) -> str:
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


def end_of_file(text: str, name: str) -> str:
    return text.rstrip("\n") + "\n" if text.strip("\n") else text


REPAIRS: tuple[tuple[str, Callable[[str, str], str]], ...] = (
    ("Windows line ends", line_ends),
    ("stray invisible characters", invisible),
    ("pasted spaces before a text", pasted_spaces),
    ("letters stored in an unusual form (NFC)", unicode_form),
    ("curly quotes around a value", curly_quotes),
    ("tabs", without_tabs),
    ("digits and signs of numbers", digits),
    ("order of keys", in_order),
    ("spaces at the end of a line", trailing_spaces),
    ("the end of the file", end_of_file),
)
"""In this order: each may lay open what a later one repairs."""
