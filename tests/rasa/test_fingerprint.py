"""The name of a model changes with what it learns from, and with nothing else."""

import shutil
from pathlib import Path

import pytest

from rasa_project.fingerprint import fingerprint

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content to change."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_content_has_the_same_name(content):
    assert fingerprint(content) == fingerprint(CONTENT)


def test_what_the_model_learns_changes_it(content):
    """What that is: tests/packs/test_taught.py."""
    with (content / "en/questions/greet.yaml").open("a", encoding="utf-8") as file:
        file.write("- top of the morning\n")
    assert fingerprint(content) != fingerprint(CONTENT)


def test_a_corrected_sentence_does_not_change_it(content):
    change(content / "en/topics/difference.yaml", "revision: ", "revision: 9")
    with (content / "facts/topics.yaml").open("a", encoding="utf-8") as file:
        file.write("# a comment\n")
    change(content / "facts/topics.yaml", "checked_on:", "checked_on: 2026-01-01")
    assert fingerprint(content) == fingerprint(CONTENT)


def test_content_that_cannot_be_read_still_has_a_name(content):
    (content / "en/questions/greet.yaml").write_text("- 'never closed", encoding="utf-8")
    assert fingerprint(content) != fingerprint(CONTENT)
