"""Groups of words that mean the same, one file a language; the bot never loads them, only a training does."""

from collections import defaultdict
from pathlib import Path

import yaml

HERE = Path(__file__).parent


def word_groups(folder: Path = HERE) -> dict[str, list[str]]:
    """Group -> the words and phrases of all languages; raises ValueError where a file is not such a table."""
    groups: dict[str, list[str]] = defaultdict(list)
    for file in sorted(folder.glob("*.yaml")):
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        table = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  plain text only
        for group, words in table.items():
            if not isinstance(words, list):
                raise ValueError(f"{file.name}: {group} must be a list of words")
            groups[group] += words
    return {group: list(dict.fromkeys(words)) for group, words in groups.items()}
