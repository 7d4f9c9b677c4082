"""Numbers written as words, in Bangla script, Banglish and English."""

from __future__ import annotations

from fractions import Fraction

from bot.language import scales
from bot.language.wordlists import entries, word_set

# One entry per number from 1 to 99. A spelling that is said for two numbers (shat: 7 or 60) stands nowhere.
_BANGLA = """
এক ek aek; দুই dui du dhui; তিন tin teen; চার চাইর char chaar caar chair sair;
পাঁচ পাচ ফাঁচ fach panch panc pach paanch paach pas; ছয় ছ choy chhoy soy choi chy; সাত sat saat;
আট at aat; নয় noy noi nay; দশ dosh dos das; এগারো এগার egaro agaro; বারো বার baro;
তেরো তের tero; চৌদ্দ choddo chouddo coddo; পনেরো পনের ponero ponoro poner;
ষোলো ষোল sholo solo; সতেরো সতের sotero shotero sottero; আঠারো আঠার atharo athar;
ঊনিশ উনিশ unish unis; বিশ বিষ কুড়ি bish bis kuri; একুশ ekush ekus; বাইশ baish bais;
তেইশ teish teis; চব্বিশ chobbish cobbish; পঁচিশ পচিশ pochish ponchish pocish pochis ponchis;
ছাব্বিশ chabbish sabbish; সাতাশ satash; আটাশ আঠাশ atash athash;
ঊনত্রিশ উনত্রিশ unotrish untrish; ত্রিশ তিরিশ trish tirish tris; একত্রিশ ektrish; বত্রিশ botrish;
তেত্রিশ tetrish; চৌত্রিশ choutrish; পঁয়ত্রিশ পয়ত্রিশ poytrish poyotrish; ছত্রিশ chotrish;
সাঁইত্রিশ সাইত্রিশ saitrish; আটত্রিশ attrish; ঊনচল্লিশ উনচল্লিশ unochollish;
চল্লিশ chollish collish chollis challish; একচল্লিশ ekchollish; বিয়াল্লিশ biyallish;
তেতাল্লিশ tetallish; চুয়াল্লিশ chuyallish; পঁয়তাল্লিশ পয়তাল্লিশ poytallish poyotallish;
ছেচল্লিশ chechollish; সাতচল্লিশ satchollish; আটচল্লিশ atchollish; ঊনপঞ্চাশ উনপঞ্চাশ unoponchash;
পঞ্চাশ ponchash ponchas poncash panchash; একান্ন ekanno; বায়ান্ন bayanno; তিপ্পান্ন tippanno;
চুয়ান্ন chuyanno; পঞ্চান্ন ponchanno; ছাপ্পান্ন chappanno; সাতান্ন satanno; আটান্ন atanno;
ঊনষাট উনষাট unoshat; ষাট shait; একষট্টি ekshotti; বাষট্টি bashotti; তেষট্টি teshotti;
চৌষট্টি choushotti; পঁয়ষট্টি পয়ষট্টি poyshotti; ছেষট্টি cheshotti; সাতষট্টি satshotti;
আটষট্টি atshotti; ঊনসত্তর উনসত্তর unosottor; সত্তর sottor shottor; একাত্তর ekattor;
বাহাত্তর bahattor; তিয়াত্তর tiyattor; চুয়াত্তর chuyattor; পঁচাত্তর পচাত্তর pochattor;
ছিয়াত্তর chiyattor; সাতাত্তর satattor; আটাত্তর atattor; ঊনআশি উনআশি unoashi; আশি ashi;
একাশি ekashi; বিরাশি birashi; তিরাশি tirashi; চুরাশি churashi; পঁচাশি পচাশি pochashi;
ছিয়াশি chiyashi; সাতাশি satashi; আটাশি atashi; ঊননব্বই উননব্বই unonobboi; নব্বই nobboi nobbui;
একানব্বই ekanobboi; বিরানব্বই biranobboi; তিরানব্বই tiranobboi; চুরানব্বই churanobboi;
পঁচানব্বই পচানব্বই pochanobboi; ছিয়ানব্বই chiyanobboi; সাতানব্বই satanobboi; আটানব্বই atanobboi;
নিরানব্বই niranobboi
"""
_ENGLISH = """
one; two; three; four; five; six; seven; eight; nine; ten; eleven; twelve; thirteen;
fourteen; fifteen; sixteen; seventeen; eighteen; nineteen
"""
_ENGLISH_TENS = """
twenty; thirty; forty fourty; fifty; sixty; seventy; eighty; ninety
"""

UNITS = {word: value for value, entry in enumerate(entries(_BANGLA), start=1) for word in entry} | {
    word: value for value, entry in enumerate(entries(_ENGLISH), start=1) for word in entry
}
TENS = {word: 10 * value for value, entry in enumerate(entries(_ENGLISH_TENS), start=2) for word in entry}

HUNDREDS = word_set("শ শো শত hundred so sho sh shoto soto")

# Said before a number: সাড়ে চার is four and a half, সোয়া চার and a quarter, পৌনে চার less a quarter.
ADDED = (
    dict.fromkeys(
        word_set("সাড়ে সারে sare share shaare sarhe saare sharhe sade sadhe saade saadhe shadhe"),
        Fraction(1, 2),
    )
    | dict.fromkeys(word_set("সোয়া সওয়া soa sowa showa shoa soya"), Fraction(1, 4))
    | dict.fromkeys(word_set("পৌনে পোনে poune powne pone pouny"), Fraction(-1, 4))
)
# Numbers of their own, only before a scale: দেড় লাখ is a lakh and a half.
FRACTIONS = (
    dict.fromkeys(word_set("দেড় দের der dher derh deer deerh dere dedh dehr"), Fraction(3, 2))
    | dict.fromkeys(word_set("আড়াই আরাই arai adai arhai aray adhai araai"), Fraction(5, 2))
    | dict.fromkeys(word_set("আধা আধ adha adh half"), Fraction(1, 2))
)

OURS = frozenset(word for words in scales.OURS.values() for word in word_set(words))
SCALES = {
    word: value
    for of in (scales.OURS, scales.OTHERS)
    for value, words in of.items()
    for word in word_set(words)
}
