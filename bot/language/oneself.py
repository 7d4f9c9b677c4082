"""Whether the one who writes is the one it happens to."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.kin import KIN_EN, OBJECT, OWNER, THE, kin
from bot.language.wordlists import word_set

_REACH = 4  # words between "I" and where I am stuck
_AIM = 3  # words between "me" and what is asked of me

MY_BN = word_set("আমার আমাদের আমাগো মোর আঁর amar amr aamar amader amago mor")
THIRD = word_set("""
    him them he she তাকে তারে ওকে ওরে ওনাকে উনাকে তাঁকে উনারে হেরে tare ore
    onake unake unare
""")  # fmt: skip
_WE = word_set("we আমরা আমাদের আমাগো amra amader amago")
_HELD = tuple(
    word_set("""
    held locked lock trapped stuck kidnap detain captive hostage atk aatk আটক আটকা আটকে bondi bondhi বন্দি
    বন্দী jimmi জিম্মি
    """)
)
ME_EN = word_set("me us myself")
_ME_BN = word_set("""
    আমাকে আমারে আমায় আমাদেরকে আমাগোরে আমাদেরে মোরে আঁরে আঁরারে amake amare amk amay amaderke amagore
    amadere anre
""")
# "Tell me", "they send me videos": what is done with the one who writes, not to them.
_TO_ME = word_set("""
    help tell call calls called calling phone phones phoned send sends sent sending ask asks asked asking show
    shows showed give advise contact answer message messaged text texted let inform told telling says said
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
_MINE_BN = word_set("""
    পাসপোর্ট পাসপোর্টটা বেতন বেতনের কাগজ কাগজপত্র আকামা ভিসা passport pasport pasport beton salary bethon kagoj
    kagojpotro akama iqama visa malik kofil boss
""")
_AM = word_set("am im m")
HOME = word_set("দেশে বাড়িতে বাংলাদেশে গ্রামে deshe barite bangladeshe bangladesh grame dhaka ঢাকায়")
_I_STAY = word_set("আছি আটকা বন্দি বন্দী achi asi aci atka bondi bondhi")
SELF = word_set("আমি আমরা ami amra")
_FIRST_PERSON = (
    ME_EN
    | _ME_BN
    | MY_BN
    | SELF
    | _WE
    | _AM
    | word_set("""
    i ive my our mine চাই পারি পারছি পারতেছি আছি থাকি করি খাই যাই ঘুমাই chai cai pari parchi parsi partesi achi asi aci
    thaki kori khai jai ghumai
    """)
)
_WHERE = word_set("e te এ তে ekhane এখানে")
_IN = ("তে", "te")


def is_about_me(words: list[str]) -> bool:
    """Is the one who writes the one it happens to?"""
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        after = words[at + 1 : at + 1 + _AIM]
        if is_oneself(words, at):
            return True
        if word in _WE and _are_held(after) and not _at_home(words):
            return True
        if word in _AM and before in ("i", "") and not _at_home(words):
            return True
        if word in SELF and (_I_STAY & set(after) or _is_somewhere(after)) and not _at_home(words):
            return True
    return False


def is_oneself(words: Sequence[str], at: int) -> bool:
    """Is it the one who writes to whom something is done, or what is theirs, that is named at `at`?"""
    word, before = words[at], words[at - 1] if at else ""
    after = words[at + 1 : at + 1 + _AIM]
    if word in ME_EN:
        return before not in _TO_ME and before not in ("to", "from", "with", "for")
    if word in _ME_BN:
        return not any(one.startswith(_TO_ME_BN) for one in after)
    if word in ("my", "our"):
        return bool(after) and bool({after[0], after[0].removesuffix("s")} & _MINE)
    return word in MY_BN and bool(after) and after[0] in _MINE_BN


def of_oneself(words: list[str]) -> bool:
    """Do `words` speak of the one who writes at all?"""
    return bool(_FIRST_PERSON & set(words))


def _are_held(after: list[str]) -> bool:
    """Do "we" or "us" go on with being held, and not with a relative who is?"""
    for word in after:
        if word.startswith(_HELD):
            return True
        if kin(word, (*OBJECT, *OWNER, *THE)) or word in KIN_EN or word in THIRD:
            return False
    return False


def _is_somewhere(after: list[str]) -> bool:
    """Do I go on with a place, "ami saudi te", not with what I know or do?"""
    return any(one in _WHERE or (at == 0 and one.endswith(_IN)) for at, one in enumerate(after[:2]))


def _at_home(words: list[str]) -> bool:
    return bool(HOME & set(words))
