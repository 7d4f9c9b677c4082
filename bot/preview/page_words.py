"""What the page itself says, in the languages in which its words are written."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from bot.packs import Packs, draft

OWN: Final = Path(__file__).resolve().parents[2] / "content"


def page_words(packs: Packs | None) -> list[dict[str, Any]]:
    """Code, name, locale and words of each language of the page.

    A folder whose packs have none, or cannot be read at all, is shown with the words of the project's own.
    """
    return _said(packs) or _own()


def _said(packs: Packs | None) -> list[dict[str, Any]]:
    return [
        {
            "code": code,
            "name": words.language.name,
            "locale": words.language.locale.replace("_", "-"),
            "words": words.preview.model_dump(),
        }
        for code, words in (packs.languages if packs else {}).items()
        if words.preview
    ]


@cache
def _own() -> list[dict[str, Any]]:
    return _said(draft(OWN)[0])
