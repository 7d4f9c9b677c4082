"""Who speaks: the person in danger, or somebody at home about a relative.

A mistake costs little: the card for the one has a button to the card for the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.language.kin import KIN_BN, KIN_EN, NOT_CALLED, OBJECT, OWNER, THE, WOMEN, kin
from bot.language.normalising import normalise
from bot.language.oneself import HOME, MY_BN, SELF, THIRD, is_about_me, of_oneself
from bot.language.whose import DOERS, Part, apart
from bot.language.wordlists import word_set

_REACH = 4  # words between "my brother" and what happened to him

_HE_IS = word_set("is was has got gets get been being")
# "He has" and "she was" tell of a victim only before what is suffered: mostly he is the one who does it.
_HAS = word_set("has had")
_SUFFERED = word_set("""
    beaten locked detained kidnapped arrested raped stuck trapped missing held taken tortured imprisoned
    jailed abused captured abducted
""")
_STILL = word_set("been being still now also got badly just")
_PHONED = word_set("ফোন phone fon টাকা taka tk কল call kol")
_UNLESS = word_set("na না dile দিলে korle করলে")
_STATES = word_set("is was in still got")
_ASKED = word_set(
    "ask asks asked from to tell call calls phone force forced want miss"
)  # whose money is wanted

_I_WANT = word_set("চাই মরব মরবো যামু করমু করব করবো chai cai morbo jamu")

_FAR = 7  # words between "my daughter" and the owner who beats her
_LONG = 5  # letters of a word that may be a place with its ending
_HIS = word_set("ওর তার তাঁর উনার ওনার or tar unar onar her his")
_GETS = frozenset(
    (noun, verb)
    for noun in word_set("মার মাইর mar mair beaten")
    for verb in word_set("খায় খাইতেছে খাচ্ছে খাইতাছে khay khai khaitese khaitase khacche khacce khaiteche up by")
)
_PLACED = word_set("""
    এ তে য় থাকে থাকেন আছে আছেন কাজ কাম করে গেছে গেছেন গেসে বিদেশ ওখানে সেখানে e te a y ey thake thaken
    ase asen ache achen kaj kam kore gese gesen gece geche gache bidesh okhane sekhane oikhane in at is
    works working lives went abroad there
""")
_PLACE_ENDINGS = ("তে", "ে", "য়", "te", "e", "ay")
_HITS = word_set("beats beat hits hit beating hitting slaps kicks tortures torture rapes raped abuses abuse")
_ENGLISH_TOO = word_set("make")
_KNOWS = word_set("""
    এখানে এইখানে ekhane eikhane here জানে জানেনা জানেন বুঝে অপেক্ষায় jane janena janen
    bujhe know knows worried waiting
""")
_DEAD = word_set("মারা mara died dead")
_GONE = word_set("গেছে গেছেন গেসে গেল গেলেন gese gesen geche geche gece gelo died dead")
_BESIDE = word_set("""
    সাথে সঙ্গে লগে নিয়ে নিয়া বাসায় বাড়িতে মতো মত কাছে sathe shathe satha songe shonge sange loge
    niye niya nia basay bashay barite moto mato kase kache
""")
_LIKE = word_set("মতো মত moto mato")
_I_AM_THERE = word_set("""
    থাকি আছি আসি করি আসছি আইছি এসেছি গেছি গেছিলাম ছিলাম আসছিলাম ami thaki achi asi aci kori korchi korsi
    aschi aisi eschi eshechi gesi gechi chilam silam taki আমি
