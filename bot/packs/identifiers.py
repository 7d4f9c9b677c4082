"""Checks of ids: none twice, none that leads nowhere, none that only one side knows."""

import re
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import get_args

from bot.packs.models import Section
from bot.packs.packs import Packs, Words
from bot.packs.reading import Reader
from bot.packs.source import Path_

OWN_CARDS = frozenset(
    {
        "about_bot",
        "cannot_read_now",
        "cannot_talk",
        "contact",
        "forget",
        "forgotten",
        "forgotten_soon",
        "goodbye",
        "help",
        "insult",
        "languages",
        "let_go",
        "location",
        "menu",
        *(f"menu_{section}" for section in get_args(Section)),
        "not_understood",
        "old_button",
        "only_text",
        "opening",
        "out_of_scope",
        "privacy",
        "share_location",
        "somebody_else",
        "stopped",
        "talk_to_human",
        "thanks",
        "trouble",
        "welcome",
    }
)
"""Names of the bot's own cards: a topic of the same name would hide the card."""

OWN_INTENTS = frozenset(
    {
        "affirm",
        "change_language",
        "deny",
        "go_back",
        "greet",
        "help_contacts",
        "name_amount",
        "name_country",
        "nlu_fallback",
        "not_sure",
        "repeat",
        "shorter",
        "skip",
        "start_over",
        "stop",
        "why",
    }
)
"""What people say that no topic answers: a topic of the same name would take it over."""


_ID = re.compile(r"[a-z][a-z0-9_]*")
LONGEST_ID = 24  # letters; two of them and a country fit the 64 bytes of a button


def check_links(reader: Reader, packs: Packs) -> None:
    """Every id that one file of facts names stands in another."""
    desks = {name for of_country in packs.help_desks.values() for name in of_country}
    for topic, facts in packs.topics.items():
        known_related(reader, packs, "facts/topics.yaml", (topic, "related"), facts.related)
        if reader.whole("facts/topics.yaml"):
            known(reader, "facts/topics.yaml", (topic, "countries"), facts.countries, packs.topics)
        if reader.whole("facts/help_desks/"):
            known(reader, "facts/topics.yaml", (topic, "help_desks"), facts.help_desks, desks)
    for situation, situation_facts in packs.situations.items():
        for key in ("related", "in_place_of"):
            ids = getattr(situation_facts, key)
            known_related(reader, packs, "facts/urgent.yaml", (situation, key), ids)
    if reader.whole("facts/destinations.yaml"):
        for kind, countries in (("help_desks", packs.help_desks), ("fees", packs.fees)):
            for country in countries:
                if country not in packs.destinations:
                    name = f"facts/{kind}/{country}.yaml"
                    todo = "Add the country to facts/destinations.yaml, or rename the file."
                    if country.upper() in packs.destinations:
                        todo = f"Rename the file: {country.upper()}.yaml."
                    reader.add(name, (), "unknown-id", f'"{country}" is not a destination.', todo)


def known_related(reader: Reader, packs: Packs, name: str, path: Path_, ids: list[str]) -> None:
    """Each of `ids` has a card to read next: a topic, a check, a quiz or a checklist."""
    if all(map(reader.whole, ("facts/topics.yaml", "facts/checks/", "facts/quizzes/", "facts/checklists/"))):
        known(reader, name, path, ids, {*packs.topics, *packs.exercises()})


def check_unique(reader: Reader, packs: Packs) -> None:
    """No two things have one name."""
    named: list[tuple[str, str, Path_]] = [
        *((topic, "facts/topics.yaml", (topic,)) for topic in packs.topics),
        *((situation, "facts/urgent.yaml", (situation,)) for situation in packs.situations),
    ]
    for kind in ("checks", "quizzes", "checklists"):
        for name in getattr(packs, kind):
            file = f"facts/{kind}/{name}.yaml"
            named.append((name, file, ()))
            _file_name(reader, name, file)
    taken = dict.fromkeys(OWN_CARDS | OWN_INTENTS, "the bot itself")
    _unique(reader, named, taken)
    desks = [
        (name, f"facts/help_desks/{country}.yaml", (name,))
        for country, of_country in packs.help_desks.items()
        for name in of_country
    ]
    _unique(reader, desks, {})
    fees = [
        (fee.id, f"facts/fees/{country}.yaml", (index, "id"))
        for country, table in packs.fees.items()
        for index, fee in enumerate(table)
    ]
    _unique(reader, fees, {})


