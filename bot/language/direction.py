"""Tells from the words around a country whether somebody comes from it, is in it or wants to go to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.language.endings import PARTICLES
from bot.language.wordlists import words

_AWAY = words(
    "থেকে থেইকা থিকা থাইকা থেকেই হতে হইতে থন ফেরত ফিরে ফিরেছি "
    "theke thaika thika theika thekei teke theka thke hote hoite ferot firot fire"
)
_AWAY_ENDINGS = frozenset({"থেকে", "হতে", "theke", "thaika", "hote"})
_STAYING = (
    "আছি", "আছে", "আছেন", "আছো", "আসি", "আটকা", "আটক", "আটকে", "বন্দি", "থাকি", "থাকে", "থাকেন", "থাকতে", "ছিলাম", "বসে",
    "বিপদে", "পড়ে", "জেলে", "achi", "ache", "achen", "acho", "asi", "ase", "asen", "aci", "ace", "achhi", "atka", "atke", "atok",
    "bondi", "bondhi", "thaki", "thake", "thaken", "thakte", "takhi", "taki", "chilam", "silam", "bose", "bipode", "jele",
    "living", "stuck", "trapped", "working", "now",
)  # fmt: skip
_GOING = (
    "যা", "যে", "যাই", "পাঠা", "পাঠায়", "নিয়ে", "নিবে", "নেবে", "ঢুক", "পৌঁছা", "আসতে", "আইতে", "গিয়া2",
    "jab", "jabo", "jabe", "jai", "jaw", "jao", "jet", "jam", "jac", "jas", "jait", "zab", "zab", "zet", "zait",
    "patha", "niye", "nibe", "nebe", "dhuk", "going", "go", "travel",
)  # fmt: skip
_GONE = words("যাওয়ার2 গিয়ে গিয়া গেছি গেসি এসে এসেছি giye gia giya gie geci gechi gesi eshe ese")
_NOT_GOING = words("যা যারা যাদের যে যেন যেটা যেমন যেখানে jara jader jemon jekhane jamai jani jano")
_TO = frozenset({"to", "towards", "into", "for", "go", "going", "goto", "visit", "reach", "entering"})
_IN = frozenset({"in", "inside", "at", "within"})
_FROM = frozenset({"from", "left", "leaving", "leave", "escaped", "fled", "returned"})
_SKIPPED_LEFT = frozenset({"the", "a", "back", "here", "now", "ekhon", "akhon", "এখন", "kingdom", "of"})
_REACH = 4  # words to the right that still belong to the country
_LEFT_REACH = 2

Role = Literal["from", "in", "to"]


def direction(before: Sequence[str], ending: str, after: Sequence[str]) -> Role | None:
    """Return the role of a country from the words before it, its case ending and the words after it."""
    following = [word for word in after[: _REACH + 2] if word not in PARTICLES][:_REACH]
    if ending in _AWAY_ENDINGS or (following and following[0] in _AWAY):
        return "from"
    preceding = [word for word in before if word not in _SKIPPED_LEFT]
    last = preceding[-1] if preceding else ""
    if last in _FROM:
        return "from"
    if last in _TO:
        return "to"
    if last in _IN:
        return "in"
    verbs = [role for word in following if (role := _verb(word))]
    if verbs:
        return verbs[0]
    return next((role for word in reversed(preceding[-_LEFT_REACH:]) if (role := _bangla_verb(word))), None)


def _verb(word: str) -> Role | None:
    if word in _STAYING:
        return "in"
    if word not in _NOT_GOING and word.startswith(_GOING):
        return "to"
    return None


def _bangla_verb(word: str) -> Role | None:
    return _verb(word) if not word.isascii() or word not in ("go", "going", "now", "living") else None
