"""What tests share: the real packs, the real bot in a rehearsal, the really trained Rasa."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from rehearsal import Rehearsal, StandIn, rehearsing

from bot.packs import Packs, load_packs
from bot.rasa_process import private
from bot.settings import ROOT, Settings


@pytest.fixture(scope="session")
def packs() -> Packs:
    """The packs as they are in content/."""
    return load_packs(ROOT / "content")


@pytest.fixture
def stand_in() -> StandIn:
    """A stand-in for Rasa."""
    return StandIn()


@pytest.fixture
async def rehearsal(packs: Packs, stand_in: StandIn, tmp_path: Path) -> AsyncIterator[Rehearsal]:
    """The bot with the stand-in for Rasa."""
    async with rehearsing(packs, stand_in, tmp_path) as running:
        yield running


@dataclass
class RunningRasa:
    """The really trained Rasa: where it answers, and the secret it wants to see."""

    url: str
    secret: str


@pytest.fixture(scope="session")
def rasa() -> Iterator[RunningRasa]:
    """Rasa with a model of the present content, trained now if there is none; one for the whole run."""
    settings = Settings.load(env_file=None)
    ready, stop = threading.Event(), threading.Event()
    found: list[str] = []
    failed: list[BaseException] = []

    async def serve() -> None:
        async with private(settings, print) as url:
            found.append(url)
            ready.set()
            await asyncio.to_thread(stop.wait)

    def run() -> None:
        try:
            asyncio.run(serve())
        except BaseException as error:
            failed.append(error)
            ready.set()

    # A thread with a loop of its own: the loops of single tests end before Rasa does.
    thread = threading.Thread(target=run)
    thread.start()
    ready.wait()
    if failed:
        raise failed[0]
    yield RunningRasa(found[0], settings.keys.rasa_secret)
    stop.set()
    thread.join()
