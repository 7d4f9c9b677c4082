"""Which words say the same in an urgent message: one verb in many forms, one victim under many names."""

from __future__ import annotations

import re

from bot.language.skeleton import sound
from bot.language.wordlists import word_set

VICTIM = "<victim>"  # me, us, my brother: whoever it happened to

# Forms that say what happens or happened: ধরছে, ধরেছে, ধইরা, dhorse, dhoreche, dhortese. What would, may or
# did not happen (ধরলে, ধরবে, ধরেনি, ধরতে) is left out, for it is no news.
_TOLD = (
    re.compile(
        r"(.+?)(?:[aeoiy]*t[aeo]?)?(?:cch|cc|ch|c|ss|s)(?:e|en|i|ilo|il|ilam|ilen|oin|uin)(?:gi|re|go)?"
    ),
    re.compile(r"(.+?)(?:[েিাইয়়]*ত[েিা]?)?(?:চ্ছ|ছ|স)(?:ে|েন|ি|িল|িলো|িলাম|িলেন|ইন|ুইন)(?:গি|রে)?()"),
)
_TELLING = re.compile(
    r"(.{2,}?)(?:iya|iye|aiya|aia|aya|oya|ay|oy|ey|y|e|i|ায়া|ইয়া|িয়া|িয়ে|ায়|েয়|য়|ে|ি|ই)|(.*ই.|.*i[^aeiou]h?)(?:া|a)"
)
_NOT_TOLD = re.compile(r".*(?:ni|nai|le|te|be|bo|mu|na|r|নি|নাই|লে|তে|বে|বো|মু|না|র|টা|টি|ta|ti)")
_NOT_CONSONANTS = re.compile("[^bcdfghjklmnprst]+")
_SHORTEST = 3
_FIRST_PERSON = ("ছি", "সি", "ছিলাম", "chi", "ci", "si", "chilam", "silam", "cilam")

_ME = word_set("""
    আমাকে আমারে আমায় আমাদেরকে আমাগো আমাদেরে মোরে মোগো আঁরে আঁরারে me us amake amare amk amay amago
    amaderke amadere him her them তাকে তারে ওকে ওরে তাদেরকে take tare oke ore taderke brother sister
    husband wife father mother uncle cousin friend
""")
_CHILD = "ছেলে মেয়ে বাচ্চা সন্তান chele meye baccha sontan son daughter child পোলা মাইয়া pola maiya"
_KIN = (
    "ভাই বোন স্বামী জামাই বউ স্ত্রী বাবা আব্বা মা আম্মা আম্মু চাচা মামা খালা বন্ধু ভাবি vai bhai bon shami sami jamai "
    "bou stri wife husband baba abba amma ammu chacha caca mama khala bondhu vabi"
)
_ENDED_KIN = word_set(
    " ".join(kin + ending for kin in _KIN.split() for ending in ("কে", "রে", "ke", "re"))
) - word_set(
    "মারে mare মামারে mamare"  # he beats
)
_ENDED_CHILD = word_set(
    " ".join(kin + ending for kin in _CHILD.split() for ending in ("কে", "রে", "ke", "re", ""))
)

# Words that a phrase may do without when enough others say what happened.
OPTIONAL = word_set("""
    আমি আমরা আমার আমাদের মোর আঁর ami amra amar amr amader mor i we my our the a an is are was has
    have had been they he she his এখন ekhon akhon now ভাই vai bhai
""")


# Words that are nothing but themselves, however much they look like a form of another.
PLAIN = word_set("""
    between marry broker brother before bother rated rating more were where there here give gave have
    koron porte turned learned saying laying korle করলে shasti shasthi শাস্তি দেড় maybe report reported would
    bari বাড়ি পোয়াতি poati ঠইকা thoika
""")
# No forms of a verb, though they sound like one.
_NO_VERBS = word_set("কাছে কাছেই kache kase kachei kasei")


def is_victim(word: str, of_phrase: bool = False) -> bool:
    """Does `word` name the person it happens to? In a phrase a child is only a child."""
    return word in _ME or word in _ENDED_KIN or (not of_phrase and word in _ENDED_CHILD)


def root(word: str) -> str | None:
    """Return what all forms of one verb share when they tell what happens; nothing for other words."""
    if len(word) < _SHORTEST or word in _NO_VERBS:
        return None
    told = _TOLD[0 if word.isascii() else 1].fullmatch(word)
    form = told or (None if _NOT_TOLD.fullmatch(word) else _TELLING.fullmatch(word))
    heard = sound(form[1] or form[2]) if form else ""
    consonants = _NOT_CONSONANTS.sub("", heard)
    if told and word.endswith(_FIRST_PERSON):  # "I took my passport along" is not "he took my passport"
        consonants += "1"
    if (
        len(consonants.rstrip("1")) < 2
    ):  # nise tells that it was taken; niye may be "take your passport along"
        return consonants if told and consonants else None
    return consonants + "+" * (heard[1:2] in ("a", "e"))
