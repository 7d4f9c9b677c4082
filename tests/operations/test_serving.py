"""What `dishari up` starts for which settings, and what it says when a port is taken."""

import asyncio
import os
import re
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import psutil
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import rasa_process
from bot.processes import free_port, is_free
from bot.rasa_process import RasaError
from bot.sandbox import Sandbox
from bot.serving import children, serve
from bot.settings import ROOT, Settings, SettingsError
from bot.supervisor import CannotStart

TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz0123456"  # noqa: S105  nobody's


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def names(monkeypatch: pytest.MonkeyPatch, **values: str) -> list[str]:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return [child.name for child in children(Settings.load(env_file=None), print)]


def test_without_a_token_the_sandbox_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert names(monkeypatch) == ["sandbox", "bot", "rasa"]


def test_with_a_token_there_is_no_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    assert names(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN) == ["bot", "rasa"]


def test_another_bot_api_server_or_another_rasa_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert names(monkeypatch, TELEGRAM_API_URL="http://127.0.0.1:9", RASA_URL="http://127.0.0.1:8") == ["bot"]


def test_only_the_bot_learns_the_token_and_the_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISHARI_SECRET", "x" * 32)
    monkeypatch.setenv("TELEGRAM_API_URL", "https://api.telegram.org")
    for child in children(Settings.load(env_file=None), print):
        assert ("DISHARI_SECRET" in child.environment) == (child.name == "bot"), child.name


@pytest.mark.parametrize("variable", ["SANDBOX_PORT", "RASA_PORT"])
async def test_a_busy_port_is_one_sentence_and_nothing_starts(
    monkeypatch: pytest.MonkeyPatch, taken: int, variable: str
) -> None:
    monkeypatch.setenv("SANDBOX_PORT", str(free_port()))
    monkeypatch.setenv("RASA_PORT", str(free_port()))
    monkeypatch.setenv(variable, str(taken))
    said: list[str] = []
    with pytest.raises(SettingsError) as error:
        await serve(Settings.load(env_file=None), said.append)
    sentence = str(error.value)
    assert str(taken) in sentence
    assert variable in sentence
    assert "\n" not in sentence
    assert said == []


async def test_two_ports_that_are_the_same_are_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    port = str(free_port())
    monkeypatch.setenv("SANDBOX_PORT", port)
    monkeypatch.setenv("RASA_PORT", port)
    with pytest.raises(SettingsError, match="different ports"):
        await serve(Settings.load(env_file=None), print)


def test_a_port_just_given_back_counts_as_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as client:
            server.accept()[0].close()
            client.recv(1)
        assert not is_free(port)
    assert is_free(port)


