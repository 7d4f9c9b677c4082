"""What a model learns of content/: only this module knows. A training is due when any of it has changed."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.packs.source import Document, NotYaml, plain

_FACTS = (
    "facts/topics.yaml",
    "facts/urgent.yaml",
    "facts/destinations.yaml",
    "facts/checks/*.yaml",
    "facts/quizzes/*.yaml",
    "facts/checklists/*.yaml",
    "*/word_groups.yaml",
)
_WORDS = ("urgent.yaml", "destinations.yaml", "questions/*.yaml", "checks/*.yaml")  # of a language on offer
_LANGUAGES = "languages.yaml"
_OF_TOPICS = ("fee_table", "menu", "countries")
_BOOL = TypeAdapter(bool)


def taught(content: Path, documents: Mapping[str, Document] | None = None) -> str:
    """A digest of it, as hexadecimal digits; `documents` are the files that were read already.

    Of a file that cannot be read all counts: nobody knows what was changed in it.
    """
    digest = hashlib.sha256()

    def take_in(name: str) -> Any:
        known = (documents or {}).get(name)
        try:
            data = known.data if known else plain(content / name)
            learnt = _learnt(name, data)
        except (NotYaml, AttributeError, KeyError, TypeError, ValidationError):
            data, learnt = None, hashlib.sha256((content / name).read_bytes()).hexdigest()
        digest.update(f"{name}\0{json.dumps(learnt, ensure_ascii=False)}\0".encode())
        return data

    languages = take_in(_LANGUAGES) if (content / _LANGUAGES).is_file() else None
    folders = _offered(languages) if isinstance(languages, dict) else ["*"]
    for pattern in (*_FACTS, *(f"{folder}/{words}" for folder in folders for words in _WORDS)):
        for file in sorted(content.glob(pattern)):
            if file.is_file():  # a folder of that name is told by the check
                take_in(file.relative_to(content).as_posix())
    return digest.hexdigest()


def _learnt(name: str, data: Any) -> Any:
    """What the model learns from the file `name`."""
    match name.removesuffix(".yaml").split("/"):
        case ["languages"]:
            return _offered(data)
        case ["facts", "topics"]:
            return [(topic, [facts.get(key) for key in _OF_TOPICS]) for topic, facts in data.items()]
        case ["facts", "urgent" | "destinations"]:
            return list(data)
        case ["facts", "checks", _]:
            return [(question, facts["alarming"]) for question, facts in data["questions"].items()]
        case ["facts", "quizzes", _]:
            stories = [(story, len(facts["answers"])) for story, facts in data["stories"].items()]
            return data.get("measure"), stories
        case [_, "questions", _] | [_, "word_groups"]:
            return data
        case [_, "checks", _]:
            return [(question, words.get("told")) for question, words in data["questions"].items()]
        case [_, "urgent"]:
            return [(situation, words.get("phrases")) for situation, words in data["situations"].items()]
        case [_, "destinations"]:
            return [(country, words["name"], words.get("aliases")) for country, words in data.items()]
    return None  # of a checklist only that it is there


def _offered(languages: Any) -> list[str]:
    """The languages whose words are learnt, in their order."""
    return [code for code, facts in languages.items() if _BOOL.validate_python(facts.get("offered", True))]
