"""Whose country a message names: help for a relative is where the relative is, for oneself where one is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import Countries, normalise
from bot.language.speaker import speaks_of_another
from bot.language.whose import country_of, parts, theirs
from bot.packs import Packs

from .writing import ANY_TEXT


@pytest.fixture(scope="module")
def countries(packs: Packs) -> Countries:
    return Countries(packs.country_names())


def where(countries: Countries, text: str, *, other: bool) -> str | None:
    text = normalise(text)
    return country_of(text, countries.find(text), other=other)


@pytest.mark.parametrize(
    ("text", "mine", "relatives"),
    [
        ("ami saudi te, amar bhai dubai te mare", "SA", "AE"),
        ("amar bhai dubai te mare, ami saudi te", "SA", "AE"),
        ("my brother is in Libya, I live in Qatar", "QA", "LY"),
        ("I live in Qatar, my brother is held in Libya", "QA", "LY"),
        ("in Libya they hold my brother, I am in Qatar", "QA", "LY"),
        ("আমি কাতারে থাকি, আমার ভাইকে লিবিয়ায় আটকে রেখেছে", "QA", "LY"),
        ("আমার ভাই লিবিয়ায় আটক, আমি কাতারে থাকি", "QA", "LY"),
        ("ami Bangladesh theke bolchi, amar bhai Libya te atka", "BD", "LY"),
        ("amra Italy te, amar mamato bhai Libya te bondi", "IT", "LY"),
        ("amar bhai Libya te, amare Qatar e malik mare", "QA", "LY"),
        ("my husband is in Oman and they took my passport in Saudi", "SA", "OM"),
        ("my mother in Bangladesh is worried, they locked me in Lebanon", "LB", "BD"),
        ("boss beats my wife in Oman, I am in Bangladesh", "BD", "OM"),
        # only one of them is told, and it says nothing of the other
        ("they took my passport, my brother is in Saudi", None, "SA"),
        ("ami qatar e thaki, amar bhai ke atke rakhse", "QA", None),
        # nobody is told apart
        ("malik mare, dubai te", "AE", "AE"),
        ("amar bhai ke libya te atke rakhse", "LY", "LY"),
        ("jordan e", "JO", "JO"),
        ("bhai saudi te achi, malik mare", "SA", "SA"),
        ("bhai ke ghore atkaise", None, None),
    ],
)  # fmt: skip
def test_each_has_their_own_country(
    countries: Countries, text: str, mine: str | None, relatives: str | None
) -> None:
    assert (where(countries, text, other=False), where(countries, text, other=True)) == (mine, relatives)


def test_who_is_beaten_by_their_husband_is_where_he_is(countries: Countries) -> None:
    text = normalise("amar shami dubai te, amare mare")
    found = countries.find(text)
    assert country_of(text, found, other=False) is None
    assert country_of(text, found, other=False, together=True) == "AE"


@pytest.mark.parametrize(
    ("text", "situation", "other"),
    [
        ("ami saudi te, amar bhai dubai te mare", "violence", True),
        ("I am in Qatar. my brother is locked up in Libya", "locked_in", True),
        ("amar bhai libya te atka, ami qatar e thaki", "locked_in", True),
        ("amar bon saudi te malik mare, ami dubai te", "violence", True),
        ("my sister is beaten by her employer in Saudi, I am in Dubai", "violence", True),
        ("ami dubai te, malik mare, amar bhai saudi te thake", "violence", False),
        ("my boss in Dubai beats me, my brother is in Saudi", "violence", False),
        ("amar shami malaysia te, ami jordan e, malik amar passport niye gese", "passport_taken", False),
        ("amar bhai saudi te, ami dubai te, amar passport niye gese malik", "passport_taken", False),
        ("my mother in Bangladesh is worried, they locked me in Lebanon", "locked_in", False),
    ],
)  # fmt: skip
def test_who_is_elsewhere_and_well_is_not_the_one_it_happens_to(
    countries: Countries, text: str, situation: str, other: bool
) -> None:
    read = normalise(text)
    assert speaks_of_another(text, situation, parts(read, countries.find(read))) is other


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("who can I call, my brother is in Libya, I live in Qatar", ["LY"]),
        ("my brother is in Libya, who can help", []),
        ("ami saudi te, amar bhai o saudi te", []),
        ("amar bhai malaysia jabe, ami saudi te thaki", []),
    ],
)
def test_only_beside_the_writers_own_country_another_is_surely_not_theirs(
    countries: Countries, text: str, expected: list[str]
) -> None:
    text = normalise(text)
    assert [one.iso2 for one in theirs(text, countries.find(text))] == expected


MINE = ["ami {} te", "ami {} te thaki", "I live in {}", "আমি {} থাকি", "I am in {} now"]
THEIRS = [
    "amar bhai ke {} te atke rakhse", "my brother is held in {}", "আমার ভাইকে {} আটকে রেখেছে",
    "amar bon {} te bondi", "they locked my sister in {}",
]  # fmt: skip
NAMES = {"SA": "Saudi", "LY": "Libya", "QA": "Qatar", "MY": "Malaysia", "OM": "Oman", "JO": "Jordan"}


@given(
    st.permutations(sorted(NAMES)), st.sampled_from(MINE), st.sampled_from(THEIRS), st.booleans(),
    st.sampled_from([", ", ". ", " "]),
)  # fmt: skip
def test_whichever_is_said_first(
    countries: Countries, places: list[str], mine: str, relatives: str, mine_first: bool, between: str
) -> None:
    said = [mine.format(NAMES[places[0]]), relatives.format(NAMES[places[1]])]
    text = between.join(said if mine_first else reversed(said))
    assert where(countries, text, other=False) == places[0]
    assert where(countries, text, other=True) == places[1]
    read = normalise(text)
    assert speaks_of_another(text, "locked_in", parts(read, countries.find(read)))


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_parted_without_harm(countries: Countries, text: str) -> None:
    text = normalise(text)
    found = countries.find(text)
    named = [one for part in parts(text, found) for one in part.inside]
    assert not named or named == found
