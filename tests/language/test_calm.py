"""What only sounds like danger, in all ways of writing; and what sounds alike and is danger."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from bot.language import UrgentPhrases, calm_words
from bot.language.calm import Calm, marks
from bot.language.normalising import normalise
from bot.language.skeleton import skeleton

from .writing import ANY_TEXT

PHRASES = {
    "wish_to_die": ["want to die", "cannot go on", "more jabo", "মরে যাব"],
    "violence": ["beat us", "kill me", "killing me", "he hits me", "আমারে মারছে", "amare marse"],
    "detained": ["police took my brother", "ভাইরে পুলিশ ধরছে", "vai re police dhorse", "in jail"],
    "locked_in": ["locked inside", "locked me in", "আটকায়া রাখছে", "atkaya rakhse"],
    "passport_taken": ["they took my passport", "has my passport", "পাসপোর্ট নিছে", "passport nise"],
    "no_pay": ["not paid", "বেতন পাই নাই", "beton pai nai"],
}
URGENT = UrgentPhrases(PHRASES, ["what if"])


@pytest.mark.parametrize(
    "text",
    [
        # a saying
        "this heat is killing me", "গরমে মইরা গেলাম", "gorome more gelam", "হাসতে হাসতে মরে যাব",
        "hashte hashte more jabo",
        "bored to death", "my gmail is locked", "keys locked inside the car", "ফেসবুক আইডি আটকা",
        "facebook id atka",
        "cannot go on friday", "flight held at the airport", "i miss my kids",
        # a film, a song, homework, a joke, a match
        "i saw a movie where they kidnap a girl", "নাটকে দেখছি মেয়েটারে বেইচা দিছে",
        "natok e dekhlam meyeta ke beche dise",
        "essay on suicide", "আত্মহত্যা নিয়ে রচনা", "meaning of hostage", "মুক্তিপণ মানে কী",
        "muktipon mane ki",
        "she kills me if i come late lol", "pakistan beat us by 5 wickets", "bou marbe haha",
        # a rule asked for, and what one hears
        "is it against the law to hold a passport", "may an employer keep my passport",
        "will the police arrest me",
        "অপহরণের শাস্তি কী", "opohoroner shasti ki", "ভিসা শেষ হইলে কি পুলিশ ধরে",
        "visa sesh hoile police dhore naki",
        "শুনছি লিবিয়ায় লোক আটকায়", "shunsi libya te manush beche",
        # over
        "they took my passport for a copy and gave it back",
        "my boss did not pay but later paid everything",
        "পাসপোর্ট নিছিল, পরে দিয়া দিছে", "passport niyechilo pore diye dise",
        "চাচা জেল খাইটা আইছে", "chacha jail khaita aise",
        "i was arrested in 2015", "my uncle was in jail ten years ago",
        # denied, and well
        "nobody beats me here", "মালিক মারে না", "amake mare na", "কেউ আটকায় নাই", "keu atkay nai",
        "the boss is good and pays", "মালিক ভালো, বেতন দেয়", "i am not in danger",
        "আমি বিপদে নাই", "beton thik moto dey",
        # papers where they belong
        "the visa centre has my passport", "পাসপোর্ট দূতাবাসে রাখছে নবায়নের জন্য",
        "passport embassy te renew korte disi",
    ],
)  # fmt: skip
def test_it_only_sounds_like_danger(text: str) -> None:
    assert list(marks(normalise(text)))
    assert URGENT.match(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "like in the news, our boat is sinking",
        "in the news i saw people like us, we are locked in",
        "i heard from his friend that my husband is arrested", "শুনছি আমার ভাইরে পুলিশে ধরছে",
        "shunsi amar vai re police dhorse",
        "is it legal that my boss beats me", "is it legal to not pay me for 5 months",
        "malik beton dey na, eta ki thik",
        "dalal ghore atkaya rakhse, aine ki bichar ase", "ঘরে আটকায়া রাখছে, এইটা কি অপরাধ",
        "the boss was good but now he beats me", "মালিক ভালো কিন্তু তালা দেয়",
        "malik valo kintu beton dey na", "malik valo na",
        "মালিক ভালো ছিল, এখন মদ খাইয়া মারে", "ager din mare nai, aj abar marse",
        "is this normal? three months and no salary",
        "the old boss was good, his son kicks us", "madam is nice to guests but locks me in",
        "they gave back my phone but not my passport", "none of us got it back",
        "if i pay will he be released",
        "পরে দিমু কইয়া পাসপোর্ট নিছে", "passport ferot disilo kintu abar nise",
        "ek mash pore diya dise baki 5 mash dey na",
        "my brother was arrested two years ago, still in jail",
        "two years ago my employer raped me",
        "not allowed, locked in", "if i do not work he beats me", "nobody sees when madam hits me",
        "no one helps when he beats us",
        "keu mare na, tobu bachte iccha kore na", "jail e asi, keu khobor ney na",
        "amar kache passport nai, malik nise",
        "he took my passport for renewal and laughs when i ask",
        "visar jonno passport nise, ar ferot dey na",
        "everybody jokes lol but i want to end my life",
        "movie, friends, nothing matters, i want to die",
        "life has no meaning", "জীবনের মানে কী", "gorome behush hoye gese", "গরমে ভাই পইড়া গেছে",
        "phone lock kore diche",
        "আমার আর কোনো আশা নাই", "দালাল আমারে জঙ্গলে ছাইড়া দিছে",
        "ছোট বোনরে অন্যের হাতে দিয়া দিছে",
        "they say pay or they kill him", "no news of my brother since the boat",
    ],
)  # fmt: skip
def test_it_is_danger_however_it_sounds(text: str) -> None:
    assert {mark.calm for mark in marks(normalise(text))} <= {Calm.OWN}  # that reaches no other word


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        # A saying is calm, what stands beside it is not.
        ("my facebook is locked and he hits me", "violence"),
        ("gorome more gelam, r passport nise", "passport_taken"),
        ("nobody beats me but they took my passport", "passport_taken"),
        ("the embassy has a copy, he hits me", "violence"),
        # A story ends with its sentence.
        ("I saw a movie about it. They took my passport", "passport_taken"),
        ("নাটকে এমন দেখছি। আমারে মারছে", "violence"),
        # Who has a good boss may still be held.
        ("the boss is good, his wife locked me in", "locked_in"),
        ("malik valo manush, police vai re dhorse", "detained"),
        # What is over is told after it, never before.
        ("he gave it back, then they took my passport", "passport_taken"),
    ],
)
def test_a_calm_word_elsewhere_does_not_hide_danger(text: str, situation: str) -> None:
    assert URGENT.match(text) == situation


def test_what_is_over_may_be_told_in_the_next_sentence() -> None:
    assert URGENT.match("They took my passport. Yesterday they gave it back.") is None


def test_a_mark_tells_where_it_stands() -> None:
    first = next(mark for mark in marks("today this heat is killing me") if mark.calm is Calm.OWN)
    assert (first.first, first.last) == (2, 4)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read(text: str) -> None:
    words = normalise(text).split()
    assert all(0 <= mark.first <= mark.last < len(words) for mark in marks(normalise(text)))


def test_a_word_with_any_ending_is_long_enough_to_be_itself() -> None:
    """Else half the language begins like it."""
    _, lists = Path(calm_words.__file__).read_text("utf-8").split("# The one who writes.")
    short = {word for word in re.findall(r"([^\s;/\"`]+)\*", lists) if len(skeleton(word)) < 3}
    assert short == set()
