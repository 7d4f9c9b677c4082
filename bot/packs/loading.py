"""From a content folder to Packs: every file read and typed, every finding told at once."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, TypeVar

from pydantic import Field, TypeAdapter

from bot.packs.checks import check_across, check_words
from bot.packs.findings import Finding, PacksError
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
    SituationFacts,
    Text,
    TopicFacts,
    TopicWords,
    UrgentWords,
)
from bot.packs.packs import Packs, Words
from bot.packs.reading import Reader
from bot.packs.ui import UiWords

T = TypeVar("T")

_LANGUAGES: TypeAdapter[dict[str, Language]] = TypeAdapter(
    Annotated[dict[LanguageCode, Language], Field(min_length=1)]  # type: ignore[arg-type]
)
_TOPICS = TypeAdapter(dict[Id, TopicFacts])
_SITUATIONS = TypeAdapter(dict[Id, SituationFacts])
_DESTINATIONS = TypeAdapter(dict[Iso2, DestinationFacts])
_HELP_DESKS = TypeAdapter(dict[Id, HelpDesk])
_FEES = TypeAdapter(list[Fee])
_UI = TypeAdapter(UiWords)
_TOPIC_WORDS = TypeAdapter(TopicWords)
_URGENT_WORDS = TypeAdapter(UrgentWords)
_HELP_DESK_WORDS = TypeAdapter(dict[Id, HelpDeskWords])
_DESTINATION_WORDS = TypeAdapter(dict[Iso2, DestinationWords])
_QUESTIONS: TypeAdapter[list[str]] = TypeAdapter(
    Annotated[list[Text], Field(min_length=1)]  # type: ignore[arg-type]
)


def load_packs(folder: Path) -> Packs:
    """The packs in `folder`; raises PacksError with every error finding if they cannot be served."""
    packs, findings = _load(folder)
    errors = [finding for finding in findings if finding.severity == "error"]
    if packs is None or errors:
        raise PacksError(errors)
    return packs


def check(folder: Path) -> list[Finding]:
    """Everything there is to say about the packs in `folder`, by file and line."""
    return sorted(_load(folder)[1], key=lambda finding: (finding.file, finding.line, finding.name))


def _load(folder: Path) -> tuple[Packs | None, list[Finding]]:
    reader = Reader(folder)
    languages = reader.read("languages.yaml", _LANGUAGES) or {}
    topics = reader.read("facts/topics.yaml", _TOPICS)
    situations = reader.read("facts/urgent.yaml", _SITUATIONS)
    destinations = reader.read("facts/destinations.yaml", _DESTINATIONS)
    help_desks = _of_countries(reader, "facts/help_desks", _HELP_DESKS)
    fees = _of_countries(reader, "facts/fees", _FEES)
    facts = Packs(
        topics=MappingProxyType(topics or {}),
        situations=MappingProxyType(situations or {}),
        destinations=MappingProxyType(destinations or {}),
        help_desks=MappingProxyType(help_desks),
        fees=MappingProxyType({country: tuple(table) for country, table in fees.items()}),
    )
    words = {
        code: found
        for code, language in languages.items()
        if (found := _words(reader, code, language, facts)) is not None
    }
    packs = replace(facts, languages=words)
    check_across(reader, packs)
    return (packs if reader.whole("") else None), reader.findings


def _of_countries(reader: Reader, folder: str, shape: TypeAdapter[T]) -> dict[str, T]:
    return {
        country: found
        for country, name in reader.names(f"{folder}/*.yaml")
        if (found := reader.read(name, shape)) is not None
    }


def _words(reader: Reader, code: str, language: Language, facts: Packs) -> Words | None:
    ui = reader.read(f"{code}/ui.yaml", _UI)
    urgent = reader.read(f"{code}/urgent.yaml", _URGENT_WORDS)
    help_desks = reader.read(f"{code}/help_desks.yaml", _HELP_DESK_WORDS)
    destinations = reader.read(f"{code}/destinations.yaml", _DESTINATION_WORDS)
    written = dict(reader.names(f"{code}/topics/*.yaml"))
    topics = {
        topic: reader.read(f"{code}/topics/{topic}.yaml", _TOPIC_WORDS)
        for topic in dict.fromkeys((*facts.topics, *written))
    }
    questions = {
        intent: reader.read(name, _QUESTIONS) for intent, name in reader.names(f"{code}/questions/*.yaml")
    }
    if ui is None or urgent is None or help_desks is None or destinations is None:
        return None
    words = Words(
        language=language,
        ui=ui,
        topics=MappingProxyType({topic: found for topic, found in topics.items() if found is not None}),
        urgent=MappingProxyType(urgent.situations),
        hypothetical=tuple(urgent.hypothetical),
        help_desks=MappingProxyType(help_desks),
        destinations=MappingProxyType(destinations),
        questions=MappingProxyType({intent: tuple(found) for intent, found in questions.items() if found}),
    )
    check_words(reader, code, words, facts)
    return words
