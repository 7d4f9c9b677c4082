"""The commands for editors, on a copy of the real packs, with few of the questions, that no test shares."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app


@dataclass
class House:
    """A copy of content/ and what an editor does to it."""

    content: Path
    data: Path

    def __call__(self, *words: str, answer: str | None = None) -> Result:
        """`dishari content …`; whatever goes wrong, nobody sees a traceback."""
        result = CliRunner().invoke(app, ["content", *words], input=answer)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    def read(self, name: str) -> str:
        return (self.content / name).read_bytes().decode()

    def write(self, name: str, text: str) -> None:
        (self.content / name).write_bytes(text.encode())

    def change(self, name: str, old: str, new: str) -> str:
        """Replaces the first `old`; the new text."""
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new, 1))
        return self.read(name)


@pytest.fixture
def empty_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """Where the content is to be."""
    house = House(tmp_path / "house" / "content", tmp_path / "var")
    monkeypatch.setenv("DISHARI_CONTENT", str(house.content))
    monkeypatch.setenv("DISHARI_DATA", str(house.data))
    return house


@pytest.fixture
def house(empty_house: House, lean: Path) -> House:
    shutil.copytree(lean, empty_house.content, copy_function=shutil.copyfile)
    return empty_house


@pytest.fixture
def files() -> Callable[[House], dict[str, bytes]]:
    """Every file of a house, to compare before and after."""
    return lambda house: {
        str(file.relative_to(house.content)): file.read_bytes()
        for file in sorted(house.content.rglob("*"))
        if file.is_file()
    }
