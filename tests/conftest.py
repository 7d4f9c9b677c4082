"""What tests share: the real packs, the real bot in a rehearsal, the really trained Rasa."""

import asyncio
import tempfile
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from lean import lean_content, real_packs
from rehearsal import Rehearsal, StandIn, rehearsing

from bot.packs import Packs
from bot.processes import free_port
from bot.rasa_process import model, running
from bot.settings import Settings


@pytest.fixture(scope="session")
def packs() -> Packs:
    """The packs as they are in content/."""
    return real_packs()


@pytest.fixture(scope="session")
def lean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real packs with few of the questions: to be copied, not to be changed."""
    return lean_content(tmp_path_factory.mktemp("lean") / "content")


@pytest.fixture
def stand_in() -> StandIn:
    """A stand-in for Rasa."""
    return StandIn()


@pytest.fixture
async def rehearsal(packs: Packs, stand_in: StandIn, tmp_path: Path) -> AsyncIterator[Rehearsal]:
    """The bot with the stand-in for Rasa."""
    async with rehearsing(packs, stand_in, tmp_path) as running:
        yield running


class RunningRasa:
    """The really trained Rasa: where it answers, and the secret it wants to see. It can be started again."""

    def __init__(self, settings: Settings) -> None:
        self.url = ""
        self.secret = settings.keys.rasa_secret
        self._settings = settings
        self._port = free_port()
        self._up, self._enough = threading.Event(), threading.Event()
        self._over = False
        self._failed: BaseException | None = None
        # A thread with a loop of its own: the loops of single tests end before Rasa does.
        self._thread = threading.Thread(target=self._run)

    def start(self) -> None:
        """Returns when it is ready, with a model of the present content, trained now if there is none."""
        self._thread.start()
        self._wait()

    def restart(self) -> None:
        """Ends it and starts it again with what it had written down, as the supervisor does."""
        self._up.clear()
        self._enough.set()
        self._wait()

    def stop(self) -> None:
        self._over = True
        self._enough.set()
        self._thread.join()

    def _wait(self) -> None:
        self._up.wait()
        if self._failed:
            raise self._failed

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:
            self._failed = error
            self._up.set()

    async def _serve(self) -> None:
        trained = await model(self._settings, print)
        with tempfile.TemporaryDirectory(prefix="dishari-") as data:
            while not self._over:
                async with running(self._settings, trained, self._port, Path(data)) as self.url:
                    self._enough.clear()
                    self._up.set()
                    await asyncio.to_thread(self._enough.wait)


@pytest.fixture(scope="session")
def rasa() -> Iterator[RunningRasa]:
    """One Rasa for the whole run."""
    trained = RunningRasa(Settings.load(env_file=None))
    trained.start()
    yield trained
    trained.stop()
