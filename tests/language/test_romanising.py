import pytest
from hypothesis import given, settings

from bot.language import normalise, romanise, skeleton

from .writing import ANY_TEXT


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("কত টাকা লাগে", {"koto", "kto", "taka", "tk", "lage"}),
        ("আমি যেতে চাই", {"chai", "cai", "jete", "zete"}),
        ("কীভাবে যাব", {"kivabe", "kibhabe", "jabo", "zabo"}),
        ("ভাই সাহায্য করেন", {"vai", "bhai", "sahajjo"}),
        ("দরকার", {"dorkar"}),
        ("রাজ্য", {"rajjo"}),
        ("স্মার্ট কার্ড", {"smart", "card"}),
        ("কখন", {"kokhon"}),
    ],
    ids=ascii,
)
def test_a_line_is_typed_the_ways_people_type_it(line: str, typed: set[str]) -> None:
    assert typed <= {word for copy in romanise(line) for word in copy.split()}


def test_words_already_in_latin_letters_stay() -> None:
    assert all(copy.startswith("malaysia jamu ") for copy in romanise("Malaysia jamu ভাই"))


def test_the_same_line_always_gives_the_same_copies() -> None:
    line = "দালাল আমার পাসপোর্ট আটকে রেখেছে"
    assert romanise(line) == romanise(line)
    assert len(set(romanise(line))) == len(romanise(line)) >= 3


@pytest.mark.parametrize("line", ["সৌদি যেতে কত টাকা লাগে", "দালাল পাসপোর্ট নিয়ে গেছে", "আমি বিদেশ যাব"], ids=ascii)
def test_the_likeliest_copy_sounds_like_the_line(line: str) -> None:
    heard, typed = skeleton(line).split(), skeleton(romanise(line)[0]).split()
    same = [one == other for one, other in zip(heard, typed, strict=True)]
    assert sum(same) >= len(same) - 1


@settings(deadline=None)
@given(ANY_TEXT)
def test_every_copy_is_free_of_bangla_letters_and_has_as_many_words(text: str) -> None:
    for copy in romanise(text):
        assert not any("\u0985" <= char <= "\u09b9" for char in copy)
        assert len(copy.split()) <= len(normalise(text).split())
