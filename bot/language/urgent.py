"""Recognises from plain phrases that somebody is in danger now; a card too few harms, one too many hardly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.language.calm import Calm, marks
from bot.language.doubt import Doubts, Telling
from bot.language.endings import stems
from bot.language.normalising import MAX_LENGTH, normalise
from bot.language.roots import OPTIONAL, PLAIN, VICTIM, is_victim, root
from bot.language.skeleton import sound, word_skeleton
from bot.language.spelling import Spelling, is_slip
from bot.language.wordlists import word_set

_SLACK = 3  # words that may stand between those of a phrase
_SHORTEST_LOOSE = 5  # letters; shorter words must agree in their vowels too
_SHORTEST_SOUND = 3
_SHORTEST_STEM = 4
_MOST_PLACES = 32  # of one word in a message; who repeats it oftener has been understood
_ALONE = "="  # marks a phrase of one word: it has no neighbours to make up for a loose match
_LONGEST_WHOLE = 60  # letters of a message that is nothing but one phrase
_CALLING = word_set("""
    ভাই ভাইয়া বোন আপা আপু মা আল্লাহ আল্লা রে গো আমি আমরা এখন সত্যি vai bhai vaiya bhaiya bon apa apu ma allah alla
    re go ami amra ekhon sotti please plz i brother sister god
