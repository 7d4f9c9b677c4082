import pytest
from hypothesis import given, settings

from bot.language import find_counted, normalise

from .writing import ANY_TEXT


def kinds(text: str) -> list[str]:
    return [counted.kind for counted in find_counted(normalise(text))]


@pytest.mark.parametrize(
    "text",
    [
        "আমার বয়স ২৫, কাতার যেতে চাই", "my son is 20 and wants to go", "my brother is 25 years old", 
        "amar age 25", "I am 22 years old", "chele 20 bochor",
    ],
)  # fmt: skip
def test_who_is_grown_up_is_no_child(text: str) -> None:
    assert kinds(text) == ["adult"]


@pytest.mark.parametrize(
    "text",
    ["আমার বয়স ১৭", "১৬ বছরের মেয়ে", "16 bochorer meye", "17 year old girl", "my 15 yr old sister", "I am 17"],
)
def test_a_child_is_one(text: str) -> None:
    assert kinds(text) == ["minor"]


@pytest.mark.parametrize(
    "text",
    [
        "2 bochor age gesi", "2 bochor beton dey na", "আমার মেয়ে ২ বছর সৌদিতে", "my daughter worked 2 years",
        "5 bochor dhore kaj kori", "20 bochor jel", "999", "we are 20 people",
    ],
)  # fmt: skip
def test_a_span_of_time_and_a_count_are_no_age(text: str) -> None:
    assert kinds(text) == ["number"]


@pytest.mark.parametrize("text", ["01711234567", "আমার নাম্বার +8801711234567", "call 01711-234567"])
def test_a_telephone_is_one_number(text: str) -> None:
    assert kinds(text) == ["telephone"]


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_what_is_counted_stands_in_the_text_in_order_and_apart(text: str) -> None:
    text = normalise(text)
    end = 0
    for counted in find_counted(text):
        assert end <= counted.start < counted.end <= len(text)
        end = counted.end
