import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import UrgentPhrases, normalise

from .writing import ANY_TEXT

PHRASES = {
    "wish_to_die": ["i want to die", "আমি মরে যেতে চাই", "আমি আর বাঁচতে চাই না", "ami more jete chai"],
    "violence": ["he beats me", "they beat me every day", "আমাকে মারে", "আমাকে মারধর করে",
    "amake mare", "amake marse"],
    "locked_in": ["locked me in", "locked in a room", "cannot go out", "ঘরে আটকে রাখছে",
    "ঘর থেকে বের হতে দেয় না", "ghore atke rakhse"],
    "passport_taken": [
        "they took my passport", "my passport has been taken", "আমার পাসপোর্ট নিয়ে গেছে",
        "পাসপোর্ট আটকে রেখেছে",
        "passport niye gese", "passport atke rakhse", "passport nise",
    ],
    "detained": ["আমাকে পুলিশ ধরছে", "amake police dhorse", "police arrested me"],
    "ransom": ["muktipon", "মুক্তিপণ চায়", "asking ransom"],
    "no_pay": ["বেতন দেয় না", "beton dey na", "did not pay my salary", "not paid for months"],
}  # fmt: skip
HYPOTHETICAL = [
    "what if",
    "what to do if",
    "what to do when",
    "if someone",
    "if the boss",
    "যদি কেউ",
    "jodi keu",
    "মারলে কী",
    "ধরুন",
    "suppose",
]
URGENT = UrgentPhrases(PHRASES, HYPOTHETICAL)


@pytest.mark.parametrize(
    ("phrase", "situation"),
    [(phrase, situation) for situation, phrases in PHRASES.items() for phrase in phrases],
)
def test_every_phrase_is_recognised_as_it_stands(phrase: str, situation: str) -> None:
    assert URGENT.match(phrase) == situation
    assert URGENT.match(normalise(phrase)) == situation


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        # particles and other words between, other order, endings
        ("boss took my passport", "passport_taken"),
        ("they took away my passport and phone", "passport_taken"),
        ("মালিক আমার পাসপোর্টটা নিয়ে গেছে ভাই", "passport_taken"),
        ("passport ta malik niye gese", "passport_taken"),
        ("নিয়ে গেছে পাসপোর্ট", "passport_taken"), ("he locked all of us in the flat", "locked_in"),
        # spellings and slips
        ("pasport atke rakse", "passport_taken"), ("they lockd me in", "locked_in"),
        ("they took my pasport", "passport_taken"),
        ("PASSPORT NIYE GESE!!! 😭😭", "passport_taken"), ("amare mare vai", "violence"),
        ("muktipan chay", "ransom"),
        # other forms of the verb, in either script
        ("আমাকে পুলিশ ধরেছে", "detained"), ("amake police dhoreche", "detained"),
        ("amk pulish dhorce", "detained"),
        ("আমারে ঘরে আটকায় রাখছে", "locked_in"), ("ghore atkaya rakheche", "locked_in"),
        ("আমাকে মারছে", "violence"),
        ("passport niyeche", "passport_taken"), ("পাসপোর্ট নিছে মালিক", "passport_taken"),
        # another victim
        ("ভাইকে পুলিশ ধরছে", "detained"), ("amar shamike police dhorse", "detained"),
        ("he beats her", "violence"),
    ],
)  # fmt: skip
def test_danger_is_recognised_however_it_is_told(text: str, situation: str) -> None:
    assert URGENT.match(text) == situation


@pytest.mark.parametrize(
    "text",
    [
        "what if they took my passport", "what to do when they took my passport",
        "if the boss took my passport what then",
        "jodi keu passport niye gese bole", "যদি কেউ পাসপোর্ট আটকে রেখেছে বলে",
        "amake marle ki korbo", "ধরুন আমাকে মারে, তখন",
        "Suppose he beats me. What then?",
    ],
)  # fmt: skip
def test_a_what_if_is_not_urgent(text: str) -> None:
    assert URGENT.match(text) is None


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("What if they come back? They took my passport", "passport_taken"),
        ("suppose you can help me: they took my passport", "passport_taken"),
        ("if someone can help please, they took my passport", "passport_taken"),
        ("amake mare. jodi keu paren help koren", "violence"),
        ("if i do not pay they will kill him, asking ransom", "ransom"),
    ],
)
def test_an_if_elsewhere_does_not_hide_danger(text: str, situation: str) -> None:
    assert URGENT.match(text) == situation


