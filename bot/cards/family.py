"""For somebody at home: what to do and not to do, whom to tell there and in the country of their relative."""

from dataclasses import replace

from bot.cards.actions import Show
from bot.cards.buttons import Row, countries, foot, topics
from bot.cards.card import Block, Button, Card
from bot.cards.contacts import contact_rows, desk_block, reachable
from bot.cards.help import desks_of
from bot.cards.reference import FAMILY, CardReference
from bot.cards.sources import sources_card, sources_rows
from bot.cards.speech import Speech
from bot.packs import Packs
from bot.packs.models import FamilyWords, HelpDesk, SituationFacts, SituationWords

HOME = "BD"
MOST_DESKS = 3
_THERE = ("mission", "trafficking")  # kinds of help desks, if the situation names no others
_SPECIAL = {"ransom": "family_ransom_button", "detained": "family_detained_button"}
_OF_A_CHILD = "child_in_danger"  # its card speaks to whoever looks after the child
_MISSING = "missing_person"  # the topic for whoever hears nothing any more


def family_words(speech: Speech, situation: str | None) -> FamilyWords | SituationWords | None:
    """What is said to the family; None if this language has nothing for them."""
    words = speech.words.urgent.get(situation or "")
    if situation == _OF_A_CHILD and words and speech.words.family:
        return words
    return (words and words.family) or speech.words.family


def family_card(packs: Packs, speech: Speech, reference: CardReference) -> Card | None:
    """The situation `reference.card` as it is told from home, or of one in danger without saying how."""
    situation = reference.card if reference.card in packs.situations else None
    words = family_words(speech, situation)
    if words is None:
        return None
    facts = packs.situations[situation] if situation else None
    if reference.page and facts and facts.sources:
        return sources_card(speech, reference, words.title, facts.sources)
    ui, country = speech.ui, reference.country
    here = _here(packs, facts)
    blocks = [Block("text", (words.summary,)), speech.steps(words.steps)]
    if words.warning:
        blocks.append(Block("warning", (words.warning,), ui.warning_label))
    if here:
        blocks.append(Block("text", (ui.family_here,)))
        blocks += [desk_block(speech, name, desk, HOME, brief=True) for name, desk in here.items()]
    rows: list[Row] = []
    if country is None:
        blocks.append(Block("next", (ui.family_where,), ui.next_label))
        likely = [iso2 for iso2, place in packs.destinations.items() if place.likely and iso2 != HOME]
        intent = situation or "help_contacts"
        rows += countries(speech, packs, likely, reference, intent)
    elif country != HOME:
        there = _there(packs, country, facts)
        said = ui.family_there if there else ui.family_none
        blocks.append(Block("text", (said.format(country=speech.country(country)),)))
        blocks += [desk_block(speech, name, desk, HOME, brief=True) for name, desk in there.items()]
        rows += contact_rows(speech, here | there, HOME)
        rows.append((Button(ui.family_numbers_button, Show(CardReference("help", country))),))
    if situation is None:
        rows += _situations(packs, speech, country)
    else:
        rows.append((Button(ui.about_me_button, Show(replace(reference, who=None, page=0))),))
    if facts:
        rows += sources_rows(speech, replace(reference, page=1), facts.sources)
    return Card(reference.card, speech.code, words.title, tuple(blocks), (*rows, foot(speech)))


def _situations(packs: Packs, speech: Speech, country: str | None) -> list[Row]:
    """From "somebody is in danger" to what is said about the commonest dangers."""
    rows: list[Row] = [
        (Button(getattr(speech.ui, label), Show(CardReference(name, country, who=FAMILY))),)
        for name, label in _SPECIAL.items()
        if name in packs.situations
    ]
    if _MISSING in packs.topics:
        rows += topics(speech, [_MISSING])
    return rows


def _here(packs: Packs, facts: SituationFacts | None) -> dict[str, HelpDesk]:
    """Whom to tell in Bangladesh: in an emergency, always, and what deals with this situation."""
    kinds = list(facts.kinds) if facts else []
    desks = desks_of(packs, HOME)

    def order(desk: HelpDesk) -> tuple[bool, bool, int]:
        kind = kinds.index(desk.kind) if desk.kind in kinds else len(kinds)
        return desk.level != "emergency", not desk.everywhere, kind

    fitting = {
        name: desk
        for name, desk in desks.items()
        if desk.level == "emergency" or desk.everywhere or (desk.kind in kinds and desk.level == "urgent")
    }
    return dict(sorted(fitting.items(), key=lambda item: order(item[1]))[:MOST_DESKS])


def _there(packs: Packs, country: str, facts: SituationFacts | None) -> dict[str, HelpDesk]:
    """The help desks of the other country whose numbers can be dialled from Bangladesh, the embassy first."""
    kinds = list(dict.fromkeys((*_THERE[:1], *(facts.kinds if facts else _THERE))))
    desks = {
        name: desk
        for name, desk in packs.help_desks.get(country, {}).items()
        if desk.kind in kinds and reachable(desk, HOME)
    }
    nearest = sorted(desks.items(), key=lambda item: kinds.index(item[1].kind))
    return dict(nearest[:MOST_DESKS])
