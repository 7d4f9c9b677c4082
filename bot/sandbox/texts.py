"""From a request's text to what Telegram would store: parsed, cleaned, trimmed, measured, with entities."""

import re
from typing import Any, Final

from bot.sandbox import limits
from bot.sandbox.arguments import Arguments
from bot.sandbox.entities import Entity, find_entities, normalise, sort, utf16_length
from bot.sandbox.html import parse_html
from bot.sandbox.links import LinkError, checked_link
from bot.sandbox.refusals import bad_request
from bot.sandbox.tags import MarkupError

# Telegram turns control characters into spaces, and drops carriage returns, embedding marks and three
# combining lines that would reach into the next line.
_REPLACED: Final = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_DROPPED: Final = re.compile(r"[\r\u2028-\u202e\u0333\u033f\u030a]")
_GIVEN_BY_SERVER: Final = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
)
_GIVEN_BY_BOT: Final = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "text_mention"}
    | {"blockquote", "expandable_blockquote", "custom_emoji", "date_time"}
)


def message_text(arguments: Arguments, too_long: str = "Message is too long") -> dict[str, Any]:
    """`text` and `entities` of a message, or Telegram's refusal."""
    source = arguments.text("text")
    if not source:
        raise bad_request("Message text is empty")
    text, entities = _formatted(source, arguments, "entities")
    if not text:
        raise bad_request("Text must be non-empty")
    if len(text) > limits.MESSAGE_CHARACTERS:
        raise bad_request(too_long)
    return {"text": text} | ({"entities": entities} if entities else {})


def caption(arguments: Arguments) -> dict[str, Any]:
    """`caption` and `caption_entities` of a photo or voice message; nothing when there is none."""
    text, entities = _formatted(arguments.text("caption"), arguments, "caption_entities")
    if len(text) > limits.CAPTION_CHARACTERS:
        raise bad_request("Message caption is too long")
    if not text:
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def person_text(source: str) -> dict[str, Any]:
    """`text` and `entities` of what a person types; no markup is read in it."""
    text, entities = finish(source, [])
    return {"text": text} | ({"entities": entities} if entities else {})


def finish(source: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text as Telegram keeps it, with the entities moved along and those its server finds added."""
    text, entities = _clean(source, normalise(entities))
    text, entities = _trim(text, entities)
    text = text.encode()[: limits.TEXT_BYTES].decode(errors="ignore")
    entities = sort([*entities, *find_entities(text, entities)])
    length = utf16_length(text)
    entities = [entity for entity in entities if entity["offset"] + entity["length"] <= length]
    return text, entities[: limits.ENTITIES]


def _formatted(source: str, arguments: Arguments, field: str) -> tuple[str, list[Entity]]:
    try:
        source.encode()
    except UnicodeEncodeError:
        raise bad_request("Strings must be encoded in UTF-8") from None
    mode = arguments.text("parse_mode").lower()
    if not source or mode in ("", "none"):
        return finish(source, _given(arguments, field, source))
    if mode != "html":
        raise bad_request("Unsupported parse_mode")
    try:
        text, entities = parse_html(source)
    except MarkupError as problem:
        raise bad_request(f"Can't parse entities: {problem}") from None
    return finish(text, entities)


def _given(arguments: Arguments, field: str, source: str) -> list[Entity]:
    given = arguments.structure(field)
    length = utf16_length(source)
    entities: list[Entity] = []
    for entity in given if isinstance(given, list) else []:
        if not isinstance(entity, dict):
            raise bad_request("Can't parse MessageEntity: Expected an Object")
        kind, offset, size = (entity.get(name) for name in ("type", "offset", "length"))
        if kind in _GIVEN_BY_SERVER:
            continue
        if kind not in _GIVEN_BY_BOT:
            raise bad_request("Can't parse MessageEntity: Unsupported type specified")
        if not isinstance(offset, int) or not 0 <= offset <= 1_000_000:
            raise bad_request(f"Receive an entity with incorrect offset {offset}")
        if not isinstance(size, int) or not 0 <= size <= 1_000_000:
            raise bad_request(f"Receive an entity with incorrect length {size}")
        if kind == "text_link":
            entity = {**entity, "url": _entity_link(str(entity.get("url", "")))}
        entities.append({**entity, "length": max(0, min(size, length - offset))})
    return entities


def _entity_link(url: str) -> str:
    try:
        return checked_link(url)
    except LinkError as problem:
        raise bad_request(f"Entity URL '{url}' is invalid: {problem}") from None


def _clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    text = _REPLACED.sub(" ", text)
    dropped = [match.start() for match in _DROPPED.finditer(text)]
    if not dropped:
        return text, entities
    places = [utf16_length(text[:place]) for place in dropped]
    return _DROPPED.sub("", text), [_moved(entity, places) for entity in entities]


def _moved(entity: Entity, places: list[int]) -> Entity:
    start, end = entity["offset"], entity["offset"] + entity["length"]
    before, inside = sum(place < start for place in places), sum(start <= place < end for place in places)
    return {**entity, "offset": start - before, "length": entity["length"] - inside}


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    text = text.rstrip(" \n")
    length = utf16_length(text)
    kept = []
    for entity in entities:
        size = min(entity["length"], length - entity["offset"])
        if size > 0:
            kept.append({**entity, "length": size})
    blank = len(text) - len(text.lstrip(" \n"))
    blank = min([blank, *(entity["offset"] for entity in kept)])
    return text[blank:], [{**entity, "offset": entity["offset"] - blank} for entity in kept]
