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
        if (found := await asyncio.to_thread(saved, folder)) is not None:
            yield found


def saved(folder: Path) -> Packs | PacksError | None:
    """The packs as they are saved now, or why they cannot be served; None if the next change must tell."""
    try:
        packs = load_packs(folder)
    except PacksError as error:
        return error
    except Exception as error:  # a folder moved while it was read, or a mistake of ours: people are served
        log.error("packs.unreadable", kind=type(error).__name__)
        return None
    log.info("packs.changed", topics=len(packs.topics), languages=len(packs.languages))
    return packs