""")
_THINGS = word_set("পাসপোর্ট বেতন টাকা মোবাইল passport pasport beton taka mobile kagoj কাগজ salary")

# Situations in which "my husband" may well be the one who does it.
DONE_BY_KIN = frozenset({"violence", "sexual_violence"})
_ONE_WANTS = frozenset({"wish_to_die"})


def speaks_of_another(text: str, situation: str = "", told: Sequence[Part] = ()) -> bool:
    """Whether `text` tells of `situation` as something that happens to somebody else.

    `told` says of whom it tells what: who is far away from the one who writes does nothing to them.
    """
    words = normalise(text).split()
    if apart(told):
        in_trouble = {part.other for part in told if part.rest}
        if len(in_trouble) == 1:
            return in_trouble.pop()
    if is_about_me(words):
        return False
    if situation in _ONE_WANTS and ("i" in words or SELF & set(words) and _I_WANT & set(words)):
        return False
    return any(_is_victim(words, at, situation in DONE_BY_KIN) for at in range(len(words)))


def goes_on(text: str, situation: str = "") -> bool:
    """Whether `text`, without a name, can go on about the relative of the sentence before."""
    return situation not in _ONE_WANTS and not of_oneself(normalise(text).split())


def _is_victim(words: list[str], at: int, strict: bool) -> bool:
    """Does the word at `at` name somebody to whom it happens?"""
    word = words[at]
    if word in ("he", "she"):
        return _suffers(words[at + 1 : at + 1 + _REACH])
    if _is_phoned(words, at):
        return False
    if word in THIRD or (word in _HIS and at + 1 < len(words) and words[at + 1] in _THINGS):
        return True
    if not (word in KIN_EN or word.removesuffix("s") in KIN_EN or kin(word, (*OBJECT, *OWNER, *THE))):
        return False
    return not _is_only_named(words, at) and (_in_english(words, at, strict) or _in_bangla(words, at, strict))


def _in_english(words: list[str], at: int, strict: bool) -> bool:
    word, rest = words[at], words[at + 1 :]
    before = words[at - 1] if at else ""
    if word.removesuffix("s") in KIN_EN and before in ("my", "our", "his", "her", "a", "the"):
        if at > 1 and words[at - 2] in _ASKED:
            return False
        hits = bool(_HITS & set(rest[:1]))
        if not strict or _HE_IS & set(rest[:1]) or (at > 1 and not hits):
            return True
        return before in ("my", "our") and _does_another(rest)
    return word in KIN_EN and bool(_STATES & set(rest[:1]))


def _in_bangla(words: list[str], at: int, strict: bool) -> bool:
    word, rest = words[at], words[at + 1 :]
    after = rest[0] if rest else ""
    mine = bool(MY_BN & set(words[max(0, at - 2) : at])) or (at == 0 and word in NOT_CALLED)
    if word in _ENGLISH_TOO and not mine:
        return False
    if (named := kin(word, OBJECT)) and named != word:
        return True
    if word in KIN_BN and after in OBJECT and after != "take":
        return True
    the = kin(word, THE) not in ("", word)
    owned = (word in KIN_BN and after in OWNER) or kin(word, OWNER) not in ("", word)
    if strict:
        if owned:
            return mine and (word not in KIN_BN or _does_another(rest[1:]))
        far_away = word in WOMEN and any(_is_place(one) for one in rest[:3])
        return (mine or the) and (far_away or _does_another(rest))
    return the or (word in KIN_BN and after in OWNER) or (mine and bool(kin(word, OWNER)))


def _does_another(rest: list[str]) -> bool:
    """Does somebody else do it to the relative: "my daughter, the owner beats", "he gets beaten"?"""
    if any(pair in _GETS for pair in pairwise(rest[: _FAR + 1])):
        return True
    doer = next((at for at, word in enumerate(rest[: _FAR + 1]) if _is_doer(rest, at)), None)
    return doer is not None and (doer <= 1 or any(_is_place(word) for word in rest[:doer]))


def _is_doer(rest: list[str], at: int) -> bool:
    word = rest[at]
    return word in DOERS or (at > 0 and word in KIN_BN and rest[at - 1] in _HIS)


def _is_place(word: str) -> bool:
    return word in _PLACED or (len(word) >= _LONG and word.endswith(_PLACE_ENDINGS))


def _is_only_named(words: list[str], at: int) -> bool:
    """Is the relative only somebody in the story: at home, not knowing of it, with the one who writes?"""
    rest = words[at + 1 :]
    near = set(rest[:3])
    if _KNOWS & near or (_DEAD & near and _GONE & set(rest[:4])):
        return True
    if HOME & near and not any(word in KIN_BN and rest[i] in _HIS for i, word in enumerate(rest[1:])):
        return True
    beside = next((place for place, word in enumerate(rest[:3]) if word in _BESIDE), None)
    if beside is not None and _I_AM_THERE & set(rest[beside + 1 : beside + 6]):
        return True
    if beside is not None and rest[beside] in _LIKE:
        return True
    took = bool(_THINGS & set(rest[:1])) and not DOERS & set(rest[:_FAR])
    return took and words[at] in KIN_BN


def _suffers(following: list[str]) -> bool:
    """Is it what "he is", "she was", "he has been" go on with?"""
    if not following or following[0] not in _HE_IS | _HAS:
        return False
    if following[0] in _HAS and following[1:2] != ["been"]:
        return False
    state = next((one for one in following[1:] if one not in _STILL), "")
    return state in _SUFFERED or (state == "in" and bool({"jail", "prison", "detention"} & set(following)))


def _is_phoned(words: list[str], at: int) -> bool:
    """Is the relative asked for money? Not in "if he is not given it", nor in "if I phone him"."""
    word, following = words[at], words[at + 1 : at + 5]
    if word in KIN_BN and following[:1] and following[0] in OBJECT:
        following = following[1:]
    elif kin(word, OBJECT) in ("", word):
        return False
    near = next((place for place, one in enumerate(following[:2]) if one in _PHONED), None)
    return near is not None and not _UNLESS & set(following[near + 1 : near + 2])
