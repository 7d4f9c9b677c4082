"""Who is let in, what the server answers, and how the command says what is wrong."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import aiohttp
import pytest

from bot.preview import PreviewServer
from bot.settings import ROOT
from tests.preview.conftest import change


@pytest.fixture
async def server(content: Path) -> AsyncIterator[PreviewServer]:
    """The preview of the small pack on a free port."""
    async with PreviewServer(content) as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    """An HTTP client."""
    async with aiohttp.ClientSession() as opened:
        yield opened


async def test_the_page_may_load_nothing_from_outside(
    server: PreviewServer, session: aiohttp.ClientSession
) -> None:
    async with session.get(server.url) as response:
        policy = response.headers["Content-Security-Policy"]
        page = await response.text()
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    assert "http" not in re.sub(r"\bhttp-equiv\b", "", page)


@pytest.mark.parametrize("path", ["/", "/cards.json", "/changes", "/static/main.js", "/look/bubbles.js"])
@pytest.mark.parametrize("headers", [{"Host": "evil.example:8070"}, {"Origin": "https://evil.example"}])
async def test_other_sites_are_turned_away(
    server: PreviewServer, session: aiohttp.ClientSession, path: str, headers: dict[str, str]
) -> None:
    async with session.get(f"{server.url}{path}", headers=headers) as response:
        assert response.status == 403


async def test_another_day_is_asked_for_in_the_address(
    server: PreviewServer, session: aiohttp.ClientSession
) -> None:
    async with session.get(f"{server.url}/cards.json", params={"as_of": "2030-01-31"}) as response:
        assert (await response.json())["as_of"] == "2030-01-31"
    async with session.get(f"{server.url}/cards.json") as response:
        assert (await response.json())["as_of"] == date.today().isoformat()
    async with session.get(f"{server.url}/cards.json", params={"as_of": "tomorrow"}) as response:
        assert (response.status, await response.text()) == (400, "as_of is a date such as 2026-05-31.\n")


async def test_a_saved_file_is_told_to_everybody_who_watches(
    server: PreviewServer, session: aiohttp.ClientSession, content: Path
) -> None:
    async with session.get(f"{server.url}/changes") as one, session.get(f"{server.url}/changes") as other:
        for stream in (one, other):
            assert await stream.content.readuntil(b"\n\n") == b"data: 1\n\n"
        change(content / "en/topics/fees.yaml", "revision: 1", "revision: 2")
        async with asyncio.timeout(3):
            for stream in (one, other):
                assert await stream.content.readuntil(b"\n\n") == b"data: 2\n\n"


async def test_closing_waits_for_nobody(content: Path, session: aiohttp.ClientSession) -> None:
    async with PreviewServer(content) as running:
        stream = await session.get(f"{running.url}/changes")
        started = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - started < 2
    stream.close()


def command(content: Path, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """The command line and its environment, without a token and with these packs."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM")}
    environment |= {"DISHARI_CONTENT": str(content), "PYTHONPATH": str(ROOT)}
    return [sys.executable, "-m", "bot.cli", "content", "preview", *arguments], environment


async def run(content: Path, *arguments: str) -> tuple[int | None, str, str]:
    pipe = asyncio.subprocess.PIPE
    line, environment = command(content, *arguments)
    process = await asyncio.create_subprocess_exec(*line, env=environment, stdout=pipe, stderr=pipe)
    out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


async def test_the_command_serves_until_it_is_told_to_stop(
    content: Path, session: aiohttp.ClientSession
) -> None:
    line, environment = command(content, "--port", "0", "--as-of", "2029-12-31")
    process = await asyncio.create_subprocess_exec(*line, env=environment, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    said = (await process.stdout.readline()).decode()
    url = re.search(r"http://127\.0\.0\.1:\d+", said)
    assert url, said
    async with session.get(f"{url.group()}/cards.json") as response:
        assert (await response.json())["as_of"] == "2029-12-31"
    process.send_signal(signal.SIGINT)
    assert await process.wait() == 0


async def test_a_busy_port_is_one_sentence(server: PreviewServer, content: Path) -> None:
    status, out, err = await run(content, "--port", str(server.port))
    assert (status, out) == (1, "")
    assert err == (
        f"Port {server.port} on 127.0.0.1 can't be opened: another program is using it. "
        "Choose another one with --port.\n"
    )


async def test_a_folder_that_cannot_be_written_is_one_sentence(content: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "in-the-way"
    in_the_way.write_text("")
    status, _, err = await run(content, "--export", str(in_the_way))
    assert status == 1
    assert err == f"{in_the_way} can't be written: File exists.\n"


async def test_a_day_that_is_none_is_one_sentence(content: Path) -> None:
    status, _, err = await run(content, "--as-of", "31.12.2026")
    assert status == 2
    assert "Traceback" not in err
    assert "31.12.2026" in err
