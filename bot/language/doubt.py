"""Tells "he took my passport" from "if he takes my passport" and "he has not taken my passport"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.language.normalising import normalise
from bot.language.skeleton import word_skeleton
from bot.language.wordlists import word_set

_BEFORE = 6  # a condition reaches so many words ahead, a long one some more
_SHORT = 2
_AFTER = 2  # "passport niye gele jodi": and so many back

# "If you can, help me: they took my passport" asks politely; nothing in it is hypothetical.
_POLITE = word_set("""
    can could possible please paren parle parlen paro parben somvob sombhob shomvob somvab পারেন
    পারো পারলে পারবেন পারেনতো সম্ভব
""")
_POLITE_REACH = 3

_NOT = word_set("not never didnt dont doesnt havent hasnt hadnt isnt arent wasnt werent aint")
_NOBODY = frozenset({"nobody", "noone"})
_AUXILIARIES = word_set("have has had been be being is was are were yet ever even really actually")
_OWN_DEEDS = word_set("took take taking keep kept keeping")  # "I took my passport along" accuses nobody
_WISHES = tuple(
    word_set("want wanna wish চাই চায় ইচ্ছা chai cai icch")
)  # "I do not want to die" is no calm message

_NOT_AFTER = word_set("নি নাই না ni nai na")
# After "has taken" Bangla cannot say no with নি: more is another sentence, "niye gese, nai kono taka".
_PERFECT = tuple(word_set("ছে ছেন সে সেন ছি লো ল লেন che chen se sen ce cen chi lo l len"))


@dataclass
class Telling:
    """The words of one message, and for each the number of the clause and of the sentence it stands in."""

    words: list[str] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    @cached_property
    def heard(self) -> list[str]:
        return [word_skeleton(word) for word in self.words]


class Doubts:
    """The words that make a phrase a "what if", and the rules for "not"."""

    def __init__(self, hypothetical: Iterable[str]) -> None:
        self._conditions: dict[str, list[list[str]]] = {}
        for phrase in hypothetical:
            condition = [word_skeleton(word) for word in normalise(phrase).split()]
            if condition:
                self._conditions.setdefault(condition[0], []).append(condition)
        self._longest = max((len(one) for of in self._conditions.values() for one in of), default=0)

    def apply(self, told: Telling, span: Sequence[int]) -> bool:
        """Is what stands at `span` clearly supposed or denied, not told?"""
        return self._is_supposed(told, span) or _is_denied(told.words, told.clauses, span)

    def _is_supposed(self, told: Telling, span: Sequence[int]) -> bool:
        words, clauses, heard = told.words, told.clauses, told.heard
        first, last = span[0], span[-1]
        for at in range(max(0, first - _BEFORE - self._longest), min(len(words), last + _AFTER + 1)):
            if clauses[at] not in (clauses[first], clauses[last]):
                continue
            for condition in self._conditions.get(heard[at], ()):
                after = at + len(condition)
                too_far = at < first - _BEFORE - max(0, len(condition) - _SHORT)
                if too_far or heard[at:after] != condition or set(range(at, after)) <= set(span):
                    continue
                if not _POLITE & set(words[after : after + _POLITE_REACH]):
                    return True
        return False


def _is_denied(words: Sequence[str], clauses: Sequence[int], span: Sequence[int]) -> bool:
    if any(words[place].startswith(_WISHES) for place in span):
        return False
    first, last = span[0], span[-1]
    if words[first] in _OWN_DEEDS and first and words[first - 1] == "i":
        return True
    at = first - 1
    while at >= 0 and words[at] in _AUXILIARIES:
        at -= 1
    if at >= 0 and clauses[at] == clauses[first]:
        nobody = words[at] in _NOBODY or (at > 0 and words[at - 1 : at + 1] == ["no", "one"])
        if words[at] in _NOT or (nobody and at < first - 1):  # "nobody here, locked in" needs help
            return True
    if any(words[place] in _NOT for place in range(first, last) if place not in span):
        return True
    follows = last + 1 < len(words) and clauses[last + 1] == clauses[last]
    return follows and words[last + 1] in _NOT_AFTER and not words[last].endswith(_PERFECT)