class Up:
    """A real `dishari up` with the real bot; Rasa is said to be elsewhere, and is not there."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.said: list[str] = []

    async def says(self, start: str) -> str:
        """The next line that begins like this."""
        assert self.process.stdout
        async with asyncio.timeout(30):
            while line := (await self.process.stdout.readline()).decode():
                self.said.append(line.rstrip())
                if line.startswith(start):
                    return line.rstrip()
        raise AssertionError(self.said)


@pytest.fixture
async def start(lean: Path) -> AsyncIterator[Callable[..., Awaitable[Up]]]:
    """Starts `dishari up` with these settings; it is stopped at the end."""
    started = []

    async def up(**settings: str) -> Up:
        ours = {"RASA_URL": f"http://127.0.0.1:{free_port()}", "DISHARI_CONTENT": str(lean)}
        environment = os.environ | ours | settings
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot.cli", "up"),
            cwd=ROOT,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        started.append(process)
        return Up(process)

    yield up
    for process in started:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
async def test_a_signal_stops_everything_and_the_port_is_free_again(
    start: Callable[..., Awaitable[Up]], number: signal.Signals
) -> None:
    port = free_port()
    up = await start(SANDBOX_PORT=str(port))
    assert await up.says("Ready") == f"Ready: http://127.0.0.1:{port}"
    family = psutil.Process(up.process.pid).children(recursive=True)
    assert len(family) == 2
    up.process.send_signal(number)
    await up.says("Stopped.")
    assert await up.process.wait() == 0
    assert [child for child in family if child.is_running()] == []
    assert is_free(port)


async def test_killed_outright_it_leaves_nothing_behind(start: Callable[..., Awaitable[Up]]) -> None:
    port = free_port()
    up = await start(SANDBOX_PORT=str(port))
    await up.says("Ready")
    up.process.kill()
    async with asyncio.timeout(5):
        while not is_free(port):  # noqa: ASYNC110  no event tells us
            await asyncio.sleep(0.02)


async def test_a_killed_bot_comes_back(start: Callable[..., Awaitable[Up]]) -> None:
    up = await start(SANDBOX_PORT=str(free_port()))
    await up.says("Ready")
    family = psutil.Process(up.process.pid).children()
    next(child for child in family if "bot.telegram" in child.cmdline()).kill()
    await up.says("bot: ended with status -9; starting it again in 0.5 s")
    await up.says("bot: ready")


async def test_broken_content_and_a_killed_bot_cost_nobody_the_answer(
    start: Callable[..., Awaitable[Up]], lean: Path, tmp_path: Path
) -> None:
    content = Path(shutil.copytree(lean, tmp_path / "content"))
    async with Sandbox(port=0) as telegram:
        up = await start(
            TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url, DISHARI_CONTENT=str(content)
        )
        await up.says("Ready")
        (content / "en" / "urgent.yaml").write_text("situations: [\n")
        family = psutil.Process(up.process.pid).children()
        next(child for child in family if "bot.telegram" in child.cmdline()).kill()
        await up.says("bot: ended with status -9")
        assert "packs.last_good" in await up.says('  bot| {"reason"')
        assert "en/urgent.yaml" in await up.says('  bot| {"file"')
        await up.says("bot: ready")
        person = telegram.add_person("Shirin", "en")
        person.send_text("/start")
        await person.next_message(15)


async def test_without_network_it_says_so_once_and_goes_on_by_itself(
    start: Callable[..., Awaitable[Up]],
) -> None:
    port = free_port()
    up = await start(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=f"http://127.0.0.1:{port}")
    await up.says(f"bot: http://127.0.0.1:{port} cannot be reached (NetworkError); check the network.")
    await asyncio.sleep(3)  # it was tried again meanwhile
    async with Sandbox(port=port):
        await up.says("bot: ready")
    assert len(up.said) == 2, up.said


async def test_rasa_comes_back_with_its_model_while_the_content_is_broken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At the first start there is something to put right first; later people wait for the answer."""
    settings, said = Settings.load(env_file=None), list[str]()

    async def broken(*_: object) -> Path:
        raise RasaError("Training failed: The content cannot be used yet:\nen/a.yaml:1\nen/b.yaml:2")

    async def ready(*_: object) -> bool:
        return True

    monkeypatch.setattr("bot.rasa_process.model", broken)
    monkeypatch.setattr("bot.rasa_process.is_ready", ready)
    rasa = children(settings, said.append)[-1]
    models = settings.dishari_data / "models"
    models.mkdir(parents=True)
    for age, name in enumerate(["newest", "older"]):
        (models / f"{name}.tar.gz").touch()
        os.utime(models / f"{name}.tar.gz", (1e9 - age, 1e9 - age))
    with pytest.raises(CannotStart, match=r"en/a.yaml:1\nen/b.yaml:2"):
        await rasa.command()
    assert rasa.poll
    assert await rasa.poll()
    assert str(models / "newest.tar.gz") in await rasa.command()
    assert "en/b.yaml:2\nRasa goes on with the model it had" in said[-1]


@pytest.mark.rasa
async def test_a_training_that_fails_tells_every_finding_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    for intent in ("greet", "thanks"):
        (content / "en" / "questions" / f"{intent}.yaml").write_text("- [\n")
    monkeypatch.setenv("DISHARI_CONTENT", str(content))
    said: list[str] = []
    with pytest.raises(RasaError) as error:
        await rasa_process.model(Settings.load(env_file=None), said.append)
    for intent in ("greet", "thanks"):
        assert f"en/questions/{intent}.yaml:" in str(error.value)
        assert not any(intent in line for line in said)


def test_rasa_writes_nothing_into_the_operators_home() -> None:
    settings = Settings.load(env_file=None)
    environment = rasa_process.environment(settings)
    for name in ("HOME", "MPLCONFIGDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        assert Path(environment[name]).is_relative_to(settings.dishari_data), name


async def test_with_a_token_it_says_whose_bot_is_ready(start: Callable[..., Awaitable[Up]]) -> None:
    async with Sandbox(port=0) as telegram:
        up = await start(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url)
        line = await up.says("Ready")
    assert re.fullmatch(r"Ready: @\w+ on Telegram", line)


async def test_a_token_that_telegram_refuses_is_one_sentence(start: Callable[..., Awaitable[Up]]) -> None:
    async def refuse(request: web.Request) -> web.Response:
        body = {"ok": False, "error_code": 401, "description": "Unauthorized"}
        return web.json_response(body, status=401)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", refuse)
    async with TestServer(app) as telegram:
        up = await start(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=str(telegram.make_url("")))
        said = (await up.process.communicate())[0].decode()
    assert up.process.returncode == 78
    assert said.count("\n") == 1
    assert "TELEGRAM_BOT_TOKEN" in said
    assert TOKEN not in said
