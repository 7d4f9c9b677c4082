"""A saved change goes live; a broken one says why, and the last good packs go on serving."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import structlog
from watchfiles import awatch

from bot.packs.findings import PacksError
from bot.packs.loading import load_packs
from bot.packs.packs import Packs

SETTLE = 200  # milliseconds to wait for more changes: an editor saves several files at once
LOOK_EVERY = 500  # milliseconds between looks that do not wait for the watcher to speak

Stamp = frozenset[tuple[str, int, int]]

log = structlog.get_logger()


async def changes(folder: Path, seen: Stamp | None = None) -> AsyncIterator[Packs | PacksError]:
    """After each saved change in `folder`: the packs, or why they cannot be served as they are now.

    `seen` is the folder's stamp from before the packs at work were read: what was saved between that moment
    and the first look of the watcher is not lost.
    """
    last = seen or await asyncio.to_thread(stamp, folder)
    async for _ in awatch(
        folder, debounce=SETTLE, step=50, recursive=True, yield_on_timeout=True, rust_timeout=LOOK_EVERY
    ):
        now = await asyncio.to_thread(stamp, folder)
        if now == last:
            continue
        last = now
        if (found := await asyncio.to_thread(saved, folder)) is not None:
            yield found


def stamp(folder: Path) -> Stamp:
    """What tells that a file was saved, added or taken away: names, times and sizes."""
    found = []
    for file in folder.rglob("*.yaml"):
        with contextlib.suppress(OSError):  # renamed between the two: the next look sees it
            status = file.stat()
            found.append((str(file), status.st_mtime_ns, status.st_size))
    return frozenset(found)


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
