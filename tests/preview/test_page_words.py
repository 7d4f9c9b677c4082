"""What the preview's page says itself: from preview.yaml of each language, never from the page's code."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.packs import check, draft, load_packs
from bot.packs.preview_words import PreviewWords
from bot.preview.bundle import STATIC
from bot.preview.catalogue import ORDER
from bot.preview.gallery import gallery
from bot.sandbox.server import LOOK
from bot.settings import ROOT
from tests.preview.conftest import change

DAY = date(2026, 5, 31)
# A card of the preview is no photo, no voice and no place, and it comes from the bot.
ONLY_IN_THE_CHAT = {"location", "voice_message", "a_photo", "a_sticker", "you"}
NAMED = re.compile(r'\bsay\("(\w+)"|data-(?:word|label|placeholder)="(\w+)"')
# Names of kinds, marks, ages, states and severities: the page puts together or passes on what the data says.
PASSED_ON = {"fresh", "due", "expired", "outdated", "kept", "draft", "error", "warning"}


@pytest.fixture
def folder(content: Path) -> Path:
    for language in ("bn", "en"):
        shutil.copy(ROOT / "content" / language / "preview.yaml", content / language)
    return content


def pages(folder: Path) -> dict[str, Any]:
    packs, findings = draft(folder, DAY)
    return {page["code"]: page for page in gallery(folder, packs, findings, DAY)["page"]}


def test_the_page_speaks_the_languages_of_the_packs(folder):
    change(folder / "bn/preview.yaml", "কার্ড দেখা", "সব কার্ড")
    there = pages(folder)
    assert {code: page["name"] for code, page in there.items()} == {"bn": "বাংলা", "en": "English"}
    assert there["bn"]["words"]["preview"] == "সব কার্ড"
    assert there["bn"]["locale"] == "bn-BD"


def test_a_folder_without_words_of_the_page_is_shown_with_the_projects_own(content):
    assert set(pages(content)) == {"bn", "en"}


def test_packs_that_cannot_be_read_at_all_still_have_a_page_that_speaks(folder):
    (folder / "languages.yaml").write_text("no: [\n", "utf-8")
    assert set(pages(folder)) == {"bn", "en"}


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("preview: কার্ড দেখা\n", "", "missing"),
        ("কার্ড দেখা", "See the cards", "wrong-script"),
        ("{day} তারিখে লেখা পাতা", "আজ লেখা পাতা", "placeholder"),
        ("preview:", "previw:", "unknown-key"),
    ],
)
def test_the_check_tells_a_mistake_in_it_and_the_bot_serves_on(folder, old, new, name):
    change(folder / "bn/preview.yaml", old, new)
    told = {finding.name for finding in check(folder, DAY) if finding.file == "bn/preview.yaml"}
    assert name in told
    assert set(load_packs(folder).languages) == {"bn", "en"}


def test_every_word_that_the_page_asks_for_can_be_had_and_every_one_is_asked_for():
    source = "".join(
        file.read_text("utf-8") for file in (*STATIC.iterdir(), LOOK / "bubbles.js") if file.suffix != ".css"
    )
    keys = set(PreviewWords.model_fields)
    assert {one or other for one, other in NAMED.findall(source)} - ONLY_IN_THE_CHAT <= keys
    assert {f"kind_{kind}" for kind in (*ORDER, "check", "quiz", "checklist")} == {
        key for key in keys if key.startswith("kind_")
    }
    idle = {key for key in keys if f'"{key}"' not in source and f"{key}: [" not in source}
    assert {key for key in idle - PASSED_ON if not key.startswith(("kind_", "mark_"))} == set()
