"""A walk through every exercise: each question, each answer, each result, for whoever looks at all cards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations, islice

from bot.cards.reference import CardReference
from bot.cards.steps import DOOR, FORWARD
from bot.packs import Packs, scoring
from bot.packs.answers import CHOICES, NO, TICKED, YES, join_answers
from bot.packs.exercises import CheckFacts, ChecklistFacts, QuizFacts

Path_ = tuple[str, ...]

MOST_TRIES = 5000  # combinations of answers that are looked through for one that leads to a result


@dataclass(frozen=True, slots=True)
class Exercise:
    """One message of a check, a quiz or a checklist."""

    kind: str  # check, quiz or checklist
    reference: CardReference
    path: Path_ = ()  # where it stands in its file of facts and in those of words

    @property
    def file(self) -> str:
        folder = {"check": "checks", "quiz": "quizzes", "checklist": "checklists"}[self.kind]
        return f"{folder}/{self.reference.card}.yaml"


def exercises(packs: Packs) -> Iterator[Exercise]:
    """Every message of every exercise once, in the editors' order."""
    every = chain(
        *(_check(name, check) for name, check in packs.checks.items()),
        *(_quiz(name, quiz) for name, quiz in packs.quizzes.items()),
        *(_checklist(name, checklist) for name, checklist in packs.checklists.items()),
    )
    once: dict[CardReference, Exercise] = {}
    for exercise in every:
        once.setdefault(exercise.reference, exercise)
    yield from once.values()


def _checklist(name: str, facts: ChecklistFacts) -> Iterator[Exercise]:
    half = dict.fromkeys(facts.steps[::2], TICKED)
    yield Exercise("checklist", CardReference(name))
    yield Exercise("checklist", _with(name, facts.steps, half), ("items",))
    yield Exercise("checklist", _with(name, facts.steps, half, FORWARD))


def _check(name: str, facts: CheckFacts) -> Iterator[Exercise]:
    yield Exercise("check", CardReference(name))
    harmless = _answers(facts, ())
    for place, question in enumerate(facts.steps):
        before = {step: harmless[step] for step in facts.steps[:place]}
        yield Exercise("check", _with(name, facts.steps, before), ("questions", question))
    for result, answers in _leading_to(facts).items():
        yield Exercise("check", _with(name, facts.steps, answers), ("results", result))
    worst = _answers(facts, facts.steps)
    gravest = ("results", scoring.result(facts, worst))
    yield Exercise("check", _with(name, facts.steps, worst), gravest)
    yield Exercise("check", _with(name, facts.steps, worst, 1), ("questions",))
    if len(facts.steps) > 1:
        yield Exercise("check", _with(name, facts.steps, {facts.steps[0]: NO}, DOOR), ())
    yield Exercise("check", _with(name, facts.steps, worst, FORWARD), gravest)


def _leading_to(facts: CheckFacts) -> dict[str, dict[str, str]]:
    """Answers for each result, with as few alarming ones as it needs."""
    found: dict[str, dict[str, str]] = {}
    tries = (
        alarming for count in range(len(facts.steps) + 1) for alarming in combinations(facts.steps, count)
    )
    for alarming in islice(tries, MOST_TRIES):
        answers = _answers(facts, alarming)
        found.setdefault(scoring.result(facts, answers), answers)
        if len(found) == len(facts.results):
            break
    return {result: found[result] for result in facts.results if result in found}


def _answers(facts: CheckFacts, alarming: Path_) -> dict[str, str]:
    return {
        step: YES if (about.alarming == "yes") == (step in alarming) else NO
        for step, about in facts.questions.items()
    }


def _quiz(name: str, facts: QuizFacts) -> Iterator[Exercise]:
    """Each story after right answers to those before it, and what is said to each of its own answers."""
    yield Exercise("quiz", CardReference(name))
    so_far: dict[str, str] = {}
    for step in facts.steps:
        story = facts.stories[facts.story_of(step)]
        path = ("stories", facts.story_of(step))
        yield Exercise("quiz", _with(name, facts.steps, so_far), path)
        for letter, answer in zip(CHOICES, story.answers, strict=False):
            reference = _with(name, facts.steps, {**so_far, step: letter})
            yield Exercise("quiz", reference, (*path, "answers", answer))
        so_far[step] = (
            CHOICES[story.answers.index(story.right)] if story.right in story.answers else CHOICES[0]
        )


def _with(name: str, steps: Path_, answers: Mapping[str, str], page: int = 0) -> CardReference:
    return CardReference(name, page=page, answers=join_answers(steps, answers))
