"""A small valid pack to break: one file changed, the findings read."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.packs import Packs, check, load_packs
from bot.settings import ROOT

TODAY = date(2026, 6, 1)
SMALL = Path(__file__).parent / "small"


ALWAYS = {"due", "expired", "few-questions"}
"""What the small pack has too little of, on purpose: checked facts and questions."""


class SmallPack:
    """A copy of small/ (with the real ui.yaml files) that a test may break."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        return self.folder / name

    def write(self, name: str, text: str | bytes) -> None:
        file = self.path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, name: str, old: str, new: str) -> None:
        """Replaces the first `old` in the file by `new`; it must be there."""
        text = self.path(name).read_text("utf-8")
        assert old in text, f"{old!r} does not stand in {name}"
        self.write(name, text.replace(old, new, 1))

    def remove(self, name: str) -> None:
        self.path(name).unlink()

    def load(self) -> Packs:
        return load_packs(self.folder)

    def found(self) -> list[tuple[str, str, int]]:
        """Every finding as (name, file, line), without those that the small pack always has."""
        return [
            (finding.name, finding.file, finding.line)
            for finding in check(self.folder, TODAY)
            if finding.name not in ALWAYS
        ]


@pytest.fixture
def pack(tmp_path: Path) -> SmallPack:
    """A small valid pack in a folder of its own."""
    return SmallPack(copy_of_small(tmp_path / "content"))


def copy_of_small(folder: Path) -> Path:
    shutil.copytree(SMALL, folder)
    for language in ("bn", "en"):
        shutil.copy(ROOT / "content" / language / "ui.yaml", folder / language / "ui.yaml")
    return folder
