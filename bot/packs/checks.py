"""Checks across files: ids that lead nowhere, words that are missing, numbers nobody can dial."""

from itertools import combinations

import phonenumbers

from bot.packs.identifiers import check_links, check_unique, known, same_ids
from bot.packs.models import HelpDesk, Phone
from bot.packs.packs import Packs, Words
from bot.packs.reading import Reader
from bot.packs.unwritten import is_unwritten
from bot.packs.wording import check_wording


def check_words(reader: Reader, code: str, words: Words, packs: Packs) -> None:
    """One language against the facts: everything said, nothing said that no longer exists."""
    desks = {name for country in packs.help_desks.values() for name in country}
    # Of facts that could not be read nothing is known: "delete it here" would be bad advice.
    if reader.whole("facts/urgent.yaml"):
        same_ids(reader, f"{code}/urgent.yaml", words.urgent, packs.situations, ("situations",))
    if reader.whole("facts/help_desks/"):
        same_ids(reader, f"{code}/help_desks.yaml", words.help_desks, desks)
    if reader.whole("facts/destinations.yaml"):
        same_ids(reader, f"{code}/destinations.yaml", words.destinations, packs.destinations)
    for topic, name in reader.names(f"{code}/topics/*.yaml"):
        if topic not in packs.topics and reader.whole("facts/topics.yaml"):
            seen = f'No topic is called "{topic}".'
            reader.add(name, (), "obsolete", seen, "Add it to facts/topics.yaml, or delete this file.")
    for intent in (*packs.topics, *packs.situations):
        if intent not in words.questions:
            name = f"{code}/questions/{intent}.yaml"
            if not (reader.folder / name).is_file():
                reader.add(
                    name,
                    (),
                    "missing",
                    "This file is missing.",
                    "Write down how people ask for it, a line each.",
                )


def check_across(reader: Reader, packs: Packs) -> None:
    """Facts against facts, language against language."""
    check_links(reader, packs)
    check_unique(reader, packs)
    for country, of_country in packs.help_desks.items():
        for name, desk in of_country.items():
            _dialable(reader, packs, country, name, desk)
    names = [words.language.name for words in packs.languages.values()]
    for code, words in packs.languages.items():
        check_wording(reader, code, words, names)
    for (one, first), (two, second) in combinations(packs.languages.items(), 2):
        _parity(reader, one, first, two, second)
    _questions_once(reader, packs)


def _dialable(reader: Reader, packs: Packs, country: str, name: str, desk: HelpDesk) -> None:
    file = f"facts/help_desks/{country}.yaml"
    for index, phone in enumerate(desk.phones):
        path = (name, "phones", index)
        problem = _phone_problem(phone)
        if problem:
            todo = "Write +880…, as dialled from abroad; or name the one country in dial_from."
            reader.add(file, (*path, "number"), "phone-format", f'"{phone.number}" {problem}', todo)
        if phone.dial_from != "anywhere" and reader.whole("facts/destinations.yaml"):
            known(reader, file, (*path, "dial_from"), [phone.dial_from], packs.destinations)


def _phone_problem(phone: Phone) -> str | None:
    if phone.number.startswith("+"):
        try:
            number = phonenumbers.parse(phone.number)
        except phonenumbers.NumberParseException:
            return "is not a phone number."
        return (
            None if phonenumbers.is_possible_number(number) else "is too long or too short for its country."
        )
    if phone.dial_from == "anywhere":
        # Somebody abroad would reach nobody, or a stranger in the country they are in.
        return "does not begin with + and the country code, so it cannot be dialled from anywhere."
    return None


def _parity(reader: Reader, one: str, first: Words, two: str, second: Words) -> None:
    for topic in first.topics.keys() & second.topics.keys():
        for key in ("points", "steps", "warning"):
            a, b = _size(first.topics[topic], key), _size(second.topics[topic], key)
            if a != b:
                name = f"{two}/topics/{topic}.yaml"
                seen = f"{key}: {b} here, {a} in {one}/topics/{topic}.yaml."
                reader.add(name, (key,), "different-number", seen, "Say the same things in both languages.")
    for situation in first.urgent.keys() & second.urgent.keys():
        a, b = len(first.urgent[situation].steps), len(second.urgent[situation].steps)
        if a != b:
            seen = f"steps: {b} here, {a} in {one}/urgent.yaml."
            path = ("situations", situation, "steps")
            reader.add(
                f"{two}/urgent.yaml", path, "different-number", seen, "Say the same things in both languages."
            )
    for desk in first.help_desks.keys() & second.help_desks.keys():
        if (first.help_desks[desk].risk is None) != (second.help_desks[desk].risk is None):
            name = two if second.help_desks[desk].risk is None else one
            # A warning that only one language gives can cost the others their stay.
            seen = f'"{desk}" has a risk note in the other language and none here.'
            reader.add(
                f"{name}/help_desks.yaml", (desk,), "missing", seen, "Write the risk note in both languages."
            )


def _size(words: object, key: str) -> int:
    value = getattr(words, key)
    return len(value) if isinstance(value, list) else int(value is not None)


def _questions_once(reader: Reader, packs: Packs) -> None:
    seen: dict[str, tuple[str, str]] = {}
    for code, words in packs.languages.items():
        for intent, lines in words.questions.items():
            for index, line in enumerate(lines):
                if is_unwritten(line):
                    continue
                key = " ".join(line.casefold().split()).strip("?!।. ")
                file = f"{code}/questions/{intent}.yaml"
                first_intent, first_file = seen.setdefault(key, (intent, file))
                if first_intent != intent:
                    what = f'"{line}" also stands in {first_file}.'
                    reader.add(
                        file,
                        (index,),
                        "same-question",
                        what,
                        "Keep it where it belongs and delete the other.",
                    )
