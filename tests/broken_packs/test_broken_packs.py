"""One small pack per finding: it has that finding, at that line, and no other.

A folder holds only what differs from _valid/, and expected.yaml: what is found, where, on which day.
"""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from bot.cards.checking import check_all
from bot.packs import PacksError, load_packs
from bot.packs.names import FindingName
from bot.settings import ROOT

HERE = Path(__file__).parent
DOCS = ROOT / "docs" / "editing" / "findings.md"
NAMES = sorted(get_args(FindingName))
FOLDERS = sorted(folder.name for folder in HERE.iterdir() if (folder / "expected.yaml").is_file())
TODAY = date(2026, 6, 1)
# What only `content check` looks at: a bot that starts again at night must not fail because of the date.
OF_THE_DAY = {"future-date", "outside-validity", "card-too-long"}
PROGRAMMERS_WORDS = re.compile(r"\b(Error|Exception|None|ctx|dict|str|int|bool|pydantic|Traceback)\b")


def pack(name: str, folder: Path) -> dict[str, Any]:
    """Makes the broken pack `name` in `folder`; returns what is expected of it."""
    shutil.copytree(HERE / "_valid", folder)
    for language in ("bn", "en"):
        shutil.copy(ROOT / "content" / language / "ui.yaml", folder / language / "ui.yaml")
    shutil.copytree(HERE / name, folder, dirs_exist_ok=True)
    if name == "_valid":
        return {}
    (folder / "expected.yaml").unlink()
    expected: dict[str, Any] = yaml.safe_load((HERE / name / "expected.yaml").read_text("utf-8"))
    for gone in expected.get("without", []):
        (folder / gone).unlink()
    for file, times in expected.get("repeated", {}).items():
        (folder / file).write_bytes((folder / file).read_bytes() * times)
    return expected


def test_the_pack_that_all_others_break_has_no_finding(tmp_path: Path) -> None:
    pack("_valid", tmp_path / "content")
    assert check_all(tmp_path / "content", TODAY)[1] == []
    assert load_packs(tmp_path / "content")


@pytest.mark.parametrize("name", FOLDERS)
def test_the_broken_pack_has_exactly_its_finding_at_its_line(name: str, tmp_path: Path) -> None:
    expected = pack(name, tmp_path / "content")
    _, findings = check_all(tmp_path / "content", TODAY)
    said = [(one.name, one.severity, one.file, one.line) for one in findings]
    assert said == [(expected["finding"], expected["severity"], expected["file"], expected["line"])], findings
    for sentence in (findings[0].seen, findings[0].todo):
        assert len(sentence) < 200
        assert not PROGRAMMERS_WORDS.search(sentence), sentence
    assert expected["finding"] == re.sub(r"\.\d$", "", name)
    if expected["severity"] == "error" and name not in OF_THE_DAY:
        with pytest.raises(PacksError):
            load_packs(tmp_path / "content")
    else:
        assert load_packs(tmp_path / "content")


def test_every_finding_has_a_broken_pack() -> None:
    assert sorted({re.sub(r"\.\d$", "", folder) for folder in FOLDERS}) == NAMES


def test_every_finding_is_explained_with_a_wrong_and_a_right_example() -> None:
    sections = re.split(r"^### ", DOCS.read_text("utf-8"), flags=re.MULTILINE)[1:]
    names = [section.split("\n", 1)[0].strip("` ") for section in sections]
    assert sorted(names) == NAMES
    for name, section in zip(names, sections, strict=True):
        assert re.search(r"^Wrong:?$", section, re.MULTILINE), name
        assert re.search(r"^Right:?$", section, re.MULTILINE), name
        assert section.count("```") == 4, name
        assert "(error)" in section or "(warning)" in section, name
