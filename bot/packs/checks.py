"""All checks across files, in the order in which an editor would look."""

from datetime import date
from itertools import combinations

from pydantic import TypeAdapter

from bot.packs.asked import check_asked_once, check_enough, check_urgent
from bot.packs.days import check_days
from bot.packs.dialling import check_dialling
from bot.packs.exercise_checks import check_exercise_words, check_exercises
from bot.packs.identifiers import (
    check_links,
    check_questions,
    check_reach,
    check_unique,
    same_files,
    same_ids,
)
from bot.packs.models import WordGroups
from bot.packs.packs import Packs, Words
from bot.packs.parity import check_parity
from bot.packs.reading import Reader
from bot.packs.unread import check_misnamed, check_unread
from bot.packs.wording import check_wording

_WORD_GROUPS: TypeAdapter[dict[str, list[str]]] = TypeAdapter(WordGroups)


def check_words(reader: Reader, code: str, words: Words, packs: Packs) -> None:
    """One language against the facts: everything said, nothing said that no longer exists."""
    desks = {name for country in packs.help_desks.values() for name in country}
    # Of facts that could not be read nothing is known: "delete it here" would be bad advice.
    if reader.whole("facts/urgent.yaml"):
        same_ids(reader, f"{code}/urgent.yaml", words.urgent, packs.situations, ("situations",))
    if words.help_desks and not (reader.folder / "facts/help_desks").is_dir():
        reader.tell_missing("facts/help_desks/any.yaml", "")
    if reader.whole("facts/help_desks/"):
        same_ids(reader, f"{code}/help_desks.yaml", words.help_desks, desks)
    if reader.whole("facts/destinations.yaml"):
        same_ids(reader, f"{code}/destinations.yaml", words.destinations, packs.destinations)
    if reader.whole("facts/topics.yaml"):
        same_files(reader, f"{code}/topics", packs.topics, "facts/topics.yaml")
    for kind in ("checks", "quizzes", "checklists"):
        said = any(reader.names(f"{code}/{kind}/*.yaml"))
        if said and not (reader.folder / "facts" / kind).is_dir():
            reader.tell_missing(f"facts/{kind}/any.yaml", "")
        elif reader.whole(f"facts/{kind}/"):
            same_files(reader, f"{code}/{kind}", getattr(packs, kind), f"facts/{kind}/")
    check_questions(reader, code, words, packs)
    check_exercise_words(reader, code, words, packs)


def check_across(reader: Reader, packs: Packs) -> None:
    """Facts against facts, language against language: all that can be an error whatever the day."""
    check_misnamed(reader, packs.languages)
    check_links(reader, packs)
    check_unique(reader, packs)
    check_reach(reader, packs)
    check_exercises(reader, packs)
    check_dialling(reader, packs)
    check_wording(reader, packs)
    for one, two in combinations(packs.languages, 2):
        check_parity(reader, packs, one, two)
    check_asked_once(reader, packs)


def _check_groups(reader: Reader, packs: Packs) -> None:
    """Only a training reads them; a language can do without."""
    for code in packs.languages:
        if (reader.folder / (name := f"{code}/word_groups.yaml")).is_file():
            reader.read(name, _WORD_GROUPS)


def check_advice(reader: Reader, packs: Packs, today: date) -> None:
    """What keeps nobody from serving the packs: what time has done, and what could be better."""
    check_days(reader, packs, today)
    check_enough(reader, packs)
    check_urgent(reader, packs)
    _check_groups(reader, packs)
    check_unread(reader, packs.languages)
