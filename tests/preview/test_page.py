"""The preview in a real browser: both languages, the filter, a saved file, a broken file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from bot.preview import PreviewServer
from tests.preview.conftest import BROWSING, change

pytestmark = BROWSING
SIGNS = "topics/warning_signs.yaml"


@pytest_asyncio.fixture(loop_scope="module")
async def server(content: Path) -> AsyncIterator[PreviewServer]:
    """The preview of the small pack, in the browser's event loop."""
    async with PreviewServer(content) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, server: PreviewServer) -> AsyncIterator[Page]:
    """The page in English on a desk, which must raise no error and load nothing from outside."""
    context = await browser.new_context(viewport={"width": 1440, "height": 900})
    opened = await context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.on("request", lambda sent: None if sent.url.startswith(server.url) else wrong.append(sent.url))
    await opened.goto(f"{server.url}/#lang=en")
    await expect(opened.locator(".card-item").first).to_be_visible()
    yield opened
    await context.close()
    assert wrong == []


def card(page: Page, key: str) -> Locator:
    return page.locator(f'.card-item[data-key="{key}"]')


async def keys(page: Page) -> list[str]:
    """The cards that are shown, further pages left out."""
    shown = [str(await item.get_attribute("data-key")) for item in await page.locator(".card-item").all()]
    return [key for key in shown if ";p=" not in key]


async def test_a_card_is_shown_in_both_languages_side_by_side_as_in_telegram(page: Page) -> None:
    signs = card(page, "warning_signs")
    bangla, english = signs.locator(".chat").nth(0), signs.locator(".chat").nth(1)
    await expect(english.locator(".bubble strong").first).to_have_text("Signs of a false offer")
    await expect(bangla.locator(".bubble .text")).to_have_attribute("lang", "bn")
    await expect(english.get_by_role("button", name="☰ Menu")).to_be_visible()
    left, right = await bangla.bounding_box(), await english.bounding_box()
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"] + 1


async def test_beside_a_card_stand_its_files_and_the_age_of_its_facts(page: Page) -> None:
    notes = card(page, "warning_signs").locator(".notes")
    await expect(notes.locator(".files").first).to_contain_text("en/topics/warning_signs.yaml:3")
    await expect(notes.locator(".facts")).to_contain_text("known of May 2024")
    await expect(card(page, "warning_signs").locator("header .mark.expired")).to_have_text("expired")


async def test_the_page_speaks_bangla_and_stays_so(page: Page) -> None:
    await page.locator("[name=page-language][value=bn]").check()
    await expect(page.get_by_role("heading", level=1, name="কার্ড দেখা")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "bn")
    await page.reload()
    await expect(page.get_by_role("heading", level=1, name="কার্ড দেখা")).to_be_visible()
    await expect(page.locator("#country option").nth(1)).to_contain_text("বাংলাদেশ")


async def test_cards_are_filtered_by_kind_country_topic_and_words(page: Page) -> None:
    await page.get_by_role("radio", name="Whom to call").check()
    assert await keys(page) == ["help", "help;c=BD", "help;c=SA"]
    await page.locator("#country").select_option("SA")
    assert await keys(page) == ["help;c=SA"]
    await page.reload()
    await expect(page.locator(".card-item").first).to_be_visible()
    assert await keys(page) == ["help;c=SA"]
    await page.get_by_role("button", name="Show all cards again").click()
    await page.locator("#topic").select_option("passport_taken")
    assert set(await keys(page)) == {"passport_taken", "passport_taken;c=BD", "passport_taken;c=SA"}
    await page.get_by_role("button", name="Show all cards again").click()
    await page.keyboard.press("Escape")
    await page.get_by_role("searchbox").fill("১,৬৫,০০০ TAKA")
    await expect(page.locator("#count")).not_to_have_text("0 cards")
    assert all(key.startswith("fees;c=SA") for key in await keys(page))
    await page.get_by_role("searchbox").fill("nothing like it")
    await expect(page.locator("#nothing")).to_be_visible()


async def test_a_slash_leads_to_the_search(page: Page) -> None:
    await page.keyboard.press("/")
    await expect(page.get_by_role("searchbox")).to_be_focused()
    await expect(page.get_by_role("searchbox")).to_have_value("")


async def test_another_day_shows_what_will_be_due_then(page: Page) -> None:
    police = card(page, "help;c=SA").locator("header .mark.expired")
    await page.get_by_role("radio", name="Whom to call").check()
    await expect(police).to_have_count(0)
    await page.get_by_label("As of this day").fill("2029-01-01")
    await expect(police).to_have_text("expired")
    await expect(page.locator("#other-day")).to_have_text("Age of facts as of January 1, 2029")
    await page.get_by_role("checkbox", name="expired facts").check()
    assert "help;c=SA" in await keys(page)


