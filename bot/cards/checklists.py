"""A checklist, ticked off in place: the ticks stand in its buttons, so the message itself remembers them."""

from dataclasses import replace

from bot.cards.actions import Show, Turn
from bot.cards.buttons import Row, foot, topics
from bot.cards.card import Block, Button, Card
from bot.cards.reference import CardReference
from bot.cards.sources import first_source, sources_card, sources_rows
from bot.cards.speech import Speech
from bot.cards.steps import FORWARD, given
from bot.packs import Packs
from bot.packs.answers import TICKED, join_answers

NUMBERS_A_ROW = 4


def checklist_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """The list with its ticks; a number's button ticks its item, or takes the tick away."""
    facts, words = packs.checklists[reference.card], speech.words.checklists[reference.card]
    ui, steps = speech.ui, facts.steps
    ticked = given(dict.fromkeys(steps, TICKED), reference.answers)
    changed, ticked = ticked is None, ticked or {}
    reference = replace(reference, answers=join_answers(steps, ticked))
    if reference.page not in (0, FORWARD):
        return sources_card(speech, reference, words.title, facts.sources)
    boxes = ["☑" if item in ticked else "☐" for item in steps]
    marks = tuple(f"{box} {speech.number(number)}" for number, box in enumerate(boxes, 1))
    done = ui.ticked.format(number=speech.number(len(ticked)), count=speech.number(len(steps)))
    blocks = [
        *([Block("text", (ui.changed_text,))] if changed else []),
        Block("text", (words.summary,)),
        Block("steps", tuple(words.items[item] for item in steps), marks=marks),
        Block("text", (done, ui.tick_hint)),
        Block("next", (words.next_step,), ui.next_label),
        first_source(speech, facts.sources),
    ]
    if reference.page == FORWARD:
        blocks[-3] = Block("text", (done,))
        return Card(reference.card, speech.code, words.title, tuple(blocks))

    def button(item: str, label: str) -> Button:
        others = {one: tick for one, tick in ticked.items() if one != item}
        after = others if item in ticked else {**others, item: TICKED}
        return Button(label, Turn(replace(reference, answers=join_answers(steps, after))))

    numbers = [button(item, mark) for item, mark in zip(steps, marks, strict=True)]
    rows: list[Row] = [
        tuple(numbers[start : start + NUMBERS_A_ROW]) for start in range(0, len(numbers), NUMBERS_A_ROW)
    ]
    rows.append((Button(f"📤 {ui.forward_button}", Show(replace(reference, page=FORWARD))),))
    rows += topics(speech, facts.related)
    rows += sources_rows(speech, replace(reference, page=1), facts.sources, named=1)
    return Card(reference.card, speech.code, words.title, tuple(blocks), (*rows, foot(speech)))
