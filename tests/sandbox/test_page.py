"""The chat page in a real browser, with a bot of plain HTTP calls behind it."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.sandbox import PersonHandle, Sandbox
from tests.sandbox.conftest import RawBot

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
BANGLA = "সাহায্য: +880 9610 102030. <b>ক্ষমা</b>"
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "সাহায্য", "callback_data": "help"}, {"text": "খরচ", "callback_data": "cost"}],
        [{"text": "16135", "copy_text": {"text": "16135"}}, {"text": "Site", "url": "https://example.org/"}],
    ]
}

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),  # one Chromium for the whole page
    pytest.mark.browser,
    # Playwright closes its pipes after the loop that opened them; nothing of ours.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="module")
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox in the browser's event loop."""
    async with Sandbox(bot_name="Dishari") as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def bot(sandbox: Sandbox) -> AsyncIterator[RawBot]:
    """A bot in the browser's event loop."""
    async with aiohttp.ClientSession() as session:
        raw = RawBot(session, sandbox.base_url)
        await raw.do("getMe")
        yield raw


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, sandbox: Sandbox) -> AsyncIterator[Page]:
    """The page in English on a phone, which must raise no error and load nothing from outside."""
    context = await browser.new_context(viewport={"width": 360, "height": 740})
    opened = await context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.on("request", lambda sent: None if sent.url.startswith(sandbox.url) else wrong.append(sent.url))
    await opened.goto(f"{sandbox.url}/#en")
    yield opened
    await context.close()
    assert wrong == []


async def start(page: Page, sandbox: Sandbox) -> PersonHandle:
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(page.locator(".mine .text").first).to_contain_text("/start")
    return sandbox.people[-1]


async def card(bot: RawBot, person: PersonHandle) -> dict[str, Any]:
    sent: dict[str, Any] = await bot.do(
        "sendMessage", chat_id=person.id, text=BANGLA, parse_mode="HTML", reply_markup=KEYBOARD
    )
    return sent


async def test_a_card_is_shown_tapped_edited_and_deleted(page: Page, sandbox: Sandbox, bot: RawBot) -> None:
    person = await start(page, sandbox)
    message = await card(bot, person)
    bubble = page.locator(".theirs").first
    await expect(bubble.locator("strong")).to_have_text("ক্ষমা")
    await expect(bubble.locator("a[href='tel:+8809610102030']")).to_have_text("+880 9610 102030")
    await expect(bubble.get_by_role("link", name="Site, opens a website")).to_have_attribute(
        "rel", "noopener noreferrer"
    )
    button = bubble.get_by_role("button", name="সাহায্য")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    updates = await bot.do("getUpdates")
    query = updates[-1]["callback_query"]
    assert query["data"] == "help"
    await bot.do("answerCallbackQuery", callback_query_id=query["id"], text="help comes")
    await expect(button).not_to_have_attribute("aria-busy", "true")
    await expect(page.get_by_role("status")).to_have_text("help comes")
    this = {"chat_id": person.id, "message_id": message["message_id"]}
    await bot.do("editMessageText", text="changed", **this)
    await expect(bubble.locator(".text")).to_contain_text("changed")
    await expect(bubble.locator(".meta")).to_contain_text("edited")
    await bot.do("deleteMessage", **this)
    await expect(page.locator(".theirs")).to_have_count(0)


async def test_a_person_types_presses_keys_and_uses_commands(
    page: Page, sandbox: Sandbox, bot: RawBot
) -> None:
    await bot.do("setMyCommands", commands=[{"command": "help", "description": "Help now"}])
    person = await start(page, sandbox)
    await page.get_by_role("textbox", name="Message").fill("দালাল টাকা চায়")
    await page.keyboard.press("Enter")
    keyboard = {"keyboard": [["Menu"], [{"text": "Where I am", "request_location": True}]]}
    await bot.do("sendMessage", chat_id=person.id, text="which?", reply_markup=keyboard)
    await page.get_by_role("button", name="Menu", exact=True).click()
    await page.get_by_role("button", name="Commands").click()
    await page.get_by_role("menuitem", name="/help Help now").click()
    await page.get_by_role("button", name="Where I am").click()
    await page.get_by_role("combobox", name="Send a location").select_option("tripoli")
    await page.locator("#send-place button").click()
    await person.wait_until(lambda: "location" in person.messages[-1].content)
    said = [message.text for message in person.messages if not message.from_bot]
    assert said == ["/start", "দালাল টাকা চায়", "Menu", "/help", ""]
    assert person.messages[-1].content["location"]["latitude"] == pytest.approx(32.8872)


