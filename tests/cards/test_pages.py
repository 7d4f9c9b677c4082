"""A long list of steps comes a page at a time, and nothing of it is lost."""

import pytest

from bot.cards import CardReference
from bot.cards.actions import Turn
from bot.cards.text import to_plain

LONG = "migration_steps"


def pages_of(cards, language):
    """The pages as a person sees them who taps until there is no button to go on."""
    shown, reference = [], CardReference(LONG)
    while reference:
        card = cards.build(reference, language)
        shown.append(card)
        onward = [
            b.action.reference
            for row in card.buttons
            for b in row
            if getattr(b.action, "reference", None) and b.action.reference.page > reference.page
        ]
        reference = onward[0] if onward else None
    return shown


@pytest.mark.parametrize("language", ["bn", "en"])
def test_every_step_stands_on_exactly_one_page_in_order(language, cards):
    words = cards.packs.languages[language].topics[LONG]
    pages = pages_of(cards, language)
    assert len(pages) > 1
    steps = [line for card in pages for block in card.blocks if block.kind == "steps" for line in block.lines]
    assert steps == words.steps


def test_the_numbers_go_on_and_the_title_says_where_one_is(cards):
    first, second, *_ = pages_of(cards, "en")
    assert "(1 to 5 of " in first.title
    assert "(6 to " in second.title
    assert "\n6. " in to_plain(second)
    assert "৬" in pages_of(cards, "bn")[1].title


def test_the_summary_comes_first_and_what_to_do_now_comes_last(cards):
    words = cards.packs.languages["en"].topics[LONG]
    first, *_, last, sources = pages_of(cards, "en")
    assert words.summary in to_plain(first)
    assert words.next_step not in to_plain(first)
    assert words.next_step in to_plain(last)
    assert words.next_step not in to_plain(sources)


def test_behind_the_last_step_stand_all_sources_and_a_way_back(cards):
    *_, sources = pages_of(cards, "en")
    for source in cards.packs.topics[LONG].sources:
        assert f"{source.title}, {source.year}" in to_plain(sources)
    assert sources.buttons[0][0].action == Turn(CardReference(LONG))


def test_a_page_beyond_the_last_is_the_last(cards):
    assert cards.build(CardReference(LONG, page=98), "en") == pages_of(cards, "en")[-1]
