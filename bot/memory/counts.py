"""How much people learn from a quiz: numbers by day and language, never who. Small groups are not shown."""

import asyncio
import sqlite3
import threading
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import structlog

from bot.database import Damaged, opened, put_aside

FILE = "counts.db"
SMALLEST = 10  # people; of fewer in a month and language nothing is told but that there were some

_SCHEMA = """
CREATE TABLE IF NOT EXISTS learnt (
    day TEXT, language TEXT, quiz TEXT, before INTEGER, after INTEGER, people INTEGER NOT NULL,
    PRIMARY KEY (day, language, quiz, before, after)
);
"""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Learnt:
    """One month, one language, one quiz: of `people`, how many knew it before and after; None of too few."""

    month: str
    language: str
    quiz: str
    people: int | None
    before: int | None
    after: int | None


class Counts:
    """Counts in a database of their own: no row is about anybody, so none is encrypted or forgotten.

    People are served whatever becomes of it: not being able to count is told to the operator only.
    """

    def __init__(self, database: Path) -> None:
        """Opens `database`; raises Damaged."""
        self._lock = threading.Lock()
        self._connection = opened(database, _SCHEMA)

    @classmethod
    def anew(cls, database: Path) -> "Counts | None":
        """As `Counts`, in place of a damaged database a new one; None if there can be none."""
        try:
            try:
                return cls(database)
            except Damaged:
                aside = put_aside(database)
                log.error("counts.damaged", file=aside.name, todo="look after the disk; a new one is begun")
                return cls(database)
        except (Damaged, OSError, sqlite3.Error) as error:
            log.error("counts.not_kept", kind=type(error).__name__)
            return None

    async def learnt(self, language: str, quiz: str, *, before: bool, after: bool) -> None:
        """One more person answered the quiz's measuring question before it and after it, right or not."""
        day = datetime.now(UTC).date().isoformat()
        try:
            await asyncio.to_thread(self._add, (day, language, quiz, before, after))
        except sqlite3.Error as error:
            log.error("counts.not_kept", kind=type(error).__name__)

    def months(self) -> list[Learnt]:
        """What was counted, newest month first."""
        with self._lock, self._connection as connection:
            rows = connection.execute(
                "SELECT substr(day, 1, 7), language, quiz, before, after, people FROM learnt"
            ).fetchall()
        groups: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        for month, language, quiz, before, after, people in rows:
            group = groups[month, language, quiz]
            group[0] += people
            group[1] += people * before
            group[2] += people * after
        return [
            Learnt(*key, *(group if group[0] >= SMALLEST else (None, None, None)))
            for key, group in sorted(groups.items(), key=lambda item: item[0], reverse=True)
        ]

    def close(self) -> None:
        """Closes the database."""
        with self._lock:
            self._connection.close()

    def _add(self, row: tuple[str, str, str, bool, bool]) -> None:
        with self._lock, self._connection as connection:
            connection.execute(
                "INSERT INTO learnt VALUES (?, ?, ?, ?, ?, 1) "
                "ON CONFLICT (day, language, quiz, before, after) DO UPDATE SET people = people + 1",
                row,
            )
