"""`dishari content due` and `status`: what the packs hold, and what must be looked at again."""

import csv
import json
from collections import Counter
from datetime import date, timedelta
from io import StringIO

import pytest

from bot.editing.due import COLUMNS
from bot.packs import load_packs

DESKS = "facts/help_desks/SA.yaml"


def _rows(house, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(house("due", "--csv", *words).stdout)))


def test_what_has_expired_comes_first_then_countries_by_their_oldest_fact(house):
    rows = _rows(house)
    states = [row["state"] for row in rows]
    assert states == sorted(states, key=["expired", "due"].index)
    for state in ("expired", "due"):
        groups: dict[str, list[str]] = {}
        for row in rows:
            if row["state"] == state:
                groups.setdefault(row["country"], []).append(row["last_known"])
        assert all(days == sorted(days) for days in groups.values())
        oldest = [days[0] for days in groups.values()]
        assert oldest == sorted(oldest)


def test_nobody_has_checked_anything_so_everything_is_due(house):
    packs = load_packs(house.content)
    desks = sum(map(len, packs.help_desks.values()))
    fees = sum(map(len, packs.fees.values()))
    others = ("rates", "who_pays")
    assert len(_rows(house)) == desks + fees + len(packs.topics) + len(packs.checklists) + len(others)


def test_numbers_and_sources_stand_in_every_row(house):
    row = next(row for row in _rows(house) if row["id"] == "sa_labour_19911")
    assert tuple(row) == COLUMNS
    assert (row["country"], row["what"], row["numbers"]) == ("SA", "help desk", "19911")
    assert row["link"].startswith("https://")
    assert row["checked_by"] == ""


def test_a_cell_is_never_a_formula_and_a_number_keeps_its_plus(house):
    house.change("en/help_desks.yaml", "sa_labour_19911:\n  name: ", "sa_labour_19911:\n  name: '=1+2 '#")
    cells = [cell for row in _rows(house) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "@"))]
    assert "+966114195300; +966114196665" in cells


def test_one_country_by_its_letters_or_by_its_name(house):
    assert {row["country"] for row in _rows(house, "--country", "SA")} == {"SA"}
    assert _rows(house, "--country", "saudi arabia") == _rows(house, "--country", "sa")
    refused = house("due", "--country", "Malaysa")
    assert refused.exit_code == 1
    assert "MY" in refused.stderr


def test_a_confirmed_number_is_gone_until_it_is_due_again(house):
    house("confirm", "sa_labour_19911", "--by", "Karim")
    assert "sa_labour_19911" not in house("due", "--country", "SA").stdout
    later = house("due", "--country", "SA", "--as-of", str(date.today() + timedelta(days=181))).stdout
    assert f"checked {date.today()}" in later
    much_later = house("due", "--country", "SA", "--as-of", str(date.today() + timedelta(days=800)))
    expired = much_later.stdout.split("DUE")[0]
    assert "sa_labour_19911" in expired


def test_nothing_due_is_said(house):
    assert house("due", "--country", "HK", "--as-of", "1999-01-01").exit_code == 0
    for name in load_packs(house.content).help_desks["MU"]:
        house("confirm", name, "--by", "Karim")
    assert house("due", "--country", "MU").stdout == "Nothing is due.\n"


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", ""])
def test_a_day_that_is_none(house, day):
    result = house("due", "--as-of", day)
    assert result.exit_code == (1 if day else 0)


def test_a_broken_file_is_left_out_and_said(house):
    house.change(DESKS, "sa_emergency:", "sa_emergency")
    result = house("due")
    assert result.exit_code == 0
    assert "content check" in result.stderr
    assert "sa_emergency" not in result.stdout


def test_packs_that_cannot_be_read_at_all(house):
    house.write("languages.yaml", "bn")
    for command in ("due", "status"):
        result = house(command)
        assert result.exit_code == 1
        assert "content check" in result.stderr


def test_status_counts_what_there_is(house):
    packs = load_packs(house.content)
    found = json.loads(house("status", "--format", "json").stdout)
    assert found["languages"]["bn"]["written"]["topics"] == {
        "written": len(packs.topics),
        "needed": len(packs.topics),
    }
    levels = Counter(desk.level for desk in packs.help_desks["SA"].values())
    assert found["help_desks"]["SA"] == {level: levels[level] for level in ("emergency", "urgent", "advice")}
    assert sum(found["facts"]["help_desks"].values()) == sum(map(len, packs.help_desks.values()))
    greetings = found["questions"]["greet"]
    assert list(greetings) == ["Bangla script", "Banglish", "English"]
    assert greetings["Bangla script"] + greetings["Banglish"] == len(packs.languages["bn"].questions["greet"])
    assert greetings["English"] == len(packs.languages["en"].questions["greet"])


def test_status_shows_what_is_missing_in_a_language(house):
    needed = len(load_packs(house.content).topics)
    (house.content / "bn/topics/difference.yaml").unlink()
    found = json.loads(house("status", "--format", "json").stdout)
    assert found["languages"]["bn"]["written"]["topics"] == {"written": needed - 1, "needed": needed}
    assert found["findings"]["errors"] >= 1
    assert f"{needed - 1} of {needed}" in house("status").stdout


def test_status_shows_how_far_a_new_language_is(house):
    assert house("new-language", "ne").exit_code == 0
    house.write("ne/topics/difference.yaml", house.read("en/topics/difference.yaml"))
    result = house("status", "--format", "json")
    nepali = json.loads(result.stdout)["languages"]["ne"]
    assert nepali["offered"] is False
    assert nepali["written"]["topics"]["written"] == 1
    assert nepali["written"]["words of the bot"]["written"] == 0
    assert "ne (not offered)" in house("status").stdout
    assert house("due", "--country", "nepal").exit_code == 0


def test_status_is_aligned_for_reading(house):
    lines = house("status").stdout.splitlines()
    head = next(line for line in lines if line.endswith("English"))
    table = lines[lines.index(head) :]
    assert len({len(line) for line in table}) == 1


def test_a_confirmed_fact_is_fresh_in_the_status(house):
    before = json.loads(house("status", "--format", "json").stdout)["facts"]["fees"]
    house("confirm", "sa_men", "--by", "Karim")
    after = json.loads(house("status", "--format", "json").stdout)["facts"]["fees"]
    assert after["fresh"] == before["fresh"] + 1


def test_another_format_is_refused_plainly(house):
    assert house("status", "--format", "xml").exit_code == 2
