"""All of it: a person, a browser, the chat page, the sandbox, the bot, the trained Rasa, the packs."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect
from rehearsal import Rehearsal, rehearsing

from bot.dialogue import RasaDialogue
from bot.packs import Packs

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PHONE = {"width": 390, "height": 844}

pytestmark = [
    pytest.mark.rasa,
    pytest.mark.browser,
    # Playwright closes its pipes after the loop that opened them; nothing of ours.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
async def rehearsal(packs: Packs, rasa: Any, tmp_path: Path) -> AsyncIterator[Rehearsal]:
    """The bot with the really trained Rasa."""
    async with (
        RasaDialogue(rasa.url, rasa.secret) as dialogue,
        rehearsing(packs, dialogue, tmp_path) as running,
    ):
        yield running


@pytest.fixture
async def page(rehearsal: Rehearsal) -> AsyncIterator[Page]:
    """The chat page on a phone."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        opened = await browser.new_page(viewport=PHONE)
        await opened.goto(f"{rehearsal.sandbox.url}/#en")
        yield opened
        await browser.close()


async def test_a_person_chooses_bangla_asks_in_banglish_and_taps_for_help(page: Page) -> None:
    await page.get_by_role("button", name="Start", exact=True).click()
    await _tap(page, "বাংলা")
    await _says(page, "স্বাগতম। আমি দিশারী।")

    await _write(page, "vai saudi jaite koto taka lage")
    await _says(page, "১,৬৫,০০০ টাকা")

    await _tap(page, "সাহায্য চাই")
    await _says(page, "আপনি এখন কোথায়?")
    await _tap(page, "ইতালি")
    await _says(page, "ইতালি: ফোন নম্বর")
    await expect(page.get_by_role("link", name="+39068083595").last).to_have_attribute(
        "href", "tel:+39068083595"
    )


async def test_a_person_in_danger_gets_the_numbers_of_their_country_in_english(page: Page) -> None:
    await page.get_by_role("button", name="Start", exact=True).click()
    await _tap(page, "English")
    await _write(page, "I am in Libya, they took my passport")
    await _says(page, "Embassy of Bangladesh, Tripoli")
    await _says(page, "+8809610102030")


async def _write(page: Page, text: str) -> None:
    box = page.get_by_role("textbox", name="Message")
    await box.fill(text)
    await box.press("Enter")


async def _tap(page: Page, label: str) -> None:
    await page.get_by_role("log").get_by_role("button", name=label).last.click()


async def _says(page: Page, words: str) -> None:
    await expect(page.get_by_role("log").get_by_text(words).last).to_be_visible()