async def test_the_last_own_message_can_be_corrected_with_the_arrow_key(
    page: Page, sandbox: Sandbox, bot: RawBot
) -> None:
    person = await start(page, sandbox)
    box = page.get_by_role("textbox", name="Message")
    await box.press("ArrowUp")
    await expect(box).to_have_value("/start")
    await box.fill("/help")
    await box.press("Enter")
    await expect(page.locator(".mine .text")).to_contain_text("/help")
    assert [message.text for message in person.messages] == ["/help"]


async def test_markup_in_a_message_stays_text(page: Page, sandbox: Sandbox, bot: RawBot) -> None:
    person = await start(page, sandbox)
    await bot.do("sendMessage", chat_id=person.id, text="<img src=x onerror=alert(1)>")
    await expect(page.locator(".theirs .text")).to_contain_text("<img src=x onerror=alert(1)>")
    await expect(page.locator(".theirs img")).to_have_count(0)


async def test_a_card_taller_than_the_screen_is_read_from_its_first_line(
    page: Page, sandbox: Sandbox, bot: RawBot
) -> None:
    person = await start(page, sandbox)
    await bot.do("sendMessage", chat_id=person.id, text="প্রথম\n" + "আরও\n" * 60)
    bubble = await page.locator(".theirs .bubble").bounding_box()
    talk = await page.locator("#talk").bounding_box()
    assert bubble
    assert talk
    assert 0 <= bubble["y"] - talk["y"] <= 20
    await page.get_by_role("button", name="Newest messages").click()
    await expect(page.get_by_role("button", name="Newest messages")).to_be_hidden()


async def test_a_contact_can_be_called_and_copied(page: Page, sandbox: Sandbox, bot: RawBot) -> None:
    person = await start(page, sandbox)
    await bot.do("sendContact", chat_id=person.id, phone_number="999", first_name="পুলিশ")
    await expect(page.get_by_role("link", name="Call পুলিশ")).to_have_attribute("href", "tel:999")
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.get_by_role("button", name="Copy 999").click()
    await expect(page.get_by_role("status")).to_have_text("Copied: 999")
    assert await page.evaluate("navigator.clipboard.readText()") == "999"


async def test_two_people_have_two_chats(page: Page, sandbox: Sandbox, bot: RawBot) -> None:
    rina = await start(page, sandbox)
    await page.get_by_role("button", name="Rehearsal controls").click()
    await page.get_by_role("textbox", name="Name").fill("করিম")
    await page.get_by_role("button", name="Add a person").click()
    karim = await start(page, sandbox)
    assert karim.id != rina.id
    await page.get_by_role("button", name="Rehearsal controls").click()
    await page.get_by_role("button", name="Block the bot", exact=True).click()
    await expect(page.locator("#unblock-here")).to_be_visible()
    assert karim.chat.blocked
    assert not rina.chat.blocked


async def test_the_page_speaks_bangla_and_the_app_language_is_another_matter(
    page: Page, sandbox: Sandbox, bot: RawBot
) -> None:
    await bot.do("setMyName", name="দিশারী", language_code="bn")
    person = await start(page, sandbox)
    await page.get_by_role("button", name="Rehearsal controls").click()
    await page.locator("[name=page-language][value=bn]").check()
    await expect(page.get_by_role("heading", name="মহড়া")).to_be_visible()
    await expect(page.get_by_role("heading", name="Dishari")).to_be_visible()
    await page.locator("[name=app-language][value=bn]").check()
    await expect(page.get_by_role("heading", name="দিশারী")).to_be_visible()
    assert person.chat.person.language_code == "bn"


async def test_nothing_is_wider_than_a_small_phone_and_every_button_is_easy_to_hit(
    page: Page, sandbox: Sandbox, bot: RawBot
) -> None:
    person = await start(page, sandbox)
    await card(bot, person)
    await bot.do(
        "sendMessage", chat_id=person.id, text="দীর্ঘশব্দ" * 40, reply_markup={"keyboard": [["মেনু" * 20]]}
    )
    await expect(page.locator(".theirs")).to_have_count(2)
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    assert await page.evaluate("document.getElementById('talk').scrollWidth") <= 360
    for button in await page.locator("button:visible:not(.word), a.key:visible").all():
        box = await button.bounding_box()
        assert box is not None
        assert round(box["height"]) >= 44
        assert await button.evaluate("(it) => (it.getAttribute('aria-label') || it.textContent).trim()")


async def test_a_reload_keeps_person_and_language(page: Page, sandbox: Sandbox, bot: RawBot) -> None:
    person = await start(page, sandbox)
    await bot.do("sendMessage", chat_id=person.id, text="still here")
    await page.reload()
    await expect(page.locator(".theirs .text")).to_contain_text("still here")
    assert len(sandbox.people) == 1
