"""`dishari content check` as editors, their programmes and GitHub meet it."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.settings import ROOT

VALID = ROOT / "tests" / "broken_packs" / "_valid"
TOPIC = "en/topics/warning_signs.yaml"
ON = ("--as-of", "2026-06-01")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A valid pack that the command reads, and in which the editor stands."""
    folder = tmp_path / "content"
    shutil.copytree(VALID, folder)
    for language in ("bn", "en"):
        shutil.copy(ROOT / "content" / language / "ui.yaml", folder / language / "ui.yaml")
    monkeypatch.setenv("DISHARI_CONTENT", str(folder))
    monkeypatch.chdir(folder)
    return folder


def check(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["content", "check", *arguments])
    return result.exit_code, result.output


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_valid_pack_needs_no_mending(folder: Path) -> None:
    status, said = check(*ON)
    assert status == 0
    assert "0 errors, 0 warnings. Nothing to mend." in said


def test_an_error_is_told_with_file_and_line_and_ends_with_status_one(folder: Path) -> None:
    change(folder / TOPIC, "title:", "titel:")
    status, said = check(*ON)
    assert status == 1
    assert f"{TOPIC}:3  [unknown-key]" in said
    assert "2 errors, 0 warnings." in said
    assert "docs/editing/findings.md" in said


def test_warnings_end_with_status_zero(folder: Path) -> None:
    change(folder / TOPIC, "Is it real?", "Is this offer a real offer?")
    status, said = check(*ON)
    assert status == 0
    assert "0 errors, 1 warning." in said


@pytest.mark.parametrize("file", [TOPIC, "en", "en/topics", "./en/topics/warning_signs.yaml"])
def test_only_what_is_asked_for_is_told(folder: Path, file: str) -> None:
    change(folder / TOPIC, "title:", "titel:")
    change(folder / "facts/fees/SA.yaml", "165000", "many")
    status, said = check(file, *ON)
    assert status == 1
    assert TOPIC in said
    assert "facts/fees" not in said
    assert check("bn", *ON)[0] == 0


def test_a_file_that_is_missing_can_be_asked_for_and_a_misspelt_one_is_refused(folder: Path) -> None:
    (folder / TOPIC).unlink()
    assert "[missing]" in check(TOPIC, *ON)[1]
    status, said = check("en/topisc/warning_signs.yaml", *ON)
    assert status == 2
    assert "There is no file" in said


def test_for_programmes_the_findings_come_as_json(folder: Path) -> None:
    change(folder / TOPIC, "title:", "titel:")
    found = json.loads(check("--format", "json", *ON)[1])
    assert {"file", "line", "name", "severity", "seen", "todo"} == found[0].keys()
    assert {(one["name"], one["line"]) for one in found} == {("missing", 1), ("unknown-key", 3)}


def test_on_github_a_finding_stands_beside_its_line(folder: Path) -> None:
    change(folder / TOPIC, "false offer", "false, 100% made-up offer {now}")
    _, said = check("--format", "github", *ON)
    assert f"{TOPIC},line=3,title=placeholder::" in said
    assert said.startswith("::error file=")
    change(folder / TOPIC, "The agent has no licence.", "<b>100%</b> sure.")
    assert "100%25" in check("--format", "github", *ON)[1]


def test_what_waits_for_its_next_check_is_one_line_and_every_line_when_asked_for(folder: Path) -> None:
    later = ("--as-of", "2027-06-01")
    change(folder / "facts/fees/SA.yaml", "  valid_until: 2026-12-31\n", "")
    status, said = check(*later)
    assert status == 0
    assert said.count("(warning)") == 1
    assert "5 files hold facts that nobody has confirmed lately." in said
    assert "facts/fees/SA.yaml:1  [due]" in check("facts", *later)[1]


def test_a_fee_whose_time_is_over_is_an_error_on_that_day(folder: Path) -> None:
    assert check("--as-of", "2026-12-31")[0] == 0
    status, said = check("--as-of", "2027-01-01")
    assert status == 1
    assert "[outside-validity]" in said


def test_a_day_that_is_none_is_refused(folder: Path) -> None:
    status, said = check("--as-of", "tomorrow")
    assert status == 2
    assert "is no day" in said
