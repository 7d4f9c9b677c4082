"""The card of a topic: what we say about it, its sources, what to read next."""

from dataclasses import replace

from bot.cards.actions import Show, Turn
from bot.cards.buttons import Row, countries, foot, topics
from bot.cards.card import Block, Button, Card
from bot.cards.contacts import desk_block, reachable
from bot.cards.reference import CardReference
from bot.cards.sources import first_source, sources_card, sources_rows
from bot.cards.speech import Speech
from bot.packs import Packs
from bot.packs.models import TopicFacts, TopicWords

STEPS_A_PAGE = 5  # what fits one screen and a half of a cheap phone (voice.md)


def topic_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """The topic `reference.card`; a long list of steps a page at a time."""
    facts, words = packs.topics[reference.card], speech.words.topics[reference.card]
    pages = max(1, -(-len(words.steps) // STEPS_A_PAGE))
    if reference.page >= pages:
        return sources_card(speech, reference, words.title, facts.sources)
    page = reference.page
    last = page == pages - 1
    title = words.title
    if pages > 1:
        title = speech.ui.step_range.format(
            title=title,
            first=speech.number(page * STEPS_A_PAGE + 1),
            last=speech.number(min((page + 1) * STEPS_A_PAGE, len(words.steps))),
            count=speech.number(len(words.steps)),
        )
    blocks = [Block("text", (words.summary,))] if page == 0 else []
    blocks += _lists(speech, words, page)
    if last:
        blocks += _ending(packs, speech, facts, words, reference.country)
    rows: list[Row] = []
    if not last:
        more = replace(reference, page=page + 1)
        rows.append((Button(f"{speech.ui.more_button} ▸", Turn(more)),))
    else:
        rows += sources_rows(speech, replace(reference, page=pages), facts.sources, named=1)
    if facts.fee_table:
        asked = CardReference(reference.card, who=reference.who)
        rows += countries(speech, packs, packs.fees, asked, reference.card)
    elif facts.countries:
        rows += countries(speech, packs, facts.countries, CardReference(reference.card), reference.card)
    else:
        rows += topics(speech, facts.related)
    return Card(reference.card, speech.code, title, tuple(blocks), (*rows, foot(speech)))


def short_topic_card(speech: Speech, reference: CardReference) -> Card:
    """What matters most of the topic: the answer and the next step; the rest behind a button."""
    words = speech.words.topics[reference.card]
    blocks = (Block("text", (words.summary,)), Block("next", (words.next_step,), speech.ui.next_label))
    whole = (Button(f"{speech.ui.whole_button} ▸", Show(replace(reference, short=False))),)
    return Card(reference.card, speech.code, words.title, blocks, (whole, foot(speech)))


def _lists(speech: Speech, words: TopicWords, page: int) -> list[Block]:
    blocks = []
    if words.points and page == 0:
        blocks.append(Block("points", tuple(words.points)))
    if words.steps:
        start = page * STEPS_A_PAGE
        blocks.append(speech.steps(words.steps[start : start + STEPS_A_PAGE], start + 1))
    return blocks


def _ending(
    packs: Packs, speech: Speech, facts: TopicFacts, words: TopicWords, country: str | None
) -> list[Block]:
    blocks = []
    if words.warning:
        blocks.append(Block("warning", (words.warning,), speech.ui.warning_label))
    blocks.append(Block("next", (words.next_step,), speech.ui.next_label))
    desks = {name: desk for of_country in packs.help_desks.values() for name, desk in of_country.items()}
    for name in facts.help_desks:
        if country is None or reachable(desks[name], country):
            blocks.append(desk_block(speech, name, desks[name], country, inside_too=country is None))
    blocks.append(first_source(speech, facts.sources))
    return blocks
