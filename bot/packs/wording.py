"""Checks of the words themselves: script, copies, placeholders, markup, length of sentences and labels."""

import re
import unicodedata
from collections.abc import Iterator

from bot.language.scripts import LETTERS, SENTENCE_ENDS
from bot.packs.names import FindingName
from bot.packs.packs import Packs
from bot.packs.placeholders import PLACEHOLDERS
from bot.packs.reading import Reader
from bot.packs.source import Path_
from bot.packs.texts import texts
from bot.packs.unwritten import is_unwritten

Said = tuple[FindingName, str, str]

BUTTON_WIDTH = 24  # Latin letters' widths that a narrow phone shows on a button before it is cut
# The guide is 15 words in English and 12 in Bangla (voice.md); only what is far above it is worth a warning.
_MOST_WORDS = {"Latn": 24}
_MOST_WORDS_ELSE = 20
_FEWEST_SAME = 4  # words; a label or a name may be the same in two languages of one script
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|\*\*|__|\[[^\]]+\]\([^)]+\)")
# A whole text in curly quotes, also where one of the two was forgotten; not «“Free visa” is a lie».
_CURLY_QUOTED = re.compile(r"[“”„][^“”„]*[“”\"]?|[‘‚][^‘’‚]*(?:’\w[^‘’‚]*)*[’']?|[\"'][^“”„]*”", re.DOTALL)
_SENTENCE_END = re.compile(rf"[{re.escape(SENTENCE_ENDS)}](?=\s|$)|\n")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NONE: frozenset[str] = frozenset()


def check_wording(reader: Reader, packs: Packs) -> None:
    """Every text of every language, wherever it stands."""
    any_script = _any_script(reader, packs)
    said = {code: list(texts(code, words)) for code, words in packs.languages.items()}
    places = {code: {(name[len(code) :], path): text for name, path, text in said[code]} for code in said}
    before: list[str] = []
    for code, words in packs.languages.items():
        script = words.language.script
        for name, path, text in said[code]:
            if is_unwritten(text):
                continue
            place = (name[len(code) :], path)
            letters = any_script.sub("", _PLACEHOLDER.sub("", text))
            elsewhere = [other for other in said if other != code and places[other].get(place) == text]
            for kind, seen, todo in _script(letters, script):
                if elsewhere:
                    kind, seen, todo = _copied(elsewhere, name[len(code) + 1 :])
                reader.add(name, path, kind, seen, todo)
            twins = [other for other in elsewhere if other in before and _same_script(packs, other, code)]
            if twins and len(letters.split()) >= _FEWEST_SAME:
                reader.add(name, path, *_copied(twins, name[len(code) + 1 :]), warning=True)
            own = PLACEHOLDERS.get(name.rpartition("/")[2], {})
            placeholders = own.get(str(path[0]), _NONE)
            for kind, seen, todo in _form(text, placeholders):
                reader.add(name, path, kind, seen, todo)
            for kind, seen, todo in (*_sentences(text, script), *_label(path, text)):
                reader.add(name, path, kind, seen, todo, warning=True)
        before.append(code)


def _any_script(reader: Reader, packs: Packs) -> re.Pattern[str]:
    """Names of languages, and what languages.yaml lists, are written the same in every script."""
    names = {
        name
        for words in packs.languages.values()
        for name in (words.language.name, *words.language.any_script)
    }
    listed = reader.documents.get("languages.yaml")
    if listed and isinstance(listed.data, dict):  # also a language whose words cannot be read now
        names |= {
            name
            for language in listed.data.values()
            if isinstance(language, dict) and isinstance(name := language.get("name"), str) and name
        }
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names, key=len)[::-1]))


def _same_script(packs: Packs, one: str, two: str) -> bool:
    return packs.languages[one].language.script == packs.languages[two].language.script


def _copied(others: list[str], name: str) -> Said:
    return "same-words", f"The same words stand in {others[0]}/{name}.", "Say it in this language."


def _script(text: str, script: str) -> Iterator[Said]:
    scripts = {one for one, letter in LETTERS.items() if letter.search(text)}
    if scripts and script not in scripts:
        todo = "Translate it. A name that stays as it is goes into any_script: in languages.yaml."
        yield "wrong-script", f'"{text[:40].strip()}" has no letter of this language\'s script.', todo
    elif script == "Latn" and scripts - {"Latn"}:
        yield "wrong-script", f'"{text[:40].strip()}" has letters of another script.', "Translate it."


def _form(text: str, placeholders: frozenset[str]) -> Iterator[Said]:
    start = f'"{text[:40]}"'
    if _MARKUP.search(text):
        yield "markup", f"{start} contains markup.", "Write plain words; the bot decides how they look."
    if _CURLY_QUOTED.fullmatch(text):
        yield "curly-quotes", "The whole text stands in curly quotes.", "Remove them: people would see them."
    used = frozenset(_PLACEHOLDER.findall(text))
    if used != placeholders:
        todo = f"It needs exactly: {_listed(placeholders)}."
        yield "placeholder", f"The text has these words in braces: {_listed(used)}.", todo


def _listed(placeholders: frozenset[str]) -> str:
    return ", ".join(f"{{{one}}}" for one in sorted(placeholders)) or "none"


def _sentences(text: str, script: str) -> Iterator[Said]:
    most = _MOST_WORDS.get(script, _MOST_WORDS_ELSE)
    longest = max(_SENTENCE_END.split(text), key=lambda sentence: len(sentence.split())).strip()
    if (count := len(longest.split())) > most:
        seen = f'"{" ".join(longest.split()[:6])} …" has {count} words.'
        yield "long-sentence", seen, "Make two sentences of it: one idea each (voice.md)."


def _label(path: Path_, text: str) -> Iterator[Said]:
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    if not (key == "button" or key.endswith("_button")) or "{" in text:
        return
    width = sum(0 if unicodedata.combining(c) or unicodedata.category(c) == "Mn" else 1 for c in text)
    if width > BUTTON_WIDTH:
        seen = f'"{text}" is {width} letters wide; a phone shows about {BUTTON_WIDTH}.'
        yield "label-too-long", seen, "Say it shorter."
