"""What is wrong with a text that a person is shown: a raw id, a brace, "None", another language."""

import re

from bot.language.scripts import LETTERS
from bot.packs import Packs

_RAW = re.compile(r"[{}]|\bNone\b|\b[a-z]+_[a-z_]+\b|\butter\b")


def wrong_with(text: str, language: str | None, packs: Packs, *, long: bool = True) -> str | None:
    """What is wrong with `text`, None if nothing is; without `language` any will do.

    Names, sources and numbers may stand in Latin letters; a `long` text in another script has words in it.
    """
    if not text.strip():
        return "nothing is said"
    if raw := _RAW.search(text):
        return f"raw: {raw[0]}"
    if language is None:
        return None
    chooses = any(words.ui.choose_language in text for words in packs.languages.values())
    names = [words.language.name for words in packs.languages.values()]
    if chooses or not set(text.strip("🌐 ").split(" / ")) - set(names):
        return None
    script = packs.languages[language].language.script
    others = {words.language.script for words in packs.languages.values()} - {script, "Latn"}
    if any(LETTERS[other].search(text) for other in others):
        return f"another language than {language}"
    if long and not LETTERS[script].search(text):
        return f"nothing in the letters of {language}"
    return None
