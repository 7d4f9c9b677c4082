"""What the page is given: every card as the bot sends it, with its files, findings and facts."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.cards import CardReference, Cards
from bot.cards.checking import check_all
from bot.cards.own import OWN_NAMES
from bot.cards.text import to_html
from bot.packs import Packs
from bot.preview.catalogue import every_card, key
from bot.preview.gallery import gallery
from bot.preview.messages import message
from bot.preview.shelf import Shelf
from bot.sandbox.html import parse_html
from bot.settings import ROOT
from tests.exercising import exercise_content
from tests.preview.conftest import change

DAY = date(2026, 6, 1)


def shown(folder: Path, day: date = DAY) -> dict[str, Any]:
    packs, findings = check_all(folder, day)
    return json.loads(json.dumps(gallery(folder, packs, findings, day)))


def card(page: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in page["cards"] if one["key"] == name)


def found(page: dict[str, Any], name: str) -> list[tuple[str, str, int]]:
    """The findings beside a card, those about too few questions left out: the small pack has few."""
    findings = [page["findings"][number] for number in card(page, name)["findings"]]
    return [(one["name"], one["file"], one["line"]) for one in findings if one["name"] != "few-questions"]


def test_every_card_of_the_real_packs_is_shown_once_in_every_language(packs: Packs) -> None:
    page = shown(ROOT / "content")
    keys = [one["key"] for one in page["cards"]]
    assert len(keys) == len(set(keys))
    wanted = {*packs.topics, *packs.situations, *OWN_NAMES, "languages", "help"}
    wanted |= {f"{situation};c={country}" for situation in packs.situations for country in packs.destinations}
    wanted |= {f"help;c={country}" for country in packs.destinations}
    wanted |= {f"what_it_costs;c={country}" for country in packs.fees}
    assert wanted <= set(keys)
    for one in page["cards"]:
        assert list(one["messages"]) == list(packs.languages)
        assert all(one["messages"].values()), one["key"]


def test_pages_and_contacts_that_only_a_button_opens_are_shown_too(packs: Packs) -> None:
    keys = {key(reference) for reference in every_card(Cards(packs))}
    assert {"migration_steps;p=1", "contact;c=SA;d=sa_bd_riyadh"} <= keys


def test_a_message_is_the_html_that_the_bot_sends(packs: Packs) -> None:
    cards = Cards(packs)
    for reference in every_card(cards)[:120]:
        for language in packs.languages:
            built = cards.build(reference, language)
            if built.contact is None:
                said = message(built)
                text, entities = parse_html(to_html(built))
                assert said["text"] == text
                assert [one for one in entities if one not in said["entities"]] == []


def test_a_card_knows_the_files_it_comes_from(content: Path) -> None:
    files = card(shown(content), "help;c=SA")["files"]
    about = {file for file, _, about in files if about}
    desks = {
        "facts/help_desks/SA.yaml",
        "facts/help_desks/BD.yaml",
        "bn/help_desks.yaml",
        "en/help_desks.yaml",
    }
    assert about == desks
    assert {"bn/ui.yaml", "en/destinations.yaml"} <= {file for file, _, about in files if not about}


def test_a_card_of_the_bot_itself_comes_from_its_lines_in_ui_yaml(content: Path) -> None:
    lines = (content / "en/ui.yaml").read_text("utf-8").splitlines()
    files = {file: line for file, line, about in card(shown(content), "goodbye")["files"] if about}
    assert lines[files["en/ui.yaml"] - 1].startswith("goodbye_text")


def test_a_finding_stands_beside_the_cards_it_is_about_and_no_other(content: Path) -> None:
    change(content / "en/topics/warning_signs.yaml", "The agent hurries you.", "The agent **hurries** you.")
    change(content / "en/help_desks.yaml", "name: Police", "name: <b>Police</b>")
    page = shown(content)
    assert found(page, "warning_signs") == [("markup", "en/topics/warning_signs.yaml", 8)]
    assert ("markup", "en/help_desks.yaml", 5) in found(page, "help;c=SA")
    assert ("markup", "en/help_desks.yaml", 5) in found(page, "passport_taken;c=SA")
    assert found(page, "fees") == []
    assert found(page, "help;c=BD") == []


def test_an_outdated_translation_is_found_beside_its_card(content: Path) -> None:
    change(content / "en/topics/warning_signs.yaml", "revision: 1", "revision: 2")
    names = [name for name, file, _ in found(shown(content), "warning_signs") if file.startswith("bn/")]
    assert names == ["outdated"]


def test_facts_tell_their_age_as_of_the_day(content: Path) -> None:
    change(
        content / "facts/help_desks/SA.yaml",
        "  sources:",
        "  checked_on: 2026-05-20\n  checked_by: R\n  sources:",
    )

    def age(day: date) -> str:
        page = shown(content, day)
        police = next(name for name in card(page, "help;c=SA")["facts"] if name.endswith("#sa_police"))
        return str(page["facts"][police]["freshness"])

    assert [age(date(2026, 6, 1)), age(date(2027, 1, 1)), age(date(2029, 1, 1))] == [
        "fresh",
        "due",
        "expired",
    ]


def test_a_fact_shows_the_date_as_exactly_as_its_source(content: Path) -> None:
    facts = shown(content)["facts"]
    assert facts["facts/topics.yaml#warning_signs"]["known"] == "2024-05"
    assert facts["facts/topics.yaml#fees"]["known"] == "2016"


def test_checks_quizzes_and_checklists_are_shown_when_there_are_some(tmp_path: Path) -> None:
    page = shown(exercise_content(tmp_path / "content"))
    cards = [one for one in page["cards"] if one["kind"] in ("check", "quiz", "checklist")]
    keys = [one["key"] for one in cards]
    assert len(keys) == len(set(keys))
    titles = {kind: [] for kind in ("check", "quiz", "checklist")}
    for one in cards:
        text = one["messages"]["en"]["text"]
        titles[one["kind"]].append(text)
        assert one["messages"]["bn"]["text"]
    said = "\n".join(titles["check"])
    for words in (
        "Has the agency a government licence?",
        "This may be a trap",
        "Take care",
        "No sign so far",
    ):
        assert words in said
    for words in ("Because of free 1.", "Because of free 2.", "Because of passport 4.", "3 of 3 right"):
        assert words in "\n".join(titles["quiz"])
    assert len(titles["checklist"]) == 3
    opening = card(page, "papers")
    assert "facts/checklists/papers.yaml#papers" in opening["facts"]
    assert ("facts/checklists/papers.yaml", 1, True) in {tuple(file) for file in opening["files"]}


def test_a_finding_stands_beside_its_question_or_story(tmp_path: Path) -> None:
    content = exercise_content(tmp_path / "content")
    change(content / "en/checks/offer.yaml", "Does anybody hurry you?", "Does **anybody** hurry you?")
    page = shown(content)
    beside = [
        one["key"] for one in page["cards"] if "markup" in [name for name, _, _ in found(page, one["key"])]
    ]
    asked = [
        key for key in beside if "hurry you" in card(page, key)["messages"]["en"]["text"].replace("*", "")
    ]
    assert asked
    assert not [key for key in beside if key.startswith(("papers", "stories", "happened"))]


def test_words_that_are_missing_leave_a_gap_and_not_a_hole(content: Path) -> None:
    (content / "en/topics/warning_signs.yaml").unlink()
    page = shown(content)
    signs = card(page, "warning_signs")
    assert signs["messages"]["en"] is None
    assert signs["messages"]["bn"]["text"]
    assert ("missing", "en/topics/warning_signs.yaml", 1) in found(page, "warning_signs")


def add_language(content: Path) -> None:
    """A third language that is not offered yet: a copy of English, full of mistakes."""
    shutil.copytree(content / "en", content / "ne")
    with (content / "languages.yaml").open("a", encoding="utf-8") as languages:
        languages.write("\nne:\n  name: नेपाली\n  locale: ne\n  script: Deva\n  offered: no\n")


def test_a_language_that_is_still_being_written_is_shown_beside_the_others(content: Path) -> None:
    add_language(content)
    shelf = Shelf(content)
    shelf.read()
    page = json.loads(shelf.page(DAY))
    languages = [(one["code"], one["offered"]) for one in page["languages"]]
    assert languages == [("bn", True), ("en", True), ("ne", False)]
    assert list(card(page, "menu")["messages"]) == ["bn", "en", "ne"]
    assert page["state"] == "good"
    assert "ne/topics/warning_signs.yaml" in {file for _, file, _ in found(page, "warning_signs")}


def test_a_language_does_not_vanish_by_a_mistake(content: Path) -> None:
    add_language(content)
    shelf = Shelf(content)
    shelf.read()
    change(content / "ne/ui.yaml", "menu_title:", "menu_titel:")
    shelf.read()
    page = json.loads(shelf.page(DAY))
    assert page["state"] == "kept"
    assert card(page, "menu")["messages"]["ne"]["text"]


def test_a_broken_change_keeps_the_last_good_cards(content: Path) -> None:
    shelf, file = Shelf(content), content / "en/topics/warning_signs.yaml"
    shelf.read()
    change(file, "Signs of a false offer", "Signs of a trap")
    shelf.read()
    change(file, "title: Signs of a trap", "titel: Signs of nothing")
    shelf.read()
    page = json.loads(shelf.page(DAY))
    assert page["state"] == "kept"
    assert card(page, "warning_signs")["messages"]["en"]["text"].startswith("Signs of a trap")
    assert ("unknown-key", "en/topics/warning_signs.yaml", 3) in found(page, "warning_signs")
    change(file, "titel", "title")
    shelf.read()
    page = json.loads(shelf.page(DAY))
    assert (page["state"], page["version"]) == ("good", 4)
    assert card(page, "warning_signs")["messages"]["en"]["text"].startswith("Signs of nothing")


@pytest.mark.parametrize(
    "broken", ["languages.yaml", "en/ui.yaml", "facts/topics.yaml", "facts/help_desks/SA.yaml"]
)
def test_packs_that_are_broken_from_the_start_show_their_findings(content: Path, broken: str) -> None:
    (content / broken).write_text("a:\n\t- b: [", "utf-8")
    shelf = Shelf(content)
    shelf.read()
    page = json.loads(shelf.page(DAY))
    assert page["state"] == "draft"
    assert broken in {finding["file"] for finding in page["findings"] if finding["severity"] == "error"}


SMALL = ROOT / "tests" / "packs" / "small"


@pytest.mark.parametrize("name", sorted(file.relative_to(SMALL).as_posix() for file in SMALL.rglob("*.yaml")))
def test_whatever_file_is_missing_or_half_the_rest_is_shown(content: Path, name: str) -> None:
    text = (content / name).read_text("utf-8")
    lines = text.splitlines(keepends=True)
    for broken in (None, "", "".join(lines[: len(lines) // 2]), text.replace(":", "", 1), text + "\nx: y\n"):
        if broken is None:
            (content / name).unlink()
        else:
            (content / name).write_text(broken, "utf-8")
        shelf = Shelf(content)
        shelf.read()
        page = json.loads(shelf.page(DAY))
        assert page["findings"]
        assert page["cards"] or name == "languages.yaml" or not page["languages"]


def test_an_empty_folder_is_one_finding_and_no_card(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.read()
    page = json.loads(shelf.page(DAY))
    assert page["cards"] == []
    assert page["findings"]


def test_the_preview_needs_neither_telegram_nor_rasa() -> None:
    code = "import sys, bot.preview, bot.cli_preview; print({'telegram', 'rasa'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)  # noqa: S603
    assert done.stdout.strip() == "set()"


def test_every_name_of_a_card_leads_back_to_it() -> None:
    assert key(CardReference("help", "SA", page=1)) == "help;c=SA;p=1"
