"""The card for somebody in danger: calm words, what to do now if it is safe, the numbers where they are."""

from bot.cards.buttons import Row, countries, foot, topics
from bot.cards.card import Block, Card
from bot.cards.contacts import contact_rows, desk_block
from bot.cards.help import desks_of, everywhere_blocks
from bot.cards.reference import CardReference
from bot.cards.speech import Speech
from bot.packs import Packs


def urgent_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """What the situation `reference.card` needs; without a country it asks where the person is."""
    facts, words = packs.situations[reference.card], speech.words.urgent[reference.card]
    country, ui = reference.country, speech.ui
    blocks = [Block("text", (words.summary,)), Block("steps", tuple(words.steps))]
    if words.warning:
        blocks.append(Block("warning", (words.warning,), ui.warning_label))
    rows: list[Row] = []
    if country is None:
        blocks += everywhere_blocks(packs, speech, None)
        blocks.append(Block("next", (ui.urgent_where,), ui.next_label))
        likely = [iso2 for iso2, destination in packs.destinations.items() if destination.likely]
        rows += countries(speech, packs, likely, reference, reference.card)
    else:
        desks = {name: desk for name, desk in desks_of(packs, country).items() if desk.level in facts.levels}
        blocks += [desk_block(speech, name, desk, country) for name, desk in desks.items()]
        blocks += everywhere_blocks(packs, speech, country)
        rows += contact_rows(speech, desks, country)
        rows += topics(speech, facts.related[:1])
    blocks.append(Block("small", (ui.urgent_delete,)))
    return Card(reference.card, speech.code, words.title, tuple(blocks), (*rows, foot(speech)))
