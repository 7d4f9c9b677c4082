"""A wage, a loan or the price of a field beside what is asked for going: only what is asked is a price."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import find_money, normalise


def prices(text: str) -> list[str]:
    return [str(mention.money) for mention in find_money(normalise(text)) if not mention.earned]


def earned(text: str) -> list[str]:
    return [str(mention.money) for mention in find_money(normalise(text)) if mention.earned]


@pytest.mark.parametrize(
    ("text", "price", "wage"),
    [
        ("beton 1200 riyal, dalal 5 lakh chay", "500000 BDT", "1200 SAR"),
        ("dalal 5 lakh chay beton 1200 riyal", "500000 BDT", "1200 SAR"),
        ("5 lakh dile mase 60 hajar beton", "500000 BDT", "60000 BDT"),
        ("৫ লাখ খরচ, বেতন ৮০ হাজার", "500000 BDT", "80000 BDT"),
        ("বেতন ৮০ হাজার, খরচ ৫ লাখ", "500000 BDT", "80000 BDT"),
        ("salary 2000 dirham visa cost 4 lakh", "400000 BDT", "2000 AED"),
        ("visa cost 4 lakh salary 2000 dirham", "400000 BDT", "2000 AED"),
        ("they promised 60k a month, agent wants 6 lakh", "600000 BDT", "60000 BDT"),
        ("agent wants 6 lakh, they promised 60k a month", "600000 BDT", "60000 BDT"),
        ("60 hajar beton 5 lakh khoroc", "500000 BDT", "60000 BDT"),
        ("5 lakh beton 50 hajar", "500000 BDT", "50000 BDT"),
        ("১২০০ রিয়াল বেতনে ৫ লাখ", "500000 BDT", "1200 SAR"),
        ("malaysia te 4 lakh lage salary 1800 ringgit", "400000 BDT", "1800 MYR"),
        ("kaj korle 60k dibe mase, lagbe 5 lakh", "500000 BDT", "60000 BDT"),
        ("income 80 hajar hobe 6 lakh dite bolse", "600000 BDT", "80000 BDT"),
        ("2 lakh ekhon 3 lakh pore, beton 50 hajar", "500000 BDT", "50000 BDT"),
        ("beton 50 hajar, 6 kisti te 1 lakh kore dite hobe", "600000 BDT", "50000 BDT"),
        # what pays for it is no price either
        ("loan 3 lakh nisi, dalal 5 lakh chay", "500000 BDT", "300000 BDT"),
        ("sold land for 6 lakh, agent wants 5 lakh", "500000 BDT", "600000 BDT"),
        ("আমি জমি বেচে ৭ লাখ পাইছি দালাল চায় ৫ লাখ", "500000 BDT", "700000 BDT"),
    ],
)  # fmt: skip
def test_the_price_is_told_from_what_is_earned(text: str, price: str, wage: str) -> None:
    assert (prices(text), earned(text)) == ([price], [wage])


@pytest.mark.parametrize(
    "text",
    [
        "beton 60 hajar", "beton bolse 60 hajar", "salary will be 2000 dirham", "my salary is 60000",
        "masik 50 hajar taka", "mase 60 hajar dibe dalal bolse", "প্রতি মাসে ৬০ হাজার টাকা বেতন দিবে বলছে",
        "3 mas er beton 90 hajar pai nai", "amar beton 3 lakh dey nai", "40-50 hajar beton",
        "beton 1500 theke 2000 riyal", "loan er kisti mase 5 hajar", "they said 60k monthly",
    ],
)  # fmt: skip
def test_what_is_earned_alone_is_no_price(text: str) -> None:
    assert prices(text) == []
    assert earned(text)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("dalal 5 lakh nibe beton theke katbe", "500000 BDT"), ("5 lakh dile koto beton pabo", "500000 BDT"),
        ("5 lakh in a month visa", "500000 BDT"), ("5 lakh diya jaite 1 mase visa", "500000 BDT"),
        ("jomi beche 4 lakh dalal re disi", "400000 BDT"),
    ],
)  # fmt: skip
def test_a_price_beside_such_a_word_stays_a_price(text: str, price: str) -> None:
    assert [one.rstrip("+") for one in prices(text)] == [price]
    assert earned(text) == []


PRICES = ["dalal {} lakh chay", "{} lakh lagbe", "agent wants {} lakh", "খরচ {} লাখ", "{} লাখ চায়"]
WAGES = ["beton {} hajar", "mase {} hajar beton", "salary {} thousand", "বেতন {} হাজার", "{} হাজার টাকা বেতন"]


@given(
    st.integers(2, 15), st.integers(20, 90), st.sampled_from(PRICES), st.sampled_from(WAGES), st.booleans()
)
def test_whichever_comes_first(lakh: int, hajar: int, price: str, wage: str, price_first: bool) -> None:
    said = [price.format(lakh), wage.format(hajar)]
    text = ", ".join(said if price_first else reversed(said))
    assert (prices(text), earned(text)) == ([f"{lakh * 100_000} BDT"], [f"{hajar * 1000} BDT"])
    # Without the comma "5 lakh 60 hajar beton" may be one wage: what is asked is then said with care.
    assert [one.rstrip("+") for one in prices(text.replace(",", ""))] == [f"{lakh * 100_000} BDT"]


@pytest.mark.parametrize(
    ("text", "price", "wage"),
    [
        ("1 lakh, 20 hajar beton", "100000 BDT", "20000 BDT"),
        ("১ লাখ, ২০ হাজার টাকা বেতন", "100000 BDT", "20000 BDT"),
        ("এক লাখ, বিশ হাজার বেতন", "100000 BDT", "20000 BDT"),
        ("1lakh ,20hajar beton", "100000 BDT", "20000 BDT"),
        ("agent wants 1 lakh, 20 thousand salary", "100000 BDT", "20000 BDT"),
        ("beton 1 lakh, 50 hajar dalal nibe", "50000 BDT", "100000 BDT"),
        ("1 lakh, 20 hajar lagbe, beton 30 hajar", "120000 BDT", "30000 BDT"),
        ("loan 1 lakh, 50 hajar dalal re dite hobe", "50000 BDT", "100000 BDT"),
        ("5 lakh, 1 hajar 200 riyal beton", "500000 BDT", "1200 SAR"),
    ],
)  # fmt: skip
def test_a_comma_parts_two_purposes(text: str, price: str, wage: str) -> None:
    assert (prices(text), earned(text)) == ([price], [wage])


@pytest.mark.parametrize(
    ("text", "price", "wage"),
    [
        ("1 lakh 20 hajar beton", [], ["120000 BDT"]), ("beton 1 lakh, 20 hajar", [], ["120000 BDT"]),
        ("1 lakh, 20 hajar", ["120000 BDT"], []), ("dalal 1 lakh, 20 hajar chay", ["120000 BDT"], []),
        ("১ লাখ, ২০ হাজার টাকা লাগবে", ["120000 BDT"], []), ("5 hajar, 500 taka", ["5500 BDT"], []),
        ("1 lakh, 50 hajar loan korsi", ["150000 BDT+"], []),
    ],
)  # fmt: skip
def test_a_comma_alone_parts_nothing(text: str, price: list[str], wage: list[str]) -> None:
    assert (prices(text), earned(text)) == (price, wage)


ONE_WAGE = ["{} lakh{} {} hajar beton", "{} লাখ{} {} হাজার টাকা বেতন", "{} lakh{} {} thousand salary"]


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(ONE_WAGE))
def test_any_price_before_a_comma_is_no_part_of_the_wage(lakh: int, hajar: int, said: str) -> None:
    text = said.format(lakh, ",", hajar)
    assert (prices(text), earned(text)) == ([f"{lakh * 100_000} BDT"], [f"{hajar * 1000} BDT"])
