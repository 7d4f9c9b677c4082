"""Packs that another process read are the same packs, and what is broken in them is told just the same."""

import pytest

from bot.packs import PacksError, load_packs
from bot.packs import apart as reading
from bot.packs.apart import NotRead, check_apart, load_apart

TOPIC = "en/topics/warning_signs.yaml"


def test_the_packs_are_the_same(pack):
    assert load_apart(pack.folder) == load_packs(pack.folder)


def test_what_is_broken_is_told_by_file_and_line(pack):
    pack.change(TOPIC, "title: Signs of", "title: Broken: signs of")
    with pytest.raises(PacksError) as here:
        load_packs(pack.folder)
    for read in (load_apart, check_apart):
        with pytest.raises(PacksError) as there:
            read(pack.folder)
        assert there.value.findings == here.value.findings


def test_packs_are_checked_without_being_handed_over(pack):
    assert check_apart(pack.folder) is None


def test_a_reading_that_fails_is_told_by_its_kind(pack, monkeypatch):
    monkeypatch.setattr(reading.sys, "executable", "/bin/false")
    with pytest.raises(NotRead, match=r"^\w+$"):
        load_apart(pack.folder)
    monkeypatch.setattr(reading.sys, "executable", "/nowhere")
    with pytest.raises(NotRead, match="FileNotFoundError"):
        load_apart(pack.folder)


def test_a_mistake_of_ours_is_told_by_its_kind(pack, monkeypatch, capfdbinary):
    monkeypatch.setattr("bot.packs.loading.load_packs", lambda folder: 1 / 0)
    monkeypatch.setattr("sys.stdin.read", lambda: f"\n{pack.folder}", raising=False)
    reading.tell()
    assert b"ZeroDivisionError" in capfdbinary.readouterr().out


def test_the_process_that_reads_sees_no_secret(pack, monkeypatch):
    seen = {}
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:hidden")
    monkeypatch.setenv("DISHARI_SECRET", "hidden")
    popen = reading.subprocess.Popen
    monkeypatch.setattr(reading.subprocess, "Popen", lambda *a, **k: seen.update(k["env"]) or popen(*a, **k))
    load_apart(pack.folder)
    assert "hidden" not in str(seen.values())
