"""The card for somebody in danger: calm words, what to do now if it is safe, the numbers where they are."""

from dataclasses import replace

from bot.cards.actions import Show
from bot.cards.buttons import Row, countries, foot, topics
from bot.cards.card import Block, Button, Card
from bot.cards.contacts import contact_rows, desk_block, reachable
from bot.cards.family import family_card, family_words
from bot.cards.help import desks_of, everywhere_blocks, place_row
from bot.cards.reference import FAMILY, CardReference
from bot.cards.sources import sources_card, sources_rows
from bot.cards.speech import Speech
from bot.packs import Packs
from bot.packs.models import HelpDesk, SituationFacts

MOST_DESKS = 3  # somebody in danger must not have to choose from a list


def urgent_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """What the situation `reference.card` needs; without a country it asks where the person is."""
    if reference.who == FAMILY and (card := family_card(packs, speech, reference)):
        return card
    facts, words = packs.situations[reference.card], speech.words.urgent[reference.card]
    country, ui = reference.country, speech.ui
    if reference.page and facts.sources:
        return sources_card(speech, reference, words.title, facts.sources)
    desks, more = _nearest(desks_of(packs, country), facts) if country else ({}, False)
    blocks = [Block("text", (words.summary,)), *_first_number(packs, speech, desks, country, facts)]
    blocks.append(speech.steps(words.steps))
    if words.warning:
        blocks.append(Block("warning", (words.warning,), ui.warning_label))
    rows: list[Row] = []
    if country is None:
        blocks += everywhere_blocks(packs, speech, None, brief=True)
        blocks.append(Block("next", (ui.urgent_where,), ui.next_label))
        likely = [iso2 for iso2, destination in packs.destinations.items() if destination.likely]
        rows += (place_row(speech), *countries(speech, packs, likely, reference, reference.card))
    else:
        blocks += [desk_block(speech, name, desk, country, brief=True) for name, desk in desks.items()]
        blocks += everywhere_blocks(packs, speech, country, brief=True)
        rows += contact_rows(speech, desks, country)
        if more:
            label = f"{ui.more_contacts_button} ▸"
            rows.append((Button(label, Show(CardReference("help", country))),))
        rows += topics(speech, facts.related[:1])
    if family_words(speech, reference.card):
        other = Button(f"👥 {ui.somebody_else_button}", Show(replace(reference, who=FAMILY, page=0)))
        rows.append((other,))
    rows += sources_rows(speech, replace(reference, page=1), facts.sources)
    blocks.append(Block("small", (ui.urgent_delete,)))
    return Card(reference.card, speech.code, words.title, tuple(blocks), (*rows, foot(speech)))


def _first_number(
    packs: Packs, speech: Speech, desks: dict[str, HelpDesk], country: str | None, facts: SituationFacts
) -> list[Block]:
    """One number right below the first line, for whoever reads no further.

    Never one that needs a word of warning before it: such a number stands further down, after its warning.
    Unless a life hangs on it: then the services that the situation names come first.
    """
    named = speech.words.help_desks
    saving = [
        f"📞 {phone.number} – {getattr(speech.ui, f'service_{phone.service}', named[name].name)}"
        for name, desk in desks.items()
        if facts.services and desk.level == "emergency"
        for phone in reachable(desk, country)
        if phone.service is None or phone.service in facts.services
    ]
    if saving:
        return [Block("text", tuple(saving))]
    for name, desk in (desks | packs.everywhere()).items():
        words = speech.words.help_desks[name]
        for phone in reachable(desk, country):
            if words.risk is None:
                return [Block("text", (f"📞 {phone.number} – {words.name}",))]
    return []


def _nearest(desks: dict[str, HelpDesk], facts: SituationFacts) -> tuple[dict[str, HelpDesk], bool]:
    """The help desks that deal with this situation, nearest first; and whether there are others."""
    kinds = list(facts.kinds)

    def fits(desk: HelpDesk) -> bool:
        return desk.level in facts.levels and (desk.level == "emergency" or desk.kind in kinds or not kinds)

    def order(desk: HelpDesk) -> tuple[int, int]:
        return facts.levels.index(desk.level), kinds.index(desk.kind) if desk.kind in kinds else -1

    fitting = [(name, desk) for name, desk in desks.items() if fits(desk)]
    nearest = dict(sorted(fitting, key=lambda item: order(item[1]))[:MOST_DESKS])
    # At home too: the line for whoever finds no other must not be missing.
    nearest |= {name: desk for name, desk in desks.items() if desk.everywhere}
    return nearest, len(desks) > len(nearest)
