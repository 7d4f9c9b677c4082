"""Finds phrases that answer a question of a check before it is asked: "tourist visa", "টুরিস্ট ভিসা"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.language.normalising import normalise
from bot.language.skeleton import skeleton
from bot.language.wordlists import word_set

# Who says "not a tourist visa" has told the opposite, and a wrong answer is worse than one question more.
_DENIED = word_set("না নাই নেই নয় নি no not never na nai nei noy ni isnt without chara ছাড়া")
_REACH = 3  # words before and behind a phrase in which a denial may stand


class Told:
    """`phrases`: what is told -> the phrases that tell it; matched by sound, so in both scripts."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._order = tuple(phrases)
        # By their first sound: a message has a few words, the packs have hundreds of phrases.
        self._starting: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for what, of in phrases.items():
            for phrase in {_sounds(normalise(phrase)) for phrase in of} - {()}:
                self._starting[phrase[0]].append((what, phrase))

    def find(self, text: str) -> list[str]:
        """What normalised `text` tells, in the order of the phrases."""
        words, sounds = text.split(), _sounds(text)
        found = [
            (what, range(start, start + len(phrase)))
            for start, sound in enumerate(sounds)
            for what, phrase in self._starting.get(sound, ())
            if sounds[start : start + len(phrase)] == phrase
        ]
        # "Tourist visa, gives no receipt": that "no" belongs to another phrase.
        taken = {at for _, place in found for at in place}
        denied = {at for at, word in enumerate(words) if word.strip(",.?!") in _DENIED and at not in taken}
        told = {
            what
            for what, place in found
            if not denied & set(range(place[0] - _REACH, place[-1] + _REACH + 1))
        }
        return [what for what in self._order if what in told]


def _sounds(text: str) -> tuple[str, ...]:
    return tuple(skeleton(word) or word for word in text.split())
