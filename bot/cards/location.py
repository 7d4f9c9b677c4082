"""A place that was shared: the card for its country, or the question in which country it is."""

from collections.abc import Callable
from dataclasses import replace

from bot.cards.actions import Show
from bot.cards.buttons import countries
from bot.cards.card import Block, Button, Card
from bot.cards.reference import CardReference
from bot.cards.speech import Speech
from bot.packs import Packs


def location_card(
    packs: Packs, speech: Speech, reference: CardReference, build: Callable[[CardReference], Card]
) -> Card:
    """What the country was asked for (`reference.desk`: an urgent situation), else the numbers there."""
    urgent = reference.desk in packs.situations
    asked = CardReference(reference.desk if urgent and reference.desk else "help")
    if reference.country:
        return _located(speech, build(replace(asked, country=reference.country)), asked, reference.country)
    ui, card = speech.ui, build(asked)
    known = [iso2 for iso2 in reference.meant if iso2 in packs.destinations]
    text = ui.location_between_text if known else ui.location_text
    rows = countries(speech, packs, known, asked, asked.card if urgent else "help_contacts")
    others = tuple(row for row in card.buttons if row not in rows)
    blocks = card.blocks if urgent else card.blocks[1:]  # the text says instead what help is asked for
    title = card.title if urgent else ui.location_title
    return Card("location", speech.code, title, (Block("text", (text,)), *blocks), (*rows, *others))


def _located(speech: Speech, card: Card, asked: CardReference, country: str) -> Card:
    """`card`, as far as the shapes tell the one for the place, and a way to say no."""
    seems = speech.ui.location_found_text.format(country=speech.country(country))
    wrong = (Button(f"↩ {speech.ui.not_here_button}", Show(asked)),)
    return replace(
        card,
        name="location",
        blocks=(Block("text", (seems,)), *card.blocks),
        buttons=(wrong, *card.buttons),
    )
