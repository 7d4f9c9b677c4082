"""Who pays a price that is asked about: somebody who has paid already, or a woman domestic worker."""

from __future__ import annotations

from bot.language.normalising import normalise
from bot.language.wordlists import word_set

_PAID = word_set("""
    দিয়েছি দিছি দিসি দিয়েছিলাম দিছিলাম দিলাম দিয়ে দিয়েছেন ফেলেছি ফেলছি জমা diyechi diyesi diechi disi dichi dilam
    diyechilam disilam dichilam felechi felsi joma paid gave given deposited
""")
_DOMESTIC = word_set("""
    গৃহকর্মী গৃহকর্মীর গৃহপরিচারিকা খাদ্দামা বুয়া খাদেমা grihokormi khaddama kaddama khadema bua housemaid maid
    domestic housemaids
""")
_HOUSE = word_set("বাসার বাসায় বাসাবাড়ির বাড়ির ঘরের basar basay basabarir barir ghorer house home")
_WORK = word_set("কাজে কাজ কাজের কাম কামে kaje kaj kajer kam kame work worker job")
_WOMAN = word_set("""
    নারী মহিলা মেয়ে মেয়েকে মেয়েদের মেয়ের বোন বোনকে বউ বউকে স্ত্রীকে মা মাকে আম্মাকে nari mohila meye meyeke meyeder
    meyer bon bonke bou bouke ma make woman women female daughter sister wife mother girl
""")


def has_paid(text: str) -> bool:
    """Whether `text` says that money was given already."""
    return bool(_PAID & set(normalise(text).split()))


def is_domestic(text: str) -> bool:
    """Whether `text` is about a woman who goes to work in a house."""
    words = set(normalise(text).split())
    in_a_house = bool(_HOUSE & words and _WORK & words and _WOMAN & words)
    return bool(_DOMESTIC & words) or in_a_house
