"""One written form for every way a phone may write the same text."""

from __future__ import annotations

import re
import unicodedata

from bot.language.scales import OTHERS, OURS

MAX_LENGTH = 4096  # what Telegram lets one message hold

_KEPT = frozenset("+-.,/%")
_APOSTROPHES = frozenset("'\u2018\u2019\u201b\u02bc\u2032\u00b4`")
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
_INVISIBLE_MARKS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
# Alone they are a cry for help; beside words the words tell.
_CRIES = re.compile("[\U0001f198\U0001f6a8\U0001f62d\U0001f622\U0001f630\U0001f631]")
_CRY = "sos"
_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}
_HALF = re.compile(r"(\d)?[ \t]*([½¼¾])")
_PRICE_MARK = re.compile(r"/[ \t]*=")

_SIGN = "[\u0981-\u0983\u09bc\u09be-\u09cd\u09d7]"
_REPEATED_SIGN = re.compile(rf"({_SIGN})\1+")
_REPEATED_LETTER = re.compile(r"([^\W\d_])\1{2,}")
_EARLY_CHANDRABINDU = re.compile("\u0981([\u09be-\u09cc])")
_ACRONYM = re.compile(r"(?<![a-z0-9.])[a-z](?:\.[a-z])+(?![a-z0-9])")
_RANGE = re.compile(r"(?<=\d) *- *(?=\d)")
_SPACED_PRICE_MARK = re.compile(r"(?<=\d) +/-(?![\d-])")
# A comma between two amounts stays, as a word of its own: "1 lakh, 20 hajar beton" may be a price and a wage.
_SCALE = "|".join(word for of in (OURS, OTHERS) for words in of.values() for word in words.split())
_COMMA = re.compile(rf"(?<![^\W\d_])({_SCALE})(?: *,)+ *(?=\d|[^\W\d_][^\s.,/%+-]* +(?:{_SCALE})(?![^\W_]))")
_MARK = "\x1f"  # stands for it while the others are taken away; no text holds one by then
_PUNCTUATION = re.compile(r"((?<=\d)/-(?![\d-])|(?<=\d)[.,/-](?=\d)|(?<=\d)%|(?<!\S)\+(?=\d))|[.,/%+-]")


class _Characters(dict[int, str]):
    """What becomes of one character, found out when it is first seen."""

    def __missing__(self, code: int) -> str:
        self[code] = becomes = _becomes(chr(code))
        return becomes


def _becomes(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if char in _APOSTROPHES or category == "Cf":  # "don't" and "dont" are one word; joiners are invisible
        return ""
    if char in _DASHES:
        return "-"
    if char in _KEPT or category[0] in "LM" or category == "Sc":
        return char
    return " "


_CHARACTERS = _Characters({ord("ৰ"): "র"})


def normalise(text: str) -> str:
    """Return `text` in the one form for all matching and training; doing it twice changes nothing more."""
    written = text[: 2 * MAX_LENGTH]
    text = written.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE_MARKS.sub("", unicodedata.normalize("NFD", text)))
        text = text.replace("ত্\u200d", "ৎ")
        text = _HALF.sub(lambda half: (half[1] or " 0") + _HALVES[half[2]], text)
    # Most lines have none of these signs, and looking for a sign is far quicker than a pattern.
    if "/" in text:
        text = _PRICE_MARK.sub("/-", text)
    text = text.translate(_CHARACTERS)
    if not text.isascii():
        text = _bangla(text)
    text = _REPEATED_LETTER.sub(r"\1", text)
    if "." in text:
        text = _ACRONYM.sub(lambda acronym: acronym[0].replace(".", ""), text)
    if "-" in text:
        text = _RANGE.sub("-", _SPACED_PRICE_MARK.sub("/-", text))
    if not _KEPT.isdisjoint(text):
        if "," in text:
            text = _COMMA.sub(rf"\1 {_MARK} ", text)
        text = _PUNCTUATION.sub(lambda sign: sign[1] or " ", text).replace(_MARK, ",")
    text = " ".join(text.split()) or (_CRY if _CRIES.search(written) else "")
    return text if len(text) <= MAX_LENGTH else normalise(text[:MAX_LENGTH].rsplit(" ", 1)[0][:MAX_LENGTH])


def _bangla(text: str) -> str:
    """Undo the ways in which Bangla looks the same on a screen and differs in memory."""
    text = _EARLY_CHANDRABINDU.sub("\\1\u0981", text)
    text = _REPEATED_SIGN.sub(r"\1", text)
    text = text.replace("অা", "আ").replace("আা", "আ").replace("ব\u09bc", "র")
    return unicodedata.normalize("NFC", text)
