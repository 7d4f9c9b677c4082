"""A saved change goes live; a broken one says why, and the last good packs go on serving."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import structlog
from watchfiles import awatch

from bot.packs.findings import PacksError
from bot.packs.loading import load_packs
from bot.packs.packs import Packs

SETTLE = 200  # milliseconds to wait for more changes: an editor saves several files at once

log = structlog.get_logger()


async def changes(folder: Path) -> AsyncIterator[Packs | PacksError]:
    """After each saved change in `folder`: the packs, or why they cannot be served as they are now."""
    async for _ in awatch(folder, debounce=SETTLE, step=50, recursive=True):
        try:
            packs = await asyncio.to_thread(load_packs, folder)
        except PacksError as error:
            yield error
        except OSError as error:  # a folder was moved while it was read; the next change tells
            log.error("packs.unreadable", kind=type(error).__name__)
        else:
            log.info("packs.changed", topics=len(packs.topics), languages=len(packs.languages))
            yield packs
