"""Characters that nobody sees: which are stray, and how to show them."""

import re
import unicodedata

_NEVER_NEEDED = "\u00ad\u180e\u200b\u2060\ufeff"
_DIRECTION = "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # needed beside letters that run from right to left
_JOINERS = "\u200c\u200d"  # needed beside a virama and inside an emoji
_ANY = re.compile(f"[{_NEVER_NEEDED}{_DIRECTION}{_JOINERS}]")
_VIRAMA = 9  # canonical combining class of the signs that join two consonants


def without_stray(text: str) -> str:
    """The text without invisible characters, except where a script needs them."""
    if not _ANY.search(text):
        return text
    return "\n".join(_line(line) if _ANY.search(line) else line for line in text.split("\n"))


def _line(line: str) -> str:
    leftward = any(unicodedata.bidirectional(c) in ("R", "AL") for c in line)
    while True:  # what is left of two joiners in a row may be stray in its turn
        kept = "".join(c for i, c in enumerate(line) if not _stray(line, i, leftward))
        if kept == line:
            return line
        line = kept


def _stray(line: str, at: int, leftward: bool) -> bool:
    char = line[at]
    if not _ANY.match(char):
        return False
    if char in _JOINERS:
        around = (line[at - 1] if at else "\n", line[at + 1] if at + 1 < len(line) else "\n")
        joins = any(unicodedata.combining(c) == _VIRAMA for c in around)
        emoji = all(unicodedata.category(c) in ("So", "Mn", "Sk") for c in around)
        return not (joins or emoji or leftward)
    return not leftward or char in _NEVER_NEEDED


def shown(line: str) -> str:
    """The line with what nobody sees made visible: <U+200B>, <tab>, and a dot for each space at its end."""
    text = _ANY.sub(lambda found: f"<U+{ord(found[0]):04X}>", line).replace("\t", "<tab>")
    bare = text.rstrip(" ")
    return bare + "·" * (len(text) - len(bare))
