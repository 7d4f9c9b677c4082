"""Where in the files a card's words and facts stand, and which findings are about them."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from bot.packs import Finding
from bot.packs.source import Document, read
from bot.preview.noting import Place

_END = 10**9
_OF_AGE = ("due", "expired")  # one finding for a whole file; beside a card each fact tells its own age


class Places:
    """The lines of every value in a folder of packs, each file read when it is first asked for."""

    def __init__(self, folder: Path, findings: Iterable[Finding]) -> None:
        self._folder = folder
        self._findings: dict[str, list[tuple[int, Finding]]] = {}
        for number, finding in enumerate(findings):
            if finding.name in _OF_AGE:
                continue
            self._findings.setdefault(finding.file, []).append((number, finding))
        self.line = lru_cache(maxsize=None)(self._line)
        self.findings_at = lru_cache(maxsize=None)(self._findings_at)
        self._document = lru_cache(maxsize=None)(self._read)

    def _read(self, file: str) -> Document | None:
        there = self._folder / file
        return read(there, file, []) if there.is_file() else None

    def _line(self, place: Place) -> int:
        """The line where the place begins."""
        document = self._document(place[0])
        return document.line(place[1]) if document else 1

    def _findings_at(self, place: Place) -> tuple[int, ...]:
        """The numbers of the findings about this place; of a file that cannot be read, all of them."""
        file, path = place
        if file not in self._findings:
            return ()
        document = self._document(file)
        if document is None:
            # ui.yaml is part of every card: beside each of them the same finding would hide the others.
            return () if file.endswith("/ui.yaml") else tuple(number for number, _ in self._findings[file])
        first, last = _span(document, path)
        return tuple(number for number, finding in self._findings[file] if first <= finding.line <= last)


def _span(document: Document, path: tuple[str | int, ...]) -> tuple[int, int]:
    """First and last line of the value at `path`."""
    if not path:
        return 1, _END
    first = document.line(path)
    after = [line for other, line in document.lines.items() if line > first and other[: len(path)] != path]
    return first, min(after, default=_END) - 1


def files_of(card: str, places: Iterable[Place], known: Places) -> list[tuple[str, int, bool]]:
    """The files of a card, each with its line, and whether it says what the card is about.

    The others only name its buttons and countries. What people ask is no part of the card.
    """
    said: dict[str, int] = {}
    named: dict[str, int] = {}
    for place in places:
        if "/questions/" in place[0] or (not place[1] and place[0] in said):
            continue
        of_button = bool(place[1]) and str(place[1][-1]).endswith("button")
        lines, file, line = named if of_button else said, place[0], known.line(place)
        lines[file] = min(line, lines.get(file, line))
    about = {file for file in said if _is_about(file, card)}
    # A card of the bot itself says nothing that stands in another file.
    languages = {file.split("/")[0] for file in about}
    about |= {file for file in said if file.endswith("/ui.yaml") and file.split("/")[0] not in languages}
    return [(file, line, file in about) for file, line in (named | said).items()]


def _is_about(file: str, card: str) -> bool:
    folder, _, name = file.rpartition("/")
    return folder.startswith("facts") or name in (f"{card}.yaml", "urgent.yaml", "help_desks.yaml")
