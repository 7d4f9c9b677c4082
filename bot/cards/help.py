"""Whom to call: where the person is, then the numbers that work there, in order of use."""

from bot.cards.actions import Show
from bot.cards.buttons import Row, countries, foot
from bot.cards.card import Block, Button, Card
from bot.cards.contacts import contact_rows, desk_block, reachable
from bot.cards.reference import CardReference
from bot.cards.sources import sources_card, sources_rows
from bot.cards.speech import Speech
from bot.packs import Packs
from bot.packs.models import HelpDesk

SOURCES = 2  # the page of a help card that lists where its numbers were read


def help_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """The numbers of `reference.country`, or the question where the person is."""
    if reference.country is None:
        return _where(packs, speech)
    country, ui = reference.country, speech.ui
    first, later = _in_order(packs, country)
    title = ui.help_title.format(country=speech.country(country))
    sources = [source for desk in (*first.values(), *later.values()) for source in desk.sources]
    if reference.page >= SOURCES and sources:
        return sources_card(speech, reference, title, sources)
    more = reference.page > 0 and bool(later)
    shown = later if more else first
    if more:
        title = ui.help_more_title.format(country=speech.country(country))
    blocks: list[Block] = []
    if not more:
        if not any(desk.level == "emergency" for desk in first.values()):
            note = ui.help_none if not first else ui.help_no_emergency
            blocks.append(Block("text", (note.format(country=speech.country(country)),)))
        blocks += [desk_block(speech, name, desk, country) for name, desk in shown.items()]
        blocks += everywhere_blocks(packs, speech, country)
    else:
        blocks += [desk_block(speech, name, desk, country) for name, desk in shown.items()]
    blocks.append(Block("next", (ui.help_next,), ui.next_label))
    rows: list[Row] = [*contact_rows(speech, shown, country)]
    if later and not more:
        rows.append((Button(f"{ui.more_contacts_button} ▸", Show(CardReference("help", country, page=1))),))
    if not more:
        rows += sources_rows(speech, CardReference("help", country, page=SOURCES), sources)
    rows.append((Button(ui.other_country_button, Show(CardReference("help"))),))
    rows.append(foot(speech, here="help"))
    return Card("help", speech.code, title, tuple(blocks), tuple(rows))


def desks_of(packs: Packs, country: str) -> dict[str, HelpDesk]:
    """The help desks of a country that can be dialled there."""
    return {
        name: desk for name, desk in packs.help_desks.get(country, {}).items() if reachable(desk, country)
    }


def everywhere_blocks(
    packs: Packs, speech: Speech, country: str | None, *, brief: bool = False
) -> list[Block]:
    """The line that can be called from any country, unless the country's own list has it already."""
    own = packs.help_desks.get(country or "", {})
    return (
        [
            Block("text", (speech.ui.help_everywhere,)),
            *(
                desk_block(speech, name, desk, country, brief=brief)
                for name, desk in packs.everywhere().items()
                if name not in own
            ),
        ]
        if any(name not in own for name in packs.everywhere())
        else []
    )


def _in_order(packs: Packs, country: str) -> tuple[dict[str, HelpDesk], dict[str, HelpDesk]]:
    """What to show at once, and what behind a button: a card must fit one screen and a half."""
    desks = desks_of(packs, country)
    first = {name: desk for name, desk in desks.items() if desk.level != "advice"}
    later = {name: desk for name, desk in desks.items() if desk.level == "advice"}
    return (first, later) if first else (later, {})


def _where(packs: Packs, speech: Speech) -> Card:
    likely = [country for country, facts in packs.destinations.items() if facts.likely]
    rows = countries(speech, packs, likely, CardReference("help"), "help_contacts")
    blocks = (Block("text", (speech.ui.help_where_text,)), *everywhere_blocks(packs, speech, None))
    return Card("help", speech.code, speech.ui.help_where_title, blocks, (*rows, foot(speech, here="help")))
