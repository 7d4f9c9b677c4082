"""A walk over every button there is, from the first card on: nothing leads nowhere, nothing is cut off."""

import pytest
from reading import wrong_with

from bot.cards import CardReference, Cards
from bot.cards.actions import LIMIT, ChooseLanguage, Copy, Forget, Show, Tell, Turn, decode, encode
from bot.cards.own import OWN_NAMES
from bot.cards.steps import FORWARD
from bot.cards.text import to_plain
from bot.cards.walks import exercises

STATES = 60  # of each exercise, of which a check alone has millions; tests/cards/exercises has more
SETS_KEYBOARD = ("opening", "let_go")  # sent with the two fixed buttons, not by anybody's wish
WITHOUT_BUTTONS = {"contact", *SETS_KEYBOARD, "forgotten", "forgotten_soon"}  # the fixed buttons stay below


def nameable(packs):
    """What Rasa can name: every own card, every topic and situation, with a country or without."""
    names = [
        name for name in (*OWN_NAMES, *packs.topics, *packs.situations, "help") if name not in SETS_KEYBOARD
    ]
    own = [CardReference(name, country) for name in names for country in (None, "SA", "LY", "BD", "JP")]
    meant = CardReference("not_understood", meant=("what_it_costs", "help_contacts"))
    stopped = [CardReference("stopped", desk=name) for name in (*packs.checks, *packs.quizzes)]
    shared = [
        CardReference("location", country, meant=meant, desk=situation)
        for situation in packs.situations
        for country, meant in ((None, ()), ("SA", ()), (None, ("MY", "SG")))
    ]
    return [*own, meant, *stopped, *shared, CardReference("warning_signs", short=True)]


def reached(cards, language):
    """Every card that buttons lead to, with its reference."""
    found, of_exercise = {}, {}
    waiting = [CardReference("welcome"), *(one.reference for one in exercises(cards.packs))]
    waiting += nameable(cards.packs)
    while waiting:
        reference = waiting.pop()
        if reference in found:
            continue
        if reference.answers:
            of_exercise[reference.card] = of_exercise.get(reference.card, 0) + 1
            if of_exercise[reference.card] > STATES:
                continue
        card = found[reference] = cards.build(reference, language)
        for row in card.buttons:
            for button in row:
                if isinstance(button.action, Show | Turn | Tell):
                    waiting.append(button.action.reference)
    return found


@pytest.fixture(scope="module", params=["bn", "en"])
def cards_reached(request, packs):
    return reached(Cards(packs), request.param)


def test_no_button_leads_nowhere(cards_reached, packs):
    for reference, card in cards_reached.items():
        topic = packs.topics.get(reference.card)
        of_country = topic.countries.get(reference.country or "") if topic else None
        assert card.name == (of_country or reference.card), reference


def test_every_card_has_a_way_on(cards_reached):
    for reference, card in cards_reached.items():
        if card.name not in WITHOUT_BUTTONS and reference.page != FORWARD:
            assert any(card.buttons), reference


def test_every_button_fits_and_is_understood_when_it_comes_back(cards_reached):
    for reference, card in cards_reached.items():
        for row in card.buttons:
            for button in row:
                assert button.label.strip(), reference
                if not isinstance(button.action, Copy):
                    data = encode(button.action)
                    assert len(data.encode()) <= LIMIT, reference
                    assert decode(data) == button.action, reference


def test_only_what_was_meant_is_told_or_done(cards_reached, packs):
    intents = {*packs.topics, *packs.situations, *packs.exercises(), "help_contacts", "stop"}
    for reference, card in cards_reached.items():
        for row in card.buttons:
            for button in row:
                match button.action:
                    case Tell(intent, _):
                        assert intent in intents, reference
                    case ChooseLanguage(code):
                        assert code in packs.languages
                    case Forget():
                        assert card.name == "forget"


def test_all_that_is_written_can_be_reached_by_buttons(cards_reached, packs):
    names = {card.name for card in cards_reached.values()}
    assert names >= {
        *packs.topics,
        *packs.exercises(),
        "help",
        "privacy",
        "about_bot",
        "languages",
        "stopped",
    }
    countries = {reference.country for reference in cards_reached if reference.card == "help"}
    assert {iso2 for iso2, facts in packs.destinations.items() if facts.likely} <= countries


def test_no_text_and_no_label_is_raw_or_in_another_language(cards_reached, packs):
    for reference, card in cards_reached.items():
        said = [(to_plain(card), card.contact is None)]
        said += [(button.label, False) for row in card.buttons for button in row]
        said += [(card.contact.name, False)] if card.contact else []
        for text, long in said:
            assert wrong_with(text, card.language, packs, long=long) is None, reference
