"""How much people learn from a quiz: numbers by day and language, never who. Small groups are not shown."""

import asyncio
import sqlite3
import threading
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

FILE = "counts.db"
SMALLEST = 10  # people; of fewer in a month and language nothing is told but that there were some

_SCHEMA = """
CREATE TABLE IF NOT EXISTS learnt (
    day TEXT, language TEXT, quiz TEXT, before INTEGER, after INTEGER, people INTEGER NOT NULL,
    PRIMARY KEY (day, language, quiz, before, after)
);
"""


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
    """Counts in a database of their own: no row is about anybody, so none is encrypted or forgotten."""

    def __init__(self, database: Path) -> None:
        database.parent.mkdir(parents=True, exist_ok=True)
        database.touch(mode=0o600)
        # Used from worker threads, one at a time: the lock sees to that.
        self._connection = sqlite3.connect(database, check_same_thread=False)
        self._lock = threading.Lock()
        self._connection.executescript(_SCHEMA)

    async def learnt(self, language: str, quiz: str, *, before: bool, after: bool) -> None:
        """One more person answered the quiz's measuring question before it and after it, right or not."""
        day = datetime.now(UTC).date().isoformat()
        await asyncio.to_thread(self._add, (day, language, quiz, before, after))

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
