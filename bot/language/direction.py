"""Tells from the words around a country whether somebody comes from it, is in it or wants to go to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from bot.language.endings import PARTICLES
from bot.language.wordlists import word_set

_AWAY = word_set("""
    থেকে থেইকা থিকা থাইকা থেকেই হতে হইতে থন ফেরত ফিরে ফিরেছি theke thaika thika theika thekei teke
    theka thke hote hoite ferot firot
""")
_AWAY_ENDINGS = word_set("থেকে হতে theke thaika hote")
_STAYING = word_set("""
    আছি আছে আছেন আছো আটকা আটক আটকে আটকায় আটকায়া বন্দি বন্দী থাকি থাকে থাকেন ছিলাম বিপদে পড়ে জেলে achi
    ache achen acho asi ase asen aci ace achhi atka atke atkay atkaya atok bondi thaki thake thaken
    taki chilam silam bipode pore jele jail living live stuck trapped locked working
""")
# "X theke bolchi" tells where somebody is, "X theke aschi" where they were.
_SPEAKING = tuple(
    word_set("""
    বলছি বলতেছি বলতেসি বলতাছি বলতেসি কইতাছি লিখছি লিখতেছি ফোন কল bolchi bolsi bolci boltechi boltesi
    bolteci boltasi boltachi koitasi likhchi likhsi likhtesi phone fon call
    """)
)
_CALLING = word_set("calling writing speaking texting phoning messaging call write")
_NOW = word_set("now today currently এখন ekhon akhon")
_WORK = ("কাজ", "চাকরি", "kaj", "kaz", "chakri", "cakri")
_DOING = word_set("""
    করি করে করছি করতেছি করতেসি করতাছি করছে করতেছে করেন kori kore korchi korsi kortechi kortesi korci
    korche korse kortese kortasi koren kri
""")
# A country on the way is neither the goal nor where anybody is.
_THROUGH = word_set("via through")
_THROUGH_IT = word_set("হয়ে হইয়া হয়া hoye hoiya hoia hoya")
# Beginnings of the verbs of going, in every person and tense.
_GOING = tuple(
    word_set("""
    যাব যাবো যাবে যাই যাইতে যাইতাম যাও যামু যাচ্ছ যাইতেছ যেতে যেয়ে পাঠা নিতে নিবে নেবে নেওয়া নেয়া ঢুক
    পৌঁছ jabo jabe jaba jai jawa jaoa jao jete jamu jamo jacc jacch jaite jaiba zab zete zaite zamu
    patha nite nibe nebe dhuk going travel
    """)
)
_BUT_NOT_GOING = word_set("jaina janina যায়গা")
_TO = word_set("to towards into for go going goto visit reach entering")
_IN = word_set("in inside at within")
_FROM = word_set("from left leaving leave escaped fled")
_SKIPPED_LEFT = word_set("the a back here now kingdom of ekhon akhon এখন")
_REACH = 4  # words to the right that still belong to the country
_LEFT_REACH = 2

Role = Literal["from", "in", "to"]


def direction(before: Sequence[str], ending: str, after: Sequence[str]) -> Role | None:
    """Return the role of a country from the words before it, its case ending and the words after it."""
    following = [word for word in after[: _REACH + 2] if word not in PARTICLES][:_REACH]
    if ending in _AWAY_ENDINGS or (following and following[0] in _AWAY):
        after_away = following[0 if ending in _AWAY_ENDINGS else 1 :]
        return "in" if any(word.startswith(_SPEAKING) for word in after_away) else "from"
    preceding = [word for word in before if word not in _SKIPPED_LEFT]
    last = preceding[-1] if preceding else ""
    if last in _FROM:
        here = bool(after and after[0] in _NOW) or bool(_CALLING & set(preceding[-3:-1]))
        return "in" if last == "from" and here else "from"
    if last in _THROUGH or (following and following[0] in _THROUGH_IT):
        return "from"
    if last in _TO:
        return "to"
    if last in _IN:
        return "in"
    role = next((role for word in following if (role := _verb(word))), None)
    if role is None and _works(following):
        return "in"
    return role or next((role for word in reversed(preceding[-_LEFT_REACH:]) if (role := _verb(word))), None)


def _works(words: Sequence[str]) -> bool:
    return any(word.startswith(_WORK) and then in _DOING for word, then in pairwise(words))


def _verb(word: str) -> Role | None:
    if word in _STAYING:
        return "in"
    return "to" if word.startswith(_GOING) and word not in _BUT_NOT_GOING else None
