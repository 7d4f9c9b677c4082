"""What each tag of Telegram's HTML turns into."""

import re
from dataclasses import dataclass
from typing import Final

from bot.sandbox.entities import Entity
from bot.sandbox.links import LinkError, checked_link

ENTITY_OF_TAG: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS: Final = ENTITY_OF_TAG.keys() | {"a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}


class MarkupError(ValueError):
    """Markup that Telegram can't parse; the message is Telegram's."""


@dataclass(frozen=True, slots=True)
class OpenTag:
    """A tag that waits for its end: where its text begins, in UTF-16 units and in pieces of text."""

    tag: str
    attributes: dict[str, str]
    offset: int
    piece: int


def close_tag(opened: OpenTag, inside: str, length: int, entities: list[Entity]) -> None:
    """Add the entity of a tag that has just ended; a link that Telegram refuses adds nothing."""
    kind = ENTITY_OF_TAG.get(opened.tag)
    span: Entity = {"offset": opened.offset, "length": length}
    if kind is not None:
        entities.append({"type": kind, **span})
    elif opened.tag == "a":
        _link(opened, inside, span, entities)
    elif opened.tag in ("pre", "code"):
        _code(opened, span, entities)
    elif opened.tag == "blockquote":
        kind = "expandable_blockquote" if "expandable" in opened.attributes else "blockquote"
        entities.append({"type": kind, **span})
    elif opened.tag == "tg-emoji":
        emoji = opened.attributes.get("emoji-id", "")
        if not re.fullmatch(r"-?[1-9][0-9]{0,18}", emoji):
            raise MarkupError("Invalid custom emoji identifier specified")
        entities.append({"type": "custom_emoji", **span, "custom_emoji_id": emoji})
    elif re.fullmatch(r"[0-9]{1,10}", opened.attributes.get("unix", "")):
        time: Entity = {"type": "date_time", **span, "unix_time": int(opened.attributes["unix"])}
        style = opened.attributes.get("format")
        entities.append(time | {"date_time_format": style} if style else time)


def _link(opened: OpenTag, inside: str, span: Entity, entities: list[Entity]) -> None:
    try:
        url = checked_link(opened.attributes.get("href") or inside)
    except LinkError:
        return  # Telegram keeps the words and drops the link, without a word
    entities.append({"type": "text_link", **span, "url": url})


def _code(opened: OpenTag, span: Entity, entities: list[Entity]) -> None:
    # <pre><code class="language-x"> and <code class="language-x"><pre> both mean one block in that language.
    last = entities[-1] if entities else {}
    same = last.get("offset") == span["offset"] and last.get("length") == span["length"]
    language = opened.attributes.get("class", "")
    language = language.removeprefix("language-") if language.startswith("language-") else ""
    if opened.tag == "pre" and same and last["type"] == "code" and last.get("language"):
        last["type"] = "pre"
    elif opened.tag == "code" and same and last["type"] == "pre" and language:
        last["language"] = language
    else:
        entity: Entity = {"type": opened.tag, **span}
        entities.append(entity | {"language": language} if opened.tag == "code" and language else entity)
