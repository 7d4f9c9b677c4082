"""The mark of a text that somebody still has to write; `content new-topic` and its like put it there."""

from collections.abc import Iterator
from typing import Any

from bot.packs.source import Path_

NOT_WRITTEN = "???"


def is_unwritten(value: object) -> bool:
    """Whether `value` begins with the mark; what stands behind it helps whoever writes the text."""
    return isinstance(value, str) and value.lstrip().startswith(NOT_WRITTEN)


def unwritten(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Where in `data` something is not written yet."""
    if is_unwritten(data):
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from unwritten(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from unwritten(value, (*path, index))
