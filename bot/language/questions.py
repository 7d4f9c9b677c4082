"""Where a message may hold two questions: at the end of a sentence, or at an "and"."""

from __future__ import annotations

import re

from bot.language.normalising import normalise
from bot.language.scripts import SENTENCE_ENDS
from bot.language.wordlists import word_set

END = "\n"  # stands where a sentence ended; everything else of punctuation is gone
_ENDS = re.compile(rf"[{re.escape(SENTENCE_ENDS)}\n]+(?:\s|$)|[।॥?!\n]+")
_AND = word_set("ar aar r আর এবং ebong and also plus tarpor তারপর tarpore তারপরে")
# All that somebody says who only tells where they are or where they go: no question of its own.
TELLING = word_set("""
    ami amra amar amader amio mui আমি আমরা আমার আমাদের i we my our im am are is was me
    bhai vai bhaiya vaiya bon apu sir madam ভাই ভাইয়া বোন আপু স্যার brother sister husband wife son
    jabo jab jamu jaimu jaite jete jaitam jachi jacchi jassi যাব যাবো যামু যাইতে যেতে যাচ্ছি যাইতাম jaibo
    chai chaitesi chacchi চাই চাইতেছি চাচ্ছি চায় want wants to go
    going will plan bidesh বিদেশ abroad
    achi asi thaki ase আছি আসি থাকি আছে live living in at from now ekhon এখন theke থেকে te তে e এ the a for
    jonno
    work working kaj kaje kajer কাজে কাজের কাজ visa bhisay visay ভিসায় ভিসা
""")
LONGEST = 1000  # letters of a message that are read for its meaning; how it begins and how it ends
_SHORTEST = 3  # words of a question; with two it is mostly half of one: "my passport and papers"
_MOST_PLACES = 3  # who ands more often tells a story


def in_sentences(text: str) -> str:
    """Return the normalised `text`, a line a sentence; read as one line it is what `normalise` makes."""
    whole = normalise(text)
    lines = END.join(line for line in map(normalise, _ENDS.split(text)) if line)
    return lines if lines.split() == whole.split() else whole


def shortened(text: str) -> str:
    """Return a long story's beginning and its end, where people say what they want."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2 - 1]} {text[-LONGEST // 2 :]}"


def halves(text: str) -> list[tuple[str, str]]:
    """Return the ways to part `text`, as `in_sentences` wrote it, in two; none for a long story."""
    words = text.replace(END, f" {END} ").split(" ")
    places = [at for at, word in enumerate(words) if word == END or word in _AND]
    if len(places) > _MOST_PLACES:
        return []
    found = []
    for at in places:
        before, after = (_plain(part) for part in (words[:at], words[at + 1 :]))
        if min(len(before.split()), len(after.split())) >= _SHORTEST:
            found.append((before, after))
    return found


def _plain(words: list[str]) -> str:
    said = [word for word in words if word not in (END, "")]
    while said and said[0] in _AND:
        said = said[1:]
    while said and said[-1] in _AND:
        said = said[:-1]
    return " ".join(said)


def only_tells(text: str, places: list[tuple[int, int]]) -> bool:
    """Does `text`, the names of countries at `places` aside, say nothing but who goes or is where?"""
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return set(text.split()) <= TELLING
