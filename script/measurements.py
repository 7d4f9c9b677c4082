"""What script/bench runs: the real bot process and the trained Rasa, with the sandbox in Telegram's place."""

import asyncio
import contextlib
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import psutil

from bot import rasa_process
from bot.processes import free_port, lines, spawn, stop
from bot.sandbox import PersonHandle, Sandbox
from bot.settings import ROOT, Settings

SENTENCES = ("help number in italy", "saudi jaite koto lage", "who won the match", "দালাল ভুয়া কিনা কেমনে বুঝব")
ALONE, CROWD, EACH = 200, 200, 5  # messages one by one; people at once; messages of each of them
PATIENCE = 60.0  # seconds
LOOK_AGAIN = 0.05  # seconds between taps of somebody who waits for a change: nobody taps without a pause


async def measure() -> dict[str, Any]:
    """All figures: milliseconds, seconds, megabytes."""
    settings = Settings.load(env_file=None)
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="dishari-bench-") as folder:
        content = Path(folder, "content")
        shutil.copytree(settings.dishari_content, content)
        model = await rasa_process.model(settings, say)
        began = time.perf_counter()
        async with rasa_process.private(settings, say) as address, Sandbox() as sandbox:
            result["rasa_ready_s"] = round(time.perf_counter() - began, 2)
            environment = os.environ | {
                "TELEGRAM_BOT_TOKEN": "1000000001:for-measuring-only-aaaaaaaaaaaaaaaaa",
                "TELEGRAM_API_URL": sandbox.url,
                "RASA_URL": address,
                "DISHARI_CONTENT": str(content),
                "DISHARI_DATA": folder,
                "DISHARI_SECRET": settings.keys.secret,
                "HEALTH_PORT": str(free_port()),
            }
            async with bot(environment, result) as process:
                person = await arrives(sandbox)
                result["sentence_ms"] = await timed(
                    person, lambda n: person.send_text(SENTENCES[n % len(SENTENCES)])
                )
                newest = person.replies[-1].id
                result["tap_ms"] = await timed(
                    person, lambda _: person.tap(data="s:difference", message_id=newest, anyway=True)
                )
                result["turn_300_against_3"] = await growth(sandbox)
                who = {"bot": process.pid, "rasa": rasa_pid(), "sandbox_and_people": os.getpid()}
                result["crowd"] = await crowd(sandbox, who)
                result["change_is_live_s"] = await reload(person, content)
                result["bot_mb"] = megabytes(process.pid)
                result["rasa_mb"] = megabytes(rasa_pid())
        result["model_mb"] = round(model.stat().st_size / 2**20, 1)
    return result


@contextlib.asynccontextmanager
async def bot(
    environment: dict[str, str], result: dict[str, Any]
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot process, from start to stop."""
    began = time.perf_counter()
    # With spawn, because stop ends a process that has a group of its own, and waits for any other for ever.
    process = await spawn([sys.executable, "-m", "bot.telegram"], environment, ROOT)
    output = lines(process)
    async for line in output:
        if "bot.ready" in line:
            break
    else:
        raise RuntimeError("the bot did not start")
    result["bot_ready_s"] = round(time.perf_counter() - began, 2)
    reading = asyncio.create_task(_rest(output))
    try:
        yield process
    finally:
        await stop(process)
        await reading


async def _rest(output: AsyncIterator[str]) -> None:
    """Reads on, so that the bot never waits for somebody to read its log."""
    async for _ in output:
        pass


async def arrives(sandbox: Sandbox) -> PersonHandle:
    """Somebody who has chosen a language."""
    person = sandbox.add_person("Asha", "en")
    person.send_text("/start")
    await person.next_message(PATIENCE)
    person.tap(data="l:en")
    for _ in range(2):
        await person.next_message(PATIENCE)
    return person


async def timed(person: PersonHandle, act: Callable[[int], object]) -> dict[str, float]:
    """Milliseconds from what the person does to the answer on their phone, one at a time."""
    took = []
    for number in range(ALONE):
        began = time.perf_counter()
        act(number)
        await person.next_message(PATIENCE)
        took.append((time.perf_counter() - began) * 1000)
    cuts = statistics.quantiles(took, n=100)
    return {"p50": round(cuts[49], 1), "p95": round(cuts[94], 1)}


async def growth(sandbox: Sandbox) -> float:
    """How many times as long the 300th turns of a conversation take as the first ones."""
    person = await arrives(sandbox)
    took = []
    for _ in range(300):
        began = time.perf_counter()
        person.send_text(SENTENCES[0])
        await person.next_message(PATIENCE)
        took.append(time.perf_counter() - began)
    return round(statistics.median(took[-20:]) / statistics.median(took[2:22]), 2)


async def crowd(sandbox: Sandbox, who: Mapping[str, int]) -> dict[str, Any]:
    """Many people at once, each writing on after each answer; and what that costs each of the processes."""
    people = [await arrives(sandbox) for _ in range(CROWD)]

    async def talk(person: PersonHandle) -> int:
        for number in range(EACH):
            person.send_text(SENTENCES[number % len(SENTENCES)])
            await person.next_message(PATIENCE)
        return EACH

    before = {name: processor_seconds(pid) for name, pid in who.items()}
    began = time.perf_counter()
    talks: list[Awaitable[int]] = [talk(person) for person in people]
    answered = sum(await asyncio.gather(*talks))
    took = time.perf_counter() - began
    spent = {name: (processor_seconds(pid) - before[name]) * 1000 / answered for name, pid in who.items()}
    return {
        "messages_per_s": round(answered / took),
        "lost": CROWD * EACH - answered,
        "processor_ms_a_message": {name: round(ms, 1) for name, ms in spent.items()},
    }


async def reload(person: PersonHandle, content: Path) -> float:
    """Seconds from a saved sentence to the first person who reads it."""
    file = content / "en" / "topics" / "difference.yaml"
    title = next(line for line in file.read_text("utf-8").splitlines() if line.startswith("title:"))
    newest = person.replies[-1].id
    file.write_text(file.read_text("utf-8").replace(title, "title: A title just saved"), "utf-8")
    began = time.perf_counter()
    while time.perf_counter() - began < PATIENCE:
        person.tap(data="s:difference", message_id=newest, anyway=True)
        if (await person.next_message(PATIENCE)).text.startswith("A title just saved"):
            return round(time.perf_counter() - began, 2)
        await asyncio.sleep(LOOK_AGAIN)
    raise RuntimeError("the saved sentence did not go live: are the packs good?")


def rasa_pid() -> int:
    """The Rasa process that this one started."""
    for child in psutil.Process().children(recursive=True):
        if "rasa_project.serve" in child.cmdline():
            return child.pid
    raise RuntimeError("Rasa is not running")


def processor_seconds(pid: int) -> float:
    """What a process has taken of the processor so far; unlike the clock, it minds no neighbours."""
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


def megabytes(pid: int) -> int:
    """Resident memory of a process."""
    return int(psutil.Process(pid).memory_info().rss / 2**20)


def say(line: str) -> None:
    """Progress goes to standard error; the figures alone to standard output."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure()), indent=2))
