"""What it costs: only like is compared with like, in the digits and groups of the language."""

from dataclasses import replace

import pytest

from bot.cards import CardReference, Cards
from bot.cards.text import to_plain
from bot.language import Money
from bot.packs.models import Fee

SOURCE = {"title": "A circular", "url": "https://example.org", "as_of": "2016"}


def fee(kind="ceiling", workers="everyone", amount="165000", year="2016", currency="BDT", **more):
    values = {
        "id": "x",
        "kind": kind,
        "workers": workers,
        "amount": amount,
        "currency": currency,
        "year": year,
    }
    return Fee.model_validate({**values, "confidence": "high", "sources": [SOURCE], **more})


@pytest.fixture
def shown(packs):
    """What the fee card of Qatar says in a language, with these fees and this amount asked."""

    def show(language, fees, money=None):
        with_fees = replace(packs, fees={**packs.fees, "QA": tuple(fees)})
        return to_plain(Cards(with_fees).build(CardReference("what_it_costs", "QA", money), language))

    return show


@pytest.mark.parametrize(
    ("language", "amount", "says"),
    [
        pytest.param("en", 500_000, ["500,000 taka", "335,000 taka", "more", "2016"], id="above, in English"),
        pytest.param("bn", 500_000, ["৫,০০,০০০", "৩,৩৫,০০০", "১,৬৫,০০০", "২০১৬"], id="above, in Bangla"),
        pytest.param("en", 165_000, ["not above", "165,000 taka"], id="equal is not above"),
        pytest.param("en", 165_001, ["That is 1 taka more"], id="one taka more is above"),
        pytest.param("en", 90_000, ["not above", "does not prove"], id="a low price proves nothing"),
        pytest.param("bn", 90_000, ["৯০,০০০"], id="below, in Bangla"),
    ],
)
def test_an_amount_in_taka_is_compared_with_the_ceiling(language, amount, says, shown):
    text = shown(language, [fee()], Money(amount, "BDT"))
    for words in says:
        assert words in text


def test_another_currency_is_not_compared_nor_converted(shown):
    text = shown("en", [fee()], Money(3000, "SAR"))
    assert "only amounts in taka" in text
    assert "more than the ceiling" not in text
    assert "not above" not in text


def test_without_a_ceiling_nothing_is_compared_and_the_card_says_so(shown):
    text = shown("en", [fee("paid", amount="400000")], Money(500_000, "BDT"))
    assert "no published ceiling for Qatar" in text
    assert "500,000 taka" in text
    assert "not above" not in text


def test_without_any_fee_the_card_says_whom_to_ask(shown):
    text = shown("en", [])
    assert "no published ceiling" in text
    assert "+8809610102030" in text
    assert "16135 (works only inside Bangladesh)" in text


def test_the_newest_ceiling_counts(shown):
    text = shown(
        "en", [fee(amount="300000", year="2022"), fee(amount="100000", year="2011")], Money(200_000, "BDT")
    )
    assert "not above the ceiling of 300,000 taka from 2022" in text
    assert "more than" not in text


def test_a_ceiling_for_men_is_no_comfort_for_a_woman_who_should_pay_nothing(shown):
    fees = [fee(workers="men"), fee("zero_cost", "women_domestic", "0")]
    text = shown("en", fees, Money(100_000, "BDT"))
    assert "Men: That is not above" in text
    assert "Women going as domestic workers: no cost" in text


def test_each_group_is_compared_with_its_own_ceiling(shown):
    fees = [fee(workers="men"), fee(workers="women", amount="50000")]
    text = shown("en", fees, Money(100_000, "BDT"))
    assert "Men: That is not above" in text
    assert "Women: That is 50,000 taka more" in text


def test_a_range_shows_both_ends(shown):
    assert "450,000 taka to 500,000 taka" in shown("en", [fee("paid", amount="450000", amount_to="500000")])


@pytest.mark.parametrize("language", ["bn", "en"])
def test_an_amount_without_a_country_asks_which_one_and_keeps_the_amount(language, packs):
    card = Cards(packs).build(CardReference("what_it_costs", money=Money(500_000, "BDT")), language)
    references = [button.action.reference for row in card.buttons[:-1] for button in row]
    assert {reference.country for reference in references} == set(packs.fees)
    assert all(reference.money == Money(500_000, "BDT") for reference in references)


def test_sources_are_named_with_their_year_once_each(packs):
    card = Cards(packs).build(CardReference("what_it_costs", "SA", page=1), "en")
    named = [line.removeprefix("• ") for line in to_plain(card).splitlines() if line.startswith("• ")]
    assert len(named) == len(set(named))
    assert set(named) == {f"{s.title}, {s.year}" for fee in packs.fees["SA"] for s in fee.sources}
