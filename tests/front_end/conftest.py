"""One Reader of the real packs for all these tests: learning takes a moment, no test changes it. A clock."""

import pytest
import rehearsal as rehearsal_module

from bot.packs import Packs
from bot.reader import Reader


@pytest.fixture(scope="session")
def reader(packs: Packs) -> Reader:
    return Reader(packs)


@pytest.fixture(autouse=True)
def _one_reader(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal_module, "Reader", lambda _packs: reader)


class Clock:
    """A clock that stands until it is set."""

    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()
