"""Who speaks: the person in danger, or somebody at home about a relative.

A mistake costs little: the card for the one has a button to the card for the other.
"""

from __future__ import annotations

from bot.language.normalising import normalise
from bot.language.wordlists import word_set

_REACH = 4  # words between "my brother" and what happened to him
_AIM = 3  # words between "me" and what is asked of me

# People one writes about. A bare "vai" only calls on the reader, so Bangla needs more than the word.
_KIN_EN = word_set("""
    brother brothers sister sisters husband wife son sons daughter father mother dad uncle aunt cousin
    nephew niece friend friends neighbour neighbor relative relatives boy girl child children kid
""")
_KIN_BN = word_set("""
    ভাই ভাইয় ভায় বোন স্বামী জামাই বউ স্ত্রী ছেলে পোলা পুত মেয়ে মাইয়া বাবা আব্বা মা আম্মা চাচা মামা খালা ফুপু ভাতিজা
    ভাগিনা ভাগ্নে বন্ধু শালা দুলাভাই দেবর ভাবি বাচ্চা ভাইয়া আত্মীয় vai bhai vaia bon shami sami swami jamai
    bou bow stri chele sele pola put meye maiya baba abba ma amma chacha caca mama khala fupu vatija
    vagina vagne bhagne bondhu shala dulavai debor vabi baccha vaiya attiyo brother sister husband wife son
    daughter cousin
""")
_OBJECT = ("কে", "রে", "কেও", "টাকে", "টারে", "ডারে", "ke", "re", "take", "tare", "dare")
_THE = ("টা", "টি", "ডা", "ta", "ti", "da")
_VERBS = word_set("মারে mare মামারে mamare")  # he beats; never "to my mother"
_OWNER = ("য়ের", "এর", "ের", "র", "yer", "er", "r")
_MY_BN = word_set("আমার আমাদের আমাগো মোর আঁর amar amr amader amago mor")
_THIRD = word_set("""
    him them he she তাকে তারে ওকে ওরে ওনাকে উনাকে তাঁকে উনারে হেরে tare ore
    onake unake unare
""")  # fmt: skip
_HE_IS = word_set("is was has got gets get been being")
# "He has" and "she was" tell of a victim only before what is suffered: mostly he is the one who does it.
_HAS = word_set("has had")
_SUFFERED = word_set("""
    beaten locked detained kidnapped arrested raped stuck trapped missing held taken tortured imprisoned
    jailed abused captured abducted
""")
_STILL = word_set("been being still now also got badly just")
_WE = word_set("we আমরা আমাদের আমাগো amra amader amago")
_HELD = tuple(
    word_set("""
    held locked lock trapped stuck kidnap detain captive hostage atk aatk আটক আটকা আটকে bondi bondhi বন্দি
    বন্দী jimmi জিম্মি
    """)
)
_PHONED = word_set("ফোন phone fon টাকা taka tk কল call kol")
_UNLESS = word_set("na না dile দিলে korle করলে")
_STATES = word_set("is was in still got")
_ASKED = word_set("ask asks asked from to tell call calls phone force forced")  # whose money is wanted

_ME_EN = word_set("me us myself")
_ME_BN = word_set("""
    আমাকে আমারে আমায় আমাদেরকে আমাগোরে আমাদেরে মোরে আঁরে আঁরারে amake amare amk amay amaderke amagore
    amadere anre
""")
# "Tell me", "they send me videos": what is done with the one who writes, not to them.
_TO_ME = word_set("""
    help tell call calls called calling phone phones phoned send sends sent sending ask asks asked asking show
    shows showed give advise contact answer message messaged text texted let inform
""")
_TO_ME_BN = tuple(
    word_set("""
    বল কইছে কয় ফোন কল ভিডিও ছবি পাঠা জানা সাহায্য হেল্প দেখা টাকা কাছে bol koi koy phone fon call kol video chobi
    photo patha jana sahajjo help dekha taka tk kache kase sms massage message imo whatsapp
    """)
)
_MINE = word_set(
    "passport salary wages wage papers documents visa iqama phone boss employer kafeel owner madam agent"
)
_AM = word_set("am im m")
_HOME = word_set("দেশে বাড়িতে বাংলাদেশে গ্রামে deshe barite bangladeshe bangladesh grame dhaka ঢাকায়")
_I_STAY = word_set("আছি আটকা বন্দি বন্দী achi asi aci atka bondi bondhi")
_I = word_set("আমি আমরা ami amra")
_I_WANT = word_set("চাই মরব মরবো যামু করমু করব করবো chai cai morbo jamu")

