"""A check such as "is my offer real?": what it is for, one question at a time, a result with its reasons."""

from dataclasses import replace

from bot.cards.actions import Show, Turn
from bot.cards.buttons import Row, foot, topics
from bot.cards.card import Block, Button, Card
from bot.cards.fees import numbers
from bot.cards.reference import CardReference
from bot.cards.speech import Speech
from bot.cards.steps import (
    DOOR,
    FORWARD,
    Given,
    door_card,
    first_open,
    given,
    going_on,
    progress,
    stop_button,
)
from bot.packs import Packs, scoring
from bot.packs.answers import NO, SKIPPED, UNSURE, YES
from bot.packs.exercises import CheckFacts, CheckWords

MOST_REASONS = 3  # on the result itself; the others stand behind a button
REASONS_A_PAGE = 4
MOST_RELATED = 3
MOST_FORWARDED = 6  # what is sent on is read by somebody who did not ask for it
_LETTERS = YES + NO + UNSURE + SKIPPED


def check_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """The opening; with answers the first open question, or the result if none is open."""
    facts = packs.checks[reference.card]
    so_far = given(dict.fromkeys(facts.steps, _LETTERS), reference.answers)
    if reference.answers is None or so_far is None:
        return _opening(facts, speech, reference)
    question = first_open(facts.steps, so_far)
    if question is not None and reference.page == DOOR:
        return door_card(speech, reference, speech.words.checks[reference.card].title, facts.steps, question)
    if question is not None:
        return _question(facts, speech, reference, so_far, question)
    if reference.page == FORWARD:
        return _to_forward(packs, facts, speech, reference, so_far)
    if reference.page and _counted(facts, so_far):
        return _everything(facts, speech, reference, so_far)
    return _result(facts, speech, reference, so_far)


def _opening(facts: CheckFacts, speech: Speech, reference: CardReference) -> Card:
    ui, words = speech.ui, speech.words.checks[reference.card]
    blocks = [Block("text", (words.summary,))]
    if reference.answers is not None:  # of other questions than today's
        blocks.insert(0, Block("text", (ui.changed_text,)))
    blocks.append(Block("text", (ui.check_count.format(count=speech.number(len(facts.steps))),)))
    start = (Button(f"▶️ {ui.start_button}", going_on(reference, facts.steps, {})),)
    return Card(reference.card, speech.code, words.title, tuple(blocks), (start, foot(speech)))


def _question(
    facts: CheckFacts, speech: Speech, reference: CardReference, so_far: Given, question: str
) -> Card:
    ui, words, steps = speech.ui, speech.words.checks[reference.card], facts.steps
    asked = words.questions[question]
    place = steps.index(question)
    if reference.short:  # something else was answered in between: only where we were
        number, count = speech.number(place + 1), speech.number(len(steps))
        title, block = ui.were_at.format(number=number, count=count), Block("text", (asked.ask,))
    else:
        title = progress(speech, words.title, place + 1, len(steps))
        block = Block("text", (f"{ui.why_label} {asked.why}",), asked.ask)

    def answer(picture: str, label: str, letter: str) -> Button:
        return Button(f"{picture} {label}", going_on(reference, steps, {**so_far, question: letter}))

    last: list[Button] = []
    if before := [step for step in steps[:place] if step in so_far]:
        left = {step: letter for step, letter in so_far.items() if step != before[-1]}
        last.append(Button(f"◂ {ui.back_button}", going_on(reference, steps, left)))
    rows: tuple[Row, ...] = (
        (answer("✔️", ui.yes_button, YES), answer("✖️", ui.no_button, NO)),
        (answer("❓", ui.unsure_button, UNSURE), answer("⏭", ui.skip_button, SKIPPED)),
        (*last, stop_button(speech, reference)),
        foot(speech),
    )
    return Card(reference.card, speech.code, title, (block,), rows)


def _result(facts: CheckFacts, speech: Speech, reference: CardReference, so_far: Given) -> Card:
    """The answer, the gravest reasons and whom to ask; a phone shows no more at once."""
    ui, words = speech.ui, speech.words.checks[reference.card]
    name = scoring.result(facts, so_far)
    said = words.results[name]
    counted = _counted(facts, so_far)
    text = said.text.splitlines()[0] if counted else said.text
    blocks = [Block("text", (text,)), *_points(speech, words, so_far, counted[:MOST_REASONS])]
    blocks.append(Block("next", (said.next_step,), ui.next_label))
    grave = bool(facts.results[name].needs)
    rows: list[Row] = []
    if grave:
        rows.append((Button(f"🆘 {ui.help_button}", Show(CardReference("help"))),))
    if counted:
        rows.append((Button(f"{ui.everything_button} ▸", Turn(replace(reference, page=1))),))
    else:
        rows += _related(facts, speech, so_far)
    rows.append((Button(f"📤 {ui.forward_button}", Show(replace(reference, page=FORWARD))),))
    others = {step: answer for step, answer in so_far.items() if step != facts.steps[-1]}
    back = Button(f"◂ {ui.back_button}", going_on(reference, facts.steps, others))
    rows.append((back, Button(f"🔁 {ui.start_over_button}", going_on(reference, facts.steps, {}))))
    rows.append(foot(speech, here="help" if grave else ""))
    return Card(reference.card, speech.code, said.title, tuple(blocks), tuple(rows))


def _everything(facts: CheckFacts, speech: Speech, reference: CardReference, so_far: Given) -> Card:
    """The whole text and all that counted, a page at a time; at the end what to read next."""
    ui, words = speech.ui, speech.words.checks[reference.card]
    said = words.results[scoring.result(facts, so_far)]
    counted = _counted(facts, so_far)
    page = min(reference.page, -(-len(counted) // REASONS_A_PAGE))
    shown = counted[(page - 1) * REASONS_A_PAGE : page * REASONS_A_PAGE]
    rows: list[Row] = []
    if page * REASONS_A_PAGE < len(counted):
        rows.append((Button(f"{ui.reasons_more_button} ▸", Turn(replace(reference, page=page + 1))),))
    else:
        rows += _related(facts, speech, so_far)
    rows.append((Button(f"◂ {ui.back_button}", Turn(replace(reference, page=page - 1))),))
    blocks = [Block("text", (said.text,))] if page == 1 else []
    blocks += _points(speech, words, so_far, shown)
    return Card(reference.card, speech.code, said.title, tuple(blocks), (*rows, foot(speech)))


def _related(facts: CheckFacts, speech: Speech, so_far: Given) -> tuple[Row, ...]:
    related = dict.fromkeys(facts.results[scoring.result(facts, so_far)].related)
    for question in _counted(facts, so_far):
        related |= dict.fromkeys(facts.questions[question].related)
    return topics(speech, list(related)[:MOST_RELATED])


def _to_forward(
    packs: Packs, facts: CheckFacts, speech: Speech, reference: CardReference, so_far: Given
) -> Card:
    """The result in short, as a message of its own that can be sent on."""
    ui, words = speech.ui, speech.words.checks[reference.card]
    said = words.results[scoring.result(facts, so_far)]
    blocks = [Block("text", (said.text,), said.title)]
    if not facts.intimate:  # nobody may learn from a forwarded text what was done to somebody
        blocks += _points(speech, words, so_far, _counted(facts, so_far)[:MOST_FORWARDED], brief=True)
    blocks.append(Block("next", (said.next_step,), ui.next_label))
    blocks.append(Block("small", (ui.forward_ask.format(numbers=numbers(packs, speech)),)))
    return Card(reference.card, speech.code, words.title, tuple(blocks))


def _counted(facts: CheckFacts, so_far: Given) -> tuple[str, ...]:
    return (*scoring.reasons(facts, so_far), *scoring.unknown(facts, so_far))


def _points(
    speech: Speech, words: CheckWords, so_far: Given, shown: tuple[str, ...], *, brief: bool = False
) -> list[Block]:
    """What counted, with the answer given, and what is to be found out; each with what to do about it."""
    ui = speech.ui
    answers = {YES: ui.yes_button, NO: ui.no_button}
    reasons: list[str] = []
    unknown: list[str] = []
    for question in shown:
        said = words.questions[question]
        answer = answers.get(so_far[question])
        line = f"{said.ask} – {answer}" if answer else said.ask
        (reasons if answer else unknown).append(line if brief else f"{line}\n→ {said.todo}")
    blocks = []
    if reasons:
        blocks.append(Block("points", tuple(reasons), ui.reasons_label))
    if unknown:
        blocks.append(Block("points", tuple(unknown), ui.unknown_label))
    return blocks
