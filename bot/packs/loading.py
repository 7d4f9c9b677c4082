"""From a content folder to Packs: every file read and typed, every finding told at once."""

from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

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
    SituationFacts,
    Text,
    TopicFacts,
    TopicWords,
    UrgentWords,
)
from bot.packs.packs import Packs, Words
from bot.packs.reading import Reader
from bot.packs.ui import UiWords

_LANGUAGES = TypeAdapter(dict[str, Language])
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
_QUESTIONS = TypeAdapter(list[Text])


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
    languages = reader.read("languages.yaml", _LANGUAGES)
    topics = reader.read("facts/topics.yaml", _TOPICS)
    situations = reader.read("facts/urgent.yaml", _SITUATIONS)
    destinations = reader.read("facts/destinations.yaml", _DESTINATIONS)
    help_desks = {
        country: desks
        for country, name in reader.names("facts/help_desks/*.yaml")
        if (desks := reader.read(name, _HELP_DESKS)) is not None
    }
    fees = {
        country: tuple(table)
        for country, name in reader.names("facts/fees/*.yaml")
        if (table := reader.read(name, _FEES)) is not None
    }
    if languages is None or topics is None or situations is None or destinations is None:
        return None, reader.findings
    packs = Packs(
        topics=MappingProxyType(topics),
        situations=MappingProxyType(situations),
        destinations=MappingProxyType(destinations),
        help_desks=MappingProxyType(help_desks),
        fees=MappingProxyType(fees),
    )
    words = {
        code: read_words
        for code, language in languages.items()
        if (read_words := _words(reader, code, language, packs)) is not None
    }
    packs = Packs(packs.topics, packs.situations, packs.destinations, packs.help_desks, packs.fees, words)
    check_across(reader, packs)
    return (packs if len(words) == len(languages) else None), reader.findings


def _words(reader: Reader, code: str, language: Language, packs: Packs) -> Words | None:
    ui = reader.read(f"{code}/ui.yaml", _UI)
    urgent = reader.read(f"{code}/urgent.yaml", _URGENT_WORDS)
    help_desks = reader.read(f"{code}/help_desks.yaml", _HELP_DESK_WORDS)
    destinations = reader.read(f"{code}/destinations.yaml", _DESTINATION_WORDS)
    topics = {topic: reader.read(f"{code}/topics/{topic}.yaml", _TOPIC_WORDS) for topic in packs.topics}
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
    check_words(reader, code, words, packs)
    return words