def _unique(reader: Reader, named: Iterable[tuple[str, str, Path_]], taken: dict[str, str]) -> None:
    for one, file, path in named:
        if one in taken:
            seen = f'"{one}" is already a name in {taken[one]}.'
            reader.add(file, path, "id-clash", seen, "Give one of the two another name.")
        taken.setdefault(one, file)


def _file_name(reader: Reader, name: str, file: str) -> None:
    if not _ID.fullmatch(name):
        todo = "Rename the file: small Latin letters, digits and _ only, in every language."
        reader.add(file, (), "wrong-value", f'The file is called "{name}".', todo)
    elif len(name) > LONGEST_ID:
        todo = f"Rename the file, in every language: at most {LONGEST_ID} letters fit into a button."
        reader.add(file, (), "id-too-long", f'The name "{name}" has {len(name)} letters.', todo)


def check_reach(reader: Reader, packs: Packs) -> None:
    """Every topic has a button somewhere: in the menu, or on another card."""
    related = {topic for one, facts in packs.topics.items() for topic in facts.related if topic != one}
    related |= packs.topics.keys() - packs.asked_topics()
    related |= {topic for situation in packs.situations.values() for topic in situation.related}
    related |= {
        topic
        for check in packs.checks.values()
        for question in check.questions.values()
        for topic in question.related
    }
    related |= {
        topic for quiz in packs.quizzes.values() for story in quiz.stories.values() for topic in story.related
    }
    related |= {topic for checklist in packs.checklists.values() for topic in checklist.related}
    if not reader.whole("facts/"):
        return
    for topic, facts in packs.topics.items():
        if facts.menu is None and topic not in related:
            seen = f'No button leads to "{topic}".'
            todo = "Give it a menu:, or name it in the related: of another topic."
            reader.add("facts/topics.yaml", (topic,), "unreachable-topic", seen, todo)


def check_questions(reader: Reader, code: str, words: Words, packs: Packs) -> None:
    """Questions for everything that can be asked, and for nothing else."""
    intents = (*packs.asked_topics(), *packs.situations, *packs.exercises())
    for intent in intents:
        name = f"{code}/questions/{intent}.yaml"
        if intent not in words.questions and not (reader.folder / name).is_file():
            reader.tell_missing(name, "Write down how people ask for it, a line each.")
    if reader.whole("facts/"):
        known_intents = OWN_CARDS | OWN_INTENTS | {*intents}
        for intent in words.questions.keys() - known_intents:
            seen = f'Nothing is called "{intent}", so nothing answers these questions.'
            todo = "Rename the file to the topic or situation that answers them, or delete it."
            todo = _meant(intent, known_intents - words.questions.keys()) or todo
            reader.add(f"{code}/questions/{intent}.yaml", (), "obsolete", seen, todo)


def same_files(reader: Reader, folder: str, facts: Iterable[str], where: str) -> None:
    """No file of words in `folder` without its facts; the other way round it was missed when it was read."""
    there = dict(reader.names(f"{folder}/*.yaml"))
    for name, file in there.items():
        if name not in facts:
            seen = f'Nothing is called "{name}" in {where}.'
            todo = _meant(name, set(facts) - there.keys()) or "Add it there, or delete this file."
            reader.add(file, (), "obsolete", seen, todo)


def _meant(name: str, waiting: Collection[str]) -> str:
    """What to do if the file has only a slip in its name; nothing if no file is missed that it could be."""
    near = get_close_matches(re.sub(r"\W+", "_", name.lower()), waiting, 1, 0.85)
    return f"Rename it to {near[0]}.yaml." if near else ""


def same_ids(
    reader: Reader, name: str, said: Iterable[str], facts: Iterable[str], above: tuple[str, ...] = ()
) -> None:
    """What is said in one language is what the facts have."""
    said, facts = set(said), set(facts)
    for missing in sorted(facts - said):
        reader.add(
            name,
            above,
            "missing",
            f'"{missing}" is missing here.',
            "Add it, with the same keys as its neighbours.",
        )
    for obsolete in sorted(said - facts):
        seen = f'"{obsolete}" stands in no file of facts.'
        reader.add(name, (*above, obsolete), "obsolete", seen, "Delete it here, or add it to the facts.")


def known(
    reader: Reader,
    name: str,
    path: tuple[str | int, ...],
    ids: Iterable[str] | Mapping[str, str],
    those: Iterable[str],
) -> None:
    """Each of `ids`, which stand at `path` as a list or as the values of a map, is one of `those`."""
    those = set(those)
    for index, one in ids.items() if isinstance(ids, Mapping) else enumerate(ids):
        if one not in those:
            reader.add(
                name,
                (*path, index),
                "unknown-id",
                f'Nothing is called "{one}".',
                "Correct the name, or remove the line.",
            )
