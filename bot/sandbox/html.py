"""Telegram's HTML, as strict as Telegram: its tags, its errors, offsets in UTF-16 units.

Follows the rules of `parse_html` in TDLib's `MessageEntity.cpp`, which works on bytes; so does this.
"""

import re
from typing import Final

from bot.sandbox.entities import Entity, utf16_length
from bot.sandbox.references import decode_reference, unescape
from bot.sandbox.tags import TAGS, MarkupError, OpenTag, close_tag

_ZERO: Final = 0  # the byte that ends every search, as in C
_STOP = re.compile(rb"[<&]")
_SPACE: Final = b" \t\r\n\x0b\0"
_SPACES = re.compile(rb"[ \t\r\n\x0b]*")
_TAG_NAME = re.compile(rb"[^ \t\r\n\x0b\0>]*")
_ATTRIBUTE_NAME = re.compile(rb"[^ \t\r\n\x0b\0=>/\"']*")
_NAME_TOKEN = re.compile(rb"[A-Za-z0-9.-]*")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text and its entities, or `MarkupError` with Telegram's words."""
    return _Parser(source.encode()).parse()


class _Parser:
    def __init__(self, data: bytes) -> None:
        self._size = len(data)
        self._data = data + b"\0"
        self._pieces: list[str] = []
        self._offset = 0
        self._open: list[OpenTag] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        position = 0
        while position < self._size:
            stop = _STOP.search(self._data, position, self._size)
            end = stop.start() if stop else self._size
            if end > position:
                self._write(self._data[position:end].decode())
            if stop is None:
                break
            if stop.group() == b"&":
                position = self._reference(end)
            elif self._data[end + 1 : end + 2] == b"/":
                position = self._end_tag(end)
            else:
                position = self._start_tag(end)
        if self._open:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return self._result()

    def _result(self) -> tuple[str, list[Entity]]:
        text = "".join(self._pieces)
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise MarkupError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        for entity in self._entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return text, self._entities

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._offset += utf16_length(text)

    def _reference(self, position: int) -> int:
        character, end = decode_reference(self._data, position)
        self._write(character or "&")
        return end if character else position + 1

    def _start_tag(self, begin: int) -> int:
        data = self._data
        at = _end(_TAG_NAME, data, begin + 1)
        if data[at] == _ZERO:
            raise MarkupError(f"Unclosed start tag at byte offset {begin}")
        tag = _lower(data[begin + 1 : at])
        if tag not in TAGS:
            raise MarkupError(f'Unsupported start tag "{tag}" at byte offset {begin}')
        attributes: dict[str, str] = {}
        while True:
            at = _end(_SPACES, data, at)
            if data[at : at + 1] == b">":
                break
            name, value, at = self._attribute(tag, begin, at)
            attributes[name] = value
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self._open.append(OpenTag(tag, attributes, self._offset, len(self._pieces)))
        return at + 1

    def _attribute(self, tag: str, begin: int, at: int) -> tuple[str, str, int]:
        data = self._data
        end = _end(_ATTRIBUTE_NAME, data, at)
        name = data[at:end].decode(errors="replace")
        if not name:
            raise MarkupError(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        at = _end(_SPACES, data, end)
        if data[at : at + 1] == b"=":
            at = _end(_SPACES, data, at + 1)
        elif data[at] != _ZERO:
            return name, "", at
        if data[at] == _ZERO:
            raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {begin}')
        value, at = self._value(at)
        if data[at] == _ZERO:
            raise MarkupError(f"Unclosed start tag at byte offset {begin}")
        return name, value, at

    def _value(self, at: int) -> tuple[str, int]:
        data = self._data
        quote = data[at : at + 1]
        if quote in (b'"', b"'"):
            zero = data.index(b"\0", at)
            end = data.find(quote, at + 1, zero)
            return (unescape(data[at + 1 : end]), end + 1) if end >= 0 else ("", zero)
        end = _end(_NAME_TOKEN, data, at)
        if data[end] not in _SPACE and data[end : end + 1] != b">":
            raise MarkupError(f"Unexpected end of name token at byte offset {at}")
        return _lower(data[at:end]), end

    def _end_tag(self, begin: int) -> int:
        data = self._data
        if not self._open:
            raise MarkupError(f"Unexpected end tag at byte offset {begin}")
        end = _end(_TAG_NAME, data, begin + 2)
        name = _lower(data[begin + 2 : end])
        at = _end(_SPACES, data, end)
        if data[at : at + 1] != b">":
            raise MarkupError(f"Unclosed end tag at byte offset {begin}")
        opened = self._open.pop()
        if name and name != opened.tag:
            raise MarkupError(
                f'Unmatched end tag at byte offset {begin}, expected "</{opened.tag}>", found "</{name}>"'
            )
        if self._offset > opened.offset:
            inside = "".join(self._pieces[opened.piece :])
            close_tag(opened, inside, self._offset - opened.offset, self._entities)
        return at + 1


def _end(pattern: re.Pattern[bytes], data: bytes, position: int) -> int:
    found = pattern.match(data, position)
    return found.end() if found else position


def _lower(name: bytes) -> str:
    return name.lower().decode(errors="replace")
