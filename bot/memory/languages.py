"""Which language each person chose: one encrypted row a person, deleted when it was not used for a year."""

import asyncio
from collections import OrderedDict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import (
    Column,
    Date,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    event,
    insert,
    select,
)
from sqlalchemy.engine import Engine

KEPT = timedelta(days=365)  # PRIVACY.md promises it
RECENT = 10_000  # people whose language is at hand without a look into the database

_tables = MetaData()
_people = Table(
    "people",
    _tables,
    Column("person", String(32), primary_key=True),
    Column("language", LargeBinary, nullable=False),
    # A day, not a moment: enough to forget after a year, too coarse to tell when somebody wrote.
    Column("used_on", Date, nullable=False, index=True),
)


class LanguageMemory:
    """Remembers a language per pseudonym; `key` is a Fernet key kept apart from the database."""

    def __init__(self, database: Path, key: bytes) -> None:
        database.parent.mkdir(parents=True, exist_ok=True)
        database.touch(mode=0o600)
        self._engine: Engine = create_engine(f"sqlite:///{database}")
        event.listen(self._engine, "connect", _overwrite_deleted)
        self._fernet = Fernet(key)
        self._recent: OrderedDict[str, tuple[date, str | None]] = OrderedDict()
        _tables.create_all(self._engine)
        database.chmod(0o600)

    async def language(self, person: str) -> str | None:
        """The language the person chose; None if they never did, or it was too long ago."""
        day, language = self._recent.get(person, (None, None))
        # Once a day it is read again, so that the database learns that the person is still here.
        if day != _today():
            language = await asyncio.to_thread(self._read, person)
        self._keep(person, language)
        return language

    async def choose(self, person: str, language: str) -> None:
        """Remembers the language the person chose."""
        self._keep(person, language)
        await asyncio.to_thread(self._write, person, language)

    async def forget(self, person: str) -> None:
        """Deletes all there is about the person."""
        self._recent.pop(person, None)
        await asyncio.to_thread(self._delete, person)

    async def forget_unused(self) -> None:
        """Deletes who has not been here for a year."""
        await asyncio.to_thread(self._sweep)

    def close(self) -> None:
        self._engine.dispose()

    def _keep(self, person: str, language: str | None) -> None:
        self._recent[person] = (_today(), language)
        self._recent.move_to_end(person)
        while len(self._recent) > RECENT:
            self._recent.popitem(last=False)

    def _read(self, person: str) -> str | None:
        today = _today()
        with self._engine.begin() as connection:
            row = connection.execute(
                select(_people.c.language, _people.c.used_on).where(_people.c.person == person)
            ).one_or_none()
            if row is None or row.used_on < today - KEPT:
                return None
            if row.used_on != today:
                connection.execute(_people.update().where(_people.c.person == person).values(used_on=today))
        try:
            return self._fernet.decrypt(row.language).decode()
        except InvalidToken:
            # The secret was changed: the old rows belong to nobody any more.
            return None

    def _write(self, person: str, language: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(delete(_people).where(_people.c.person == person))
            token = self._fernet.encrypt(language.encode())
            connection.execute(insert(_people).values(person=person, language=token, used_on=_today()))

    def _delete(self, person: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(delete(_people).where(_people.c.person == person))

    def _sweep(self) -> None:
        with self._engine.begin() as connection:
            connection.execute(delete(_people).where(_people.c.used_on < _today() - KEPT))


def _overwrite_deleted(connection: Any, _record: Any) -> None:
    """SQLite leaves deleted rows readable in its file unless it is told to overwrite them."""
    connection.execute("PRAGMA secure_delete = ON")


def _today() -> date:
    return datetime.now(UTC).date()