@pytest.mark.parametrize(
    "text",
    [
        "they have not taken my passport", "they never took my passport",
        "nobody has ever locked me in", "he doesnt beat me",
        "passport neyni", "পাসপোর্ট নেয়নি", "পাসপোর্ট নেয় নি", "আমাকে মারেনি", "amake mare na",
        "amake mareni", "আমাকে মারে নাই",
        "i am not locked in a room",
    ],
)  # fmt: skip
def test_a_plain_denial_is_not_urgent(text: str) -> None:
    assert URGENT.match(text) is None


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("i do not want to die", "wish_to_die"),
        ("ami more jete chai na", "wish_to_die"),
        ("they do not give food. they took my passport", "passport_taken"),
        ("no they took my passport", "passport_taken"),
        ("passport niye gese na ki korbo", "passport_taken"),
        ("not paid for months", "no_pay"),
        ("nobody here, locked in a room", "locked_in"),
        ("not safe, he beats me", "violence"),
    ],
)
def test_a_no_elsewhere_does_not_hide_danger(text: str, situation: str) -> None:
    assert URGENT.match(text) == situation


@pytest.mark.parametrize(
    "text",
    [
        "পাসপোর্ট করতে কত টাকা লাগে", "passport niye jabo", "passport korte chai",
        "পাসপোর্ট হারিয়ে গেলে কী করব", "between me and you",
        "সৌদি যেতে চাই", "amake bolen", "police clearance lagbe", "beton koto", "will you marry me",
        "how to go out of the airport",
        "keep your passport yourself", "i took my passport to the office", "ami passport niye gesi",
        "আমি পাসপোর্ট নিয়ে গেছি", "পুলিশ ভেরিফিকেশন", "ঘর ভাড়া কত", "",
    ],
)  # fmt: skip
def test_a_question_is_not_urgent(text: str) -> None:
    assert URGENT.match(text) is None


@pytest.mark.parametrize(
    "text",
    [
        # The negation of another word, before or after.
        "malik valo na, beton dey", "মারে না, বেতন দেয়", "beton dey, deri kore na",
        "paid for packing dates, not monthly",
    ],
)  # fmt: skip
def test_a_negation_belongs_to_what_it_denies(text: str) -> None:
    assert URGENT.match(text) is None


@pytest.mark.parametrize("text", ["beton to dey na", "বেতন তো দেয় না", "not paid for 3 months"])
def test_a_word_may_stand_between_a_negation_and_its_verb(text: str) -> None:
    assert URGENT.match(text) == "no_pay"


@pytest.mark.parametrize(
    "text", ["amake police dhorbe naki", "পুলিশ কি ধরবে আমাকে", "amar malik barir kase thake"]
)
def test_what_may_come_is_no_news(text: str) -> None:
    assert URGENT.match(text) is None


def test_a_long_condition_reaches_as_far_from_its_end_as_a_short_one() -> None:
    asked = UrgentPhrases(PHRASES, ["what should i do if"])
    assert asked.match("what should i do if a madam one day beats me") is None
    assert URGENT.match("suppose you are all my friends there, he beats me") == "violence"


def test_the_first_situation_of_the_pack_takes_precedence() -> None:
    text = "they took my passport and he beats me"
    assert URGENT.match(text) == "violence"
    other = UrgentPhrases(dict(reversed(PHRASES.items())), HYPOTHETICAL)
    assert other.match(text) == "passport_taken"


WHOLE = UrgentPhrases(PHRASES, HYPOTHETICAL, {"wish_to_die": ["আর পারছি না", "ar parchi na"]})


@pytest.mark.parametrize(
    "text",
    [
        "আর পারছি না",
        "আর পারছি না।",
        "ar parchi na",
        "ami ar parchi na vai",
        "AR PARCHI NA 😭",
        "আমি আর পারছি না ভাই",
    ],
)
def test_a_whole_message_may_say_more_than_its_words_do_elsewhere(text: str) -> None:
    assert WHOLE.match(text) == "wish_to_die"


@pytest.mark.parametrize(
    "text", ["hisab mante ar parchi na", "আর পারছি না এত টাকা দিতে", "ar parchi na taka jogar korte", "ar parchi"]
)
def test_inside_a_longer_message_it_does_not_count(text: str) -> None:
    assert WHOLE.match(text) is None


def test_a_brother_is_a_victim_like_any_other() -> None:
    held = UrgentPhrases({"ransom": ["mafia has my husband"]}, [])
    assert held.match("the mafia has my brother") == "ransom"


def test_no_phrases_match_nothing() -> None:
    assert UrgentPhrases({}, []).match("they took my passport") is None
    assert UrgentPhrases({"violence": ["", "  ।"]}, [""]).match("he beats me") is None


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read(text: str) -> None:
    assert URGENT.match(text) in {None, *PHRASES}


@settings(deadline=None)
@given(
    st.sampled_from([(s, p) for s, phrases in PHRASES.items() for p in phrases]),
    st.sampled_from(["😭", "।", "!!", " plz", " vai"]),
)
def test_what_follows_a_phrase_does_not_hide_it(case: tuple[str, str], tail: str) -> None:
    assert URGENT.match(case[1] + tail) == case[0]
