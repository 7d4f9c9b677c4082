"""Finds phrases that answer a question of a check before it is asked: "tourist visa", "টুরিস্ট ভিসা"."""

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
        self._phrases = {
            what: tuple({sound for phrase in of for sound in [_sounds(normalise(phrase))] if sound})
            for what, of in phrases.items()
        }

    def find(self, text: str) -> list[str]:
        """What normalised `text` tells, in the order of the phrases."""
        words = text.split()
        sounds = _sounds(text)
        return [
            what
            for what, phrases in self._phrases.items()
            if any(_says(words, sounds, phrase) for phrase in phrases)
        ]


def _sounds(text: str) -> tuple[str, ...]:
    return tuple(skeleton(word) or word for word in text.split())


def _says(words: list[str], sounds: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    for start in range(len(sounds) - len(phrase) + 1):
        end = start + len(phrase)
        if sounds[start:end] == phrase:
            around = words[max(0, start - _REACH) : start] + words[end : end + _REACH]
            if not any(word.strip(",.?!") in _DENIED for word in around):
                return True
    return False
