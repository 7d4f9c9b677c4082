"""Settings that know nothing of the machine the tests run on."""

import os
from pathlib import Path

import pytest

from bot.settings import Settings


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DISHARI_DATA", str(tmp_path / "var"))


@pytest.fixture
def no_proxy() -> dict[str, str]:
    """The environment of a child process of a test."""
    return dict(os.environ)
