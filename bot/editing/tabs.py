"""Tabs where YAML allows only spaces become the spaces that were meant, when that is certain."""

import re

from bot.editing.blocks import in_blocks
from bot.editing.files import Refused, document
from bot.editing.meaning import same_meaning
from bot.editing.shapes import fits

WIDTHS = (2, 4, 8)  # columns of a tab, the likeliest first: two spaces are one level in our files
_AFTER_SIGN = re.compile(r"( *(?:- +)*(?:-|\w+:))[ \t]*\t[ \t]*(?=\S)")


def without_tabs(text: str, name: str) -> str:
    """The text indented with spaces; unchanged if two widths of a tab would say different things."""
    if "\t" not in text:
        return text
    tries = dict.fromkeys(_expanded(text, width) for width in WIDTHS)
    sound = [one for one in tries if _readable(one, name)]
    fitting = [one for one in sound if fits(name, document(one, name).data)] or sound
    certain = fitting and all(same_meaning(fitting[0], other, name) for other in fitting)
    return fitting[0] if certain else text


def _readable(text: str, name: str) -> bool:
    try:
        document(text, name)
    except Refused:
        return False
    return True


def _expanded(text: str, width: int) -> str:
    lines = text.split("\n")
    inside = in_blocks(lines)
    margin = 0  # where the lines of the present block text begin
    for index, line in enumerate(lines):
        if index not in inside:
            margin = 0
            line = _AFTER_SIGN.sub(r"\1 ", line) if _AFTER_SIGN.match(line) else line
        own = line[margin:] if margin and line[:margin].isspace() and "\t" not in line[:margin] else None
        bare = line.lstrip(" \t")
        if own is None and bare:  # else a tab at its start belongs to the text itself
            line = line[: len(line) - len(bare)].expandtabs(width) + bare
            if index in inside:
                margin = margin or len(line) - len(bare)
        lines[index] = line
    return "\n".join(lines)
