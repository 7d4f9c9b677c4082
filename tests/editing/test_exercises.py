"""The editors' commands and checks, quizzes and checklists: listed, confirmed, copied, laid out."""

import json
import re
import shutil

import pytest
from exercising import exercise_content

from bot.cards.checking import check_all
from bot.editing.shapes import fits
from bot.packs import load_packs
from bot.packs.source import parse
from bot.settings import ROOT

LIST = "facts/checklists/papers.yaml"


@pytest.fixture
def house(house):
    shutil.rmtree(house.content)
    exercise_content(house.content)
    return house


def test_a_checklist_is_due_until_somebody_confirmed_it(house):
    assert "papers" in house("due").stdout
    before = json.loads(house("status", "--format", "json").stdout)
    assert before["facts"]["checklists"]["due"] == 1
    assert before["languages"]["bn"]["written"]["checklists"] == {"written": 1, "needed": 1}
    assert house("confirm", "papers", "--by", "Karim").exit_code == 0
    checklist = load_packs(house.content).checklists["papers"]
    assert checklist.checked_by == "Karim"
    assert "papers" not in house("due").stdout


def test_a_new_language_gets_every_exercise_to_write(house):
    shutil.copytree(ROOT / "tests" / "broken_packs" / "_valid", house.content, dirs_exist_ok=True)
    assert house("new-language", "ne").exit_code == 0
    for name in (
        "checks/offer",
        "checks/my_offer",
        "quizzes/stories",
        "checklists/papers",
        "questions/papers",
    ):
        assert "???" in house.read(f"ne/{name}.yaml"), name


def test_putting_in_order_changes_nothing_that_is_in_order(house):
    before = load_packs(house.content)
    assert house("fix", "--yes").exit_code == 0
    assert load_packs(house.content) == before


@pytest.mark.parametrize(
    ("name", "old", "new", "finding"),
    [
        pytest.param(
            "en/checks/offer.yaml", "title: Take care", "title: " + "x" * 480, "", id="long but whole"
        ),
        pytest.param(
            "facts/checks/offer.yaml", "risk: '6'", "risk: '12'", "unreachable-result", id="too much"
        ),
        pytest.param("facts/checks/offer.yaml", "weight: '0'", "weight: '4'", "wrong-value", id="too heavy"),
        pytest.param(
            "facts/quizzes/stories.yaml", "story: boat", "story: boot", "unknown-id", id="no such story"
        ),
        pytest.param(
            "facts/quizzes/stories.yaml", "  free_visa:", "  before:", "id-clash", id="a taken name"
        ),
        pytest.param("facts/checklists/papers.yaml", "- visa", "- passport", "id-clash", id="an item twice"),
        pytest.param("bn/checks/offer.yaml", "  medium:", "  middle:", "missing", id="another result"),
        pytest.param("bn/questions/papers.yaml", None, None, "missing", id="nobody can ask for it"),
        pytest.param(
            "en/checklists/papers.yaml", "visa: Visa", "visa: " + "Visa " * 13, "quiz-limits", id="long"
        ),
    ],
)
def test_what_is_wrong_is_told(house, name, old, new, finding):
    if old is None:
        (house.content / name).unlink()
    else:
        house.change(name, old, new)
    findings = check_all(house.content)[1]
    told = {one.name for one in findings if one.severity == "error"}
    assert told == {finding} - {""} or finding in told


def test_the_examples_of_the_page_about_them_fit(tmp_path):
    page = (ROOT / "docs" / "editing" / "exercises.md").read_text("utf-8")
    examples = re.findall(r"```yaml\n# (\S+)\n(.*?)```", page, re.DOTALL)
    assert len(examples) == 4
    for name, text in examples:
        findings: list[object] = []
        document = parse(text, name, findings)
        assert findings == []
        assert fits(name, document.data), name
