"""Characters that nobody sees: taken out where they are stray, made visible where changes are shown."""

import re

from bot.packs.letters import INVISIBLE

_UNSEEN = re.compile(f"{INVISIBLE.pattern}|[\u00a0\u2007\u2009\u202f]")
_LINE_ENDS = {"\x85": " ", "\u2028": " ", "\u2029": " "}  # some programmes show a gap there


def without_stray(text: str) -> str:
    """The text without invisible characters, except where a script needs them."""
    return INVISIBLE.sub(lambda found: _LINE_ENDS.get(found[0], ""), text)


def shown(line: str) -> str:
    """The line with what nobody sees made visible: <U+200B>, <tab>, and a dot for each space at its end."""
    text = _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", line).replace("\t", "<tab>")
    bare = text.rstrip(" ")
    return bare + "·" * (len(text) - len(bare))