async def test_a_button_of_a_card_opens_its_card(page: Page) -> None:
    await card(page, "warning_signs").locator(".chat").nth(1).get_by_role("button", name="🆘").click()
    await expect(card(page, "help").locator("h2")).to_be_focused()
    await card(page, "help").locator(".chat").nth(1).get_by_role("button", name="☰").click()
    await expect(card(page, "menu").locator("h2")).to_be_focused()


async def test_a_saved_file_is_seen_without_a_tap(page: Page, content: Path) -> None:
    await page.evaluate("window.untouched = true")
    change(content / "en" / SIGNS, "Signs of a false offer", "Signs of a trap")
    await expect(card(page, "warning_signs").locator("h2")).to_have_text("Signs of a trap", timeout=4000)
    await expect(page.get_by_role("status").filter(has_text="Cards that changed: 1")).to_be_visible()
    assert await page.evaluate("window.untouched")


async def test_a_broken_file_keeps_the_last_good_cards_and_says_what_to_do(page: Page, content: Path) -> None:
    change(content / "en" / SIGNS, "title: Signs", "titel: Signs")
    on_top = page.locator("#findings")
    await expect(on_top).to_contain_text("these are the last good cards", timeout=4000)
    await expect(on_top).to_contain_text("en/topics/warning_signs.yaml:3")
    await expect(on_top).to_contain_text('Did you mean "title"?')
    signs = card(page, "warning_signs")
    await expect(signs.locator(".chat").nth(1)).to_contain_text("Signs of a false offer")
    await expect(signs.locator(".notes .finding.error").first).to_be_visible()
    await on_top.get_by_role("button", name="Show its cards").first.click()
    assert await keys(page) == ["warning_signs"]
    change(content / "en" / SIGNS, "titel: Signs", "title: Good signs")
    await expect(signs.locator(".chat").nth(1)).to_contain_text("Good signs of a false offer", timeout=4000)
    await expect(page.locator("#findings.broken")).to_have_count(0)


async def test_packs_that_are_broken_at_the_start_show_findings_and_what_can_be_read(
    browser: Browser, content: Path
) -> None:
    change(content / "en" / SIGNS, "title: Signs", "titel: Signs")
    async with PreviewServer(content) as running:
        context = await browser.new_context(viewport={"width": 390, "height": 844})
        opened = await context.new_page()
        await opened.goto(f"{running.url}/#lang=bn")
        await expect(opened.locator("#findings")).to_contain_text("en/topics/warning_signs.yaml:3")
        await expect(card(opened, "warning_signs").locator(".chat").nth(1)).to_contain_text("এখনো তৈরি নয়")
        (content / "languages.yaml").write_text("")
        await expect(opened.locator("#count")).to_have_text("০টি কার্ড", timeout=4000)
        await expect(opened.locator("#findings")).to_contain_text("languages.yaml:1")
        await context.close()


async def test_markup_in_a_text_stays_text(page: Page, content: Path) -> None:
    change(content / "en" / SIGNS, "The agent has no licence.", "<img src=x onerror=alert(1)> is no licence.")
    await expect(page.locator("#findings")).to_contain_text("<img src=x", timeout=4000)
    await expect(page.locator("main img")).to_have_count(0)


@pytest.mark.parametrize("language", ["bn", "en"])
async def test_nothing_is_wider_than_a_phone_and_everything_is_easy_to_hit(
    page: Page, server: PreviewServer, language: str
) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.goto(f"{server.url}/#lang={language}&kind=help")
    await page.reload()
    await expect(page.locator(".card-item").first).to_be_visible()
    await page.locator("#fold").click()
    await expect(page.locator("#country")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390
    hard = "button:visible:not(.word), .kinds label:visible, .marks label:visible, select:visible"
    for one in await page.locator(hard).all():
        box = await one.bounding_box()
        assert box is not None
        assert round(box["height"]) >= 44
    unnamed = "(all) => all.filter((it) => !(it.getAttribute('aria-label') || it.textContent).trim()).length"
    assert await page.locator("button:visible").evaluate_all(unnamed) == 0


async def test_languages_can_be_put_away(page: Page) -> None:
    await page.get_by_role("checkbox", name="বাংলা").uncheck()
    await expect(card(page, "warning_signs").locator(".chat")).to_have_count(1)
    await expect(card(page, "warning_signs").locator(".chat")).to_contain_text("Signs of a false offer")


async def test_the_page_says_that_the_preview_has_ended_and_comes_back_with_it(
    browser: Browser, content: Path
) -> None:
    context = await browser.new_context()
    opened = await context.new_page()
    async with PreviewServer(content) as running:
        await opened.goto(f"{running.url}/#lang=en")
        await expect(opened.locator(".card-item").first).to_be_visible()
    await expect(opened.locator("#state")).to_contain_text("The preview has ended")
    change(content / "en" / SIGNS, "Signs of a false offer", "Signs of a trap")
    async with PreviewServer(content, running.port):
        await expect(card(opened, "warning_signs").locator("h2")).to_have_text(
            "Signs of a trap", timeout=10_000
        )
        await expect(opened.locator("#state")).to_contain_text("Reloads when a file in content is saved")
        await context.close()
