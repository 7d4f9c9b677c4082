"""Whatever a button of an older release or a confused Rasa may name, a whole card comes of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lean import real_packs

from bot.cards import CardReference, Cards
from bot.cards.actions import Copy, encode
from bot.cards.own import OWN_NAMES
from bot.cards.reference import DOMESTIC, FAMILY, PAYER
from bot.cards.text import to_plain
from bot.language import Money

PACKS = real_packs()
CARDS = Cards(PACKS)
BUILT = ("help", "somebody_else", "cannot_talk", "location", "languages", "menu_money", "no_such_card")
NAMES = sorted({*PACKS.topics, *PACKS.situations, *OWN_NAMES, *BUILT})
RAW = re.compile(r"[{}]|\bNone\b")

references = st.builds(
    CardReference,
    st.sampled_from(NAMES),
    st.none() | st.sampled_from([*PACKS.destinations, "XX"]),
    st.none() | st.builds(Money, st.integers(0, 10**12), st.sampled_from(["BDT", "SAR", "LYD", "ZZZ"])),
    st.integers(0, 99),
    who=st.none() | st.sampled_from([FAMILY, PAYER, DOMESTIC]),
    meant=st.lists(st.sampled_from([*NAMES, "MY", "SG", "nothing"]), max_size=4).map(tuple),
)


@pytest.mark.parametrize("language", sorted(PACKS.languages))
@settings(max_examples=250, deadline=None)
@given(reference=references)
def test_any_reference_becomes_a_card_that_can_be_sent(language, reference):
    card = CARDS.build(reference, language)
    text = to_plain(card)
    assert card.title.strip()
    assert RAW.search(text) is None
    assert len(text.encode("utf-16-le")) // 2 <= 4096
    for row in card.buttons:
        for button in row:
            assert RAW.search(button.label) is None
            if not isinstance(button.action, Copy):
                encode(button.action)
