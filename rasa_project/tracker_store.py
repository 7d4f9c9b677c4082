"""Remembers a conversation for an hour: encrypted, without its text, never more than a few turns of it."""

import json
import logging
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.database import Damaged, opened, remove
from rasa_project.compact_tracker import compact, restore

logger = logging.getLogger(__name__)

FILE = "dialogue.db"
KEPT_SECONDS = 3600
# Deleted means gone from the file, not just unlinked; the log of changes is cut when we delete.
_SCHEMA = """
PRAGMA secure_delete = ON;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS conversation (sender TEXT PRIMARY KEY, data BLOB, last INTEGER);
CREATE INDEX IF NOT EXISTS conversation_last ON conversation (last);
"""
SWEEP_SECONDS = 60  # so that a conversation is gone at most a minute late, spoken to or not


class EncryptedTrackerStore(TrackerStore):
    """SQLite; key: the sender as given (already a keyed hash), data: Fernet over compact JSON.

    SQLite's calls block the event loop for well under a millisecond, and so keep each turn atomic.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        folder: str = "",
        key: str = "",
        event_broker: Any = None,
        host: str | None = None,
    ) -> None:
        super().__init__(domain, None)
        self._cipher = Fernet(key)
        path = Path(folder) / FILE
        try:
            self._database = opened(path, _SCHEMA, autocommit=True)
        except Damaged as damaged:
            # The last hour is forgotten, and people are answered.
            logger.error("%s cannot be read and is begun anew", damaged)
            remove(path)
            self._database = opened(path, _SCHEMA, autocommit=True)
        self._swept = 0.0
        self.sweep()

    async def create_tracker(self, sender_id: str, append_action_listen: bool = True) -> DialogueStateTracker:
        """A new conversation, which is written once it has had its first turn."""
        return self.init_tracker(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keeps the conversation; a disk that fails costs the memory of it, not the answer."""
        data = json.dumps(compact(tracker), separators=(",", ":"), ensure_ascii=False).encode()
        now = int(time.time())
        try:
            self._database.execute(
                "INSERT OR REPLACE INTO conversation VALUES (?, ?, ?)",
                (tracker.sender_id, self._cipher.encrypt(data), now),
            )
            if now - self._swept >= SWEEP_SECONDS:
                self.sweep()
        except sqlite3.Error as error:
            logger.error("A conversation was not kept: %s", type(error).__name__)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation, or None if there is none, it is over, or it was written with another key."""
        try:
            row = self._database.execute(
                "SELECT data FROM conversation WHERE sender = ? AND last > ?",
                (sender_id, int(time.time()) - KEPT_SECONDS),
            ).fetchone()
            state = json.loads(self._cipher.decrypt(row[0])) if row else None
        except (sqlite3.Error, InvalidToken, ValueError) as error:
            logger.error("A conversation could not be read: %s", type(error).__name__)
            return None
        return restore(sender_id, state, self.domain.slots) if state else None

    async def keys(self) -> Iterable[str]:
        """The senders of the conversations that are not over."""
        rows = self._database.execute(
            "SELECT sender FROM conversation WHERE last > ?", (int(time.time()) - KEPT_SECONDS,)
        )
        return [row[0] for row in rows]

    async def delete(self, sender_id: str) -> None:
        """Forgets the conversation now, in the file and in the log of changes."""
        self._database.execute("DELETE FROM conversation WHERE sender = ?", (sender_id,))
        self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def sweep(self) -> None:
        """Forgets every conversation that is over."""
        self._swept = time.time()
        over = int(self._swept) - KEPT_SECONDS
        if self._database.execute("DELETE FROM conversation WHERE last <= ?", (over,)).rowcount:
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()
