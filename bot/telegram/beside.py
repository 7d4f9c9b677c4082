"""What runs beside the polling for as long as the bot does: reloading, forgetting, introducing itself."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot import heap
from bot.health import Health
from bot.memory import LanguageMemory
from bot.packs import Packs, PacksError
from bot.packs.watching import changes
from bot.reader import Reader
from bot.telegram.live import LiveReader
from bot.telegram.profile import set_profile

SWEEP_EVERY = 24 * 3600  # seconds
AGAIN_AFTER = 60.0  # seconds until work that failed is taken up again

log = structlog.get_logger()


@contextlib.asynccontextmanager
async def running(
    bot: Bot,
    folder: Path,
    live: LiveReader,
    memory: LanguageMemory,
    health: Health,
    keep: Callable[[], None] = lambda: None,
) -> AsyncIterator[None]:
    """Keeps all of it going until the end; `keep` is called after each good change."""
    works = (
        lambda: reload(bot, folder, live, health, keep),
        lambda: sweep(memory),
        lambda: introduce(bot, live.reader.cards.packs),
    )
    tasks = [asyncio.create_task(kept_going(work)) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def kept_going(work: Callable[[], Awaitable[None]], again_after: float = AGAIN_AFTER) -> None:
    """Does `work`, and takes it up again when it fails: live editing and forgetting must not end silently."""
    while True:
        try:
            await work()
        except Exception as error:  # noqa: BLE001  whatever it is, the operator must see it and the work go on
            log.error("background.failed", kind=type(error).__name__)
            await asyncio.sleep(again_after)
        else:
            return


async def reload(
    bot: Bot, folder: Path, live: LiveReader, health: Health, keep: Callable[[], None] = lambda: None
) -> None:
    """Lets each good change go live, and tells of each that is broken."""
    async for change in changes(folder, live.seen):
        if isinstance(change, PacksError):
            health.packs_broken(change.findings)
            continue
        before = live.reader
        live.reader = await asyncio.to_thread(Reader, change, before)
        health.packs_changed(change)
        introducing = _own_words(change) != _own_words(before.cards.packs)
        del change, before  # neither is kept until the next change
        heap.give_back()
        await asyncio.to_thread(keep)
        if introducing:
            await introduce(bot, live.reader.cards.packs)


async def sweep(memory: LanguageMemory) -> None:
    """Forgets who was not here for a year."""
    while True:
        await memory.forget_unused()
        await asyncio.sleep(SWEEP_EVERY)


async def introduce(bot: Bot, packs: Packs) -> None:
    """Name, description and commands; a comfort, the bot serves without them."""
    with contextlib.suppress(TelegramError):
        await set_profile(bot, packs)


def _own_words(packs: Packs) -> list[object]:
    return [words.ui for words in packs.languages.values()]
