"""The shape of checks ("is my offer real?") and quizzes: facts once, words per language."""

from typing import Annotated, Literal

from pydantic import Field

from bot.packs.models import Id, Strict, Text


class CheckQuestionFacts(Strict):
    """One yes/no question of a check: how much its alarming answer weighs."""

    weight: Annotated[int, Field(ge=1, le=3)]
    alarming: Literal["yes", "no"]
    related: list[Id] = Field(default_factory=list, max_length=3)


class Grades(Strict):
    """The lowest sum of weights that each result needs."""

    low: Annotated[int, Field(ge=0)]
    medium: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]


class CheckFacts(Strict):
    questions: Annotated[dict[Id, CheckQuestionFacts], Field(min_length=1)]
    grades: Grades


class CheckQuestionWords(Strict):
    ask: Text
    why: Text
    todo: Text


class ResultWords(Strict):
    title: Text
    text: Text


class ResultsWords(Strict):
    low: ResultWords
    medium: ResultWords
    high: ResultWords


class CheckWords(Strict):
    revision: Annotated[int, Field(ge=1)]
    title: Text
    summary: Text
    questions: dict[Id, CheckQuestionWords]
    results: ResultsWords


class StoryFacts(Strict):
    """One story of a quiz: its answers in order, and which of them is right."""

    right: Id
    answers: Annotated[list[Id], Field(min_length=2)]
    related: list[Id] = Field(default_factory=list, max_length=3)


class QuizFacts(Strict):
    stories: Annotated[dict[Id, StoryFacts], Field(min_length=1)]


class AnswerWords(Strict):
    label: Text
    why: Text


class StoryWords(Strict):
    story: Text
    answers: dict[Id, AnswerWords]


class QuizWords(Strict):
    revision: Annotated[int, Field(ge=1)]
    title: Text
    stories: dict[Id, StoryWords]


EXERCISE_MODELS: tuple[type[Strict], ...] = (
    CheckQuestionFacts,
    Grades,
    CheckFacts,
    CheckQuestionWords,
    ResultWords,
    ResultsWords,
    CheckWords,
    StoryFacts,
    QuizFacts,
    AnswerWords,
    StoryWords,
    QuizWords,
)
