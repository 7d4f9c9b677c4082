"""How the Rasa process is trained and started; the only place that knows its command line."""

import asyncio
import contextlib
import fcntl
import os
import shutil
import tempfile
from asyncio.subprocess import Process
from collections import deque
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp

from bot.keys import SECRET_HEADER
from bot.processes import free_port, lines, spawn, stop
from bot.settings import ROOT, Settings

PYTHON = ROOT / ".venv-rasa" / "bin" / "python"
LINES_KEPT = 200  # of a child: a training may end with many findings
UNUSABLE = "The content cannot be used yet:"  # what a training says before the findings
MODELS_KEPT = 3  # the one in use and two to go back to
START_SECONDS = 180.0  # a slow, busy laptop; Rasa itself needs about 10
READY_PATH = "/webhooks/dishari/ready"
MODEL_PATH = "/webhooks/dishari/model"

WITHHELD = {"TELEGRAM_BOT_TOKEN", "DISHARI_SECRET", "VIRTUAL_ENV", "PYTHONHOME"}

Say = Callable[[str], None]


class RasaError(Exception):
    """Rasa cannot be trained or started; the text is one sentence, with the findings if there are any."""


def environment(settings: Settings, data: Path | None = None) -> dict[str, str]:
    """What the Rasa process may know: its two keys and the folders, not the token and not the secret."""
    inherited = {name: value for name, value in os.environ.items() if name.upper() not in WITHHELD}
    home = settings.dishari_data / "rasa"  # Rasa and matplotlib would write into the operator's home
    return inherited | {
        "DISHARI_RASA_SECRET": settings.keys.rasa_secret,
        "DISHARI_TRACKER_KEY": settings.keys.tracker_key,
        "DISHARI_CONTENT": str(settings.dishari_content),
        "DISHARI_DATA": str(data or settings.dishari_data),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "MPLCONFIGDIR": str(home / "matplotlib"),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }


def command(model: Path, port: int) -> list[str]:
    """The command that serves this model on loopback."""
    return [str(PYTHON), "-m", "rasa_project.serve", "--model", str(model), "--port", str(port)]


async def model(settings: Settings, say: Say) -> Path:
    """The model for the present content and Rasa project, trained now when there is none."""
    folder = settings.dishari_data / "models"
    path = folder / f"{await _fingerprint(settings)}.tar.gz"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        async with _turn(folder / ".lock"):
            if not path.exists():  # another process may have trained it while we waited
                await _train(settings, path, say)
    path.touch()  # the most recently used ones are kept
    for old in sorted(folder.glob("*.tar.gz"), key=_age)[MODELS_KEPT:]:
        old.unlink(missing_ok=True)
    return path


def newest_model(settings: Settings) -> Path | None:
    """The model that was used last, whatever the content is now."""
    return min((settings.dishari_data / "models").glob("*.tar.gz"), key=_age, default=None)


@contextlib.asynccontextmanager
async def serving(settings: Settings, say: Say) -> AsyncIterator[str]:
    """Address of a Rasa that is ready: the one at work, or a private one for as long as this lasts."""
    if await is_ready(settings, settings.rasa_address):
        yield settings.rasa_address
        return
    async with private(settings, say) as address:
        yield address


@contextlib.asynccontextmanager
async def private(settings: Settings, say: Say) -> AsyncIterator[str]:
    """Address of a Rasa of our own on a free port, its tracker store empty; stopped at the end."""
    trained = await model(settings, say)
    with tempfile.TemporaryDirectory(prefix="dishari-") as data:
        say("Rasa is starting ...")
        async with running(settings, trained, free_port(), Path(data)) as address:
            yield address


@contextlib.asynccontextmanager
async def running(settings: Settings, trained: Path, port: int, data: Path) -> AsyncIterator[str]:
    """Address of a Rasa with this model that keeps its memory in `data`; stopped at the end."""
    process = await spawn(command(trained, port), environment(settings, data), ROOT)
    last = deque[str](maxlen=20)
    listening = asyncio.create_task(_listen(process, last))
    try:
        address = f"http://127.0.0.1:{port}"
        await _until_ready(settings, address, process, last)
        yield address
    finally:
        await stop(process)
        await listening


