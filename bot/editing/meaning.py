"""What a file says, whatever its letters are stored as: no repair may change that."""

import re
import unicodedata
from typing import Any

from bot.editing.files import Refused, document
from bot.editing.invisible import without_stray
from bot.editing.shapes import fits, models
from bot.editing.signs import NUMBERS, latin, without_curly
from bot.packs.source import Path_


def same_meaning(before: str, after: str, name: str) -> bool:
    """Whether both texts load as the same; where the first cannot be served, its letters are compared."""
    was, now = _meaning(before, name), _meaning(after, name)
    if was is None or (was != now and not _served(before, name) and _served(after, name)):
        return _letters(before) == _letters(after)
    return bool(was == now)


def _served(text: str, name: str) -> bool:
    try:
        return fits(name, document(text, name).data)
    except Refused:
        return False


def _meaning(text: str, name: str) -> Any:
    try:
        data = _settled(document(text, name).data)
    except Refused:
        return None
    free = {path for path, _ in models(name, data)}  # maps whose order says nothing
    return ("readable", _ordered(data, (), free))


def _settled(value: Any, key: str = "") -> Any:
    """The value as if every single character of it had been repaired."""
    if isinstance(value, dict):
        return {_text(one): _settled(part, _text(one)) for one, part in value.items()}
    if isinstance(value, list):
        return [_settled(part) for part in value]
    if isinstance(value, str):
        text = without_curly(_text(value))
        return latin(text) if key in NUMBERS else text
    return value


def _text(value: str) -> str:
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", without_stray(text))
    return "\n".join(line.strip(" \t") for line in text.split("\n")).strip("\n")


def _ordered(value: Any, path: Path_, free: set[Path_]) -> Any:
    if isinstance(value, dict):
        pairs = [(key, _ordered(part, (*path, key), free)) for key, part in value.items()]
        return tuple(sorted(pairs, key=lambda pair: pair[0]) if path in free else pairs)
    if isinstance(value, list):
        return [_ordered(part, (*path, index), free) for index, part in enumerate(value)]
    return value


def _letters(text: str) -> str:
    return re.sub(r"[\s\"'\\\u2018-\u201e]", "", _text(text))
