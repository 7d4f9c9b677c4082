"""Every card there is, of every language and country."""

import pytest

from bot.cards import Card, CardReference, Cards
from bot.cards.own import OWN_NAMES
from bot.cards.reference import FAMILY
from bot.language import Money

AMOUNTS = (None, Money(1, "BDT"), Money(500_000, "BDT"), Money(10**12, "BDT"), Money(3000, "SAR"))


@pytest.fixture(scope="session")
def cards(packs) -> Cards:
    return Cards(packs)


@pytest.fixture(scope="session")
def every_card(cards) -> list[tuple[CardReference, Card]]:
    """(reference, card) for everything that Rasa or a button can ask for, in every language."""
    packs = cards.packs
    countries = (None, *packs.destinations, "XX")
    references = [CardReference("location", meant=("MY", "SG")), CardReference("location", meant=("XX",))]
    references += [CardReference(name) for name in (*OWN_NAMES, "languages", "no_such_card")]
    for country in countries:
        references += [CardReference("help", country, page=page) for page in (0, 1, 99)]
        references += [CardReference(situation, country) for situation in packs.situations]
        references += [CardReference(situation, country, who=FAMILY) for situation in packs.situations]
        references += [CardReference(name, country) for name in ("somebody_else", "cannot_talk", "location")]
        for topic, facts in packs.topics.items():
            amounts = AMOUNTS if facts.fee_table else AMOUNTS[:1]
            references += [CardReference(topic, country, money) for money in amounts]
            references += [CardReference(topic, country, page=page) for page in (1, 2, 99)]
    for country, of_country in packs.help_desks.items():
        references += [
            CardReference("contact", place, desk=desk) for desk in of_country for place in (country, None)
        ]
    return [(reference, cards.build(reference, code)) for code in packs.languages for reference in references]