async def is_ready(settings: Settings, address: str) -> bool:
    """Whether a Rasa with our secret and a loaded model answers at this address."""
    headers = {SECRET_HEADER: settings.keys.rasa_secret}
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as session,
            session.get(address + READY_PATH, headers=headers) as reply,
        ):
            return reply.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False


async def hand_over(settings: Settings, trained: Path) -> bool:
    """Let the Rasa at work take this model; False if none is at work, RasaError if it does not take it."""
    if not await is_ready(settings, settings.rasa_address):
        return False
    headers = {SECRET_HEADER: settings.keys.rasa_secret}
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=START_SECONDS)) as session,
            session.put(
                settings.rasa_address + MODEL_PATH, json={"model": trained.name}, headers=headers
            ) as reply,
        ):
            if reply.status >= 400:
                raise RasaError(
                    f"The running Rasa did not take the model (status {reply.status}); "
                    "start it again to use it."
                )
    except (aiohttp.ClientError, TimeoutError) as error:
        raise RasaError(f"The running Rasa did not answer ({type(error).__name__}).") from None
    return True


async def _until_ready(settings: Settings, address: str, process: Process, last: deque[str]) -> None:
    try:
        async with asyncio.timeout(START_SECONDS):
            while process.returncode is None:
                if await is_ready(settings, address):
                    return
                await asyncio.sleep(0.2)
    except TimeoutError:
        raise RasaError(f"Rasa did not start within {START_SECONDS:.0f} seconds: {_final(last)}") from None
    raise RasaError(f"Rasa ended while starting (status {process.returncode}): {_final(last)}")


async def _fingerprint(settings: Settings) -> str:
    """A name for everything the model depends on."""
    if not PYTHON.exists():
        raise RasaError("Rasa's environment is not set up: run script/setup, then try again.")
    process = await spawn(
        [str(PYTHON), "-m", "rasa_project.train", "--fingerprint"], environment(settings), ROOT
    )
    last = deque[str](maxlen=20)
    await _listen(process, last)
    name = last[-1].strip() if last else ""
    if await process.wait() or not name.isalnum():
        raise RasaError(f"The Rasa project cannot be read: {_final(last)}")
    return name


async def _train(settings: Settings, path: Path, say: Say) -> None:
    """Train into a draft, so that an interrupted training leaves no half model behind."""
    say("training the model (about a minute, only when questions or the Rasa project changed) ...")
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=path.parent))
    train = [str(PYTHON), "-m", "rasa_project.train", "--out", str(draft / path.name)]
    process = await spawn(train, environment(settings), ROOT)
    last = deque[str](maxlen=LINES_KEPT)
    try:
        await _listen(process, last, say)
        if await process.wait() or not (draft / path.name).exists():
            raise RasaError(f"Training failed: {_findings(last) or _final(last)}")
        (draft / path.name).replace(path)
    finally:
        await stop(process)
        shutil.rmtree(draft, ignore_errors=True)


async def _listen(process: Process, last: deque[str], say: Say | None = None) -> None:
    """Keep a child's last lines; without a reader it would block."""
    async for line in lines(process):
        last.append(line)
        if say and UNUSABLE not in last:  # findings are told once, by the error
            say(line)


def _final(last: deque[str]) -> str:
    lines = [line.strip() for line in last if line.strip()]
    return lines[-1] if lines else "it said nothing."


def _findings(last: deque[str]) -> str:
    """What is broken in the content, all of it; nothing if that is not why the child ended."""
    lines = list(last)
    return "\n".join(lines[lines.index(UNUSABLE) :]) if UNUSABLE in lines else ""


def _age(path: Path) -> float:
    return -path.stat().st_mtime


@contextlib.asynccontextmanager
async def _turn(path: Path) -> AsyncIterator[None]:
    """One training at a time on this machine, also when several commands ask for it."""
    with path.open("w") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                await asyncio.sleep(0.5)
        yield
