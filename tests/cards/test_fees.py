"""What it costs: only like is compared with like, in the digits and groups of the language."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lean import real_packs

from bot.cards import CardReference, Cards
from bot.cards.comparing import BAR, compared
from bot.cards.fees import SOURCES
from bot.cards.reference import DOMESTIC, PAYER, WOMAN
from bot.cards.speech import speeches
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


@pytest.mark.parametrize("language", ["bn", "en"])
def test_one_part_of_a_price_is_never_said_to_be_not_above_the_ceiling(language, shown, packs):
    ui = packs.languages[language].ui
    text = shown(language, [fee()], Money(50_000, "BDT", part=True))
    assert ui.fee_part in text
    assert (
        ui.fee_part_ceiling.format(
            amount=speeches(packs)[language].money(Money(165_000, "BDT")),
            year=speeches(packs)[language].year(2016),
        )
        in text
    )
    for comfort in (ui.fee_below, ui.fee_bar_below):
        assert comfort.rsplit("}", 1)[1] not in text


def test_one_part_that_is_above_the_ceiling_is_above_it(shown):
    text = shown("en", [fee()], Money(500_000, "BDT", part=True))
    assert "335,000 taka more" in text
    assert "add up all the parts" in text


def test_the_next_country_is_told_the_same_of_a_part(packs):
    card = Cards(packs).build(CardReference("what_it_costs", money=Money(50_000, "BDT", part=True)), "en")
    references = [button.action.reference for row in card.buttons[:-1] for button in row]
    assert all(reference.money == Money(50_000, "BDT", part=True) for reference in references)


def test_another_currency_is_converted_at_a_rate_that_is_named_with_its_date(shown):
    text = shown("en", [fee()], Money(10_000, "SAR"))
    assert "You wrote 10,000 Saudi riyals. That is about 326,000 taka (rate of January 5, 2026)." in text
    assert "That is about 161,000 taka more than the ceiling" in text


def test_a_currency_without_a_rate_is_not_compared(shown):
    text = shown("en", [fee()], Money(3000, "LYD"))
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


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (500_000, ["▓▓▓░░░░░░░", "about 3 times"]),
        (330_000, ["▓▓▓▓▓░░░░░", "about 2 times"]),
        (166_000, ["▓▓▓▓▓▓▓▓▓░"]),
        (165_000, ["▓▓▓▓▓▓▓▓▓▓"]),
        (80_000, ["▓▓▓▓▓░░░░░"]),
        (1, ["▓░░░░░░░░░"]),
        (10**12, ["▓░░░░░░░░░"]),
    ],
)
def test_a_small_bar_shows_the_share(asked, says, shown):
    text = shown("en", [fee()], Money(asked, "BDT"))
    for words in says:
        assert words in text
    assert ("times the ceiling" in text) == (asked >= 300_000)


@given(st.integers(1, 10**12), st.integers(1, 10**7))
def test_any_amount_is_held_against_any_ceiling(asked, ceiling):
    speech = speeches(real_packs())["en"]
    lines = compared(speech, Money(asked, "BDT"), fee(amount=str(ceiling)), about=False)
    bar = lines[-1].split(" ")[0]
    assert len(bar) == BAR
    assert ("more than the ceiling" in lines[0]) == (asked > ceiling)
    assert (bar == "▓" * BAR) == (asked == ceiling)


def test_rates_older_than_two_years_are_not_used(packs):
    later = Cards(packs, lambda: datetime(2028, 2, 1, tzinfo=UTC))
    text = to_plain(later.build(CardReference("what_it_costs", "QA", Money(3000, "SAR")), "en"))
    assert "only amounts in taka" in text


def test_a_list_that_is_over_is_not_shown_as_current(shown):
    fees = [fee(valid_until="2020-12-31"), fee("paid", amount="400000", year="2020")]
    text = shown("en", fees, Money(500_000, "BDT"))
    assert "The last list we know ended on December 31, 2020." in text
    assert "165,000" not in text
    assert "more than the ceiling" not in text


def test_where_the_whole_scheme_is_free_any_amount_is_too_much(shown):
    text = shown("en", [fee("zero_cost", amount="0")], Money(200_000, "BDT"))
    assert "The worker should pay nothing for this." in text
    assert "no published ceiling" not in text


@pytest.mark.parametrize("language", ["bn", "en"])
def test_a_woman_domestic_worker_is_told_first_that_it_is_free(language, packs):
    card = Cards(packs).build(
        CardReference("what_it_costs", "SA", Money(100_000, "BDT"), who=DOMESTIC), language
    )
    assert {"bn": "কোনো টাকা লাগার কথা নয়", "en": "should pay nothing"}[language] in card.blocks[0].lines[0]


def test_the_ceilings_are_compared_for_a_domestic_worker_too(packs):
    reference = CardReference("what_it_costs", "SA", Money(900_000, "BDT"), who=DOMESTIC)
    lines = [line for block in Cards(packs).build(reference, "en").blocks for line in block.lines]
    assert "should pay nothing" in lines[0]
    assert any("more than the ceiling" in line for line in lines)


@pytest.mark.parametrize("country", sorted(real_packs().fees))
@pytest.mark.parametrize("language", ["bn", "en"])
def test_a_woman_is_shown_no_mans_figure_and_house_work_first(language, country, packs):
    cards = Cards(packs)
    reference = CardReference("what_it_costs", country, Money(80_000, "BDT"), who=WOMAN)
    text = to_plain(cards.build(reference, language))
    ui = packs.languages[language].ui
    men = [
        line for line in text.lower().splitlines() if line.startswith((ui.workers_men, f"• {ui.workers_men}"))
    ]
    assert not men
    house = to_plain(cards.build(replace(reference, who=DOMESTIC), language)).split("\n\n")[1]
    assert text.split("\n\n")[1] == house
    assert ui.fee_woman_other in text


def test_who_has_paid_already_is_not_blamed_and_finds_the_way_on(packs):
    card = Cards(packs).build(CardReference("what_it_costs", "SA", Money(500_000, "BDT"), who=PAYER), "en")
    assert "It is not your fault" in to_plain(card)
    assert any("money_lost" in str(button.action) for row in card.buttons for button in row)


@pytest.mark.parametrize(("country", "own"), [("MY", True), ("SA", False)])
def test_what_is_in_the_price_is_the_countrys_own_or_the_general_rule(country, own, packs):
    text = to_plain(Cards(packs).build(CardReference("what_it_costs", country, page=1), "en"))
    assert ("For Malaysia this was published in 2022" in text) == own
    assert ("general rule (Migrant Resource Centre" in text) != own
    assert "RL" in text


def test_a_range_shows_both_ends(shown):
    assert "450,000 taka to 500,000 taka" in shown("en", [fee("paid", amount="450000", amount_to="500000")])


@pytest.mark.parametrize("language", ["bn", "en"])
def test_an_amount_without_a_country_asks_which_one_and_keeps_the_amount(language, packs):
    card = Cards(packs).build(CardReference("what_it_costs", money=Money(500_000, "BDT")), language)
    references = [button.action.reference for row in card.buttons[:-1] for button in row]
    assert {reference.country for reference in references} == set(packs.fees)
    assert all(reference.money == Money(500_000, "BDT") for reference in references)


def test_sources_are_named_with_their_year_once_each(packs):
    card = Cards(packs).build(CardReference("what_it_costs", "SA", page=SOURCES), "en")
    named = [line.removeprefix("• ") for line in to_plain(card).splitlines() if line.startswith("• ")]
    assert len(named) == len(set(named))
    assert set(named) == {f"{s.title}, {s.year}" for fee in packs.fees["SA"] for s in fee.sources}