# Situations in which "my husband" may well be the one who does it.
_DONE_BY_KIN = frozenset({"violence", "sexual_violence"})
_ONE_WANTS = frozenset({"wish_to_die"})


def speaks_of_another(text: str, situation: str = "") -> bool:
    """Whether `text` tells of `situation` as something that happens to somebody else."""
    words = normalise(text).split()
    if _is_about_me(words):
        return False
    if situation in _ONE_WANTS and ("i" in words or _I & set(words) and _I_WANT & set(words)):
        return False
    return any(_is_victim(words, at, situation in _DONE_BY_KIN) for at in range(len(words)))


def _is_victim(words: list[str], at: int, strict: bool) -> bool:
    """Does the word at `at` name somebody to whom it happens?"""
    word = words[at]
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in _VERBS:
        return False
    if word in ("he", "she"):
        return _suffers(words[at + 1 : at + 1 + _REACH])
    if _is_phoned(words, at):
        return False
    if word in _THIRD:
        return True
    if word.removesuffix("s") in _KIN_EN and before in ("my", "our", "his", "her", "a", "the"):
        if at > 1 and words[at - 2] in _ASKED:
            return False
        return not strict or after in _HE_IS or at > 1
    if word in _KIN_EN and after in _STATES:
        return True
    if (stem := _kin(word, _OBJECT)) and stem != word:
        return True
    if not strict and ((stem := _kin(word, _THE)) and stem != word or _owns(word, after)):
        return True
    if word in _KIN_BN and after in _OBJECT and after != "take":
        return True
    mine = bool(_MY_BN & set(words[max(0, at - 2) : at]))
    if mine and not strict and (_kin(word, _OWNER) or word in _KIN_BN):
        return True
    return bool(mine and strict and _kin(word, _OWNER) not in ("", word))


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
    if word in _KIN_BN and following[:1] and following[0] in _OBJECT:
        following = following[1:]
    elif _kin(word, _OBJECT) in ("", word):
        return False
    near = next((place for place, one in enumerate(following[:2]) if one in _PHONED), None)
    return near is not None and not _UNLESS & set(following[near + 1 : near + 2])


def _kin(word: str, endings: tuple[str, ...]) -> str:
    """The name of a relative in `word`, with one of `endings` or without any; empty if it is none."""
    if word in _KIN_BN:
        return word
    return next((word.removesuffix(end) for end in endings if _ends(word, end)), "")


def _owns(word: str, after: str) -> bool:
    """Is it "vai er", his, written as two words?"""
    return word in _KIN_BN and after in _OWNER


def _ends(word: str, ending: str) -> bool:
    return word.endswith(ending) and word.removesuffix(ending) in _KIN_BN


def _is_about_me(words: list[str]) -> bool:
    """Is the one who writes the one it happens to?"""
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        after = words[at + 1 : at + 1 + _AIM]
        if word in _ME_EN and before not in _TO_ME and before not in ("to", "from", "with", "for"):
            return True
        if word in _ME_BN and not any(one.startswith(_TO_ME_BN) for one in after):
            return True
        if word in ("my", "our") and after and {after[0], after[0].removesuffix("s")} & _MINE:
            return True
        if word in _WE and _are_held(after) and not _at_home(words):
            return True
        if word in _AM and before in ("i", "") and not _at_home(words):
            return True
        if word in _I and any(one in _I_STAY for one in words[at : at + _REACH]) and not _at_home(words):
            return True
    return False


def _are_held(after: list[str]) -> bool:
    """Do "we" or "us" go on with being held, and not with a relative who is?"""
    for word in after:
        if word.startswith(_HELD):
            return True
        if _kin(word, (*_OBJECT, *_OWNER, *_THE)) or word in _KIN_EN or word in _THIRD:
            return False
    return False


def _at_home(words: list[str]) -> bool:
    return bool(_HOME & set(words))
