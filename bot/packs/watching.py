"""A saved change goes live; a broken one says why, and the last good packs go on serving."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import structlog

from bot.packs.apart import Reading
from bot.packs.findings import PacksError
from bot.packs.packs import Packs

# Looking takes two thousandths of a second, and also sees what a watcher of the system's does not tell.
LOOK_EVERY = 0.2  # seconds
SETTLE = 0.15  # seconds without another change: an editor saves several files at once
MOST_LOOKS = 5  # until a folder that never settles is read all the same

Stamp = frozenset[tuple[str, int, int]]

log = structlog.get_logger()


async def changes(folder: Path, seen: Stamp | None = None) -> AsyncIterator[Packs | PacksError]:
    """After each saved change in `folder`: the packs, or why they cannot be served as they are now.

    `seen` is the folder's stamp from before the packs at work were read: what was saved between that moment
    and the first look is not lost.
    """
    last = seen or await asyncio.to_thread(stamp, folder)
    while True:
        await asyncio.sleep(LOOK_EVERY)
        now = await asyncio.to_thread(stamp, folder)
        if now == last:
            continue
        with Reading() as reading:  # it makes itself ready while the folder settles
            for _ in range(MOST_LOOKS):
                await asyncio.sleep(SETTLE)
                before, now = now, await asyncio.to_thread(stamp, folder)
                if now == before:
                    break
            last = now
            found = await asyncio.to_thread(saved, folder, reading.packs)
        if found is not None:
            yield found
        del found  # the packs of before the next change would be kept for its sake


def stamp(folder: Path) -> Stamp:
    """What tells that a file was saved, added or taken away: names, times and sizes."""
    found: list[tuple[str, int, int]] = []
    folders = [str(folder)]
    while folders:
        with contextlib.suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.name.endswith(".yaml"):
                    with contextlib.suppress(OSError):  # renamed between the two: the next look sees it
                        status = entry.stat()
                        found.append((entry.path, status.st_mtime_ns, status.st_size))
    return frozenset(found)


def saved(folder: Path, read: Callable[[Path], Packs]) -> Packs | PacksError | None:
    """The packs as they are saved now, or why they cannot be served; None if the next change must tell."""
    try:
        packs = read(folder)
    except PacksError as error:
        return error
    except Exception as error:  # a folder moved while it was read, or a mistake of ours: people are served
        log.error("packs.unreadable", kind=type(error).__name__)
        return None
    log.info("packs.changed", topics=len(packs.topics), languages=len(packs.languages))
    return packs
