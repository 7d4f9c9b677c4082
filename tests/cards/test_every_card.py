"""What holds for every card, in every language and for every country."""

import functools
import re

import pytest

from bot.cards import CardReference
from bot.cards.actions import LIMIT, ChooseLanguage, Copy, Forget, Show, Tell, Turn, decode, encode
from bot.cards.text import to_html, to_plain
from bot.packs.wording import BUTTON_WIDTH
from bot.sandbox.html import parse_html

NUMBERS = re.compile(r"\+?[0-9][0-9 -]{1,}[0-9]")
HELP_IS_THE_CARD = {"help", "location"}
# The choice of language comes before anything can be read; a contact is no text; after these one starts anew.
WITHOUT_FOOT = {"languages", "contact", "opening", "let_go", "forgotten", "forgotten_soon"}


def buttons(card):
    return [button for row in card.buttons for button in row]


def labels(card):
    return [button.label for button in buttons(card)]


def words(card):
    return "\n".join([to_plain(card), *labels(card), *([card.contact.name] if card.contact else [])])


def test_every_button_fits_telegram_and_means_the_same_when_it_comes_back(every_card):
    for reference, card in every_card:
        for button in buttons(card):
            if not isinstance(button.action, Copy):
                data = encode(button.action)
                assert len(data.encode()) <= LIMIT, reference
                assert decode(data) == button.action, reference


def test_every_button_leads_to_a_card_that_exists(every_card, cards):
    name_of = functools.cache(lambda there, language: cards.build(there, language).name)
    for reference, card in every_card:
        for button in buttons(card):
            match button.action:
                case Show(there) | Turn(there) | Tell(_, there):
                    topic = cards.packs.topics.get(there.card)
                    of_country = topic.countries.get(there.country or "") if topic else None
                    assert name_of(there, card.language) == (of_country or there.card), (reference, there)
                case ChooseLanguage(code):
                    assert code in cards.packs.languages
                case Forget():
                    assert card.name == "forget"
                case Copy(text):
                    assert text in to_plain(card), reference


def test_every_card_fits_one_message_of_telegram(every_card):
    for reference, card in every_card:
        assert 0 < len(to_html(card).encode("utf-16-le")) // 2 <= 4096, reference


def test_every_card_is_html_that_telegram_takes(every_card):
    for reference, card in every_card:
        text, _ = parse_html(to_html(card))
        assert text == to_plain(card), reference


def test_no_keyboard_is_larger_than_telegram_allows(every_card):
    for reference, card in every_card:
        assert len(buttons(card)) <= 100, reference
        assert all(1 <= len(row) <= 8 for row in card.buttons), reference
        for button in buttons(card):
            assert button.label, reference
            if isinstance(button.action, Copy):
                assert 1 <= len(button.action.text) <= 256


def test_no_text_shows_a_placeholder_an_id_or_a_missing_value(every_card, cards):
    packs = cards.packs
    ids = {*packs.topics, *packs.situations, *packs.country_names()}
    ids |= {desk for desks in packs.help_desks.values() for desk in desks}
    raw = re.compile(r"[{}]|\bNone\b|\b[a-z]+_\w")
    assert all(map(raw.search, (one for one in ids if "_" in one)))
    for reference, card in every_card:
        found = raw.search(words(card))
        assert found is None, (reference, found)


def test_no_language_of_a_help_desk_is_shown_as_a_code(every_card, cards):
    codes = {
        code
        for desks in cards.packs.help_desks.values()
        for desk in desks.values()
        for code in desk.languages
    }
    for speech in cards.speeches.values():
        for code in codes:
            assert speech.languages([code]) != code


def test_no_country_is_shown_as_a_code(cards):
    for speech in cards.speeches.values():
        for country in cards.packs.destinations:
            assert speech.country(country) != country


def test_nothing_in_a_card_is_empty(every_card):
    for reference, card in every_card:
        assert card.title.strip(), reference
        for block in card.blocks:
            assert block.lines, reference
            assert all(line.strip() for line in block.lines), reference


def test_help_is_one_tap_away_from_every_card(every_card):
    for reference, card in every_card:
        if card.name in WITHOUT_FOOT:
            continue
        if card.name in HELP_IS_THE_CARD:
            assert any(
                isinstance(button.action, Tell) or getattr(button.action, "reference", None)
                for button in buttons(card)
            )
            continue
        assert any("🆘" in label for label in labels(card)), reference


def test_the_menu_is_one_tap_away_from_every_help_card(every_card):
    for reference, card in every_card:
        if card.name in HELP_IS_THE_CARD:
            assert any("☰" in label for label in labels(card)), reference


def test_a_button_that_tells_names_an_intent_of_the_packs(every_card, cards):
    known = {*cards.packs.topics, *cards.packs.situations, "help_contacts"}
    for _, card in every_card:
        for button in buttons(card):
            if isinstance(button.action, Tell):
                assert button.action.intent in known


def test_titles_are_neutral_first_lines_that_a_notification_may_show(every_card):
    """A notification cuts a long first line; the whole thought must stand in it."""
    for reference, card in every_card:
        assert len(card.title) <= 120, reference
        assert "\n" not in card.title, reference


def test_labels_are_readable_on_a_narrow_phone(every_card):
    """Two buttons in a row share its width; names of help desks may be cut, their number is above."""
    for reference, card in every_card:
        for row in card.buttons:
            for button in row:
                if getattr(button.action, "reference", None) and button.action.reference.card == "contact":
                    continue
                assert len(button.label) <= (2 * BUTTON_WIDTH) // len(row) + 4, (reference, button.label)


@pytest.mark.parametrize("language", ["bn", "en"])
def test_a_country_that_is_no_destination_is_asked_for_again(language, cards):
    assert cards.build(CardReference("help", "XX"), language) == cards.build(CardReference("help"), language)


@pytest.mark.parametrize("language", ["bn", "en"])
@pytest.mark.parametrize("name", ["no_such_card", "__class__", "contact", "old_button"])
def test_what_no_longer_exists_is_the_menu_with_an_honest_sentence(name, language, cards):
    card = cards.build(CardReference(name), language)
    assert card.name == "old_button"
    assert {button.action for button in buttons(cards.build(CardReference("menu"), language))} <= {
        button.action for button in buttons(card)
    }
