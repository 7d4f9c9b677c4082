"""Notes which words a card is made of while it is built, so that each card knows its files."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from bot.packs import Packs, Words

Place = tuple[str, tuple[str | int, ...]]
"""A file of the packs and the path of a key in it; an empty path is the whole file."""

T = TypeVar("T")


class Notes:
    """The places read since the last `clear`, each once, in order."""

    def __init__(self) -> None:
        self._places: dict[Place, None] = {}

    def add(self, place: Place) -> None:
        self._places[place] = None

    def clear(self) -> None:
        self._places.clear()

    def places(self) -> list[Place]:
        return list(self._places)


class _Noted:
    """Stands for a model of words; every value that is read leaves a note."""

    def __init__(self, model: Any, notes: Notes, file: str, path: tuple[str | int, ...]) -> None:
        self._model, self._notes, self._file, self._path = model, notes, file, path

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._model, name)
        if value:  # what may be absent and is absent has no line
            self._notes.add((self._file, (*self._path, name)))
        return value


class _NotedMap(Mapping[str, Any]):
    """Stands for a map of models of words. `file` may name the key: `topics/{}.yaml`."""

    def __init__(self, models: Mapping[str, Any], notes: Notes, file: str, *above: str) -> None:
        self._models, self._notes, self._file, self._above = models, notes, file, above

    def __getitem__(self, key: str) -> Any:
        file = self._file.format(key)
        path = () if file != self._file else (*self._above, key)
        return _Noted(self._models[key], self._notes, file, path)

    def __contains__(self, key: object) -> bool:
        return key in self._models

    def __iter__(self) -> Iterator[str]:
        return iter(self._models)

    def __len__(self) -> int:
        return len(self._models)


def noted(packs: Packs, notes: Notes) -> Packs:
    """The same packs, with notes taken of all words that are read."""
    return replace(
        packs, languages={code: _words(code, words, notes) for code, words in packs.languages.items()}
    )


def _words(code: str, words: Words, notes: Notes) -> Words:
    return replace(
        words,
        ui=cast(Any, _Noted(words.ui, notes, f"{code}/ui.yaml", ())),
        topics=_NotedMap(words.topics, notes, f"{code}/topics/{{}}.yaml"),
        urgent=_NotedMap(words.urgent, notes, f"{code}/urgent.yaml", "situations"),
        help_desks=_NotedMap(words.help_desks, notes, f"{code}/help_desks.yaml"),
        destinations=_NotedMap(words.destinations, notes, f"{code}/destinations.yaml"),
        checks=_NotedMap(words.checks, notes, f"{code}/checks/{{}}.yaml"),
        quizzes=_NotedMap(words.quizzes, notes, f"{code}/quizzes/{{}}.yaml"),
        checklists=_NotedMap(words.checklists, notes, f"{code}/checklists/{{}}.yaml"),
    )
