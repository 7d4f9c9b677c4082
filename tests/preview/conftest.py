"""Small packs to look at, and a browser to look with."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from bot.settings import ROOT

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))

BROWSING = [
    pytest.mark.asyncio(loop_scope="module"),  # one Chromium for all tests of a module
    pytest.mark.browser,
    # Playwright closes its pipes after the loop that opened them; nothing of ours.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small valid pack that a test may change: two topics, one situation, two countries."""
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "packs" / "small", folder)
    for language in ("bn", "en"):
        shutil.copy(ROOT / "content" / language / "ui.yaml", folder / language / "ui.yaml")
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Replace the first `old` in the file, which must be there, and save it the way editors do."""
    text = file.read_text("utf-8")
    assert old in text, f"{old!r} does not stand in {file.name}"
    saved = file.with_name(f".{file.name}.new")
    saved.write_text(text.replace(old, new, 1), "utf-8")
    saved.replace(file)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield opened
        await opened.close()
