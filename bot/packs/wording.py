"""Checks of the words themselves: script, Unicode form, placeholders, markup, length of labels."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from bot.language.scripts import LETTERS
from bot.packs.names import FindingName
from bot.packs.packs import Words
from bot.packs.reading import Reader
from bot.packs.ui import PLACEHOLDERS, UiWords
from bot.packs.unwritten import is_unwritten

BUTTON_WIDTH = 24  # Latin letters' widths that a narrow phone shows on a button before it is cut
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|\*\*|__|\[[^\]]+\]\([^)]+\)")
_CURLY_QUOTED = re.compile(r"^[“”„].*[“”]$")
_NONE: frozenset[str] = frozenset()
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

Path_ = tuple[str | int, ...]


def check_wording(reader: Reader, code: str, words: Words, names: Iterable[str]) -> None:
    """Every text of one language, wherever it stands; `names` of languages may stand in any script."""
    script = words.language.script
    in_any_script = re.compile("|".join(map(re.escape, names)))
    for name, path, text in _texts(code, words):
        if is_unwritten(text):
            continue
        placeholders = PLACEHOLDERS.get(str(path[0]), _NONE) if name.endswith("/ui.yaml") else _NONE
        letters = in_any_script.sub("", _PLACEHOLDER.sub("", text))
        for kind, seen, todo in (*_script(letters, script), *_form(text, placeholders)):
            reader.add(name, path, kind, seen, todo)
    for topic, topic_words in words.topics.items():
        if not is_unwritten(topic_words.button):
            _label(reader, f"{code}/topics/{topic}.yaml", ("button",), topic_words.button)


def _script(text: str, script: str) -> Iterator[tuple[FindingName, str, str]]:
    scripts = {one for one, letter in LETTERS.items() if letter.search(text)}
    if scripts and script not in scripts:
        yield "wrong-script", f'"{text[:40]}" has no letter of this language\'s script.', "Translate it."
    elif script == "Latn" and scripts - {"Latn"}:
        yield "wrong-script", f'"{text[:40]}" has letters of another script.', "Translate it."


def _form(text: str, placeholders: frozenset[str]) -> Iterator[tuple[FindingName, str, str]]:
    start = f'"{text[:40]}"'
    if _MARKUP.search(text):
        yield "markup", f"{start} contains markup.", "Write plain words; the bot decides how they look."
    if _CURLY_QUOTED.match(text):
        yield "curly-quotes", "The whole text stands in curly quotes.", "Remove them: people would see them."
    used = frozenset(_PLACEHOLDER.findall(text))
    if used != placeholders:
        todo = f"It needs exactly: {_listed(placeholders)}."
        yield "placeholder", f"The text has these words in braces: {_listed(used)}.", todo


def _listed(placeholders: frozenset[str]) -> str:
    return ", ".join(f"{{{one}}}" for one in sorted(placeholders)) or "none"


def _label(reader: Reader, name: str, path: Path_, label: str) -> None:
    width = sum(0 if unicodedata.combining(c) or unicodedata.category(c) == "Mn" else 1 for c in label)
    if width > BUTTON_WIDTH:
        seen = f'"{label}" is {width} letters wide; a phone shows about {BUTTON_WIDTH}.'
        reader.add(name, path, "label-too-long", seen, "Say it shorter.", warning=True)


def _texts(code: str, words: Words) -> Iterator[tuple[str, Path_, str]]:
    ui: UiWords = words.ui
    for key, value in ui:
        yield from _leaves(f"{code}/ui.yaml", (key,), value)
    for topic, topic_words in words.topics.items():
        for key, value in topic_words:
            yield from _leaves(f"{code}/topics/{topic}.yaml", (key,), value)
    for situation, situation_words in words.urgent.items():
        for key, value in situation_words:
            if key != "phrases":  # what people type comes in any script
                yield from _leaves(f"{code}/urgent.yaml", ("situations", situation, key), value)
    for desk, desk_words in words.help_desks.items():
        for key, value in desk_words:
            yield from _leaves(f"{code}/help_desks.yaml", (desk, key), value)
    for country, destination in words.destinations.items():
        yield f"{code}/destinations.yaml", (country, "name"), destination.name


def _leaves(name: str, path: Path_, value: Any) -> Iterator[tuple[str, Path_, str]]:
    if isinstance(value, str):
        yield name, path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield name, (*path, index), item
