"""Groups of words that mean the same, from content/; the bot never loads them, only a training does."""

import os
from collections import defaultdict
from pathlib import Path

import yaml

CONTENT = Path(__file__).parent.parent / "content"
FILES = "*/word_groups.yaml"


def word_groups(content: Path | None = None) -> dict[str, list[str]]:
    """Group -> the words and phrases of all languages; raises ValueError where a file is not such a table."""
    groups: dict[str, list[str]] = defaultdict(list)
    folder = content or Path(os.environ.get("DISHARI_CONTENT") or CONTENT)
    for file in sorted(folder.glob(FILES)):
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        table = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  plain text only
        if not isinstance(table, dict):
            raise ValueError(f"{file.parent.name}/{file.name} must be a table of groups")
        for group, words in table.items():
            if not isinstance(words, list):
                raise ValueError(f"{file.parent.name}/{file.name}: {group} must be a list of words")
            groups[group] += words
    return {group: list(dict.fromkeys(words)) for group, words in groups.items()}
