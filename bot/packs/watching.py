"""A saved change goes live; a broken one leaves the last good packs serving and says why."""

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


async def changes(folder: Path) -> AsyncIterator[Packs]:
    """The packs of `folder` each time a file was saved and they are good."""
    async for _ in awatch(folder, debounce=SETTLE, step=50, recursive=True):
        try:
            packs = await asyncio.to_thread(load_packs, folder)
        except PacksError as error:
            for finding in error.findings:
                log.error("packs.broken", file=finding.file, line=finding.line, name=finding.name)
            continue
        except OSError as error:  # a folder was moved while it was read; the next change tells
            log.error("packs.unreadable", kind=type(error).__name__)
            continue
        log.info("packs.changed", topics=len(packs.topics), languages=len(packs.languages))
        yield packs
