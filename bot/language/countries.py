"""Finds the countries that a message names, however they are spelt, and which way the person is going."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from bot.language.direction import direction
from bot.language.endings import stems
from bot.language.normalising import normalise
from bot.language.ordinary import NEVER, is_ordinary
from bot.language.skeleton import sound, word_skeleton
from bot.language.spelling import Spelling, is_slip
from bot.language.wordlists import word_set

Role = Literal["from", "in", "to"]

_HEARD_VOWELS = re.compile("[aeiou]+")
_TOKEN = re.compile(r"[^\s.,/+%-]+")
_SHORTEST_ALIAS = 3
_SHORT_ALIASES = frozenset({"uk", "kl"})  # the only two-letter names that are not also words
_SHORTEST_ENDED = 4  # "chader" is no Chad; shorter names stand alone or before a separate particle
_SHORT_BUT_ENDED = word_set("রোম চীন")  # with an ending they are no other word either
_SHORTEST_DOUBTED = 5  # letters a word must have before it may be a misspelt name
_FEWEST_CONSONANTS = 3  # with fewer a word must sound the same to the last vowel
_SHORTEST_EQUAL = 4
_SHORTEST_FOREIGN_SOUND = 5  # in the other script
_LONG_SOUND = 6
_SHORTEST_CUT = 4  # letters that must be left of a name that lost one
_VOWEL_SIGNS = frozenset("aeiouyািীুূেৈোৌ")

# "Bangladesh embassy" names no place: somebody abroad asks for theirs.
_HOME = "BD"
_MISSION = tuple(word_set("embassy embassi embasy embasi এম্বাসি এম্বেসি অ্যাম্বাসি dutabas dutabash দূতাবাস দুতাবাস")) + (
    "consul", "konsul", "কনসু", "কনস্যু", "mission", "মিশন", "commission", "komis", "কমিশ", "কমিস", "হাইকমি",
    "highcom", "haicom",
)  # fmt: skip
_MISSION_REACH = 2  # "bangladesh high commission", "embassy of bangladesh"


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country that a text names: where in the normalised text, and whether as origin, place or goal."""

    iso2: str
    start: int
    end: int
    role: Role | None


@dataclass(frozen=True, slots=True)
class _Reading:
    word: str  # a word of some alias
    ending: str
    doubt: int  # 0 as written, 1 same sound, 2 misspelt


class _Node(dict[str, "_Node"]):
    """The aliases that begin with the same words."""

    iso2: str | None = None


