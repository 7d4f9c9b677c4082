"""A file as it is, comments and all, with every text marked as not written yet."""

import json
from collections.abc import Iterator, Mapping

from bot.editing.files import Refused, document
from bot.packs.source import Path_, places
from bot.packs.unwritten import NOT_WRITTEN, is_unwritten

_KEPT = frozenset({"revision"})
_TYPED = frozenset(
    {"aliases", "hypothetical", "phrases", "told", "whole"}
)  # typed by people, never translated


def unwritten_copy(text: str, name: str, usual: Mapping[Path_, str]) -> str:
    """The YAML `text` of the file `name`, each text marked; `usual` holds better hints than its own words.

    Behind the mark stands what the file says, so that whoever writes sees it. Of a list of what people type
    one line is left.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    before = document(text, name).data
    copy = "".join(_parts(text, usual))
    # A style that no file of ours has, such as [lists, in, brackets], may not bear the mark.
    if _shape(document(copy, name).data) != _shape(before):
        raise Refused(f"{name} is written in a way that cannot be copied; write each value on its own line.")
    return copy


def _parts(text: str, usual: Mapping[Path_, str]) -> Iterator[str]:
    done = 0
    lists: set[Path_] = set()
    for path, start, end in places(text):
        key = next((part for part in reversed(path) if isinstance(part, str)), None)
        typed = bool(path) and isinstance(path[-1], int) and (key is None or key in _TYPED)
        if typed and path[:-1] in lists:
            done = start + len(text[start:end].rstrip())
            continue
        if key in _KEPT or start == end or is_unwritten(text[start:end].lstrip("|>+-\"'")):
            continue
        yield text[done:start]
        value = text[start:end].rstrip()
        if typed:
            lists.add(path[:-1])
            yield NOT_WRITTEN
        else:
            yield _marked(value) if path not in usual else _quoted(f"{NOT_WRITTEN} {usual[path]}")
        done = start + len(value)
    yield text[done:]


def _marked(value: str) -> str:
    """The value as YAML writes it, with the mark before its first letter."""
    if value[:1] in "|>":
        first = value.index("\n") + 1
        first += len(value[first:]) - len(value[first:].lstrip())
    else:
        first = int(value[:1] in "'\"")
    return f"{value[:first]}{NOT_WRITTEN} {value[first:]}"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if ": " in value or " #" in value else value


def _shape(data: object, key: str | None = None) -> object:
    """The keys, and where a value stands: what the copy and its pattern have in common."""
    if isinstance(data, dict):
        return {name: _shape(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [] if key is None or key in _TYPED else [_shape(value, key) for value in data]
    return bool(data)
