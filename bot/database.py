"""Opens a database that only its owner may read, and says when one is damaged: that must stop nobody."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

# What SQLite lays beside a database; left behind, it would be played into the new one.
_BESIDE = ("-journal", "-wal", "-shm")
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Damaged(Exception):
    """The file is no database any more; the text is its name, and nothing of what is in it."""


def opened(file: Path, schema: str, *, autocommit: bool = False) -> sqlite3.Connection:
    """The database `file`, made if it is not there; raises Damaged. `autocommit`: each statement is final.

    Used from worker threads, one at a time: whoever opens it sees to that.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.chmod(0o600)
    connection = sqlite3.connect(
        file, check_same_thread=False, isolation_level=None if autocommit else "DEFERRED"
    )
    try:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise Damaged(file.name)
        connection.executescript(schema)
    except sqlite3.DatabaseError as error:
        connection.close()
        if _is_damage(error):
            raise Damaged(file.name) from None
        raise
    except Damaged:
        connection.close()
        raise
    return connection


def put_aside(file: Path) -> Path:
    """Gives a damaged database another name, for whoever may still save something of it."""
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    aside = file.with_name(f"{file.name}.damaged-{now}")
    for end in ("", *_BESIDE):
        part = file.with_name(file.name + end)
        if part.exists():
            part.rename(aside.with_name(aside.name + end))
    return aside


def remove(file: Path) -> None:
    """Deletes a database: what cannot be read cannot be forgotten on request either."""
    for end in ("", *_BESIDE):
        file.with_name(file.name + end).unlink(missing_ok=True)


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    # The lower byte is the kind, what stands above it says where it was found.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE
