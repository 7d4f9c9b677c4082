"""A quiz: a story and its answers by letter; the next story begins with what was right about the last one."""

from bot.cards.buttons import Row, foot, topics
from bot.cards.card import Block, Button, Card, Measured
from bot.cards.reference import CardReference
from bot.cards.speech import Speech
from bot.cards.steps import Given, first_open, given, going_on, progress, stop_button
from bot.packs import Packs
from bot.packs.answers import CHOICES, SKIPPED
from bot.packs.exercises import BEFORE, QuizFacts, QuizWords

MOST_RELATED = 3


def quiz_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """The opening; with answers the next story after a word on the last one, or the score at the end."""
    facts = packs.quizzes[reference.card]
    allowed = {
        step: CHOICES[: len(facts.stories[facts.story_of(step)].answers)] + SKIPPED for step in facts.steps
    }
    so_far = given(allowed, reference.answers)
    if reference.answers is None or so_far is None:
        return _opening(facts, speech, reference)
    step = first_open(facts.steps, so_far)
    if step is None:
        return _score(facts, speech, reference, so_far)
    return _story(facts, speech, reference, so_far, step)


def _opening(facts: QuizFacts, speech: Speech, reference: CardReference) -> Card:
    ui, words = speech.ui, speech.words.quizzes[reference.card]
    blocks = [Block("text", (words.summary,))]
    if reference.answers is not None:  # of other stories than today's
        blocks.insert(0, Block("text", (ui.changed_text,)))
    blocks.append(Block("text", (ui.quiz_count.format(count=speech.number(len(facts.stories))),)))
    start = (Button(f"▶️ {ui.start_button}", going_on(reference, facts.steps, {})),)
    return Card(reference.card, speech.code, words.title, tuple(blocks), (start, foot(speech)))


def _story(facts: QuizFacts, speech: Speech, reference: CardReference, so_far: Given, step: str) -> Card:
    ui, words, steps = speech.ui, speech.words.quizzes[reference.card], facts.steps
    story = facts.story_of(step)
    told, names = words.stories[story], facts.stories[story].answers[: len(ui.quiz_letters)]
    letters = ui.quiz_letters[: len(names)]
    blocks = _verdict(facts, words, speech, so_far, before=step)
    if step == BEFORE:
        blocks.append(Block("text", (ui.quiz_before,)))
    blocks.append(Block("text", (told.story,)))
    blocks.append(Block("steps", tuple(told.answers[name].label for name in names), marks=tuple(letters)))
    choices = tuple(
        Button(letter, going_on(reference, steps, {**so_far, step: CHOICES[index]}))
        for index, letter in enumerate(letters)
    )
    counted = [one for one in steps if one != BEFORE]  # of the first one nothing is said before the end
    title = words.title
    if step in counted:
        title = progress(speech, title, counted.index(step) + 1, len(counted))
    rows: tuple[Row, ...] = (choices, (stop_button(speech, reference),), foot(speech))
    return Card(reference.card, speech.code, title, tuple(blocks), rows)


def _verdict(
    facts: QuizFacts, words: QuizWords, speech: Speech, so_far: Given, before: str | None = None
) -> list[Block]:
    """Whether the last answer was right, and why; what is asked twice is explained at the end."""
    earlier = facts.steps if before is None else facts.steps[: facts.steps.index(before)]
    step = next((one for one in reversed(earlier) if so_far.get(one, SKIPPED) != SKIPPED), BEFORE)
    if step == BEFORE:
        return []
    story, answers = facts.stories[step], words.stories[step].answers
    chosen = story.answers[CHOICES.index(so_far[step])]
    if chosen == story.right:
        return [Block("text", (answers[chosen].why,), f"✅ {speech.ui.quiz_right}")]
    right = speech.ui.quiz_wrong.format(answer=answers[story.right].label)
    return [Block("text", (answers[chosen].why,), f"💡 {right}")]


def _score(facts: QuizFacts, speech: Speech, reference: CardReference, so_far: Given) -> Card:
    ui, words = speech.ui, speech.words.quizzes[reference.card]
    told = [step for step in facts.steps if step != BEFORE]
    wrong = [step for step in told if not _is_right(facts, so_far, step)]
    right = len(told) - len(wrong)
    said = words.results
    text = said.all if not wrong else said.most if 2 * right >= len(told) else said.some
    score = ui.quiz_score.format(right=speech.number(right), count=speech.number(len(told)))
    blocks = [*_verdict(facts, words, speech, so_far), Block("text", (text,), score)]
    rows: list[Row] = []
    if wrong:
        # What was understood is settled; the others are open again.
        settled = {step: SKIPPED for step in facts.steps if step not in wrong}
        again = going_on(reference, facts.steps, settled)
        rows.append((Button(f"🎯 {ui.quiz_again_button}", again),))
    related = dict.fromkeys(topic for step in wrong or told for topic in facts.stories[step].related)
    rows += topics(speech, list(related)[:MOST_RELATED])
    rows.append((Button(f"🔁 {ui.start_over_button}", going_on(reference, facts.steps, {})),))
    buttons = (*rows, foot(speech))
    measured = _measured(facts, reference.card, so_far)
    return Card(reference.card, speech.code, words.title, tuple(blocks), buttons, measured=measured)


def _is_right(facts: QuizFacts, so_far: Given, step: str) -> bool:
    story, answer = facts.stories[facts.story_of(step)], so_far[step]
    return answer == SKIPPED or story.answers[CHOICES.index(answer)] == story.right


def _measured(facts: QuizFacts, quiz: str, so_far: Given) -> Measured | None:
    """What was known before and after; None in a second round, which would count twice."""
    if facts.measure is None or SKIPPED in (so_far[BEFORE], so_far[facts.measure.story]):
        return None
    before, after = (_is_right(facts, so_far, step) for step in (BEFORE, facts.measure.story))
    return Measured(quiz, before=before, after=after)
