"""The scripts that languages are written in, by ISO 15924: the letters of each, and the digits CLDR names."""

import re
from typing import Literal, get_args

Script = Literal[
    "Arab", "Beng", "Cakm", "Cyrl", "Deva", "Ethi", "Gujr", "Guru", "Khmr", "Knda", "Laoo", "Latn", "Mlym",
    "Mtei", "Mymr", "Olck", "Orya", "Rohg", "Sinh", "Taml", "Telu", "Thaa", "Thai", "Tibt",
]  # fmt: skip

# The stroke that ends a sentence (U+0964) and its double belong to every script of India, so to none.
_RANGES: dict[str, str] = {
    "Arab": "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f",
    "Beng": "\u0980-\u09ff",
    "Cakm": "\U00011100-\U0001114f",
    "Cyrl": "\u0400-\u052f",
    "Deva": "\u0900-\u0963\u0966-\u097f",
    "Ethi": "\u1200-\u139f",
    "Gujr": "\u0a80-\u0aff",
    "Guru": "\u0a00-\u0a7f",
    "Khmr": "\u1780-\u17ff",
    "Knda": "\u0c80-\u0cff",
    "Laoo": "\u0e80-\u0eff",
    "Latn": "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "Mlym": "\u0d00-\u0d7f",
    "Mtei": "\uabc0-\uabff",
    "Mymr": "\u1000-\u109f",
    "Olck": "\u1c50-\u1c7f",
    "Orya": "\u0b00-\u0b7f",
    "Rohg": "\U00010d00-\U00010d3f",
    "Sinh": "\u0d80-\u0dff",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Thaa": "\u0780-\u07bf",
    "Thai": "\u0e00-\u0e7f",
    "Tibt": "\u0f00-\u0fff",
}
LETTERS: dict[str, re.Pattern[str]] = {
    script: re.compile(f"[{_RANGES[script]}]") for script in get_args(Script)
}
"""One letter of a script: LETTERS["Beng"].search(text)."""

ZEROS = {
    "arab": 0x0660,
    "arabext": 0x06F0,
    "beng": 0x09E6,
    "cakm": 0x11136,
    "deva": 0x0966,
    "gujr": 0x0AE6,
    "guru": 0x0A66,
    "khmr": 0x17E0,
    "knda": 0x0CE6,
    "laoo": 0x0ED0,
    "mlym": 0x0D66,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "olck": 0x1C50,
    "orya": 0x0B66,
    "tamldec": 0x0BE6,
    "telu": 0x0C66,
    "thai": 0x0E50,
    "tibt": 0x0F20,
}
"""The zero of each CLDR numbering system; systems not named here are written 0 to 9."""

# What ends a sentence in the scripts we write, dari and double dari among the rest.
SENTENCE_ENDS = "।॥?!.:;…"
