"""Makes the files of something new: nothing is overwritten, and what is not written yet fails the check."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from bot.editing.files import Refused, document, text_of, write
from bot.packs.models import Language, LanguageCode

_LANGUAGES = TypeAdapter(dict[LanguageCode, Language])


@dataclass(frozen=True, slots=True)
class Step:
    """One file: what became of it, and what its editor does there next."""

    file: str
    done: Literal["new", "added to", "left alone"]
    todo: str


class Scaffold:
    """Gathers what to write below `folder`; `write` does it only when all of it was found possible."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.steps: list[Step] = []
        self._texts: dict[str, str] = {}

    def languages(self) -> dict[str, Language]:
        """The languages of the packs, those that are not offered yet included."""
        try:
            return _LANGUAGES.validate_python(self._entries("languages.yaml"))
        except ValidationError:
            raise Refused("languages.yaml has a mistake; see: script/dishari content check") from None

    def has(self, name: str, key: str) -> bool:
        """Whether the file `name` has an entry called `key`."""
        return key in self._entries(name)

    def make(self, name: str, text: str, todo: str) -> bool:
        """A new file; one that is there already stays as it is."""
        if (self.folder / name).exists():
            self.steps.append(Step(name, "left alone", "It was there before."))
            return False
        document(text, name)
        self._texts[name] = text
        self.steps.append(Step(name, "new", todo))
        return True

    def add(self, name: str, key: str, text: str, todo: str) -> bool:
        """The entry `key`, written as `text`, at the end of the file `name`; one that is there stays."""
        before = self._entries(name)
        if key in before:
            self.steps.append(Step(name, "left alone", f'It has "{key}" already.'))
            return False
        written = self._text(name)
        ends = "\r\n" if "\r\n" in written else "\n"
        if written and not written.endswith("\n"):
            written += ends
        written += text.replace("\n", ends)
        after = document(written, name).data
        if not isinstance(after, dict) or key not in after or any(after[k] != v for k, v in before.items()):
            raise Refused(f"{name} ends in a way that nothing can be added to. Add {key} by hand.")
        self._texts[name] = written
        self.steps.append(Step(name, "added to", todo))
        return True

    def write(self) -> None:
        """Writes the files."""
        for name, text in self._texts.items():
            write(self.folder / name, text.encode())

    def told(self) -> Iterator[tuple[str, str]]:
        """What was done and what to do next, file by file; files of one folder with one task together."""
        for (folder, done, todo), steps in groupby(
            self.steps, lambda step: (step.file.rpartition("/")[0], step.done, step.todo)
        ):
            files = [step.file for step in steps]
            named = files[0] if len(files) == 1 else f"{folder}/*.yaml"
            yield f"{named}  ({done})" if len(files) == 1 else f"{named}  ({len(files)} files, {done})", todo

    def _text(self, name: str) -> str:
        if name in self._texts:
            return self._texts[name]
        file = self.folder / name
        return text_of(file) if file.exists() else ""

    def _entries(self, name: str) -> dict[str, object]:
        text = self._text(name)
        found = document(text, name).data if text.strip() else None
        if found is None:
            return {}
        if not isinstance(found, dict):
            raise Refused(f"{name} should consist of `key: value` lines; mend it first.")
        return found
