from itertools import combinations

import pytest
from hypothesis import given, settings

from bot.language import normalise, skeleton

from .writing import ANY_TEXT

SAME = """
দালাল dalal; পাসপোর্ট passport pasport; কত কতো koto kto; টাকা taka; সৌদি saudi soudi sowdi; লাগে lage; ভিসা visa bisa;
এজেন্ট agent ejent; এজেন্সি agency; কোম্পানি company kompani; পুলিশ police pulish; মেডিকেল medical medikel;
লাইসেন্স license licence; সাহায্য sahajjo shahajjo; কিভাবে কীভাবে kivabe kibhabe; যাওয়ার jawar jaoar zawar;
মালয়েশিয়া maloyeshia maloyesia; বিদেশ bidesh bides; চাই chai cai; বেতন beton; ভাই bhai vai; এখন ekhon akhon ekon;
একটা ekta akta; সিঙ্গাপুর সিংগাপুর singapur; ছাড়া chara chhara; খরচ khoroch khorch; নিয়ে niye nie; চুক্তি chukti cukti;
মানুষ manush manus; পাচার pachar pacar; স্বামী shami sami; নির্যাতন nirjaton nirzaton; ব্যাংক bank; ফোন phone fon;
কন্ট্রাক্ট contract; জেল jail jel; ক্যাম্প camp; বর্ডার border; অফিস office ofis; টিকিট ticket; দেওয়া deoa dewa;
জন্য jonno jnno; ঠিকানা thikana tikana; ট্রেনিং training trening; নম্বর nombor; নাম্বার number nambar; কোটি koti
"""
APART = """
কত কথা; কত কোথায়; koto kotha; চাই চায়; ভিসা ভাষা; কেন কোন; মারে মরে; আমার আমরা; যাবে যাব; নাই না; বেতন বাতিল; লাখ লোক; জেল জাল;
করলে করলো; রাখা রাখে; আছে আসে; দেশ দিস; কাজ কাজি; ফোন ফান; dalal dulal; saudi sudan; iran iraq; দেয় দিয়ে
"""


def _groups(table: str) -> list[list[str]]:
    return [entry.split() for entry in table.split(";")]


@pytest.mark.parametrize("spellings", _groups(SAME), ids=lambda spellings: spellings[1])
def test_one_word_in_two_scripts_has_one_skeleton(spellings: list[str]) -> None:
    assert {skeleton(spelling) for spelling in spellings} == {skeleton(spellings[0])}


@pytest.mark.parametrize(
    ("one", "other"), [pair for group in _groups(APART) for pair in combinations(group, 2)]
)
def test_words_that_mean_different_things_keep_different_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_a_sentence_keeps_its_words() -> None:
    assert skeleton("সৌদি যেতে কত টাকা লাগে?") == skeleton("Soudi jete kto taka lage")


@settings(deadline=None)
@given(ANY_TEXT)
def test_any_text_has_a_skeleton_without_bangla_letters(text: str) -> None:
    assert not any("\u0985" <= char <= "\u09b9" for char in skeleton(text))
    assert skeleton(text) == skeleton(normalise(text))
