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
from bot.packs import Finding, Packs, PacksError, load_packs
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
        broken = packs is None or self._lost(packs, findings) or not self._serves(findings)
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

    def _serves(self, findings: list[Finding]) -> bool:
        """Whether the bot can use the packs: what is wrong in a language that is not offered stops nobody."""
        if all(finding.severity == "warning" for finding in findings):
            return True
        try:
            load_packs(self.folder)
        except PacksError:
            return False
        return True

    def _lost(self, packs: Packs, findings: list[Finding]) -> bool:
        """Whether a language that is shown now would vanish by a mistake."""
        shown = self._packs.languages if self._packs else {}
        gone = tuple(f"{code}/" for code in shown if code not in packs.languages)
        return any(finding.severity == "error" and finding.file.startswith(gone) for finding in findings)

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
