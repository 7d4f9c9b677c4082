"""Checks of ids: none twice, none that leads nowhere, none that only one side knows."""

from collections.abc import Iterable

from bot.packs.packs import Packs
from bot.packs.reading import Reader
from bot.packs.source import Path_

OWN_CARDS = frozenset(
    {
        "about_bot",
        "cannot_read_now",
        "contact",
        "forget",
        "forgotten",
        "goodbye",
        "help",
        "insult",
        "languages",
        "location",
        "menu",
        "menu_before_you_go",
        "menu_learn",
        "menu_money",
        "not_understood",
        "old_button",
        "only_text",
        "opening",
        "out_of_scope",
        "privacy",
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
        "greet",
        "help_contacts",
        "name_amount",
        "name_country",
        "nlu_fallback",
    }
)
"""What people say that no topic answers: a topic of the same name would take it over."""


def check_links(reader: Reader, packs: Packs) -> None:
    """Every id that one file of facts names stands in another."""
    desks = {name for of_country in packs.help_desks.values() for name in of_country}
    for topic, facts in packs.topics.items():
        known(reader, "facts/topics.yaml", (topic, "related"), facts.related, packs.topics)
        if reader.whole("facts/help_desks/"):
            known(reader, "facts/topics.yaml", (topic, "help_desks"), facts.help_desks, desks)
    if reader.whole("facts/topics.yaml"):
        for situation, situation_facts in packs.situations.items():
            known(reader, "facts/urgent.yaml", (situation, "related"), situation_facts.related, packs.topics)
    if reader.whole("facts/destinations.yaml"):
        for kind, countries in (("help_desks", packs.help_desks), ("fees", packs.fees)):
            for country in countries:
                if country not in packs.destinations:
                    name = f"facts/{kind}/{country}.yaml"
                    todo = "Add the country to facts/destinations.yaml, or rename the file."
                    reader.add(name, (), "unknown-id", f'"{country}" is not a destination.', todo)


def check_unique(reader: Reader, packs: Packs) -> None:
    """No two things have one name."""
    named = [
        *((topic, "facts/topics.yaml", (topic,)) for topic in packs.topics),
        *((situation, "facts/urgent.yaml", (situation,)) for situation in packs.situations),
    ]
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
    reader: Reader, name: str, path: tuple[str | int, ...], ids: Iterable[str], those: Iterable[str]
) -> None:
    """Each of `ids`, which stand at `path`, is one of `those`."""
    those = set(those)
    for index, one in enumerate(ids):
        if one not in those:
            reader.add(
                name,
                (*path, index),
                "unknown-id",
                f'Nothing is called "{one}".',
                "Correct the name, or remove the line.",
            )
