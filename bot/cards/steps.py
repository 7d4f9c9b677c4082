"""What the cards of checks, quizzes and checklists share: the answers so far, and the buttons that give more.

An answer's button names the next card with all answers in it and tells Rasa the same, so an exercise goes on
from any of its messages: after a restart, while Rasa is down, an hour later.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.cards.actions import Tell
from bot.cards.buttons import Row, foot, topics
from bot.cards.card import Block, Button, Card
from bot.cards.reference import CardReference
from bot.cards.speech import Speech
from bot.packs import Packs
from bot.packs.answers import OPEN, join_answers, order_mark, split_answers

DOOR = 8  # the page that asks whether to go on or to begin anew
FORWARD = 9  # the page of an exercise that is made to be sent on: no buttons

Given = Mapping[str, str]


def given(allowed: Mapping[str, str], answers: str | None) -> dict[str, str] | None:
    """Step -> answer; None if `answers` belongs to others. `allowed`: step -> its letters, in order."""
    if answers is None:
        return {}
    steps = tuple(allowed)
    if answers[:2] != order_mark(steps) or len(answers.rstrip(OPEN)) - 2 > len(steps):
        return None
    found = split_answers(steps, answers)
    return found if all(answer in allowed[step] for step, answer in found.items()) else None


def first_open(steps: tuple[str, ...], so_far: Given) -> str | None:
    """The step to ask next; None when everything is answered."""
    return next((step for step in steps if step not in so_far), None)


def going_on(reference: CardReference, steps: tuple[str, ...], answers: Given) -> Tell:
    """The action of a button that goes on with these answers; with none, it begins anew."""
    return Tell(reference.card, CardReference(reference.card, answers=join_answers(steps, answers)))


def progress(speech: Speech, title: str, number: int, count: int) -> str:
    """The title with how far we are."""
    return speech.ui.progress.format(title=title, number=speech.number(number), count=speech.number(count))


def stop_button(speech: Speech, reference: CardReference) -> Button:
    """Stops, and keeps the answers in the button that goes on."""
    stopped = CardReference("stopped", desk=reference.card, answers=reference.answers)
    return Button(f"⏹ {speech.ui.stop_button}", Tell("stop", stopped))


def door_card(
    speech: Speech, reference: CardReference, title: str, steps: tuple[str, ...], open_step: str
) -> Card:
    """Some of it was answered a while ago: go on there, or begin anew."""
    ui = speech.ui
    number, count = speech.number(steps.index(open_step) + 1), speech.number(len(steps))
    go_on = ui.go_on_at_button.format(number=number, count=count)
    rows: tuple[Row, ...] = (
        (Button(f"▶️ {go_on}", Tell(reference.card, replace(reference, page=0))),),
        (Button(f"🔁 {ui.start_over_button}", going_on(reference, steps, {})),),
        foot(speech),
    )
    return Card(reference.card, speech.code, title, (Block("text", (ui.begun_text,)),), rows)


def stopped_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """We stopped; if it is known what, a button goes on with it."""
    rows: list[Row] = []
    name = reference.desk or ""
    if name in packs.exercises():
        going_on_with = Tell(name, CardReference(name, answers=reference.answers))
        rows.append((Button(f"▶️ {speech.ui.go_on_button}", going_on_with),))
    blocks = (Block("text", (speech.ui.stopped_text,)),)
    return Card("stopped", speech.code, speech.ui.stopped_title, blocks, (*rows, foot(speech)))


def exercise_rows(packs: Packs, speech: Speech, *kinds: str, section: str | None = None) -> tuple[Row, ...]:
    """One row an exercise of `kinds`; with `section`, those of that section of the menu."""
    names = [
        name
        for kind in kinds
        for name, facts in getattr(packs, kind).items()
        if section is None or facts.menu == section
    ]
    return topics(speech, names)
