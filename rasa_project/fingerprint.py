"""A name for everything that a model depends on, without importing Rasa: the same name, the same model.

Of content/ only what the model learns from counts: a corrected sentence or phone number trains nothing again.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
LENGTH = 20
_CODE = ("rasa_project/*.py", "rasa_project/*.yml", "rasa_project/components/*.py", "bot/language/*.py")
_RULES = (
    "rasa_project/domain/*.yml",
    "rasa_project/data/*.yml",
    "requirements/rasa.txt",
)
_CONTENT = (
    "languages.yaml",
    "facts/*.yaml",
    "*/*.yaml",
    "*/questions/*.yaml",
    "*/checks/*.yaml",
    "facts/quizzes/*.yaml",
    "facts/checklists/*.yaml",
)
# They serve or measure the model but do not make it.
_SERVING = (
    "channel hearing two_questions card_references compact_tracker tracker_store quiet_log resuming serve"
    " shortcuts credentials endpoints"
)
_NOT_TRAINING = frozenset(f"{_SERVING} credentials endpoints evaluate scores".split())


def fingerprint(content: Path) -> str:
    """The name, as hexadecimal digits."""
    digest = hashlib.sha256()
    for path in _files(ROOT, (*_CODE, *_RULES)):
        if path.stem not in _NOT_TRAINING or path.parent != ROOT / "rasa_project":
            digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes() + b"\0")
    for path in _files(content, _CONTENT):
        name = path.relative_to(content)
        taught = json.dumps(_taught(path), ensure_ascii=False, sort_keys=False)
        digest.update(f"{name}\0{taught}\0".encode())
    return digest.hexdigest()[:LENGTH]


def _files(folder: Path, patterns: Iterable[str]) -> list[Path]:
    return sorted({path for pattern in patterns for path in folder.glob(pattern)})


def _taught(path: Path) -> Any:
    """What the model learns from a file of content/; all of it if it cannot be read."""
    raw = path.read_bytes()
    try:
        data = yaml.load(raw, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506  plain text only
        match path.parent.name, path.stem:
            case "questions", _:
                return data
            case _, "word_groups":
                return data
            case "facts", "topics":
                read = ("fee_table", "menu", "countries")
                return [(topic, [facts.get(key) for key in read]) for topic, facts in data.items()]
            case "checks" | "quizzes" | "checklists", _ if path.parent.parent.name == "facts":
                return data
            case "checks", _:
                return [(name, words.get("told")) for name, words in data["questions"].items()]
            case "facts", "urgent" | "destinations":
                return list(data)
            case "facts", _:
                return None
            case _, "urgent":
                return [(name, words.get("phrases")) for name, words in data["situations"].items()]
            case _, "destinations":
                return [(name, words.get("name"), words.get("aliases")) for name, words in data.items()]
            case _, "languages":
                return list(data)
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, UnicodeDecodeError):
        return hashlib.sha256(raw).hexdigest()
    return None
