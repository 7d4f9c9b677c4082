"""Every card there is to see: those that can be asked for by name, and those that only a button opens."""

from collections.abc import Iterator
from typing import Final

from bot.cards import Card, CardReference, Cards
from bot.cards.actions import Show, encode
from bot.cards.own import OWN_NAMES
from bot.language.money import Money
from bot.packs import Packs

ASKED: Final = Money(500_000, "BDT")  # what an agent may ask: shows how the fee card compares
UNFINISHED: Final = (LookupError, AttributeError, ValueError)  # what a card raises whose words are missing

ORDER: Final = ("topic", "urgent", "help", "fees", "own", "contact", "urgent_there")


def key(reference: CardReference) -> str:
    """The reference as buttons carry it: how the preview names a card."""
    return encode(Show(reference)).removeprefix("s:")


def kind(packs: Packs, reference: CardReference) -> str:
    """Which shelf of the preview the card stands on."""
    name = reference.card
    if name in packs.topics:
        return "fees" if packs.topics[name].fee_table and (reference.country or reference.money) else "topic"
    if name in packs.situations:
        return "urgent_there" if reference.country else "urgent"
    return name if name in ("help", "contact") else "own"


def every_card(cards: Cards) -> list[CardReference]:
    """All cards, shelf by shelf; one that only a button opens stands behind the card with that button."""
    packs = cards.packs
    found: dict[CardReference, None] = {}
    waiting = list(_by_name(packs))[::-1]
    named = set(waiting)
    while waiting:
        reference = waiting.pop()
        if reference in found:
            continue
        found[reference] = None
        opened = dict.fromkeys(_opened(cards, reference))
        waiting += [one for one in reversed(opened) if one not in found and one not in named]
    return sorted(found, key=lambda reference: ORDER.index(kind(packs, reference)))


def _by_name(packs: Packs) -> Iterator[CardReference]:
    for topic, facts in packs.topics.items():
        yield CardReference(topic)
        if facts.fee_table:
            yield CardReference(topic, money=ASKED)
            for country in packs.destinations:
                if country in packs.fees:
                    yield CardReference(topic, country)
                    yield CardReference(topic, country, ASKED)
    for situation in packs.situations:
        yield from (CardReference(situation, country) for country in (None, *packs.destinations))
    yield from (CardReference("help", country) for country in (None, *packs.destinations))
    yield from (CardReference(name) for name in ("languages", *sorted(OWN_NAMES)))


def _opened(cards: Cards, reference: CardReference) -> Iterator[CardReference]:
    """The cards behind the buttons of a card, in any language."""
    for code in cards.packs.languages:
        try:
            card: Card = cards.build(reference, code)
        except UNFINISHED:
            continue
        for row in card.buttons:
            for button in row:
                there = getattr(button.action, "reference", None)
                if (
                    isinstance(there, CardReference)
                    and cards.knows(there.card)
                    and not _elsewhere(cards, there)
                ):
                    yield there


def _elsewhere(cards: Cards, reference: CardReference) -> bool:
    """An exercise stands on a shelf of its own; an urgent card's next page says the same in every country."""
    if reference.answers or reference.card in cards.packs.exercises():
        return True
    return reference.card in cards.packs.situations and bool(reference.country and reference.page)
