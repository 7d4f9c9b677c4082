"""`dishari content undo`: one state back, only in content/, and nothing is lost."""

import os
import subprocess
from pathlib import Path

import pytest

TOPIC = "bn/topics/difference.yaml"


def _git(folder: Path, *words: str) -> str:
    names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    return subprocess.run(  # noqa: S603
        ["git", "-C", str(folder), *who, *words],  # noqa: S607
        env=names, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip


@pytest.fixture
def repository(house) -> Path:
    """The house under git, with one commit, and a file beside content/ that has its own unsaved change."""
    folder = house.content.parent
    (folder / "code.py").write_text("first")
    _git(folder, "init", "-q")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-qm", "First")
    (folder / "code.py").write_text("being written")
    return folder


def test_unsaved_changes_go_back_to_the_last_commit(house, repository, files):
    before = files(house)
    house.change(TOPIC, "title", "titel")
    (house.content / "bn/topics/new.yaml").write_text("title: x\n")
    (house.content / "en/topics/difference.yaml").unlink()
    _git(repository, "add", "content/bn")  # whatever is staged stays staged
    result = house("undo", answer="y\n")
    assert result.exit_code == 0
    assert "the last commit" in result.stdout
    for line in (f"changed  {TOPIC}", "deleted  bn/topics/new.yaml", "added    en/topics/difference.yaml"):
        assert line in result.stdout
    assert files(house) == before
    assert (repository / "code.py").read_text() == "being written"


def test_a_commit_goes_back_to_the_one_before_and_git_itself_is_untouched(house, repository, files):
    before = files(house)
    house.change(TOPIC, "title", "titel")
    _git(repository, "commit", "-qm", "A slip", "--", "content")
    (repository / "other.txt").write_text("later, elsewhere")
    _git(repository, "add", "other.txt")
    _git(repository, "commit", "-qm", "Elsewhere", "--", "other.txt")
    head, staged = _git(repository, "rev-parse", "HEAD"), _git(repository, "diff", "--cached")
    assert house("undo", "--yes").exit_code == 0
    assert files(house) == before
    assert (_git(repository, "rev-parse", "HEAD"), _git(repository, "diff", "--cached")) == (head, staged)
    assert (repository / "code.py").read_text() == "being written"


def test_what_undo_took_away_can_be_brought_back(house, repository, files):
    house.change(TOPIC, "title", "titel")
    changed = files(house)
    house("undo", "--yes")
    assert files(house) != changed
    house("undo", "--yes", "--kept")
    assert files(house) == changed


def test_line_ends_that_git_changed_are_no_change(house, repository):
    house.write(TOPIC, house.read(TOPIC).replace("\n", "\r\n"))
    assert house("undo", "--yes").exit_code == 1


def test_files_that_git_ignores_stay(house, repository):
    (repository / ".gitignore").write_text("mine*\n")
    (house.content / "mine.yaml").write_text("mine")
    house.change(TOPIC, "title", "titel")
    house("undo", "--yes")
    assert (house.content / "mine.yaml").read_text() == "mine"
    assert "titel" not in house.read(TOPIC)


def test_files_that_are_no_packs_stay(house, repository):
    (house.content / "README.md").write_text("What is what")
    _git(repository, "add", "content/README.md")
    _git(repository, "commit", "-qm", "A page for editors")
    assert house("undo", "--yes").exit_code == 1  # no pack ever changed
    house.change(TOPIC, "title", "titel")
    (house.content / "README.md").write_text("What is what, better")
    assert "README" not in house("undo", "--yes").stdout
    assert (house.content / "README.md").read_text() == "What is what, better"


def test_without_an_earlier_state_nothing_happens(house, repository, files):
    before = files(house)
    result = house("undo", "--yes")
    assert result.exit_code == 1
    assert "No earlier state" in result.stdout
    assert files(house) == before


def test_a_hook_of_another_repository_does_not_mislead_it(house, repository, files, monkeypatch, tmp_path):
    before = files(house)
    house.change(TOPIC, "title", "titel")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    house("undo", "--yes")
    assert files(house) == before


def test_without_git_it_goes_back_to_before_the_last_command(house, files):
    before = files(house)
    house("confirm", "sa_men", "--by", "Karim")
    confirmed = files(house)
    house.change(TOPIC, "\n", "   \n")
    house("fix", "--yes")
    damaged = house("undo", "--yes")
    assert "content fix" in damaged.stdout
    assert house.read(TOPIC).count("   \n") == 1
    house.change(TOPIC, "   \n", "\n")
    assert files(house) == confirmed
    house("undo", "--yes")
    house("undo", "--yes")
    assert files(house) in (before, confirmed)


def test_without_git_undo_twice_is_where_one_was(house, files):
    before = files(house)
    house("confirm", "sa_men", "--by", "Karim")
    confirmed = files(house)
    house("undo", "--yes")
    assert files(house) == before
    house("undo", "--yes")
    assert files(house) == confirmed


@pytest.mark.parametrize("answer", ["n\n", "", "perhaps\n"])
def test_nothing_changes_without_a_yes(house, repository, files, answer):
    house.change(TOPIC, "title", "titel")
    changed = files(house)
    house("undo", answer=answer)
    assert files(house) == changed
    house("undo", "--dry-run")
    assert files(house) == changed


def test_nothing_is_written_through_a_link_that_leads_outside(house, repository, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    for file in (house.content / "bn/topics").iterdir():
        file.unlink()
    (house.content / "bn/topics").rmdir()
    (house.content / "bn/topics").symlink_to(outside)
    assert house("undo", "--yes").exit_code == 1
    assert list(outside.iterdir()) == []


def test_only_the_newest_states_are_kept(house, monkeypatch):
    monkeypatch.setattr("bot.editing.keeping.MOST_KEPT", 3)
    for _ in range(5):
        house("confirm", "sa_men", "--by", "Karim")
    assert len(list((house.data / "undo").iterdir())) == 3


def test_an_unwritable_data_folder_stops_the_change(house, files):
    house.data.mkdir()
    (house.data / "undo").write_text("in the way")
    before = files(house)
    for words in (["confirm", "sa_men", "--by", "Karim"], ["undo", "--yes"]):
        assert house(*words).exit_code == 1
    assert files(house) == before
