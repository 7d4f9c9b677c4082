"""A name for everything that a model depends on, without importing Rasa: the same name, the same model.

Of content/ only what the model learns from counts (bot/packs/taught.py): a corrected sentence or phone number
trains nothing again.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from bot.packs.taught import taught

ROOT = Path(__file__).parent.parent
LENGTH = 20
_CODE = ("rasa_project/*.py", "rasa_project/*.yml", "rasa_project/components/*.py", "bot/language/*.py")
_RULES = (
    "rasa_project/domain/*.yml",
    "rasa_project/data/*.yml",
    "requirements/rasa.txt",
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
    digest.update(taught(content).encode())
    return digest.hexdigest()[:LENGTH]


def _files(folder: Path, patterns: Iterable[str]) -> list[Path]:
    return sorted({path for pattern in patterns for path in folder.glob(pattern)})
