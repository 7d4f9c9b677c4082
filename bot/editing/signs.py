"""Signs that look right and are wrong: digits in numbers, curly quotes, dashes."""

import re
import unicodedata

NUMBERS = frozenset(
    {"number", "amount", "amount_to", "year", "as_of", "checked_on", "valid_until", "revision", "weight"}
)
"""Keys whose value is a number or a day; words keep the digits of their language."""

CURLY = re.compile(
    '[\u201c\u201d\u201e](?P<double>[^"\u201c\u201d\u201e]+)["\u201c\u201d]'
    '|"(?P<half>[^"\u201c\u201d\u201e]+)[\u201c\u201d]'
    "|[\u2018\u2019\u201a](?P<single>[^\u2018\u2019\u201a]+)[\u2018\u2019]"
)
"""A whole value between quotes, one of them at least typographic; with more inside a person decides."""

_AS_TYPED = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u00a0\u2007\u2009\u202f", " ")
    | {"\uff0b": "+"}
)


def latin(value: str) -> str:
    """A number or a day in Latin digits, with a plain plus, plain hyphens and plain spaces."""
    value = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in value)
    return value.translate(_AS_TYPED)


def without_curly(value: str) -> str:
    """The value without curly quotes around all of it."""
    found = CURLY.fullmatch(value)
    return (found["double"] or found["half"] or found["single"]) if found else value


def quoted(value: str) -> str:
    """The value between straight quotes, as YAML has them."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
