"""What is served when the bot starts while the content is broken."""

import shutil
from pathlib import Path

import pytest
import structlog

from bot import lastgood
from bot.packs import Packs, PacksError

TOPIC = Path("en", "topics", "difference.yaml")


@pytest.fixture
def content(lean: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(lean, tmp_path / "content"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "var"


def test_good_content_is_served_and_kept(content: Path, data: Path) -> None:
    packs, broken = lastgood.load(content, data)
    assert packs.topics
    assert broken == []
    assert [path.name for path in data.iterdir()] == [lastgood.FOLDER]
    assert (data / lastgood.FOLDER / TOPIC).read_bytes() == (content / TOPIC).read_bytes()


def test_broken_content_costs_only_the_change(content: Path, data: Path) -> None:
    before, _ = lastgood.load(content, data)
    (content / TOPIC).write_text("title: [\n")
    with structlog.testing.capture_logs() as logged:
        packs, broken = lastgood.load(content, data)
    assert packs.languages["en"].topics["difference"] == before.languages["en"].topics["difference"]
    assert [finding.file for finding in broken] == [str(TOPIC)]
    assert [entry["event"] for entry in logged] == ["packs.last_good"]


def test_a_mistake_of_ours_in_reading_costs_nobody_the_answer(
    content: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lastgood.keep(content, data)
    load_apart = lastgood.load_apart

    def mistaken(folder: Path) -> Packs:
        if folder != data / lastgood.FOLDER:
            raise RecursionError
        return load_apart(folder)

    monkeypatch.setattr(lastgood, "load_apart", mistaken)
    packs, broken = lastgood.load(content, data)
    assert packs.topics
    assert broken == []


def test_without_anything_good_it_is_an_error(content: Path, data: Path) -> None:
    (content / TOPIC).write_text("title: [\n")
    with pytest.raises(PacksError) as error:
        lastgood.load(content, data)
    assert [finding.file for finding in error.value.findings] == [str(TOPIC)]


def test_what_cannot_be_served_replaces_nothing(content: Path, data: Path) -> None:
    lastgood.keep(content, data)
    good = (content / TOPIC).read_bytes()
    (content / TOPIC).write_text("title: [\n")
    lastgood.keep(content, data)
    assert (data / lastgood.FOLDER / TOPIC).read_bytes() == good
    assert [path.name for path in data.iterdir()] == [lastgood.FOLDER]


def test_a_good_change_replaces_what_was_kept(content: Path, data: Path) -> None:
    lastgood.keep(content, data)
    (content / "en" / "notes.txt").write_text("new")
    lastgood.keep(content, data)
    assert (data / lastgood.FOLDER / "en" / "notes.txt").exists()


def test_a_folder_that_cannot_be_written_stops_nobody(content: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with structlog.testing.capture_logs() as logged:
        packs, _ = lastgood.load(content, tmp_path / "file")
    assert packs.topics
    assert [entry["event"] for entry in logged] == ["packs.not_kept"]