class Countries:
    """All names of all countries, made ready once for reading many messages."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        words: set[str] = set()
        for iso2, aliases in names.items():
            for alias in aliases:
                parts = _TOKEN.findall(normalise(alias))
                if not parts or (len(parts) == 1 and not _may_stand_alone(parts[0])):
                    continue
                self._add(parts, iso2)
                self._add(["".join(parts)], iso2)
                words.update(parts, ["".join(parts)])
        self._words = words
        self._by_frame: dict[str, list[str]] = {}
        for word in sorted(words):
            self._by_frame.setdefault(_frame(sound(word)), []).append(word)
        self._spelling = Spelling(words)
        # Most words name no country; to find that out again and again is half of the work.
        self._readings = lru_cache(maxsize=4096)(lambda token: tuple(self._read(token)))

    def _add(self, parts: list[str], iso2: str) -> None:
        node = self._root
        for part in parts:
            node = node.setdefault(part, _Node())
        node.iso2 = node.iso2 or iso2  # the first country to claim a name keeps it

    def find(self, text: str) -> list[CountryMention]:
        """Return the countries that the normalised `text` names, in order; of two that overlap the longer."""
        places = [(token[0], token.start(), token.end()) for token in _TOKEN.finditer(text)]
        tokens = [token for token, _, _ in places]
        readings = [self._readings(token) for token in tokens]
        found: list[tuple[int, int, str, str]] = []
        for first in range(len(tokens)):
            if readings[first] and (best := self._longest(readings, first)):
                found.append((first, *best))
        found.sort(key=lambda mention: (mention[0] - mention[1], mention[0]))
        kept: list[tuple[int, int, str, str]] = []
        for mention in found:
            if all(mention[1] <= other[0] or mention[0] >= other[1] for other in kept):
                kept.append(mention)
        kept = sorted(one for one in kept if one[2] != _HOME or not _names_mission(tokens, one[0], one[1]))
        mentions = []
        for number, (first, after, iso2, ending) in enumerate(kept):
            left = kept[number - 1][1] if number else 0
            right = kept[number + 1][0] if number + 1 < len(kept) else len(tokens)
            role = direction(tokens[left:first], ending, tokens[after:right])
            mentions.append(CountryMention(iso2, places[first][1], places[after - 1][2], role))
        return mentions

    def _read(self, token: str) -> Iterator[_Reading]:
        """Yield the alias words that `token` may stand for, the surest first."""
        if token in NEVER:
            return
        ended = [
            (stem, ending)
            for stem, ending in stems(token, _SHORTEST_ALIAS)
            if not ending or len(stem) >= _SHORTEST_ENDED or stem in _SHORT_BUT_ENDED
        ]
        known = [_Reading(stem, ending, 0) for stem, ending in ended if stem in self._words]
        yield from known
        if is_ordinary(token):
            return
        for stem, ending in ended:
            if is_ordinary(stem):
                continue
            heard = sound(stem)
            for word in () if known else self._spelling.near(stem):
                if _lost_a_letter(word, stem):
                    yield _Reading(word, ending, 2)
            if len(stem) < _SHORTEST_DOUBTED:
                continue
            for word in self._by_frame.get(_frame(heard), ()):
                if word != stem and _sounds_like(word, stem):
                    yield _Reading(word, ending, 1)
            for word in () if known else self._spelling.near(stem):
                if sound(word)[:1] == heard[:1] and is_slip(word, stem):
                    yield _Reading(word, ending, 2)

    def _longest(self, readings: Sequence[Sequence[_Reading]], first: int) -> tuple[int, str, str] | None:
        """Return (token after it, country, ending) of the longest and surest name starting at `first`."""
        best: tuple[int, int] | None = None
        result: dict[str, str] = {}
        paths = [(first, self._root, 0)]
        while paths:
            at, node, doubt = paths.pop()
            for reading in readings[at] if at < len(readings) else ():
                child = node.get(reading.word)
                if child is None:
                    continue
                total = doubt + reading.doubt
                if child.iso2 is not None:
                    rank = (-(at + 1), total)
                    if best is None or rank < best:
                        best, result = rank, {}
                    if rank == best:
                        result.setdefault(child.iso2, reading.ending)
                if not reading.ending:
                    paths.append((at + 1, child, total))
        if (
            best is None or len(result) != 1
        ):  # two countries equally likely: naming neither is better than one
            return None
        ((iso2, ending),) = result.items()
        return -best[0], iso2, ending


def _may_stand_alone(alias: str) -> bool:
    return alias not in NEVER and (len(alias) >= _SHORTEST_ALIAS or alias in _SHORT_ALIASES)


def _names_mission(tokens: Sequence[str], first: int, after: int) -> bool:
    """Is the country at `first` only whose embassy is meant?"""
    near = (*tokens[max(0, first - _MISSION_REACH) : first], *tokens[after : after + _MISSION_REACH])
    return any(word.startswith(_MISSION) for word in near)


def _lost_a_letter(known: str, word: str) -> bool:
    """Is `word` the name `known` without one vowel: itly, or লিবিয় cut short?"""
    if len(word) < _SHORTEST_CUT or len(known) != len(word) + 1 or known[0] != word[0]:
        return False
    place = next((at for at, letter in enumerate(word) if known[at] != letter), len(word))
    if known[place] not in _VOWEL_SIGNS or known[place + 1 :] != word[place:]:
        return False
    if place == len(word):
        return len(word) > _SHORTEST_CUT
    return len(_frame(sound(known))) >= _FEWEST_CONSONANTS and _frame(sound(known)) == _frame(sound(word))


def _frame(heard: str) -> str:
    """Return how a word begins and its consonants."""
    return heard[:1] + _HEARD_VOWELS.sub("", heard[1:])


def _sounds_like(known: str, word: str) -> bool:
    """Do two words of one frame also agree in their vowels, or all but one if they are long?"""
    one, other = sound(known), sound(word)
    shorter = min(len(one), len(other))
    if len(_frame(one)) < _FEWEST_CONSONANTS:
        return one == other and shorter >= _SHORTEST_EQUAL
    if known.isascii() != word.isascii() and shorter < _SHORTEST_FOREIGN_SOUND:
        return False
    if word_skeleton(known) != word_skeleton(word) and shorter < _LONG_SOUND:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1
