"""Whether it is a woman who is to go abroad, without a word about her work."""

from __future__ import annotations

from bot.language.kin import KIN_BN, OBJECT, OWNER, WIVES, WOMEN, kin
from bot.language.normalising import normalise
from bot.language.wordlists import ends_of, entries, word_set

_WOMEN = word_set("""
    মহিলা মহিলার মহিলারা মহিলাদের মহিলারে নারী নারীর নারীরা নারীদের মেয়েমানুষ মেয়েদের মাইয়াদের
    মেয়েলোক mohila mohilar mohilara mohilader mohilar mahila mahilar mahilader mohilar nari narir
    narira narider meyemanush meyeder meyelok maiyader woman women womens womans female females lady
    ladies girl girls
""")
_A_WOMAN = entries("""
    মেয়ে মানুষ; মেয়ে মানুষের; মাইয়া মানুষ; মাইয়া মানুষের; মেয়ে লোক; একটা মেয়ে; একজন মেয়ে; আমি
    মেয়ে; আমি মাইয়া; meye manush; meye manus; meye manusher; maiya manush; maiya manus; meye lok; ekta
    meye; akta meye; ekjon meye; ekta maiya; ami meye; ami maiya
""")
_MEN = word_set("""
    পুরুষ পুরুষের পুরুষদের ছেলেদের purush purus purusher puruser purushder cheleder man men mens male
    males boys
""")
_WOMEN_EN = word_set("sister sisters wife daughter daughters mother mom mum aunt niece")
_OTHERS_EN = word_set("brother husband son father dad uncle nephew friend")
_GO = (
    "যাবে", "যাইব", "যাইতে", "যেতে", "যাওয়ার", "যাওয়া", "পাঠা", "নিতে", "জন্য", "লাইগা",
    "jabe", "jaibo", "jaite", "jete", "jawar", "jaoar", "jawa", "patha", "nite", "jonn", "janno", "laiga",
    "go", "going", "send", "goes",
)  # fmt: skip
_I_GO = word_set("যাব যাবো যামু যাইতাম jabo zabo jamu jaitam")
_I_GO_EN = entries("i go; i want to go; i will go; can i go; am going; im going; i wish to go; for me")


def is_woman(text: str) -> bool:
    """Whether `text` asks about a woman who goes: the writer, a relative, women at all; not men as well."""
    words = normalise(text).split()
    known = set(words)
    if _MEN & known:
        return False
    return bool(_WOMEN & known) or any(ends_of(words, _A_WOMAN)) or _sends_a_woman(words)


def _sends_a_woman(words: list[str]) -> bool:
    """Is it a sister, wife, daughter or mother who goes, and nobody else?"""
    if _I_GO & set(words) or any(ends_of(words, _I_GO_EN)) or not any(word.startswith(_GO) for word in words):
        return False
    named = {kin(word, (*OBJECT, *OWNER)) for word in words} - {""}
    if named - WOMEN - WIVES or _OTHERS_EN & set(words):
        return False
    return bool(named & KIN_BN) or bool(_WOMEN_EN & set(words))
