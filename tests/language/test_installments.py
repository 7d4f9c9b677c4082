"""One price in any number of parts; and where it cannot be told what the whole is, that is said ("+")."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import find_money, normalise

BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")


def found(text: str) -> list[str]:
    return [str(mention.money) for mention in find_money(normalise(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # so many parts of one size
        ("6 kisti te 1 lakh kore", "600000 BDT"), ("৬ কিস্তিতে ১ লাখ করে", "600000 BDT"),
        ("50 hajar kore 4 kisti", "200000 BDT"), ("৫০ হাজার করে ৪ কিস্তি", "200000 BDT"),
        ("মোট ৬ কিস্তি, প্রতি কিস্তি ৫০ হাজার", "300000 BDT"),
        ("4 installments of 50 thousand", "200000 BDT"), ("6 ta kisti, 50 hajar each", "300000 BDT"),
        ("tin kisti, prottek kisti 2 lakh", "600000 BDT"),
        ("protek kisti te 2 lakh, tin kisti", "600000 BDT"),
        ("3 bare 1 lakh kore", "300000 BDT"), ("1 lakh three times", "300000 BDT"),
        ("1 lakh 50 hajar kore 2 bar", "300000 BDT"), ("panch kisti te ek lakh kore", "500000 BDT"),
        # month by month, where the one who goes pays
        ("agent wants monthly 20 thousand for 10 months", "200000 BDT"),
        ("mase 20 hajar kore 10 mas dite hobe", "200000 BDT"),
        ("প্রতি মাসে ২০ হাজার টাকা করে ১০ মাস দিতে হবে", "200000 BDT"),
        ("pay 500 dollar per month for 12 months", "6000 USD"),
        # a total stays a total
        ("1 lakh in 3 installments", "100000 BDT"), ("৬ লাখ তিন কিস্তিতে চায়", "600000 BDT"),
        ("5 lakh 3 kistite dite hobe", "500000 BDT"), ("total 5 lakh, 2 now 3 later", "500000 BDT"),
        ("5 lakh, 2 now 3 later", "500000 BDT"), ("total 3 lakh, 50 hajar kore 6 kisti", "300000 BDT"),
        ("mot 4 lakh, 2 lakh age 2 lakh pore", "400000 BDT"),
        # parts of different sizes
        ("first 2 lakh, pore 3 lakh, visa asle aro 1.5 lakh", "650000 BDT"),
        ("২ লাখ এখন, ২ লাখ ভিসা হলে, ১ লাখ যাওয়ার আগে", "500000 BDT"),
        ("প্রথম কিস্তি ১ লাখ, দ্বিতীয় কিস্তি ২ লাখ, শেষ কিস্তি ১ লাখ", "400000 BDT"),
        ("1st installment 1 lakh 2nd 1 lakh 3rd 2 lakh", "400000 BDT"),
        ("২ লাখ অগ্রিম, ভিসা আসলে ২ লাখ, ফ্লাইটের আগে ১ লাখ", "500000 BDT"),
        ("2 lakh at booking, 2 lakh when visa comes, 1 lakh before flight", "500000 BDT"),
        ("pay 1 lakh now, 1 lakh next month, 1 lakh before flight", "300000 BDT"),
        ("2 lakh now, 3 later, 1.5 after visa", "650000 BDT"),
        ("visa hole 3 lakh, ekhon 2 lakh", "500000 BDT"),
        ("2 lakh dichi visa hole 3 lakh", "500000 BDT"), ("২ লাখ আগে আর ৩ লাখ পরে", "500000 BDT"),
        ("age 2 lakh, pore 2 lakh, seshe 1 lakh", "500000 BDT"),
        ("2 lakh age pore 50 hajar kore 4 kisti", "400000 BDT"),
        ("প্রথমে ২ লাখ তারপর ২ লাখ তারপর ১ লাখ", "500000 BDT"),
        ("১ম কিস্তি ১ লাখ ২য় কিস্তি ২ লাখ", "300000 BDT"),
        # what was given already is in what was asked
        ("5 lakh chaise 3 lakh disi", "500000 BDT"), ("৫ লাখ টাকা চাইছে ২ লাখ দিছি", "500000 BDT"),
        ("agent 5 lakh nibe, 2 lakh dilam, baki 3 lakh visa hole", "500000 BDT"),
        ("5 lakh theke 2 lakh dichi", "500000 BDT"),
    ],
)  # fmt: skip
def test_the_parts_of_a_price_are_one_price(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each of them, or all together?
        ("3 bare 1 lakh", "100000 BDT+"), ("6 kistite 1 lakh", "100000 BDT+"),
        ("kistite 2 lakh", "200000 BDT+"), ("4 lakh 2 bar e", "400000 BDT+"),
        # one of some, and nobody has told how many
        ("prothom kisti 50 hajar", "50000 BDT+"), ("প্রতি কিস্তি ৫০ হাজার", "50000 BDT+"),
        ("per installment 50k", "50000 BDT+"), ("mase 20 hajar kore dalal re dite hobe", "20000 BDT+"),
        ("50 hajar advance chay", "50000 BDT+"), ("ticket 60 hajar lagbe", "60000 BDT+"),
        # the rest is still to come, or came before
        ("2 lakh now, rest later", "200000 BDT+"), ("2 lakh ekhon baki pore", "200000 BDT+"),
        ("2 lakh now 1 lakh after visa, rest later", "300000 BDT+"), ("২ লাখ বাকি আছে", "200000 BDT+"),
        ("aro 2 lakh chay", "200000 BDT+"),
        # what was borrowed is not what was asked
        ("5 lakh loan kore dalal re disi", "500000 BDT+"),
        # left out because it can be read in two ways, and the other sum is not all
        ("1 lakh 20, pore 1 lakh", "100000 BDT+"),
    ],
)  # fmt: skip
def test_what_may_be_one_part_is_not_taken_for_the_whole(text: str, expected: str) -> None:
    assert found(text) == [expected]


def test_of_several_prices_the_last_and_smaller_one_is_no_whole() -> None:
    assert found("visa 3 lakh processing 50 hajar") == ["300000 BDT", "50000 BDT+"]
    assert found("1 lakh disi 2 lakh dibo") == ["100000 BDT", "200000 BDT+"]


@pytest.mark.parametrize(
    "text",
    [
        "5 lakh", "৫ লাখ টাকা চায়", "5-6 lakh", "dalal 5 lakh chaise saudi jaite", "ekhon 4 lakh chay",
        "5 lakh taka ek sathe", "1 lakh 50 hajar", "malaysia 5 lakh pore saudi 4 lakh",
        "first wanted 4 lakh, then 6 lakh", "5 lakh er beshi dibo na",
    ],
)  # fmt: skip
def test_a_whole_price_is_compared_as_one(text: str) -> None:
    assert found(text)
    assert not any(one.endswith("+") for one in found(text))


LAKHS = st.lists(st.integers(1, 40).map(lambda half: half / 2), min_size=2, max_size=8)
WHEN = {
    "Latn": ["{} lakh ekhon", "visa hole {} lakh", "ticket er age {} lakh", "pore {} lakh", "aro {} lakh"],
    "Beng": ["{} লাখ এখন", "ভিসা হলে {} লাখ", "যাওয়ার আগে {} লাখ", "পরে {} লাখ", "আরও {} লাখ"],
}


def as_said(lakh: float) -> str:
    return str(lakh).removesuffix(".0")


@settings(max_examples=200, deadline=None)
@given(LAKHS, st.sampled_from(sorted(WHEN)), st.data())
def test_any_number_of_parts_add_up(lakhs: list[float], script: str, data: st.DataObject) -> None:
    now, *later = WHEN[script]
    parts = [now, *(data.draw(st.sampled_from(later)) for _ in lakhs[1:])]
    text = ", ".join(part.format(as_said(lakh)) for part, lakh in zip(parts, lakhs, strict=True))
    text = text.translate(BANGLA) if script == "Beng" else text
    assert found(text) == [f"{round(sum(lakhs) * 100_000)} BDT"]


@given(st.integers(1, 19), st.integers(1, 19))
def test_two_parts_add_up_in_either_order(one: int, other: int) -> None:
    for parts in permutations([f"ekhon {one} lakh", f"visa hole {other} lakh"]):
        assert found(", ".join(parts)) == [f"{(one + other) * 100_000} BDT"]


EQUAL = {
    "Latn": ["{count} kisti te {size} hajar kore", "{size} hajar kore {count} kisti",
             "{count} installments, {size} thousand each", "{size} hajar taka kore {count} bar dite hobe"],
    "Beng": ["{count} কিস্তিতে {size} হাজার করে", "{size} হাজার করে {count} কিস্তি",
             "মোট {count} কিস্তি, প্রতি কিস্তি {size} হাজার"],
}  # fmt: skip


@given(st.integers(2, 60), st.integers(2, 90), st.sampled_from(sorted(EQUAL)), st.data())
def test_equal_parts_are_multiplied(count: int, size: int, script: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(EQUAL[script])).format(count=count, size=size)
    text = text.translate(BANGLA) if script == "Beng" else text
    assert found(text) == [f"{count * size * 1000} BDT"]


@given(st.integers(2, 60), st.integers(1, 90))
def test_a_total_in_parts_is_never_multiplied(count: int, lakh: int) -> None:
    for text in (f"{lakh} lakh in {count} installments", f"{lakh} lakh {count} kistite"):
        assert found(text) == [f"{lakh * 100_000} BDT"]
