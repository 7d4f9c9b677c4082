"""Who pays a price that is asked about: somebody who has paid already, or a woman domestic worker."""

from __future__ import annotations

from itertools import pairwise

from bot.language.normalising import normalise
from bot.language.wordlists import ends_of, entries, word_set

# Finished, and by the one who writes: "দালাল দিয়ে" is only by means of a broker.
_PAID = word_set("""
    দিয়েছি দিছি দিসি দিয়েছিলাম দিছিলাম দিসিলাম দিলাম diyechi diyesi diechi diyeci disi dichi dici dilam
    diyechilam disilam dichilam
""")
_PAID_EN = entries("""
    i paid; we paid; i have paid; we have paid; ive paid; weve paid; i had paid; we had paid; already paid;
    paid already; already gave; already given; i have given; we have given; ive given;
    i deposited; we deposited
""")
_GAVE = frozenset({("i", "gave"), ("we", "gave")})  # a number must follow: one gives a passport too
_FINISHED = word_set("ফেলেছি ফেলছি felechi felsi felchi")
_GIVING = word_set("দিয়ে দিয়া diye diya die")
_NOT = word_set("না নাই নি na nai ni nothing not never no")

_DOMESTIC = word_set("""
    গৃহকর্মী গৃহকর্মীর গৃহপরিচারিকা খাদ্দামা খাদ্দামার বুয়া বুয়ার খাদেমা grihokormi khaddama kaddama khadema
    housemaid housemaids maid maids housekeeper
""")
_HOUSE = word_set("""
    বাসার বাসায় বাসাবাড়ির বাসাবাড়িতে ঘরের basar basay bashar bashay basabarir basabarite ghorer gharer house
    domestic household
""")
_WORK = word_set("""
    কাজে কাজ কাজের কাম কামে কামের kaje kaj kajer kam kame kamer work worker workers helper servant visa
""")
_IN_A_HOUSE = entries(
    "work in house; work in a house; works in a house; work in the house; working in a house"
)


def has_paid(text: str) -> bool:
    """Whether `text` says that the one who writes has given money already."""
    words = normalise(text).split()
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else ""
        if word in _PAID and after not in _NOT:
            return True
        if word in _GIVING and after in _FINISHED:
            return True
        if (word, after) in _GAVE and words[at + 2 : at + 3] and words[at + 2][0].isdigit():
            return True
    return any(not _NOT & {*words[end : end + 1]} for end in ends_of(words, _PAID_EN))


def is_domestic(text: str) -> bool:
    """Whether `text` is about work in somebody's house; a house and some work in one text are not enough."""
    words = normalise(text).split()
    if _DOMESTIC & set(words) or any(ends_of(words, _IN_A_HOUSE)):
        return True
    return any(one in _HOUSE and other in _WORK for one, other in pairwise(words))
