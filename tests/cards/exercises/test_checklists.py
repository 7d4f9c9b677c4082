"""Cards of a checklist: ticked in place, sent on with its ticks."""

from exercising import build, buttons, leading

from bot.cards.actions import Turn
from bot.cards.text import to_plain


class TestChecklist:
    def test_a_number_ticks_its_item_in_place_and_takes_it_away_again(self, cards):
        card = build(cards, "papers")
        assert "☐ 1. Passport" in to_plain(card)
        action = next(button.action for button in buttons(card) if button.label == "☐ 2")
        assert isinstance(action, Turn)
        ticked = cards.build(action.reference, "en")
        assert "☑ 2. Visa" in to_plain(ticked)
        assert "1 of 5 done." in to_plain(ticked)
        assert cards.build(leading(ticked, "☑ 2"), "en") == card

    def test_it_can_be_sent_on_with_its_ticks(self, cards):
        card = cards.build(leading(build(cards, "papers", {"photos": "x"}), "family"), "en")
        assert "☑ 4. Photos" in to_plain(card)
        assert card.buttons == ()

    def test_its_sources_know_the_way_back_to_the_ticks(self, cards):
        card = build(cards, "papers", {"photos": "x"})
        sources = cards.build(leading(card, "All sources"), "en")
        assert "A second leaflet" in to_plain(sources)
        assert cards.build(leading(sources, "Back"), "en") == card
