"""The locks: every package pinned with hashes, and nothing that says where a package comes from."""

import re
from pathlib import Path

import pytest

from bot.settings import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def packages(lock: Path) -> dict[str, str]:
    """Each entry of a lock: its first line's name and version, and everything after it."""
    text = lock.read_text().replace("\\\n", " ")
    return dict(line.split(" ", 1) for line in text.splitlines() if line and not line.startswith("#"))


def test_every_requirements_file_has_its_lock() -> None:
    wanted = {path.stem for path in (ROOT / "requirements").glob("*.in")} - {"rasa-overrides"}
    assert {path.stem for path in LOCKS} == wanted


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_is_pinned_and_has_a_hash(lock: Path) -> None:
    found = packages(lock)
    assert found
    loose = [name for name in found if not re.fullmatch(r"[A-Za-z0-9._-]+(\[[a-z,-]+\])?==\S+", name)]
    bare = [name for name, rest in found.items() if not re.search(r"--hash=sha256:[0-9a-f]{64}", rest)]
    assert (loose, bare) == ([], [])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_no_lock_holds_an_address(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--(extra-)?index|--find-links|--trusted)", text, re.MULTILINE)


def test_the_bot_is_tested_with_the_packages_it_runs_with() -> None:
    run, tested = (set(packages(ROOT / "requirements" / f"{name}.txt")) for name in ("bot", "dev"))
    assert run - tested == set()


def test_the_bots_environment_never_sees_rasa() -> None:
    names = " ".join(packages(ROOT / "requirements" / "dev.txt"))
    assert "rasa" not in names
    assert "tensorflow" not in names
