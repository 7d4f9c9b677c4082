"""Memory keeps a language under a keyed hash, encrypted, for a year; and nothing else."""

import asyncio
import sqlite3
import stat
import threading
from datetime import date, timedelta

import pytest
from cryptography.fernet import Fernet
from structlog.testing import capture_logs

from bot.memory import LanguageMemory, Pseudonyms
from bot.memory import languages as module

KEY, OTHER = Fernet.generate_key(), Fernet.generate_key()
PERSON_ID = 7_312_345_678
PERSON = Pseudonyms(b"key").of("tg", PERSON_ID)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "var" / "memory.db"


@pytest.fixture
def open_memory(file):
    opened = []

    def open_it(key=KEY):
        opened.append(LanguageMemory(file, key))
        return opened[-1]

    yield open_it
    for memory in opened:
        memory.close()


@pytest.fixture
def today(monkeypatch):
    """Lets a test say which day it is."""

    def say(day):
        monkeypatch.setattr(module, "_today", lambda: day)

    return say


async def test_a_language_survives_a_restart(open_memory):
    first = open_memory()
    await first.choose(PERSON, "bn")
    first.close()
    assert await open_memory().language(PERSON) == "bn"


async def test_who_never_chose_has_no_language(open_memory):
    assert await open_memory().language(PERSON) is None


async def test_the_last_choice_counts(open_memory):
    memory = open_memory()
    await memory.choose(PERSON, "bn")
    await memory.choose(PERSON, "en")
    assert await memory.language(PERSON) == "en"
    assert await open_memory().language(PERSON) == "en"


async def test_forgetting_is_at_once_and_for_good(open_memory):
    memory = open_memory()
    await memory.choose(PERSON, "bn")
    await memory.forget(PERSON)
    assert await memory.language(PERSON) is None
    assert await open_memory().language(PERSON) is None


async def test_after_forgetting_not_even_the_hash_stands_in_the_file(open_memory, file):
    memory = open_memory()
    await memory.choose(PERSON, "bn")
    assert PERSON.encode() in file.read_bytes()
    await memory.forget(PERSON)
    assert PERSON.encode() not in b"".join(path.read_bytes() for path in file.parent.iterdir())


async def test_with_another_secret_everybody_is_forgotten(open_memory):
    await open_memory().choose(PERSON, "bn")
    assert await open_memory(OTHER).language(PERSON) is None


async def test_nothing_that_tells_who_or_which_language_can_be_read_in_the_file(open_memory, file):
    memory = open_memory()
    # A word of its own, so that it cannot stand in the file by chance.
    await memory.choose(PERSON, "sylheti")
    everything = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"sylheti" not in everything
    assert str(PERSON_ID).encode() not in everything
    assert PERSON_ID.to_bytes(8, "big") not in everything
    assert PERSON_ID.to_bytes(8, "little") not in everything


async def test_two_people_with_one_language_look_different(open_memory, file):
    memory = open_memory()
    await memory.choose("a" * 32, "bn")
    await memory.choose("b" * 32, "bn")
    with sqlite3.connect(file) as database:
        tokens = [token for (token,) in database.execute("select language from people")]
    database.close()
    assert len(set(tokens)) == 2


def test_only_the_operator_can_read_the_file(open_memory, file):
    open_memory()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_the_file_knows_the_day_but_not_the_hour(open_memory, file):
    await open_memory().choose(PERSON, "bn")
    with sqlite3.connect(file) as database:
        columns = [column[1] for column in database.execute("pragma table_info(people)")]
        day = database.execute("select used_on from people").fetchone()[0]
    database.close()
    assert columns == ["person", "language", "used_on"]
    assert date.fromisoformat(day)


async def test_who_was_away_for_more_than_a_year_is_forgotten(open_memory, today, file):
    memory = open_memory()
    today(date(2026, 1, 1))
    await memory.choose(PERSON, "bn")
    today(date(2026, 1, 1) + timedelta(days=366))
    assert await memory.language(PERSON) is None
    await memory.forget_unused()
    assert PERSON.encode() not in file.read_bytes()


async def test_who_comes_back_within_a_year_is_kept_for_another_even_if_the_bot_never_restarts(
    open_memory, today
):
    memory = open_memory()
    for days in range(0, 1500, 300):
        today(date(2026, 1, 1) + timedelta(days=days))
        if days == 0:
            await memory.choose(PERSON, "bn")
        assert await memory.language(PERSON) == "bn"
        await memory.forget_unused()
    assert await open_memory().language(PERSON) == "bn"


async def test_more_people_than_fit_at_hand_are_all_remembered(open_memory, monkeypatch):
    monkeypatch.setattr(module, "RECENT", 3)
    memory = open_memory()
    people = [f"{number:032x}" for number in range(10)]
    for person in people:
        await memory.choose(person, "bn")
    assert await asyncio.gather(*map(memory.language, people)) == ["bn"] * 10
    assert len(memory._recent) <= 3


async def test_many_people_can_choose_at_once(open_memory):
    memory = open_memory()
    people = [f"{number:032x}" for number in range(50)]
    await asyncio.gather(*(memory.choose(person, "bn") for person in people))
    again = open_memory()
    assert await asyncio.gather(*map(again.language, people)) == ["bn"] * 50


def test_a_pseudonym_is_the_same_each_time_and_tells_nothing():
    names = Pseudonyms(b"key")
    assert names.of("tg", PERSON_ID) == PERSON
    assert len(PERSON) == 32
    assert str(PERSON_ID) not in PERSON
    assert names.of("tg", PERSON_ID + 1) != PERSON
    assert names.of("wa", PERSON_ID) != PERSON
    assert Pseudonyms(b"other").of("tg", PERSON_ID) != PERSON


async def test_a_look_that_began_before_forgetting_brings_nothing_back(open_memory, monkeypatch):
    memory = open_memory()
    await memory.choose(PERSON, "bn")
    memory.close()
    memory = open_memory()
    read, go_on = memory._read, threading.Event()

    def slowly(person):
        found = read(person)
        go_on.wait(2)
        return found

    monkeypatch.setattr(memory, "_read", slowly)
    looking = asyncio.create_task(memory.language(PERSON))
    await asyncio.sleep(0.05)
    await memory.forget(PERSON)
    go_on.set()
    await looking
    monkeypatch.setattr(memory, "_read", read)
    assert await memory.language(PERSON) is None


async def test_a_damaged_memory_is_begun_anew_and_nothing_of_it_is_left(open_memory, file):
    await open_memory().choose(PERSON, "bn")
    file.write_bytes(b"what is this" * 500)
    with capture_logs() as logs:
        memory = open_memory()
    assert [one["event"] for one in logs] == ["memory.damaged"]
    assert [other.name for other in file.parent.iterdir()] == [file.name]
    assert await memory.language(PERSON) is None
    await memory.choose(PERSON, "en")
    assert await memory.language(PERSON) == "en"
