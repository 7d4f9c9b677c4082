"""From a content folder to Packs: every file read and typed, every finding told at once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter

from bot.packs.checks import check_across, check_advice, check_words
from bot.packs.exercises import (
    CheckFacts,
    ChecklistFacts,
    ChecklistWords,
    CheckWords,
    QuizFacts,
    QuizWords,
)
from bot.packs.findings import Finding, PacksError, worth_telling
from bot.packs.models import (
    DestinationFacts,
    DestinationWords,
    Fee,
    HelpDesk,
    HelpDeskWords,
    Id,
    Iso2,
    Language,
    LanguageCode,
    Rates,
    SituationFacts,
    Text,
    TopicFacts,
    TopicWords,
    UrgentWords,
    WhoPays,
)
from bot.packs.packs import Packs, Words
from bot.packs.preview_words import PreviewWords
from bot.packs.reading import Reader
from bot.packs.taught import taught
from bot.packs.ui import UiWords

T = TypeVar("T")

# Any: mypy judges an Annotated special form otherwise when it reads its own cache than on a fresh clone.
_AT_LEAST_ONE_LANGUAGE: Any = Annotated[dict[LanguageCode, Language], Field(min_length=1)]
_AT_LEAST_ONE_QUESTION: Any = Annotated[list[Text], Field(min_length=1)]

_LANGUAGES: TypeAdapter[dict[str, Language]] = TypeAdapter(_AT_LEAST_ONE_LANGUAGE)
_TOPICS = TypeAdapter(dict[Id, TopicFacts])
_SITUATIONS = TypeAdapter(dict[Id, SituationFacts])
_DESTINATIONS = TypeAdapter(dict[Iso2, DestinationFacts])
_HELP_DESKS = TypeAdapter(dict[Id, HelpDesk])
_FEES = TypeAdapter(list[Fee])
_RATES = TypeAdapter(Rates)
_WHO_PAYS = TypeAdapter(WhoPays)
_CHECK = TypeAdapter(CheckFacts)
_QUIZ = TypeAdapter(QuizFacts)
_CHECK_WORDS = TypeAdapter(CheckWords)
_QUIZ_WORDS = TypeAdapter(QuizWords)
_CHECKLIST = TypeAdapter(ChecklistFacts)
_CHECKLIST_WORDS = TypeAdapter(ChecklistWords)
_UI = TypeAdapter(UiWords)
_PREVIEW = TypeAdapter(PreviewWords)
_TOPIC_WORDS = TypeAdapter(TopicWords)
_URGENT_WORDS = TypeAdapter(UrgentWords)
_HELP_DESK_WORDS = TypeAdapter(dict[Id, HelpDeskWords])
_DESTINATION_WORDS = TypeAdapter(dict[Iso2, DestinationWords])
_QUESTIONS: TypeAdapter[list[str]] = TypeAdapter(_AT_LEAST_ONE_QUESTION)


def load_packs(folder: Path) -> Packs:
    """The packs in `folder`; raises PacksError with every error finding if they cannot be served."""
    packs, findings = _load(folder, offered_only=True)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise PacksError(errors)
    return packs


def check(folder: Path, today: date | None = None) -> list[Finding]:
    """Everything there is to say about the packs in `folder` on the day `today`, by file and line."""
    return draft(folder, today)[1]


def draft(folder: Path, today: date | None = None) -> tuple[Packs | None, list[Finding]]:
    """What could be loaded of packs that may still be broken, and the findings; None if no language could.

    Words of a topic, a situation or a help desk may be missing; of facts an entry with an error in it is
    left out, of words the whole file.
    """
    packs, findings = _load(folder, today or date.today())
    ordered = sorted(findings, key=lambda finding: (finding.file, finding.line, finding.name))
    return (packs if packs.languages else None), ordered


def _load(
    folder: Path, today: date | None = None, *, offered_only: bool = False
) -> tuple[Packs, list[Finding]]:
    reader = Reader(folder)
    languages = reader.read("languages.yaml", _LANGUAGES) or {}
    offered = {code: language for code, language in languages.items() if language.offered}
    if languages and not offered:
        todo = "Remove the line `offered: no` of a language that is complete."
        reader.add("languages.yaml", (), "missing", "No language is offered.", todo)
    if offered_only:  # what is still being written must not keep the others from being served
        languages = offered
    topics = reader.read("facts/topics.yaml", _TOPICS)
    situations = reader.read("facts/urgent.yaml", _SITUATIONS)
    destinations = reader.read("facts/destinations.yaml", _DESTINATIONS)
    help_desks = _each(reader, "facts/help_desks", _HELP_DESKS)
    fees = _each(reader, "facts/fees", _FEES)
    facts = Packs(
        topics=MappingProxyType(topics or {}),
        situations=MappingProxyType(situations or {}),
        destinations=MappingProxyType(destinations or {}),
        help_desks=MappingProxyType(help_desks),
        fees=MappingProxyType({country: tuple(table) for country, table in fees.items()}),
        rates=_if_there(reader, "facts/rates.yaml", _RATES),
        who_pays=_if_there(reader, "facts/who_pays.yaml", _WHO_PAYS),
        checks=MappingProxyType(_each(reader, "facts/checks", _CHECK)),
        quizzes=MappingProxyType(_each(reader, "facts/quizzes", _QUIZ)),
        checklists=MappingProxyType(_each(reader, "facts/checklists", _CHECKLIST)),
    )
    words = {
        code: found
        for code, language in languages.items()
        if (found := _words(reader, code, language, facts)) is not None
    }
    if not offered_only:  # the bot shows none of it, and no mistake in it may keep a number from going live
        words = {
            code: replace(said, preview=_if_there(reader, f"{code}/preview.yaml", _PREVIEW))
            for code, said in words.items()
        }
    packs = replace(facts, languages=words, taught=taught(folder, reader.documents))
    check_across(reader, packs)
    if today is not None:
        check_advice(reader, packs, today)
    return packs, worth_telling(reader.findings)


def _if_there(reader: Reader, name: str, shape: TypeAdapter[T]) -> T | None:
    """A file that the packs can do without."""
    return reader.read(name, shape) if (reader.folder / name).is_file() else None


def _each(reader: Reader, folder: str, shape: TypeAdapter[T], needed: Iterable[str] = ()) -> dict[str, T]:
    """Every file in `folder` and every one that is `needed`, by its name without .yaml."""
    there = [name for name, _ in reader.names(f"{folder}/*.yaml")]
    return {
        name: found
        for name in dict.fromkeys((*needed, *there))
        if (found := reader.read(f"{folder}/{name}.yaml", shape)) is not None
    }


def _words(reader: Reader, code: str, language: Language, facts: Packs) -> Words | None:
    ui = reader.read(f"{code}/ui.yaml", _UI)
    urgent = reader.read(f"{code}/urgent.yaml", _URGENT_WORDS)
    help_desks = reader.read(f"{code}/help_desks.yaml", _HELP_DESK_WORDS)
    destinations = reader.read(f"{code}/destinations.yaml", _DESTINATION_WORDS)
    topics = _each(reader, f"{code}/topics", _TOPIC_WORDS, facts.topics)
    questions = _each(reader, f"{code}/questions", _QUESTIONS)
    checks = _each(reader, f"{code}/checks", _CHECK_WORDS, facts.checks)
    quizzes = _each(reader, f"{code}/quizzes", _QUIZ_WORDS, facts.quizzes)
    checklists = _each(reader, f"{code}/checklists", _CHECKLIST_WORDS, facts.checklists)
    if ui is None or urgent is None or help_desks is None or destinations is None:
        return None
    words = Words(
        language=language,
        ui=ui,
        topics=MappingProxyType(topics),
        urgent=MappingProxyType(urgent.situations),
        hypothetical=tuple(urgent.hypothetical),
        family=urgent.family,
        help_desks=MappingProxyType(help_desks),
        destinations=MappingProxyType(destinations),
        questions=MappingProxyType({intent: tuple(found) for intent, found in questions.items()}),
        checks=MappingProxyType(checks),
        quizzes=MappingProxyType(quizzes),
        checklists=MappingProxyType(checklists),
    )
    check_words(reader, code, words, facts)
    return words
