"""What is no answer: other words each time, and a way on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import CardReference
from bot.cards.actions import Tell
from bot.cards.repairs import REPAIRS, page_after
from bot.cards.text import to_plain


@given(st.sampled_from(sorted(REPAIRS)), st.integers(0, 50))
def test_the_same_page_never_comes_twice_running(card, times):
    assert page_after(card, times) != page_after(card, times + 1)


@pytest.mark.parametrize("language", ["bn", "en"])
@pytest.mark.parametrize("name", sorted(REPAIRS))
def test_every_page_says_something_else(name, language, cards):
    pages = {page_after(name, times) for times in range(6)}
    texts = {to_plain(cards.build(CardReference(name, page=page), language)) for page in pages}
    assert len(texts) == len(pages) >= 2


@pytest.mark.parametrize("language", ["bn", "en"])
def test_at_most_two_meanings_are_buttons_and_unknown_ones_are_none(language, cards):
    meant = ("no_such_topic", "warning_signs", "what_it_costs", "difference")
    card = cards.build(CardReference("not_understood", meant=meant), language)
    told = [button.action.intent for row in card.buttons for button in row if isinstance(button.action, Tell)]
    assert told == ["warning_signs", "what_it_costs"]


@pytest.mark.parametrize("meant", [(), ("nlu_fallback",), ("passport_taken",)])
def test_without_a_meaning_to_show_the_menu_follows(meant, cards):
    card = cards.build(CardReference("not_understood", meant=meant), "en")
    assert card == cards.build(CardReference("not_understood"), "en")


def test_what_is_said_to_the_bot_itself_is_a_meaning_too(cards):
    card = cards.build(CardReference("not_understood", meant=("talk_to_human", "privacy")), "en")
    labels = [button.label for row in card.buttons for button in row]
    assert labels[:2] == ["Talk to a person", "Privacy"]
