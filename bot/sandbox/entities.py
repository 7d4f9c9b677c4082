"""Entities of a text: kept inside it, kept apart, and found in it as Telegram's server finds them."""

import re
from collections.abc import Iterable
from typing import Any, Final

Entity = dict[str, Any]

SPLITTABLE: Final = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
VERBATIM: Final = frozenset({"code", "pre"})  # may hold no other entity
OPAQUE: Final = VERBATIM | {
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
}  # nothing is looked for inside

# In order of precedence. Telegram links numbers in international form; short codes such as 999 stay plain.
FOUND: Final = (
    ("url", re.compile(r"(?i)\bhttps?://[^\s<>\"']*[^\s<>\"'.,;:!?()\[\]|\u0964]")),
    ("email", re.compile(r"(?i)\b[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b")),
    (
        "url",
        re.compile(
            r"(?i)(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|int|info|bd)\b(?:/[^\s<>\"']*\w)?"
        ),
    ),
    ("phone_number", re.compile(r"(?<![\w+])\+[0-9](?:[ ().-]{0,2}[0-9]){6,14}(?!\w)")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{3,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#(?=\w*[^\W\d])[\w\u0981-\u09e3\u200c\u200d]{1,256}")),
)


def utf16_length(text: str) -> int:
    """How long Telegram says this text is, in the units of entity offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def sort(entities: Iterable[Entity]) -> list[Entity]:
    """In Telegram's order: by where they begin, the longer first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def normalise(entities: list[Entity]) -> list[Entity]:
    """Without empty ones, without one kind inside itself, and with nothing inside code."""
    entities = [entity for entity in entities if entity["length"] > 0]
    if len(entities) < 2:
        return entities
    verbatim = [_span(entity) for entity in entities if entity["type"] in VERBATIM]
    kept: list[Entity] = []
    for entity in sort(entities):
        if entity["type"] in SPLITTABLE:
            before = [other for other in kept if other["type"] == entity["type"]]
            pieces = _without(_span(entity), verbatim + [_span(other) for other in before])
            kept.extend({**entity, "offset": start, "length": end - start} for start, end in pieces)
        elif not any(_overlap(_span(entity), _span(other)) for other in kept if _clash(entity, other)):
            kept.append(entity)
    return sort(kept)


def find_entities(text: str, known: list[Entity]) -> list[Entity]:
    """Links, numbers, commands and names in the text, where no entity forbids looking."""
    taken = [_span(entity) for entity in known if entity["type"] in OPAQUE]
    found: list[Entity] = []
    wide = not text.isascii() and any(character > "\uffff" for character in text)
    for kind, pattern in FOUND:
        for match in pattern.finditer(text):
            start, end = match.span()
            if wide:
                start, end = utf16_length(text[:start]), utf16_length(text[:end])
            if not any(_overlap((start, end), other) for other in taken):
                taken.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    return found


def _span(entity: Entity) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _clash(one: Entity, other: Entity) -> bool:
    kinds = {one["type"], other["type"]}
    quotes = {"blockquote", "expandable_blockquote"}
    if kinds <= quotes:
        return True
    return not kinds & (quotes | SPLITTABLE)


def _without(span: tuple[int, int], holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    pieces = [span]
    for start, end in holes:
        pieces = [
            piece
            for begin, finish in pieces
            for piece in ((begin, min(finish, start)), (max(begin, end), finish))
            if piece[0] < piece[1]
        ]
    return pieces
