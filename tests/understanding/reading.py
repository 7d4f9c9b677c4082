"""The three files of labelled messages."""

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
SPLITS = ("messages", "held_back")
FILES = (*SPLITS, "strangers")
WAYS = ("bangla", "banglish", "english")


def read(name: str) -> list[dict[str, Any]]:
    """The messages of one file."""
    return yaml.load((HERE / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  plain text only
