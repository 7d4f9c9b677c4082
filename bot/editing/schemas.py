"""JSON Schemas of the pack files, made from the models, for text editors that complete and underline."""

import json
import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from bot.editing.hover import FILES, KEYS
from bot.packs.exercises import (
    CheckFacts,
    ChecklistFacts,
    ChecklistWords,
    CheckWords,
    QuizFacts,
    QuizWords,
)
from bot.packs.models import (
    AS_OF,
    OPEN,
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
    Strict,
    Text,
    TopicFacts,
    TopicWords,
    UrgentWords,
    WhoPays,
    WordGroups,
)
from bot.packs.placeholders import PLACEHOLDERS
from bot.packs.preview_words import PreviewWords
from bot.packs.ui import UiWords

FOLDER = "schemas"
# A language's folder, two or three letters; a pattern, so that a new language needs no change here.
_WORDS = ("content/[a-z][a-z]/", "content/[a-z][a-z][a-z]/")
_KINDS: dict[str, tuple[tuple[str, ...], Any]] = {
    "languages": (("content/languages.yaml",), dict[LanguageCode, Language]),
    "facts_topics": (("content/facts/topics.yaml",), dict[Id, TopicFacts]),
    "facts_urgent": (("content/facts/urgent.yaml",), dict[Id, SituationFacts]),
    "facts_destinations": (("content/facts/destinations.yaml",), dict[Iso2, DestinationFacts]),
    "facts_help_desks": (("content/facts/help_desks/*.yaml",), dict[Id, HelpDesk]),
    "facts_fees": (("content/facts/fees/*.yaml",), list[Fee]),
    "facts_rates": (("content/facts/rates.yaml",), Rates),
    "facts_who_pays": (("content/facts/who_pays.yaml",), WhoPays),
    "facts_check": (("content/facts/checks/*.yaml",), CheckFacts),
    "facts_quiz": (("content/facts/quizzes/*.yaml",), QuizFacts),
    "facts_checklist": (("content/facts/checklists/*.yaml",), ChecklistFacts),
    "ui": (tuple(f"{words}ui.yaml" for words in _WORDS), UiWords),
    "preview": (tuple(f"{words}preview.yaml" for words in _WORDS), PreviewWords),
    "topic": (tuple(f"{words}topics/*.yaml" for words in _WORDS), TopicWords),
    "urgent": (tuple(f"{words}urgent.yaml" for words in _WORDS), UrgentWords),
    "help_desks": (tuple(f"{words}help_desks.yaml" for words in _WORDS), dict[Id, HelpDeskWords]),
    "destinations": (tuple(f"{words}destinations.yaml" for words in _WORDS), dict[Iso2, DestinationWords]),
    "questions": (
        tuple(f"{words}questions/*.yaml" for words in _WORDS),
        Annotated[list[Text], Field(min_length=1)],
    ),
    "word_groups": (tuple(f"{words}word_groups.yaml" for words in _WORDS), WordGroups),
    "check": (tuple(f"{words}checks/*.yaml" for words in _WORDS), CheckWords),
    "quiz": (tuple(f"{words}quizzes/*.yaml" for words in _WORDS), QuizWords),
    "checklist": (tuple(f"{words}checklists/*.yaml" for words in _WORDS), ChecklistWords),
}
_COMMENTED = (UiWords, PreviewWords)  # their many keys are described where an editor reads them: in the file
_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_NUMBER = r"^[0-9]+$"
# What validators of the models check by hand.
_PATTERNS = {"Source.as_of": f"^({AS_OF.pattern})$", "Phone.open": f"^({OPEN.pattern})$"}


def schemas(content: Path) -> dict[str, dict[str, Any]]:
    """A schema for each kind of file, by kind; `content` has the comments of ui.yaml and preview.yaml."""
    return {
        kind: _schema(kind, shape, _comments(content / "en" / f"{kind}.yaml") if shape in _COMMENTED else {})
        for kind, (_, shape) in _KINDS.items()
    }


def texts(content: Path) -> dict[str, str]:
    """Every schema as the text of its file, by the file's place in the project."""
    return {
        f"{FOLDER}/{kind}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for kind, schema in schemas(content).items()
    }


def wiring() -> dict[str, list[str]]:
    """Which files each schema is for, as the setting yaml.schemas of VS Code wants it."""
    return {f"./{FOLDER}/{kind}.json": list(files) for kind, (files, _) in _KINDS.items()}


def _schema(kind: str, shape: Any, comments: dict[str, str]) -> dict[str, Any]:
    made = TypeAdapter(shape).json_schema()
    for name, model in ({kind: made} | made.get("$defs", {})).items():
        for key, value in model.get("properties", {}).items():
            if pattern := _PATTERNS.get(f"{name}.{key}"):
                value["pattern"] = pattern
            if key in comments:
                value["description"] = comments[key]
            elif described := _described(name if model is not made else shape.__name__, key):
                value["description"] = described
    plain = _as_yaml(made)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "description": FILES[kind]}
    return head | {key: value for key, value in plain.items() if key != "description"}


def _described(model: str, key: str) -> str | None:
    return KEYS.get(f"{model}.{key}") or KEYS.get(f"Checked.{key}")


def _as_yaml(schema: Any) -> Any:
    """The schema of what may stand in a file, where 999 is a number for YAML and a text for us."""
    if isinstance(schema, list):
        return [_as_yaml(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        # Only the generated "title" of a schema goes, not the key "title" of a file.
        key: {name: _as_yaml(one) for name, one in value.items()}
        if key in ("properties", "$defs")
        else _as_yaml(value)
        for key, value in schema.items()
        if key not in ("title", "default")
    }
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    if "enum" in kept:
        del kept["type"]
        return kept | {"enum": [*kept["enum"], True, False]} if "yes" in kept["enum"] else kept
    match kept.get("type"):
        case "boolean":
            del kept["type"]
            return kept | {"enum": ["yes", "no", True, False]}
        case "integer":
            return kept | {"type": ["integer", "string"], "pattern": _NUMBER}
        case "string" if kept.pop("format", "") == "date":
            return kept | {"pattern": _DATE}
        case "string":
            return kept | {"type": ["string", "number", "boolean"]}
    return kept


def _comments(file: Path) -> dict[str, str]:
    """What the comments above the keys of a file say, and which words in braces a text needs."""
    found: dict[str, str] = {}
    above: list[str] = []
    for line in file.read_text("utf-8").splitlines():
        key = re.match(r"([a-z_]+):", line)
        if line.startswith("# ---") or not line.strip():
            above = []
        elif line.startswith("#"):
            above.append(line.lstrip("# "))
        elif key:
            found[key[1]] = " ".join(above)
            above = []
    for name, placeholders in PLACEHOLDERS[file.name].items():
        needs = f"Needs exactly: {', '.join(f'{{{one}}}' for one in sorted(placeholders))}."
        found[name] = f"{found.get(name, '')} {needs}".strip()
    return {name: text for name, text in found.items() if text}


def models() -> list[type[Strict]]:
    """The models whose keys are described, so that a test can see that none is forgotten."""
    found: dict[str, type[Strict]] = {}
    waiting: list[Any] = [shape for _, shape in _KINDS.values()]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, Strict) and one.__name__ not in found:
            found[one.__name__] = one
            waiting += [field.annotation for field in one.model_fields.values()]
        waiting += getattr(one, "__args__", ())
    return [model for model in found.values() if model not in _COMMENTED]