""")
_CLAUSE = re.compile(r"([।|?!;:\n…]+|[.,](?!\d))")
_WITHIN = frozenset(",;:")  # what parts clauses but no sentences
# marle: if he beats; mareni: he did not beat; marbe: he will beat
_TURNING = (("নি", "ni", "নাই", "nai"), ("লে", "le"), ("বে", "be", "বো", "bo", "ব"))
# What a negation denies: in Bangla the word before it, in English one of the next.
_NOT_BEFORE = frozenset(("না", "নাই", "নি", "na", "nai", "ni"))
_NOT_AFTER = {"no": 2, "not": 3}
_LATE = 2  # "dey to na"


@dataclass(frozen=True, slots=True)
class _Phrase:
    rank: int
    words: tuple[int, ...]
    # (negation, what it denies, how far that may stand), the first two as places in `words`
    denies: tuple[tuple[int, int, int], ...] = ()


class UrgentPhrases:
    """The phrases of all urgent situations, made ready once for reading many messages."""

    def __init__(
        self,
        phrases: Mapping[str, Iterable[str]],
        hypothetical: Iterable[str],
        whole: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self._situations = tuple(phrases)
        self._doubts = Doubts(hypothetical)
        self._whole: dict[tuple[str, ...], str] = {}
        for situation, said in (whole or {}).items():
            for phrase in said:
                self._whole.setdefault(self._bare(phrase), situation)
        ids: dict[str, int] = {}
        known: set[_Phrase] = set()
        for rank, situation in enumerate(self._situations):
            for phrase in phrases[situation]:
                parts = _needed(normalise(phrase).split())
                if parts:
                    words = tuple(ids.setdefault(part, len(ids)) for part in parts)
                    known.add(_Phrase(rank, words, tuple(_denied(parts))))
        uses: dict[int, int] = {}
        for one in known:
            for word in one.words:
                uses[word] = uses.get(word, 0) + 1
        self._by_rarest: dict[int, dict[int, list[_Phrase]]] = {}
        for one in sorted(known, key=lambda phrase: (phrase.rank, phrase.words)):
            rarest, second, *_ = (*sorted(one.words, key=lambda word: (uses[word], word)), *one.words)
            self._by_rarest.setdefault(rarest, {}).setdefault(second, []).append(one)
        self._ids = ids
        self._spelling = Spelling((part.strip(_ALONE) for part in ids), _SHORTEST_LOOSE)
        self._by_sound: dict[str, list[str]] = {}
        self._by_root: dict[str, list[str]] = {}
        for part in ids:
            self._by_sound.setdefault(_sound_key(part.strip(_ALONE)), []).append(part)
            if verb := root(part):
                self._by_root.setdefault(verb, []).append(part)

    def match(self, text: str) -> str | None:
        """Return the first situation, by precedence, that `text` tells as real; its punctuation helps."""
        if len(text) <= _LONGEST_WHOLE and (situation := self._whole.get(self._bare(text))):
            return situation
        told = self._told(text)
        places: dict[int, list[int]] = {}
        for place, word in enumerate(told.words):
            for known in self._meant(word):
                if len(standing := places.setdefault(known, [])) < _MOST_PLACES:
                    standing.append(place)
        found = [
            phrase
            for rarest in places.keys() & self._by_rarest.keys()
            for second in places.keys() & self._by_rarest[rarest].keys()
            for phrase in self._by_rarest[rarest][second]
        ]
        for phrase in sorted(found, key=lambda one: one.rank):
            for span in _spans(phrase, places):
                if not self._doubts.apply(told, span) and not _is_calm(told, span):
                    return self._situations[phrase.rank]
        return None

    def _told(self, text: str) -> Telling:
        told, sentence = Telling(), 0
        for number, part in enumerate(_CLAUSE.split(text[:MAX_LENGTH])):
            if number % 2:  # what parts two clauses
                sentence += not _WITHIN.issuperset(part)
                continue
            for word in self._words(part):
                told.words.append(word)
                told.clauses.append(number)
                told.sentences.append(sentence)
        return told

    def _bare(self, text: str) -> tuple[str, ...]:
        """Return how the words sound, without those that only call on somebody."""
        return tuple(self._skeleton(word) for word in self._words(text) if word not in _CALLING)

    def _words(self, text: str) -> list[str]:
        return normalise(text).split()

    def _skeleton(self, word: str) -> str:
        return word_skeleton(word)

    def _meant(self, word: str) -> set[int]:
        """Return the words of phrases that `word` may be, slips, other spellings and other forms included."""
        if word in PLAIN:
            plain = (word, _ALONE + word, VICTIM) if is_victim(word) else (word, _ALONE + word)
            return {self._ids[form] for form in plain if form in self._ids}
        meant = {form for stem, _ in stems(word, _SHORTEST_STEM) for form in (stem, _ALONE + stem)}
        meant.update(known for known in self._by_sound.get(_sound_key(word), ()) if _same_turn(word, known))
        if is_victim(word):
            meant.add(VICTIM)
        elif verb := root(word):
            meant.update(known for known in self._by_root.get(verb, ()) if _same_turn(word, known))
        ids = {self._ids[known] for known in meant if known in self._ids}
        if not ids and len(word) >= _SHORTEST_LOOSE:
            near = [known for known in self._spelling.near(word) if _same_turn(word, known)]
            slips = near + [_ALONE + known for known in near if is_slip(known, word)]
            ids = {self._ids[known] for known in slips if known in self._ids}
        return ids


def _needed(parts: list[str]) -> list[str]:
    """Return the words without which a phrase does not say what it says."""
    if len(parts) == 1:
        return [_ALONE + parts[0]]
    needed = [VICTIM if is_victim(part, of_phrase=True) else part for part in parts if part not in OPTIONAL]
    telling = [part for part in needed if part != VICTIM]
    return needed if len(needed) > 1 and telling else parts


def _sound_key(word: str) -> str:
    key = word_skeleton(word) if len(word) >= _SHORTEST_LOOSE else sound(word)
    return key if len(key) >= _SHORTEST_SOUND else word


def _same_turn(word: str, known: str) -> bool:
    """Do both end in a negation or a condition, or neither?"""
    return all(word.endswith(turn) == known.endswith(turn) for turn in _TURNING)


def _denied(parts: list[str]) -> Iterator[tuple[int, int, int]]:
    for at, part in enumerate(parts):
        if part in _NOT_BEFORE and at:
            yield at, at - 1, -_LATE
        if (reach := _NOT_AFTER.get(part)) and at + 1 < len(parts):
            yield at, at + 1, reach


def _spans(phrase: _Phrase, places: Mapping[int, list[int]]) -> list[list[int]]:
    """Return the places where all words of `phrase` stand close together, in any order."""
    if any(word not in places for word in phrase.words):
        return []
    negations = {at for at, _, _ in phrase.denies}
    first = min(
        (at for at in range(len(phrase.words)) if at not in negations),
        key=lambda at: len(places[phrase.words[at]]),
    )
    spans = []
    for anchor in places[phrase.words[first]]:
        taken = {first: anchor}
        for at, word in enumerate(phrase.words):
            if at != first and at not in negations:
                free = [place for place in places[word] if place not in taken.values()]
                if not free:
                    break
                taken[at] = min(free, key=lambda place: abs(place - anchor))
        else:
            for at, denied, reach in phrase.denies:
                near = taken.get(denied)
                if near is None:
                    break
                free = [place for place in places[phrase.words[at]] if _denies(place, near, reach)]
                if not free:
                    break
                taken[at] = min(free, key=lambda place: abs(place - near))
            else:
                stand = sorted(taken.values())
                if stand[-1] - stand[0] < len(phrase.words) + _SLACK:
                    spans.append(stand)
    return spans


def _denies(place: int, denied: int, reach: int) -> bool:
    return 0 < denied - place <= reach if reach > 0 else 0 < place - denied <= -reach


def _is_calm(told: Telling, span: list[int]) -> bool:
    """Is what stands at `span` a saying, a story or over, and no danger?"""
    begins = told.sentences.index(told.sentences[span[0]])
    ends = len(told.sentences) - told.sentences[::-1].index(told.sentences[span[0]])
    for mark in marks(" ".join(told.words[begins:ends])):
        within = mark.first + begins <= span[-1] and span[0] <= mark.last + begins
        if mark.calm is Calm.ALL or (mark.calm is Calm.OWN and within):
            return True
    # It may be over in a later sentence, too.
    later = marks(" ".join(told.words[begins:]))
    return any(mark.calm is Calm.OVER and span[0] <= mark.last + begins for mark in later)
