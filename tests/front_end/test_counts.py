"""What quizzes taught is counted in numbers alone, and small groups are not told."""

import asyncio
import sqlite3

from typer.testing import CliRunner

from bot.cli import app
from bot.memory import Counts
from bot.memory.counts import FILE, SMALLEST


def counted(database, people, *, before=0, after=0, language="bn"):
    async def count():
        for number in range(people):
            await counts.learnt(language, "stories", before=number < before, after=number < after)

    counts = Counts(database)
    asyncio.run(count())
    counts.close()


def months(database):
    counts = Counts(database)
    try:
        return [(one.language, one.people, one.before, one.after) for one in counts.months()]
    finally:
        counts.close()


def test_enough_people_are_told_as_sums_of_a_month(tmp_path):
    counted(tmp_path / FILE, SMALLEST, before=3, after=8)
    counted(tmp_path / FILE, 2, before=2, after=2)
    assert months(tmp_path / FILE) == [("bn", SMALLEST + 2, 5, 10)]


def test_of_a_small_group_nothing_is_told_but_that_there_was_one(tmp_path):
    counted(tmp_path / FILE, SMALLEST - 1, before=1, after=1)
    counted(tmp_path / FILE, SMALLEST, after=2, language="en")
    assert months(tmp_path / FILE) == [("en", SMALLEST, 0, 2), ("bn", None, None, None)]


def test_a_row_is_about_a_day_and_nobody(tmp_path):
    counted(tmp_path / FILE, 3, after=1)
    with sqlite3.connect(tmp_path / FILE) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(learnt)")]
        rows = connection.execute("SELECT language, quiz, before, after, people FROM learnt").fetchall()
    connection.close()
    assert columns == ["day", "language", "quiz", "before", "after", "people"]
    assert sorted(rows) == [("bn", "stories", 0, 0, 2), ("bn", "stories", 0, 1, 1)]
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_the_command_prints_them(tmp_path, monkeypatch):
    monkeypatch.setenv("DISHARI_DATA", str(tmp_path))
    assert len(CliRunner().invoke(app, ["counts"]).output.splitlines()) == 1
    counted(tmp_path / FILE, SMALLEST, before=3, after=8)
    counted(tmp_path / FILE, 1, language="en")
    lines = CliRunner().invoke(app, ["counts"]).output.splitlines()
    assert lines[1].split("\t")[1:] == ["en", "stories", f"under {SMALLEST}", "-", "-"]
    assert lines[2].split("\t")[1:] == ["bn", "stories", str(SMALLEST), "3", "8"]
