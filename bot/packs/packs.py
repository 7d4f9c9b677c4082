"""The packs in memory: facts once, words per language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.packs.exercises import (
    CheckFacts,
    ChecklistFacts,
    ChecklistWords,
    CheckWords,
    QuizFacts,
    QuizWords,
)
from bot.packs.models import (
    DestinationFacts,
    DestinationWords,
    FamilyWords,
    Fee,
    HelpDesk,
    HelpDeskWords,
    Language,
    Rates,
    SituationFacts,
    SituationWords,
    TopicFacts,
    TopicWords,
    WhoPays,
)
from bot.packs.ui import UiWords


@dataclass(frozen=True, slots=True)
class Words:
    """Every sentence of one language, and what people type in it."""

    language: Language
    ui: UiWords
    topics: Mapping[str, TopicWords]
    urgent: Mapping[str, SituationWords]
    hypothetical: tuple[str, ...]
    help_desks: Mapping[str, HelpDeskWords]
    destinations: Mapping[str, DestinationWords]
    questions: Mapping[str, tuple[str, ...]]
    checks: Mapping[str, CheckWords] = field(default_factory=dict)
    quizzes: Mapping[str, QuizWords] = field(default_factory=dict)
    checklists: Mapping[str, ChecklistWords] = field(default_factory=dict)
    family: FamilyWords | None = None


@dataclass(frozen=True)
class Packs:
    """All of content/, checked. Topics, situations and destinations stand in the editors' order."""

    topics: Mapping[str, TopicFacts]
    situations: Mapping[str, SituationFacts]
    destinations: Mapping[str, DestinationFacts]
    help_desks: Mapping[str, Mapping[str, HelpDesk]]
    fees: Mapping[str, tuple[Fee, ...]]
    languages: Mapping[str, Words] = field(default_factory=dict)
    checks: Mapping[str, CheckFacts] = field(default_factory=dict)
    quizzes: Mapping[str, QuizFacts] = field(default_factory=dict)
    checklists: Mapping[str, ChecklistFacts] = field(default_factory=dict)
    rates: Rates | None = None
    who_pays: WhoPays | None = None
    taught: str = ""  # what a model learns of all this, as a digest: with another one, a training is due

    def to_show(self) -> "Packs":
        """The packs without what people type: cards need none of it, and it is a third of their memory."""
        languages = {code: replace(words, questions={}) for code, words in self.languages.items()}
        return replace(self, languages=languages)

    def everywhere(self) -> dict[str, HelpDesk]:
        """The help desks that are offered whatever the country."""
        return self._everywhere

    @cached_property
    def _everywhere(self) -> dict[str, HelpDesk]:
        # Nearly every card asks for them.
        return {
            name: desk
            for desks in self.help_desks.values()
            for name, desk in desks.items()
            if desk.everywhere
        }

    def asked_topics(self) -> tuple[str, ...]:
        """The topics that people ask for in words: a country's own is found through the one it belongs to."""
        of_a_country = {one for facts in self.topics.values() for one in facts.countries.values()}
        return tuple(topic for topic in self.topics if topic not in of_a_country)

    def exercises(self) -> dict[str, CheckFacts | QuizFacts | ChecklistFacts]:
        """Every check, quiz and checklist by its name, which is also its intent's."""
        return {**self.checks, **self.quizzes, **self.checklists}

    def told(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Check -> question -> the phrases that give its alarming answer, of all languages."""
        return {
            name: {
                question: tuple(
                    phrase
                    for words in self.languages.values()
                    if name in words.checks and question in words.checks[name].questions
                    for phrase in words.checks[name].questions[question].told
                )
                for question in check.questions
            }
            for name, check in self.checks.items()
        }

    def country_names(self) -> dict[str, tuple[str, ...]]:
        """ISO2 -> every name and alias of a destination, of all languages."""
        return {
            country: tuple(
                name
                for words in self.languages.values()
                for name in (words.destinations[country].name, *words.destinations[country].aliases)
            )
            for country in self.destinations
        }

    def urgent_phrases(self) -> dict[str, tuple[str, ...]]:
        """Situation -> the phrases that tell of it, of all languages, in order of precedence."""
        return {
            situation: tuple(
                phrase for words in self.languages.values() for phrase in words.urgent[situation].phrases
            )
            for situation in self.situations
        }

    def urgent_whole(self) -> dict[str, tuple[str, ...]]:
        """Situation -> what tells of it only where nothing else is said, of all languages."""
        return {
            situation: tuple(
                phrase for words in self.languages.values() for phrase in words.urgent[situation].whole
            )
            for situation in self.situations
        }

    def hypothetical(self) -> tuple[str, ...]:
        """The words of all languages that make a phrase a "what if"."""
        return tuple(word for words in self.languages.values() for word in words.hypothetical)

    def questions(self) -> dict[str, tuple[str, ...]]:
        """Intent -> what people type for it, of all languages."""
        intents = sorted({intent for words in self.languages.values() for intent in words.questions})
        return {
            intent: tuple(
                line for words in self.languages.values() for line in words.questions.get(intent, ())
            )
            for intent in intents
        }
