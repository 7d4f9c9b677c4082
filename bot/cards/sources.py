"""Where a card's facts were read: the first source on the card itself, all of them on its last page.

On a phone a long list of titles would push the answer out of sight.
"""

from dataclasses import replace

from bot.cards.actions import Turn
from bot.cards.buttons import Row, foot
from bot.cards.card import Block, Button, Card
from bot.cards.reference import CardReference
from bot.cards.speech import Speech
from bot.packs.models import Source


def first_source(speech: Speech, sources: list[Source]) -> Block:
    """The source that matters most, with its year."""
    return Block("small", (f"{speech.ui.source_label} {_named(speech, sources)[0]}",))


def sources_rows(
    speech: Speech, reference: CardReference, sources: list[Source], named: int = 0
) -> list[Row]:
    """The button to the page `reference` that lists all sources, if the card has `named` fewer than all."""
    if len(_named(speech, sources)) <= named:
        return []
    return [(Button(f"{speech.ui.sources_button} ▸", Turn(reference)),)]


def sources_card(speech: Speech, reference: CardReference, title: str, sources: list[Source]) -> Card:
    """The page with all sources, and the way back to the card's first page."""
    back = (Button(f"◂ {speech.ui.back_button}", Turn(replace(reference, page=0))),)
    block = Block("points", tuple(_named(speech, sources)), speech.ui.source_label)
    return Card(reference.card, speech.code, title, (block,), (back, foot(speech)))


def _named(speech: Speech, sources: list[Source]) -> list[str]:
    """Title and year of each source, the same one once."""
    return list(
        dict.fromkeys(
            speech.ui.source_year.format(title=source.title, year=speech.year(source.year))
            for source in sources
        )
    )
