"""A training is due when what a model learns has changed, and only then: one digest says so to everybody.

The health page compares it as the bot serves on (`Packs.taught`), a start as part of the model's name
(rasa_project/fingerprint.py).
"""

import shutil
from pathlib import Path

import pytest

from bot.packs import load_packs
from bot.packs.taught import taught
from bot.settings import ROOT

CONTENT = ROOT / "content"


@pytest.fixture(scope="module")
def before() -> str:
    return taught(CONTENT)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content to change."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_who_serves_and_who_starts_see_the_same(before: str) -> None:
    assert load_packs(CONTENT).taught == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("en/questions/greet.yaml", "- ", "- top of the morning\n- "),
        ("bn/word_groups.yaml", "[বিদেশ,", "[বিদেশ, আটলান্টিস,"),
        ("en/urgent.yaml", "phrases:", "phrases:\n      - they keep me in a cage"),
        ("en/destinations.yaml", "aliases:", "aliases:\n    - atlantis"),
        ("facts/topics.yaml", "difference:", "distinction:"),
        ("facts/topics.yaml", "fee_table: yes", "fee_table: no"),
        ("facts/topics.yaml", "menu: learn", "menu: abroad"),
        ("facts/checks/offer_check.yaml", 'alarming: "no"', 'alarming: "yes"'),
        ("en/checks/offer_check.yaml", "told:", "told:\n      - they gave me a paper hat"),
        ("languages.yaml", "name: English", "name: English\n  offered: no"),
    ],
)
def test_a_training_is_due(content: Path, before: str, file: str, old: str, new: str) -> None:
    change(content / file, old, new)
    assert taught(content) != before


@pytest.mark.parametrize(
    "file",
    ["facts/checklists/of_our_own.yaml", "facts/quizzes/of_our_own.yaml", "en/questions/of_our_own.yaml"],
)
def test_a_new_file_to_learn_is_seen(content: Path, before: str, file: str) -> None:
    (content / file).write_text("stories: {}\n", encoding="utf-8")
    assert taught(content) != before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("en/topics/difference.yaml", "revision: ", "revision: 9"),
        ("facts/topics.yaml", "checked_on:", "checked_on: 2026-01-01 # before:"),
        ("facts/urgent.yaml", "as_of: ", "as_of: 2026-01 # "),
        ("en/urgent.yaml", "title: ", "title: Another "),
        ("facts/checks/offer_check.yaml", "weight: ", "weight: 0 # "),
        ("en/ui.yaml", "help_button: ", "help_button: Another "),
        ("languages.yaml", "name: English", "name: Plain English"),
    ],
)
def test_a_corrected_sentence_or_number_teaches_nothing(
    content: Path, before: str, file: str, old: str, new: str
) -> None:
    change(content / file, old, new)
    assert taught(content) == before


def test_a_language_that_is_still_being_written_teaches_nothing(content: Path, before: str) -> None:
    change(content / "languages.yaml", "en:", "ne:\n  name: नेपाली\n  offered: no\nen:")
    (content / "ne" / "questions").mkdir(parents=True)
    (content / "ne" / "questions" / "greet.yaml").write_text("- namaste\n", encoding="utf-8")
    assert taught(content) == before


def test_a_folder_in_place_of_a_file_is_a_file_that_is_gone(content: Path, before: str) -> None:
    file = content / "en/checks/offer_check.yaml"
    file.unlink()
    gone = taught(content)
    file.mkdir()
    assert taught(content) == gone != before


@pytest.mark.parametrize("text", ["- 'never closed", "", "just a word", "a: 1\nb: 2"])
@pytest.mark.parametrize("file", ["languages.yaml", "facts/topics.yaml", "en/urgent.yaml"])
def test_content_that_cannot_be_read_still_has_a_digest(
    content: Path, before: str, file: str, text: str
) -> None:
    (content / file).write_text(text, encoding="utf-8")
    assert taught(content) == taught(content) != before
