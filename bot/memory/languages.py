"""Which language each person chose: one encrypted row a person, deleted when it was not used for a year."""

import asyncio
import threading
from collections import OrderedDict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import structlog
from cryptography.fernet import Fernet, InvalidToken

from bot.database import Damaged, opened, remove

KEPT = timedelta(days=365)  # PRIVACY.md promises it
RECENT = 10_000  # people whose language is at hand without a look into the database

# used_on is a day, not a moment: enough to forget after a year, too coarse to tell when somebody wrote.
# secure_delete: SQLite leaves deleted rows readable in its file unless it is told to overwrite them.
_SCHEMA = """
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS people (person TEXT PRIMARY KEY, language BLOB NOT NULL, used_on TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS people_used_on ON people (used_on);
"""

log = structlog.get_logger()


class LanguageMemory:
    """Remembers a language per pseudonym; `key` is a Fernet key kept apart from the database."""

    def __init__(self, database: Path, key: bytes) -> None:
        self._lock = threading.Lock()
        try:
            self._connection = opened(database, _SCHEMA)
        except Damaged:
            # Not kept aside: who asks to be forgotten is promised that nothing is left.
            remove(database)
            log.error("memory.damaged", todo="look after the disk; people choose their language anew")
            self._connection = opened(database, _SCHEMA)
        self._fernet = Fernet(key)
        self._changes = 0
        self._recent: OrderedDict[str, tuple[date, str | None]] = OrderedDict()

    async def language(self, person: str) -> str | None:
        """The language the person chose; None if they never did, or it was too long ago."""
        day, language = self._recent.get(person, (None, None))
        # Once a day it is read again, so that the database learns that the person is still here.
        if day != _today():
            changes = self._changes
            language = await asyncio.to_thread(self._read, person)
            if changes != self._changes:  # perhaps theirs: what was read may be what they just had deleted
                return language
        self._keep(person, language)
        return language

    async def choose(self, person: str, language: str) -> None:
        """Remembers the language the person chose."""
        self._changes += 1
        self._keep(person, language)
        await asyncio.to_thread(self._write, person, language)

    async def forget(self, person: str) -> None:
        """Deletes all there is about the person."""
        self._changes += 1
        self._recent.pop(person, None)
        await asyncio.to_thread(self._delete, person)

    async def forget_unused(self) -> None:
        """Deletes who has not been here for a year."""
        await asyncio.to_thread(self._sweep)

    def close(self) -> None:
        """Closes the database."""
        with self._lock:
            self._connection.close()

    def _keep(self, person: str, language: str | None) -> None:
        self._recent[person] = (_today(), language)
        self._recent.move_to_end(person)
        while len(self._recent) > RECENT:
            self._recent.popitem(last=False)

    def _read(self, person: str) -> str | None:
        today = _today()
        with self._lock, self._connection as connection:
            row = connection.execute(
                "SELECT language, used_on FROM people WHERE person = ?", (person,)
            ).fetchone()
            if row is None or date.fromisoformat(row[1]) < today - KEPT:
                return None
            if row[1] != today.isoformat():
                connection.execute(
                    "UPDATE people SET used_on = ? WHERE person = ?", (today.isoformat(), person)
                )
        try:
            return self._fernet.decrypt(row[0]).decode()
        except InvalidToken:
            # The secret was changed: the old rows belong to nobody any more.
            return None

    def _write(self, person: str, language: str) -> None:
        row = (person, self._fernet.encrypt(language.encode()), _today().isoformat())
        with self._lock, self._connection as connection:
            connection.execute("INSERT OR REPLACE INTO people VALUES (?, ?, ?)", row)

    def _delete(self, person: str) -> None:
        with self._lock, self._connection as connection:
            connection.execute("DELETE FROM people WHERE person = ?", (person,))

    def _sweep(self) -> None:
        with self._lock, self._connection as connection:
            connection.execute("DELETE FROM people WHERE used_on < ?", ((_today() - KEPT).isoformat(),))


def _today() -> date:
    return datetime.now(UTC).date()
