"""The preview as one file, for a reviewer who has a browser and nothing else."""

import re
from datetime import date
from pathlib import Path

from playwright.async_api import Browser, expect

from bot.preview import export
from bot.preview.bundle import one_file
from tests.preview.conftest import BROWSING, change

pytestmark = BROWSING
DAY = date(2029, 1, 1)


async def test_the_file_opens_by_itself_and_asks_nobody_for_anything(
    browser: Browser, content: Path, tmp_path: Path
) -> None:
    change(content / "en/topics/warning_signs.yaml", "The agent has no licence.", "</script><!-- no licence.")
    written = export(content, tmp_path / "for the reviewer", DAY)
    assert [file.name for file in written.parent.iterdir()] == ["index.html"]
    context = await browser.new_context(viewport={"width": 390, "height": 844}, offline=True)
    page = await context.new_page()
    wrong: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("request", lambda sent: asked.append(sent.url))
    await page.goto(f"{written.as_uri()}#lang=bn")
    signs = page.locator('.card-item[data-key="warning_signs"]')
    await expect(signs.locator(".chat").nth(1)).to_contain_text("</script><!-- no licence.")
    await expect(page.locator("#other-day")).to_have_text("১ জানুয়ারি, ২০২৯ তারিখে তথ্য কত পুরোনো, সেই হিসাব")
    await expect(page.locator("#as-of")).to_be_disabled()
    await page.locator("[name=page-language][value=en]").check()
    await page.get_by_role("searchbox").fill("passport")
    await expect(page.locator("#count")).not_to_have_text("0 cards")
    await page.reload()
    await expect(page.get_by_role("searchbox")).to_have_value("passport")
    assert wrong == []
    assert {url.split("#")[0] for url in asked if not url.startswith("data:")} == {written.as_uri()}
    await context.close()


async def test_the_file_may_run_its_own_script_and_nothing_else() -> None:
    page = one_file('{"cards": []}')
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert "unsafe" not in policy[1]
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert 'src="/' not in page
    assert 'href="/' not in page
    assert "url(/" not in page
    assert 'url("/' not in page


async def test_what_is_written_once_can_be_written_again(content: Path, tmp_path: Path) -> None:
    first = export(content, tmp_path, DAY).read_text("utf-8")
    assert export(content, tmp_path, DAY).read_text("utf-8") == first
