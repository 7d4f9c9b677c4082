"""What quizzes taught is counted in numbers alone, and small groups are not told."""

import asyncio
import sqlite3

import pytest
from structlog.testing import capture_logs
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


def damage(database, kind):
    """What power cuts and bad disks leave behind."""
    match kind:
        case "no database":
            database.write_bytes(b"what is this" * 500)
        case "cut off":
            database.write_bytes(database.read_bytes()[: -(4096 + 100)])
        case "a page of nothing":
            whole = database.read_bytes()
            database.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])


@pytest.mark.parametrize("kind", ["no database", "cut off", "a page of nothing"])
def test_a_damaged_database_is_put_aside_and_a_new_one_begun(tmp_path, kind):
    database = tmp_path / FILE
    counted(database, SMALLEST)
    damage(database, kind)
    left = database.read_bytes()
    (tmp_path / f"{FILE}-journal").write_bytes(b"half a change")
    with capture_logs() as logs:
        counts = Counts.anew(database)
    counts.close()
    (aside,) = tmp_path.glob(f"{FILE}.damaged-*[0-9]")
    assert aside.read_bytes() == left
    assert not (tmp_path / f"{FILE}-journal").exists()
    assert [(one["event"], one["file"]) for one in logs] == [("counts.damaged", aside.name)]
    counted(database, SMALLEST + 1)
    assert months(database) == [("bn", SMALLEST + 1, 0, 0)]


def test_people_are_served_where_nothing_can_be_counted(tmp_path):
    (tmp_path / FILE).mkdir()
    with capture_logs() as logs:
        assert Counts.anew(tmp_path / FILE) is None
    assert [one["event"] for one in logs] == ["counts.not_kept"]


async def test_what_breaks_while_the_bot_runs_is_told_to_the_operator_only(tmp_path):
    counts = Counts(tmp_path / FILE)
    counts.close()
    with capture_logs() as logs:
        await counts.learnt("bn", "stories", before=False, after=True)
    assert logs == [{"event": "counts.not_kept", "kind": "ProgrammingError", "log_level": "error"}]


def test_the_command_tells_of_damage_and_moves_nothing_while_the_bot_may_run(tmp_path, monkeypatch):
    monkeypatch.setenv("DISHARI_DATA", str(tmp_path))
    counted(tmp_path / FILE, SMALLEST)
    damage(tmp_path / FILE, "no database")
    result = CliRunner().invoke(app, ["counts"])
    assert (result.exit_code, "damaged" in result.output) == (1, True)
    assert [file.name for file in tmp_path.iterdir()] == [FILE]
