"""What the packs hold: each language's words, help desks, facts by age, questions by way of writing."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from babel import Locale

from bot.editing.due import country_name
from bot.editing.written import languages, questions, written
from bot.language.scripts import LETTERS
from bot.packs import Finding, Packs
from bot.packs.freshness import Freshness, freshness
from bot.packs.models import Language

LEVELS = ("emergency", "urgent", "advice")
_LATIN = {"bn": "Banglish", "hi": "Hinglish"}  # what people call their language in Latin letters


def status(folder: Path, packs: Packs, findings: Iterable[Finding], today: date) -> dict[str, Any]:
    """Everything that `dishari content status` tells, as plain maps and numbers."""
    severities = Counter(finding.severity for finding in findings)
    known = languages(folder)
    countries = dict.fromkeys((*packs.destinations, *packs.help_desks))
    return {
        "findings": {"errors": severities["error"], "warnings": severities["warning"]},
        "languages": {
            code: {
                "name": language.name,
                "offered": language.offered,
                "reviewers": len(language.reviewers),
                "written": written(folder, code, packs),
            }
            for code, language in known.items()
        },
        "help_desks": {country: _levels(packs, country) for country in countries},
        "facts": _ages(packs, today),
        "questions": _questions(folder, known),
    }


def _levels(packs: Packs, country: str) -> dict[str, int]:
    found = Counter(desk.level for desk in packs.help_desks.get(country, {}).values())
    return {level: found[level] for level in LEVELS}  # type: ignore[index]


def _ages(packs: Packs, today: date) -> dict[str, dict[str, int]]:
    facts = {
        "help_desks": [desk for desks in packs.help_desks.values() for desk in desks.values()],
        "fees": [fee for fees in packs.fees.values() for fee in fees],
        "topics": list(packs.topics.values()),
        "checklists": list(packs.checklists.values()),
    }
    counted = {kind: Counter(freshness(fact, today) for fact in ones) for kind, ones in facts.items()}  # type: ignore[attr-defined]
    return {kind: {age.value: found[age] for age in Freshness} for kind, found in counted.items()}


def _questions(folder: Path, known: dict[str, Language]) -> dict[str, dict[str, int]]:
    """Intent -> way of writing -> number of questions."""
    asked = {code: questions(folder, code) for code in known}
    ways = {code: ways_of_writing(code, language) for code, language in known.items()}
    intents = sorted({intent for of_language in asked.values() for intent in of_language})
    found = {intent: {way: 0 for of_language in ways.values() for way in of_language} for intent in intents}
    for code, language in known.items():
        for intent, lines in asked[code].items():
            for line in lines:
                own = len(ways[code]) == 1 or LETTERS[language.script].search(line) is not None
                found[intent][ways[code][0 if own else 1]] += 1
    return found


def ways_of_writing(code: str, language: Language) -> list[str]:
    """Bangla script and Banglish; of a language in Latin letters just its name."""
    name = (Locale.parse(language.locale).english_name or code).split(" (")[0]
    if language.script == "Latn":
        return [name]
    return [f"{name} script", _LATIN.get(code, f"{name} in Latin letters")]


def as_text(found: dict[str, Any], packs: Packs) -> str:
    """The same for reading, in columns."""
    of_languages = found["languages"]
    parts = dict.fromkeys(part for language in of_languages.values() for part in language["written"])
    words = [
        [part.capitalize(), *(_of(language["written"][part]) for language in of_languages.values())]
        for part in parts
        if any(language["written"][part]["needed"] for language in of_languages.values())
    ]
    reviewers = ["Reviewers", *(str(language["reviewers"]) for language in of_languages.values())]
    heads = [code + ("" if one["offered"] else " (not offered)") for code, one in of_languages.items()]
    there = {country: levels for country, levels in found["help_desks"].items() if any(levels.values())}
    without = [country_name(packs, country) for country in found["help_desks"] if country not in there]
    desks = [
        [country_name(packs, country), *map(_count, levels.values())] for country, levels in there.items()
    ]
    ages = [
        [kind.replace("_", " ").capitalize(), *map(_count, of.values())]
        for kind, of in found["facts"].items()
    ]
    ways = list(dict.fromkeys(way for of in found["questions"].values() for way in of))
    asked = [[intent, *(_count(of.get(way, 0)) for way in ways)] for intent, of in found["questions"].items()]
    findings = found["findings"]
    blocks = [
        f"Content check: {findings['errors']} errors, {findings['warnings']} warnings",
        _table(["Written", *heads], [*words, reviewers]),
        _table(["Facts", *(age.value for age in Freshness)], ages),
        _table(["Help desks", *LEVELS], desks),
        *(["Destinations without any help desk: " + ", ".join(without)] if without else []),
        _table(["Questions", *ways], asked),
    ]
    return "\n\n".join(blocks)


def _of(part: dict[str, int]) -> str:
    return (
        str(part["needed"]) if part["written"] == part["needed"] else f"{part['written']} of {part['needed']}"
    )


def _count(number: int) -> str:
    return str(number) if number else "-"


def _table(head: list[str], rows: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = []
    for row in (head, *rows):
        first, *others = (
            f"{cell:<{width}}" if not column else f"{cell:>{width}}"
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join([first, *others]).rstrip())
    return "\n".join(lines)
