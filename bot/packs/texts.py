"""Every text of one language that a person may read, with the file and the place where it stands."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from bot.packs.packs import Words
from bot.packs.source import Path_

# What people type comes in any script, and nobody is shown it.
_TYPED = {"phrases", "whole", "aliases", "told"}


def texts(code: str, words: Words) -> Iterator[tuple[str, Path_, str]]:
    """(file, place, text) of everything that the bot, and the editors' page, says in the language `code`."""
    yield from leaves(f"{code}/ui.yaml", (), words.ui)
    if words.preview:
        yield from leaves(f"{code}/preview.yaml", (), words.preview)
    for kind in ("topics", "checks", "quizzes", "checklists"):
        for name, one in getattr(words, kind).items():
            yield from leaves(f"{code}/{kind}/{name}.yaml", (), one)
    for situation, urgent in words.urgent.items():
        yield from leaves(f"{code}/urgent.yaml", ("situations", situation), urgent)
    if words.family:
        yield from leaves(f"{code}/urgent.yaml", ("family",), words.family)
    for desk, about in words.help_desks.items():
        yield from leaves(f"{code}/help_desks.yaml", (desk,), about)
    for country, destination in words.destinations.items():
        yield from leaves(f"{code}/destinations.yaml", (country,), destination)


def leaves(file: str, path: Path_, value: Any) -> Iterator[tuple[str, Path_, str]]:
    """The texts inside `value`, which stands at `path`."""
    if isinstance(value, str):
        yield file, path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(file, (*path, index), item)
    elif isinstance(value, dict | BaseModel):
        for key, item in value.items() if isinstance(value, dict) else value:
            if key not in _TYPED:
                yield from leaves(file, (*path, key), item)
