"""The packs of a folder as they change: the last good ones are shown while a change is broken."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from watchfiles import awatch

from bot.cards.checking import check_all
from bot.packs import Finding, Packs
from bot.preview.gallery import gallery

SETTLE = 200  # milliseconds to wait for more changes: an editor saves several files at once
KEPT = 4  # days for which the page is kept ready


class Shelf:
    """What is shown now. `version` grows with every change of a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.version = 0
        self.state = "draft"
        self._packs: Packs | None = None
        self._findings: dict[date, list[Finding]] = {}
        self._pages: dict[date, str] = {}
        self._watchers: set[asyncio.Queue[int | None]] = set()
        self._reading = threading.Lock()  # pages are made in threads

    def read(self) -> None:
        """Read the folder again; while it is broken the last good packs are shown, at first what there is."""
        today = date.today()
        packs, findings = check_all(self.folder, today)
        broken = packs is None or any(finding.severity == "error" for finding in findings)
        with self._reading:
            if not broken:
                self._packs, self.state = packs, "good"
            elif self.state == "draft":
                self._packs = packs
            else:
                self.state = "kept"
            self._findings = {today: findings}
            self._pages.clear()
            self.version += 1

    def page(self, today: date) -> str:
        """The JSON document of the page, as of `today`."""
        with self._reading:
            if today not in self._pages:
                while len(self._pages) >= KEPT:
                    del self._pages[next(iter(self._pages))]
                if today not in self._findings:
                    self._findings[today] = check_all(self.folder, today)[1]
                shown = {"version": self.version, "state": self.state, "folder": self.folder.name}
                shown |= gallery(self.folder, self._packs, self._findings[today], today)
                self._pages[today] = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
            return self._pages[today]

    async def watch(self) -> None:
        """Read again whenever a file is saved, and tell everybody who follows."""
        async for _ in awatch(self.folder, debounce=SETTLE, step=50):
            await asyncio.to_thread(self.read)
            for watcher in self._watchers:
                watcher.put_nowait(self.version)

    @asynccontextmanager
    async def following(self) -> AsyncIterator[asyncio.Queue[int | None]]:
        """A queue of the versions from now on; `None` in it means that there will be no more."""
        watcher: asyncio.Queue[int | None] = asyncio.Queue()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    def close(self) -> None:
        """Send everybody who follows home."""
        for watcher in self._watchers:
            watcher.put_nowait(None)
