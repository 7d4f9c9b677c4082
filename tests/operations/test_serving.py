"""What `dishari up` starts for which settings, and what it says when a port is taken."""

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import psutil
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.processes import free_port, is_free
from bot.sandbox import Sandbox
from bot.serving import children, serve
from bot.settings import ROOT, Settings, SettingsError

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
async def start() -> AsyncIterator[Callable[..., Awaitable[Up]]]:
    """Starts `dishari up` with these settings; it is stopped at the end."""
    started = []

    async def up(**settings: str) -> Up:
        environment = {**os.environ, "RASA_URL": f"http://127.0.0.1:{free_port()}", **settings}
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
