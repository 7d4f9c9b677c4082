"""Tells whoever watches a chat that something in it changed."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Event = dict[str, Any]


class Feed:
    """A numbered stream of changes that any number of watchers can follow."""

    def __init__(self) -> None:
        self.version = 0
        self._watchers: list[asyncio.Queue[Event | None]] = []

    def publish(self, kind: str, **content: Any) -> None:
        """Number a change and hand it to everyone who watches."""
        self.version += 1
        event = {"kind": kind, "version": self.version, **content}
        for watcher in self._watchers:
            watcher.put_nowait(event)

    @contextmanager
    def watch(self) -> Iterator["asyncio.Queue[Event | None]"]:
        """A queue of the changes from now on; `None` in it means that the sandbox closes."""
        watcher: asyncio.Queue[Event | None] = asyncio.Queue()
        self._watchers.append(watcher)
        try:
            yield watcher
        finally:
            self._watchers.remove(watcher)

    async def wait_past(self, version: int, seconds: float) -> None:
        """Return once a change after `version` has happened, or when the time is up."""
        if self.version > version:
            return
        with self.watch() as watcher:
            try:
                async with asyncio.timeout(seconds):
                    await watcher.get()
            except TimeoutError:
                return

    def close(self) -> None:
        """Send everyone who watches home."""
        for watcher in self._watchers:
            watcher.put_nowait(None)
