"""What the packs hold: each language's words, help desks, facts by age, questions by way of writing."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from babel import Locale

from bot.editing.due import country_name
from bot.language.scripts import LETTERS
from bot.packs import Finding, Packs, Words
from bot.packs.freshness import Freshness, freshness
from bot.packs.models import Language

LEVELS = ("emergency", "urgent", "advice")
_LATIN = {"bn": "Banglish", "hi": "Hinglish"}  # what people call their language in Latin letters


def status(packs: Packs, findings: Iterable[Finding], today: date) -> dict[str, Any]:
    """Everything that `dishari content status` tells, as plain maps and numbers."""
    severities = Counter(finding.severity for finding in findings)
    intents = sorted({intent for words in packs.languages.values() for intent in words.questions})
    return {
        "findings": {"errors": severities["error"], "warnings": severities["warning"]},
        "languages": {code: _written(words, packs) for code, words in packs.languages.items()},
        "help_desks": {
            country: _levels(packs, country)
            for country in dict.fromkeys((*packs.destinations, *packs.help_desks))
        },
        "facts": _ages(packs, today),
        "questions": {intent: _questions(packs, intent) for intent in intents},
    }


def _written(words: Words, packs: Packs) -> dict[str, Any]:
    desks = [id_ for of_country in packs.help_desks.values() for id_ in of_country]
    parts = {
        "topics": (words.topics, packs.topics),
        "urgent": (words.urgent, packs.situations),
        "help_desks": (words.help_desks, desks),
        "destinations": (words.destinations, packs.destinations),
        "checks": (words.checks, packs.checks),
        "quizzes": (words.quizzes, packs.quizzes),
        "questions": (words.questions, _intents(packs)),
    }
    return {
        "name": words.language.name,
        "reviewers": len(words.language.reviewers),
        **{
            part: {"written": sum(id_ in said for id_ in needed), "needed": len(needed)}
            for part, (said, needed) in parts.items()
        },
    }


def _intents(packs: Packs) -> list[str]:
    """Whatever some language has questions for, and what must have them."""
    asked = (intent for words in packs.languages.values() for intent in words.questions)
    return list(dict.fromkeys((*packs.topics, *packs.situations, *asked)))


def _levels(packs: Packs, country: str) -> dict[str, int]:
    found = Counter(desk.level for desk in packs.help_desks.get(country, {}).values())
    return {level: found[level] for level in LEVELS}  # type: ignore[index]


def _ages(packs: Packs, today: date) -> dict[str, dict[str, int]]:
    facts = {
        "help_desks": [desk for desks in packs.help_desks.values() for desk in desks.values()],
        "fees": [fee for fees in packs.fees.values() for fee in fees],
        "topics": list(packs.topics.values()),
    }
    counted = {kind: Counter(freshness(fact, today) for fact in ones) for kind, ones in facts.items()}  # type: ignore[attr-defined]
    return {kind: {age.value: found[age] for age in Freshness} for kind, found in counted.items()}


def _questions(packs: Packs, intent: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for code, words in packs.languages.items():
        ways = ways_of_writing(code, words.language)
        found |= dict.fromkeys(ways, 0)
        for line in words.questions.get(intent, ()):
            own = len(ways) == 1 or LETTERS[words.language.script].search(line) is not None
            found[ways[0 if own else 1]] += 1
    return found


def ways_of_writing(code: str, language: Language) -> list[str]:
    """Bangla script and Banglish; of a language in Latin letters just its name."""
    name = (Locale.parse(language.locale).english_name or code).split(" (")[0]
    if language.script == "Latn":
        return [name]
    return [f"{name} script", _LATIN.get(code, f"{name} in Latin letters")]


def as_text(found: dict[str, Any], packs: Packs) -> str:
    """The same for reading, in columns."""
    languages = found["languages"]
    parts = [part for part in next(iter(languages.values()), {}) if part not in ("name", "reviewers")]
    written = [
        [part.replace("_", " ").capitalize(), *(_of(language[part]) for language in languages.values())]
        for part in parts
        if any(language[part]["needed"] for language in languages.values())
    ]
    reviewers = ["Reviewers", *(str(language["reviewers"]) for language in languages.values())]
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
        _table(["Written", *languages], [*written, reviewers]),
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
