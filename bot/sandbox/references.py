"""Character references of Telegram's HTML: four by name, and any by number."""

import re
from typing import Final

NAMED: Final = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
LONGEST: Final = 10  # bytes; Telegram reads anything longer as plain text

_REFERENCE = re.compile(rb"&(?:#x([0-9A-Fa-f]*)|#([0-9]*)|([A-Za-z]*))")


def decode_reference(data: bytes, position: int) -> tuple[str, int]:
    """The character that `&...` stands for and where it ends; an empty one when it is only an ampersand."""
    found = _REFERENCE.match(data, position)
    if found is None:  # pragma: no cover - the pattern always matches at an ampersand
        return "", position
    end = found.end()
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        character = NAMED.get(name, "")
    elif end - position >= LONGEST:
        character = ""
    else:
        code = int(hexadecimal or b"0", 16) if hexadecimal is not None else int(decimal or b"0")
        character = chr(code) if 0 < code < 0x10FFFF else ""
    if not character:
        return "", position
    return character, end + 1 if data[end : end + 1] == b";" else end


def unescape(data: bytes) -> str:
    """An attribute's value with its references decoded."""
    parts: list[str] = []
    position = 0
    while (found := data.find(b"&", position)) >= 0:
        parts.append(data[position:found].decode(errors="replace"))
        character, end = decode_reference(data, found)
        parts.append(character or "&")
        position = end if character else found + 1
    parts.append(data[position:].decode(errors="replace"))
    return "".join(parts).encode(errors="replace").decode()
