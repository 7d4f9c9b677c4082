"""Checks of the letters of a file, whatever they mean: their form, invisible ones, text lost behind `#`."""

import re
import unicodedata
from collections.abc import Iterator

from bot.packs.names import FindingName
from bot.packs.source import Document, Path_
from bot.packs.unwritten import is_unwritten

Said = tuple[int, FindingName, str, str]

# Everything else in facts is a number, an id or a date, and may have a comment behind it.
_TEXTS_OF_FACTS = {"title"}
_NO_TEXTS = {"revision"}
# A joiner belongs to the spelling only beside the sign that joins two consonants, or among Arabic letters.
_JOINS = r"\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u103a\u0600-\u06ff"
_JOINER = rf"(?<![{_JOINS}])[\u200c\u200d](?![{_JOINS}])"
INVISIBLE = re.compile(rf"{_JOINER}|[\x85\xad\u034f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def letters(document: Document) -> Iterator[Said]:
    """(line, name, seen, todo) for everything wrong with the letters of `document`."""
    yield from _lost(document)
    if document.text.isascii():
        return
    rows = document.text.split("\n")
    if not unicodedata.is_normalized("NFC", document.text):
        wrong = [n for n, row in enumerate(rows, 1) if not unicodedata.is_normalized("NFC", row)]
        for line in wrong[:1]:
            seen = f"Letters are stored in an unusual form{_others(wrong)}."
            yield line, "not-nfc", seen, "Run `script/dishari content fix`, or type the line anew."
    if INVISIBLE.search(document.text):
        wrong = [n for n, row in enumerate(rows, 1) if INVISIBLE.search(row)]
        seen = f"There is an invisible character in this line{_others(wrong)}."
        yield wrong[0], "invisible-character", seen, "Delete the line and type it again, without pasting."


def _others(lines: list[int]) -> str:
    return "" if len(lines) == 1 else f", and in {len(lines) - 1} more of this file"


def _lost(document: Document) -> Iterator[Said]:
    facts = "/" not in document.file or document.file.startswith("facts/")
    for path, (line, comment) in document.behind.items():
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        is_text = key in _TEXTS_OF_FACTS if facts else key not in _NO_TEXTS
        if is_text and not is_unwritten(_value(document, path)):
            seen = f'YAML takes "# {comment[:40]}" for a comment: people would not see it.'
            todo = "Put the whole text on a line of its own below `|`, or a comment on a line above."
            yield line, "cut-by-hash", seen, todo


def _value(document: Document, path: Path_) -> object:
    value = document.data
    for part in path:
        value = value[part]
    return value
