"""An editor saves files while the real bot serves people: what is good goes live, what is broken does not."""

import asyncio
import contextlib
import os
import shutil
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bot.processes import free_port
from bot.sandbox import PersonHandle, Sandbox
from bot.settings import ROOT

TOPIC = Path("en", "topics", "difference.yaml")
PATIENCE = 15.0  # seconds; that it takes two at most is measured on a quiet machine, not here


@dataclass
class Running:
    """The bot process, its sandbox, and the content folder it serves from."""

    sandbox: Sandbox
    content: Path
    health: str

    async def arrives(self, name: str) -> PersonHandle:
        person = self.sandbox.add_person(name, "en")
        person.send_text("/start")
        await person.next_message(PATIENCE)
        person.tap(data="l:en")
        await person.next_message(PATIENCE)
        await person.next_message(PATIENCE)
        return person

    async def title(self, person: PersonHandle) -> str:
        """The first line of the card about the difference, as this person gets it now."""
        person.tap("Menu")
        await person.next_message(PATIENCE)
        person.tap(data="s:menu_learn")
        await person.next_message(PATIENCE)
        person.tap(data="s:difference")
        return (await person.next_message(PATIENCE)).text.split("\n")[0]

    async def until(self, person: PersonHandle, title: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while await self.title(person) != title:  # noqa: ASYNC110  the bot tells nobody that it reloaded
                await asyncio.sleep(0.05)

    async def report(self) -> dict:
        async with aiohttp.ClientSession() as session, session.get(self.health) as answer:
            return await answer.json()


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Running]:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    port = free_port()
    async with Sandbox() as sandbox:
        environment = os.environ | {
            "TELEGRAM_BOT_TOKEN": "1000000001:for-tests-only-aaaaaaaaaaaaaaaaaaaaa",
            "TELEGRAM_API_URL": sandbox.url,
            "DISHARI_CONTENT": str(content),
            "DISHARI_DATA": str(tmp_path / "var"),
            "HEALTH_PORT": str(port),
            "RASA_PORT": str(free_port()),
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.telegram", env=environment, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout
        async for line in process.stdout:
            if b"bot.ready" in line:
                break
        reading = asyncio.create_task(process.stdout.read())  # so that a full pipe never stops it
        try:
            yield Running(sandbox, content, f"http://127.0.0.1:{port}/healthz")
        finally:
            process.terminate()
            assert await process.wait() == 0
            await reading


async def test_a_saved_change_goes_live_and_a_broken_one_stops_nobody(running: Running) -> None:
    talker, editor = await running.arrives("Asha"), await running.arrives("Editor")
    file = running.content / TOPIC
    good = file.read_text("utf-8")
    title = await running.title(editor)
    asked = answered = 0

    async def talk() -> None:
        nonlocal asked, answered
        while True:
            asked += 1
            talker.tap("Get help")
            await talker.next_message(within=PATIENCE)
            answered += 1
            await asyncio.sleep(0.02)

    async with asyncio.TaskGroup() as group:
        talking = group.create_task(talk())
        file.write_text(good.replace(title, "A new title"), "utf-8")
        await running.until(editor, "A new title")

        file.write_text(good.replace(f"title: {title}", "title: Broken: by a colon"), "utf-8")
        async with asyncio.timeout(PATIENCE):
            while not (await running.report())["broken_packs"]:  # noqa: ASYNC110  it is only told when asked
                await asyncio.sleep(0.05)
        broken = (await running.report())["broken_packs"][0]
        assert (broken["file"], broken["name"]) == (TOPIC.as_posix(), "colon")
        assert await running.title(editor) == "A new title"

        file.write_text(good, "utf-8")
        await running.until(editor, title)
        assert (await running.report())["broken_packs"] == []
        talking.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await talking
    assert asked - answered <= 1, "only the tap in hand when the talk ended may be open"
    assert answered > 10
