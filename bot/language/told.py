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
        # By their first word: of hundreds of phrases a message can hold only few.
        self._starting: dict[str, set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
        for what, of in phrases.items():
            for phrase in of:
                if sound := _sounds(normalise(phrase)):
                    self._starting[sound[0]].add((what, sound))

    def find(self, text: str) -> list[str]:
        """What normalised `text` tells, in the order of the phrases."""
        words = text.split()
        sounds = _sounds(text)
        found = {
            what
            for start, sound in enumerate(sounds)
            for what, phrase in self._starting.get(sound, ())
            if _says(words, sounds, start, phrase)
        }
        return [what for what in self._order if what in found]


def _sounds(text: str) -> tuple[str, ...]:
    return tuple(skeleton(word) or word for word in text.split())


def _says(words: list[str], sounds: tuple[str, ...], start: int, phrase: tuple[str, ...]) -> bool:
    end = start + len(phrase)
    if sounds[start:end] != phrase:
        return False
    around = words[max(0, start - _REACH) : start] + words[end : end + _REACH]
    return not any(word.strip(",.?!") in _DENIED for word in around)
