"""Whom to call: where the person is, then the numbers that work there, in order of use."""

from bot.cards.actions import Show
from bot.cards.buttons import Row, countries, foot
from bot.cards.card import Block, Button, Card
from bot.cards.contacts import WRITTEN, contact_rows, desk_block, reachable
from bot.cards.reference import CardReference
from bot.cards.sources import sources_card, sources_rows
from bot.cards.speech import Speech
from bot.packs import Packs
from bot.packs.models import HelpDesk

SOURCES = 2  # the page of a help card that lists where its numbers were read
# In order of use: after emergency numbers and whoever speaks Bangla.
_KINDS = ("mission", "trafficking", "labour", "women", "child", "crisis", "unhcr", "legal_aid", "ngo")


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
        rows += danger_rows(speech, country)
        rows += sources_rows(speech, CardReference("help", country, page=SOURCES), sources)
    rows.append((Button(ui.other_country_button, Show(CardReference("help"))),))
    rows.append(foot(speech, here="help"))
    return Card("help", speech.code, title, tuple(blocks), tuple(rows))


def danger_rows(speech: Speech, country: str | None) -> list[Row]:
    """For whoever may be heard, and for whoever asks on somebody else's behalf."""
    ui = speech.ui
    rows: list[Row] = []
    if country:
        label = f"🤫 {ui.cannot_talk_button}"
        rows.append((Button(label, Show(CardReference("cannot_talk", country))),))
    if speech.words.family:
        other = CardReference("somebody_else", country)
        rows.append((Button(f"👥 {ui.somebody_else_button}", Show(other)),))
    return rows


def place_row(speech: Speech) -> Row:
    """The way to send the place: a button below a message may not ask for it itself."""
    return (Button(f"📍 {speech.ui.location_button}", Show(CardReference("share_location"))),)


def silent_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """Help for somebody who cannot talk: who takes written messages, and who can call in their place."""
    country, ui = reference.country, speech.ui
    if country is None:
        return _where(packs, speech)
    desks = desks_of(packs, country)
    written = {
        name: desk.model_copy(update={"phones": phones})
        for name, desk in desks.items()
        if (phones := [phone for phone in reachable(desk, country) if {*phone.channels} & WRITTEN])
    }
    said = ui.cannot_talk_text if written else ui.cannot_talk_none
    blocks = [Block("text", (said,))]
    blocks += [desk_block(speech, name, desk, country) for name, desk in written.items()]
    blocks.append(speech.steps(ui.cannot_talk_steps))
    missions = {
        name: desk
        for name, desk in desks.items()
        if desk.kind == "mission" and name not in written and reachable(desk, None)
    }
    name, desk = next(iter(missions.items()), ("", None))
    if desk:
        blocks.append(Block("text", (ui.cannot_talk_embassy,)))
        blocks.append(desk_block(speech, name, desk, None, brief=True))
    rows: list[Row] = [*contact_rows(speech, written, country)]
    rows.append((Button(f"◂ {ui.back_button}", Show(CardReference("help", country))),))
    rows.append(foot(speech))
    title = ui.cannot_talk_title.format(country=speech.country(country))
    return Card("cannot_talk", speech.code, title, tuple(blocks), tuple(rows))


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
    desks = dict(sorted(desks_of(packs, country).items(), key=lambda item: _use(item[1])))
    first = {name: desk for name, desk in desks.items() if desk.level != "advice"}
    later = {name: desk for name, desk in desks.items() if desk.level == "advice"}
    return (first, later) if first else (later, {})


def _use(desk: HelpDesk) -> tuple[bool, bool, int]:
    """Where a help desk stands among those of its country; ties keep the editors' order."""
    kind = _KINDS.index(desk.kind) if desk.kind in _KINDS else len(_KINDS)
    return desk.level != "emergency", "bn" not in desk.languages, kind


def _where(packs: Packs, speech: Speech) -> Card:
    likely = [country for country, facts in packs.destinations.items() if facts.likely]
    rows: tuple[Row, ...] = (place_row(speech),)
    rows += countries(speech, packs, likely, CardReference("help"), "help_contacts")
    rows += tuple(danger_rows(speech, None))
    blocks = (Block("text", (speech.ui.help_where_text,)), *everywhere_blocks(packs, speech, None))
    return Card("help", speech.code, speech.ui.help_where_title, blocks, (*rows, foot(speech, here="help")))
