"""The people one writes about, and the forms their names take in a sentence."""

from __future__ import annotations

from bot.language.wordlists import entries, word_set

# A relative an entry. A bare "vai" only calls on the reader, so Bangla needs more than the word.
_KIN_BN = entries("""
    ভাই ভাইয় ভায় ভাইয়া vai bhai vaia bhaia bhaiya vaiya brother; বোন বইন আপা আপু bon boin bhon apa apu sister;
    স্বামী সোয়ামি জামাই shami sami swami jamai husband; বউ বৌ স্ত্রী bou bow stri wife;
    ছেলে পোলা পুত chele sele pola put son; মেয়ে মাইয়া ঝি meye maiya maia jhi daughter;
    বাচ্চা baccha bacca; বাবা আব্বা আব্বু baba abba abbu father dad; মা আম্মা আম্মু ma maa amma ammu mother mum;
    চাচা কাকা chacha caca kaka uncle; চাচী চাচি কাকী কাকি chachi caci kaki aunty; মামা mama; মামী মামি mami;
    খালা khala; খালু khalu; ফুপু ফুফু fupu fufu phupu; ফুপা fupa;
    ভাতিজা ভাতিজি vatija vatiji bhatija bhatiji; ভাগিনা ভাগনা ভাগ্নে vagina bhagina vagna vagne bhagne;
    ভাগনি ভাগ্নি vagni bhagni; বন্ধু বান্ধবী bondhu bandhobi bandhbi friend; শালা shala; সমন্ধি somondhi;
    শালী শালি শালিকা shali shalika; দুলাভাই ভগ্নিপতি dulavai dulabhai; দেবর debor; ভাসুর vasur bhasur; ননদ nonod;
    ভাবি ভাবী vabi bhabi bhabhi; শ্বশুর শশুর shoshur sosur; শাশুড়ি শাশুড়ী shashuri sasuri;
    দাদা dada; দাদি dadi; দিদি didi; নানা nana; নানি nani; নাতি নাতনি নাতিন nati natni natin;
    আত্মীয় attiyo attio; প্রতিবেশী protibeshi; cousin
""")
_KIN_EN = entries("""
    brother brothers; sister sisters; husband; wife; son sons boy; daughter girl; father dad; mother mum mom;
    uncle; aunt; cousin; nephew; niece; friend friends roommate; neighbour neighbor; relative relatives;
    child children kid; grandson; fiance
""")


def _every(found: list[tuple[str, ...]], *names: str) -> frozenset[str]:
    """All words of the entries, or of those in which one of `names` stands."""
    return frozenset(word for entry in found if not names or set(names) & set(entry) for word in entry)


KIN_BN, KIN_EN = _every(_KIN_BN), _every(_KIN_EN)
# Each name -> one that stands for all its likes, in both languages.
_ONE = {word: entry[0] for entry in (*_KIN_EN, *_KIN_BN) for word in entry}
_ONE |= {word: _ONE[one] for entry in _KIN_EN for one in entry if one in KIN_BN for word in entry}
# Nobody calls on a reader with these, as with "vai": they are somebody's.
NOT_CALLED = _every(
    _KIN_BN,
    *("shami", "bou", "chele", "meye", "shala", "shali", "dulavai", "vatija", "vagne", "vagni", "debor"),
    *("nonod", "shoshur", "shashuri", "nati"),
)
# Of them one hears what is done to them abroad; "my husband in Dubai, he beats" is the writer's own story.
WOMEN = _every(
    _KIN_BN, "bon", "meye", "ma", "chachi", "mami", "khala", "fupu", "vagni", "shali", "nonod", "vabi"
)
WIVES = _every(_KIN_BN, "bou")
OBJECT = ("কে", "রে", "কেও", "টাকে", "টারে", "ডারে", "ke", "re", "take", "tare", "dare")
THE = ("টা", "টি", "ডা", "ta", "ti", "da")
OWNER = ("য়ের", "এর", "ের", "র", "yer", "er", "r")
# Other words that look like a form of "mother" or "uncle": he beats, they make, the soil.
_OTHERS = word_set("মারে mare মামারে mamare mata mati মাটি মাটা মাতা")


def kin(word: str, endings: tuple[str, ...] = ()) -> str:
    """The name of a relative in `word`, with one of `endings` or without any; empty if it is none."""
    if word in KIN_BN:
        return word
    if word in _OTHERS:
        return ""
    return next(
        (
            word.removesuffix(end)
            for end in endings
            if word.endswith(end) and word.removesuffix(end) in KIN_BN
        ),
        "",
    )


def relatives(words: list[str]) -> frozenset[str]:
    """Whom `words` name, however they are called there."""
    found = (kin(word, (*OBJECT, *OWNER, *THE)) or word.removesuffix("s") for word in words)
    return frozenset(_ONE[one] for one in found if one in _ONE)
