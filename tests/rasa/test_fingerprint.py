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


def test_the_same_content_has_the_same_name(content):
    assert fingerprint(content) == fingerprint(CONTENT)


@pytest.mark.parametrize(("file", "learnt"), [("questions/greet", True), ("topics/difference", False)])
def test_it_changes_with_what_the_model_learns_only(content, file, learnt):
    """What that is: tests/packs/test_taught.py."""
    with (content / "en" / f"{file}.yaml").open("a", encoding="utf-8") as said:
        said.write("- top of the morning\n" if learnt else "# a comment\n")
    assert (fingerprint(content) != fingerprint(CONTENT)) == learnt


def test_content_that_cannot_be_read_still_has_a_name(content):
    (content / "en/questions/greet.yaml").write_text("- 'never closed", encoding="utf-8")
    assert fingerprint(content) != fingerprint(CONTENT)
