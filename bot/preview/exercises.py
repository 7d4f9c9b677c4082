"""Checks and quizzes as cards: every question, every answer, every result, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from bot.cards import Card
from bot.cards.card import Block
from bot.packs import Packs, Words
from bot.packs.exercises import CheckFacts, QuizFacts

Path_ = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exercise:
    """One message of a check or a quiz."""

    kind: str  # check or quiz
    name: str
    step: str  # which message of it; empty for the first
    facts: Path_  # where it stands in facts/<kind>s/<name>.yaml
    words: Path_  # where it stands in <language>/<kind>s/<name>.yaml
    card: Callable[[str, Words], Card]

    @property
    def key(self) -> str:
        return ";".join(filter(None, (self.kind, self.name, self.step)))

    @property
    def folder(self) -> str:
        return "checks" if self.kind == "check" else "quizzes"


def exercises(packs: Packs) -> Iterator[Exercise]:
    """Every message of every check and quiz, in the editors' order."""
    for name, check in packs.checks.items():
        yield from _check(name, check)
    for name, quiz in packs.quizzes.items():
        yield from _quiz(name, quiz)


def _check(name: str, facts: CheckFacts) -> Iterator[Exercise]:
    yield Exercise("check", name, "", (), ("title",), partial(_opening, name))
    for question in facts.questions:
        path = ("questions", question)
        yield Exercise("check", name, question, path, path, partial(_question, name, question))
    for grade in facts.results:
        words = ("results", grade)
        yield Exercise("check", name, grade, words, words, partial(_result, name, grade))


def _quiz(name: str, facts: QuizFacts) -> Iterator[Exercise]:
    for story, of_story in facts.stories.items():
        path = ("stories", story)
        yield Exercise("quiz", name, story, path, path, partial(_story, name, story, of_story.answers))
        for answer in of_story.answers:
            words = (*path, "answers", answer)
            card = partial(_answer, name, story, answer)
            yield Exercise("quiz", name, f"{story};{answer}", path, words, card)


def _opening(name: str, code: str, words: Words) -> Card:
    check = words.checks[name]
    return Card(name, code, check.title, (Block("text", (check.summary,)),))


def _question(name: str, question: str, code: str, words: Words) -> Card:
    said = words.checks[name].questions[question]
    blocks = (Block("text", (said.why,)), Block("next", (said.todo,), words.ui.next_label))
    return Card(name, code, said.ask, blocks)


def _result(name: str, grade: str, code: str, words: Words) -> Card:
    said = words.checks[name].results[grade]
    return Card(name, code, said.title, (Block("text", (said.text,)),))


def _story(name: str, story: str, answers: list[str], code: str, words: Words) -> Card:
    quiz = words.quizzes[name]
    said = quiz.stories[story]
    labels = tuple(said.answers[answer].label for answer in answers)
    return Card(name, code, quiz.title, (Block("text", (said.story,)), Block("points", labels)))


def _answer(name: str, story: str, answer: str, code: str, words: Words) -> Card:
    said = words.quizzes[name].stories[story].answers[answer]
    return Card(name, code, said.label, (Block("text", (said.why,)),))
