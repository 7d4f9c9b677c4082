"""The packs in memory: facts once, words per language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.language import UrgentPhrases
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
from bot.packs.preview_words import PreviewWords
from bot.packs.ui import UiWords

Said = dict[str, tuple[str, ...]]  # by situation, or by intent: what people type for it


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
    preview: PreviewWords | None = None  # the editors' page; the bot has none


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

    def urgent(self) -> UrgentPhrases:
        """What recognises without a model that somebody is in danger."""
        return UrgentPhrases(*self.urgent_words())

    def urgent_words(self) -> tuple[Said, tuple[str, ...], Said]:
        """What that is made of: phrases, words that make of one a "what if", what counts only as a whole."""
        hypothetical = tuple(word for words in self.languages.values() for word in words.hypothetical)
        whole = {
            situation: tuple(phrase for words in said for phrase in words.whole)
            for situation, said in self._urgent().items()
        }
        return self.urgent_phrases(), hypothetical, whole

    def urgent_phrases(self) -> Said:
        """Situation -> the phrases that tell of it, of all languages, in order of precedence."""
        return {
            situation: tuple(phrase for words in said for phrase in words.phrases)
            for situation, said in self._urgent().items()
        }

    def _urgent(self) -> dict[str, list[SituationWords]]:
        # In a draft a language may lack a situation.
        return {
            situation: [
                words.urgent[situation] for words in self.languages.values() if situation in words.urgent
            ]
            for situation in self.situations
        }

    def questions(self) -> Said:
        """Intent -> what people type for it, of all languages."""
        intents = sorted({intent for words in self.languages.values() for intent in words.questions})
        return {
            intent: tuple(
                line for words in self.languages.values() for line in words.questions.get(intent, ())
            )
            for intent in intents
        }
