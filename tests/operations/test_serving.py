"""What `dishari up` starts for which settings, and what it says when a port is taken."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Iterator

import pytest

from bot.processes import free_port, is_free
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


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
async def test_a_signal_stops_everything_and_the_ports_are_free_again(number: signal.Signals) -> None:
    """The real sandbox and the real bot under the real `dishari up`; Rasa is elsewhere, and down."""
    port = free_port()
    environment = {**os.environ, "SANDBOX_PORT": str(port), "RASA_URL": f"http://127.0.0.1:{free_port()}"}
    up = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.cli", "up"),
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert up.stdout
    async with asyncio.timeout(30):
        said = []
        while not said or said[-1] != f"Ready: http://127.0.0.1:{port}":
            said.append((await up.stdout.readline()).decode().rstrip())
            assert up.returncode is None, said
            assert said[-1] or up.stdout.at_eof() is False, said
        up.send_signal(number)
        rest = (await up.stdout.read()).decode()
    assert await up.wait() == 0, rest
    assert rest.endswith("Stopped.\n")
    assert is_free(port)
