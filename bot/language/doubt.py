"""Tells "he took my passport" from "if he takes my passport" and "he has not taken my passport"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.language.normalising import normalise
from bot.language.wordlists import words

_BEFORE = 6  # a condition reaches so many words ahead
_AFTER = 2  # "passport niye gele jodi": and so many back

# "If you can, help me: they took my passport" asks politely; nothing in it is hypothetical.
_POLITE = words(
    "can could possible please paren parle parlen paro parben somvob sombhob shomvob somvab "
    "পারেন পারো পারলে পারবেন পারেনতো সম্ভব"
)
_POLITE_REACH = 3

_NOT = words("not never didnt dont doesnt havent hasnt hadnt isnt arent wasnt werent aint")
_NOBODY = frozenset({"nobody", "noone", "one"})
_AUXILIARIES = words("have has had been be being is was are were yet ever even really actually")
_WISHES = words("want wanna wants wish চাই chai cai")  # "I do not want to die" is no reason to stay silent

_NOT_AFTER = words("নি নাই ni nai")
_NA = frozenset({"না", "na"})
# After "has taken" Bangla cannot say no with নি, so what follows is another sentence: "niye gese, nai kono taka".
_PERFECT = (
    "ছে",
    "ছেন",
    "সে",
    "সেন",
    "ছি",
    "লো",
    "ল",
    "লেন",
    "che",
    "chen",
    "se",
    "sen",
    "ce",
    "cen",
    "chi",
    "lo",
    "l",
    "len",
)


class Doubts:
    """The words that make a phrase a "what if", and the rules for "not"."""

    def __init__(self, hypothetical: Iterable[str]) -> None:
        self._conditions: dict[str, list[tuple[str, ...]]] = {}
        for phrase in hypothetical:
            words = tuple(normalise(phrase).split())
            if words:
                self._conditions.setdefault(words[0], []).append(words)

    def apply(self, words: Sequence[str], clauses: Sequence[int], span: Sequence[int]) -> bool:
        """Is what stands at `span` clearly supposed or denied, not told?"""
        return self._is_supposed(words, clauses, span) or _is_denied(words, clauses, span)

    def _is_supposed(self, words: Sequence[str], clauses: Sequence[int], span: Sequence[int]) -> bool:
        first, last = span[0], span[-1]
        for at in range(max(0, first - _BEFORE), min(len(words), last + _AFTER + 1)):
            if at in span or clauses[at] not in (clauses[first], clauses[last]):
                continue
            for condition in self._conditions.get(words[at], ()):
                after = at + len(condition)
                if tuple(words[at:after]) == condition and not _POLITE & set(
                    words[after : after + _POLITE_REACH]
                ):
                    return True
        return False


def _is_denied(words: Sequence[str], clauses: Sequence[int], span: Sequence[int]) -> bool:
    first, last = span[0], span[-1]
    at, auxiliaries = first - 1, 0
    while at >= 0 and words[at] in _AUXILIARIES:
        at, auxiliaries = at - 1, auxiliaries + 1
    if at >= 0 and clauses[at] == clauses[first] and words[first] not in _WISHES:
        if words[at] in _NOT or (auxiliaries and words[at] in _NOBODY):
            return True
    if any(words[place] in _NOT for place in range(first, last) if place not in span):
        return True
    following = words[last + 1] if last + 1 < len(words) and clauses[last + 1] == clauses[last] else ""
    if words[last].endswith(_PERFECT) or words[last] in _WISHES:
        return False
    return following in _NOT_AFTER or following in _NA
