"""Reads pack files and types their values; what does not fit becomes a finding in an editor's words."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bot.language import normalise
from bot.packs.explaining import explain
from bot.packs.findings import MOST_TOLD, Finding, Severity
from bot.packs.letters import letters
from bot.packs.names import FindingName
from bot.packs.source import Document, Path_, read
from bot.packs.unwritten import NOT_WRITTEN, is_unwritten, unwritten

T = TypeVar("T")

LARGEST_FILE = 1_000_000  # bytes; a pack is text that people wrote, anything larger is a mistake


# Notepad adds .txt, others write .yml, telephones begin with a capital letter.
_MISNAMED = re.compile(r"(?!.*(?-i:\.yaml)$)[^.].*?\.ya?ml(\.txt)?", re.IGNORECASE | re.DOTALL)


def rightly(name: str) -> str:
    """How a misnamed file should be called."""
    return re.sub(r"\.ya?ml(\.txt)?$", ".yaml", name, flags=re.IGNORECASE)


class Reader:
    """Reads files below one folder, gathers findings, keeps the lines of every value for later checks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.findings: list[Finding] = []
        self.documents: dict[str, Document] = {}
        self.normalised = cache(normalise)  # several checks read the same lines; gone with this reader
        self.asked: set[str] = set()  # names of all files that anybody wanted
        self._broken: set[str] = set()
        self._gone: set[str] = set()
        self._misnamed: dict[str, list[str]] = {}
        self._hidden: set[tuple[str, int]] = set()  # lines of which YAML took a part away

    def names(self, pattern: str) -> Iterator[tuple[str, str]]:
        """(stem, file name) of each file that fits `pattern`, in order of name."""
        for file in sorted(self.folder.glob(pattern)):
            yield file.stem, file.relative_to(self.folder).as_posix()

    def whole(self, start: str) -> bool:
        """Whether every file whose name begins with `start` could be had, and none there is misnamed."""
        if any(name.startswith(start) for name in self._broken):
            return False
        if any(start.startswith(f"{folder}/") for folder in self._gone):
            return False
        return not (start.endswith("/") and self.misnamed(start))

    def misnamed(self, start: str) -> list[str]:
        """Files in the folder `start` that would be packs, were it not for how their names end."""
        if start not in self._misnamed:
            files = [file for file in (self.folder / start).rglob("*") if _MISNAMED.fullmatch(file.name)]
            self._misnamed[start] = sorted(
                file.relative_to(self.folder).as_posix()
                for file in files
                if file.is_file() and not file.with_name(rightly(file.name)).exists()
            )
        return self._misnamed[start]

    def read(self, name: str, shape: TypeAdapter[T]) -> T | None:
        """The file `name` as a `shape`; None, with findings added, if it cannot be had."""
        self.asked.add(name)
        value = self._read(name, shape)
        if value is None:
            self._broken.add(name)
        if document := self.documents.get(name):
            self._tell_unwritten(name, document)
        return value

    def _tell_unwritten(self, name: str, document: Document) -> None:
        """One finding a file: a new language has hundreds of texts to write."""
        if NOT_WRITTEN in document.text and (places := list(unwritten(document.data))):
            seen = f"Not written yet ({NOT_WRITTEN}): {len(places)} in this file, the first one here."
            todo = f"Write each text where {NOT_WRITTEN} stands, and remove the mark."
            self.add(name, places[0], "not-written", seen, todo)

    def _read(self, name: str, shape: TypeAdapter[T]) -> T | None:
        file = self.folder / name
        try:
            size = file.stat().st_size if file.is_file() else None
        except OSError:  # deleted between the two: an editor's programme saves by renaming
            size = None
        if size is None:
            self.tell_missing(name, "Create it; compare with another language.")
            return None
        if size > LARGEST_FILE:
            self.add(
                name,
                (),
                "too-large",
                "The file is larger than 1 MB.",
                "Split it, or remove what got in by mistake.",
            )
            return None
        before = len(self.findings)
        document = read(file, name, self.findings)
        if document is None:
            return None
        misread = len(self.findings) > before
        self._hidden.update((name, finding.line) for finding in self.findings[before:])
        self.documents[name] = document
        for line, kind, seen, todo in letters(document):
            self.findings.append(Finding(name, line, kind, seen, todo))
            if kind == "cut-by-hash":
                self._hidden.add((name, line))
        if document.data is None:
            self.add(name, (), "empty", "The file is empty.", "Fill it; compare with a file nearby.")
            return None
        try:
            value = shape.validate_python(document.data)
        except ValidationError as error:
            for detail in error.errors(include_url=False)[:MOST_TOLD]:
                self._explain(name, detail)
            self._broken.add(name)
            is_facts = name.startswith("facts/") and not misread
            return _rest(document.data, shape, error) if is_facts else None
        return None if misread else value

    def tell_missing(self, name: str, todo: str) -> None:
        """One finding for the file, or for the folder around it, if that is what is not there."""
        for above in reversed(PurePosixPath(name).parents[:-1]):
            if not (self.folder / above).is_dir():
                if (folder := above.as_posix()) not in self._gone:
                    back = "Give it this name again, or take the change back: script/dishari content undo"
                    self.add(folder, (), "missing", "This folder is missing.", back)
                self._gone.add(folder)
                return
        self.add(name, (), "missing", "This file is missing.", todo)

    def add(
        self,
        name: str,
        path: Path_,
        kind: FindingName,
        seen: str,
        todo: str,
        *,
        warning: bool = False,
    ) -> None:
        """Adds a finding about the value at `path` in the file `name`."""
        severity: Severity = "warning" if warning else "error"
        self.findings.append(Finding(name, self.line(name, path), kind, seen, todo, severity))

    def line(self, name: str, path: Path_) -> int:
        """The line of the value at `path` in the file `name`."""
        document = self.documents.get(name)
        return document.line(path) if document else 1

    def _explain(self, name: str, detail: ErrorDetails) -> None:
        if is_unwritten(detail["input"]) and detail["type"] != "extra_forbidden":
            return  # told once for the file
        path, kind, seen, todo = explain(detail)
        if (name, self.line(name, path)) not in self._hidden:  # what seems empty is not
            self.add(name, path, kind, seen, todo)


def _rest(data: object, shape: TypeAdapter[T], error: ValidationError) -> T | None:
    """What is left without the entries that are wrong: one unfinished topic hides no other from a preview."""
    wrong = {detail["loc"][0] for detail in error.errors(include_url=False) if detail["loc"]}
    if not isinstance(data, dict) or not wrong:
        return None
    try:
        return shape.validate_python({key: value for key, value in data.items() if key not in wrong})
    except ValidationError:  # a file that is one thing, such as a card, needs all its parts
        return None
