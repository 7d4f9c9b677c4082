"""The shape of checks ("is my offer real?"), quizzes and checklists: facts once, words per language."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from bot.packs.models import Checked, Id, Optional_, Section, Source, Strict, Text

MOST_STEPS = 16  # questions of an exercise; their answers, its name and a stop fit the 64 bytes of a button
BEFORE = "before"  # the step of a quiz that asks its measuring story for the first time


def _empty_is_map(value: Any) -> Any:
    return {} if value == "" else value


ShortId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,15}$")]
Revision = Annotated[int, Field(ge=1)]
Related = Annotated[list[Id], Field(max_length=3)]


class CheckQuestionFacts(Strict):
    """One yes/no question of a check: for which sum it counts, and how much its alarming answer weighs."""

    part: Id
    weight: Annotated[int, Field(ge=0, le=3)]
    alarming: Literal["yes", "no"]
    related: Related = Field(default_factory=list)


class ResultFacts(Strict):
    """What each sum must reach for the result; nothing: it is shown when no other fits."""

    needs: Annotated[dict[Id, Annotated[int, Field(ge=1)]], BeforeValidator(_empty_is_map)] = Field(
        default_factory=dict
    )
    related: Related = Field(default_factory=list)


class CheckFacts(Strict):
    menu: Annotated[Section | None, Optional_] = "learn"
    unsure_counts: bool = True  # "not sure" adds 1 to its sum
    intimate: bool = False  # what is sent on says the result, never what was answered
    questions: Annotated[dict[ShortId, CheckQuestionFacts], Field(min_length=1, max_length=MOST_STEPS)]
    results: Annotated[
        dict[ShortId, Annotated[ResultFacts, BeforeValidator(_empty_is_map)]], Field(min_length=1)
    ]

    @property
    def steps(self) -> tuple[str, ...]:
        """The questions in the order they are asked, which is also that of their answers."""
        return tuple(self.questions)


class CheckQuestionWords(Strict):
    ask: Text
    why: Text
    todo: Text
    told: list[Text] = Field(default_factory=list)


class ResultWords(Strict):
    title: Text
    text: Text
    next_step: Text


class CheckWords(Strict):
    revision: Revision
    button: Text
    title: Text
    summary: Text
    questions: dict[ShortId, CheckQuestionWords]
    results: dict[ShortId, ResultWords]


class StoryFacts(Strict):
    """One story of a quiz: its answers in order, and which of them is right."""

    right: ShortId
    answers: Annotated[list[ShortId], Field(min_length=2)]
    related: Related = Field(default_factory=list)


class MeasureFacts(Strict):
    """The story that is asked before all others and once more at the end: so learning can be counted."""

    story: ShortId


class QuizFacts(Strict):
    menu: Annotated[Section | None, Optional_] = "learn"
    measure: Annotated[MeasureFacts | None, Optional_] = None
    stories: Annotated[dict[ShortId, StoryFacts], Field(min_length=1)]

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps in the order they are asked, which is also that of their answers."""
        if self.measure is None or self.measure.story not in self.stories:
            return tuple(self.stories)
        others = (story for story in self.stories if story != self.measure.story)
        return (BEFORE, *others, self.measure.story)

    def story_of(self, step: str) -> str:
        """The story that a step asks."""
        return self.measure.story if self.measure and step == BEFORE else step


class AnswerWords(Strict):
    label: Text
    why: Text


class StoryWords(Strict):
    story: Text
    answers: dict[ShortId, AnswerWords]


class QuizResultsWords(Strict):
    """What is said at the end: all stories were understood, most of them, or some."""

    all: Text
    most: Text
    some: Text


class QuizWords(Strict):
    revision: Revision
    button: Text
    title: Text
    summary: Text
    stories: dict[ShortId, StoryWords]
    results: QuizResultsWords


class ChecklistFacts(Checked):
    menu: Annotated[Section | None, Optional_] = "before_you_go"
    items: Annotated[list[ShortId], Field(min_length=1, max_length=12)]
    related: Related = Field(default_factory=list)
    sources: Annotated[list[Source], Field(min_length=1)]

    @property
    def steps(self) -> tuple[str, ...]:
        """The items in their order, which is also that of their ticks."""
        return tuple(self.items)


class ChecklistWords(Strict):
    revision: Revision
    button: Text
    title: Text
    summary: Text
    items: dict[ShortId, Text]
    next_step: Text


EXERCISE_MODELS: tuple[type[Strict], ...] = (
    CheckQuestionFacts,
    ResultFacts,
    CheckFacts,
    CheckQuestionWords,
    ResultWords,
    CheckWords,
    StoryFacts,
    MeasureFacts,
    QuizFacts,
    AnswerWords,
    StoryWords,
    QuizResultsWords,
    QuizWords,
    ChecklistFacts,
    ChecklistWords,
)
