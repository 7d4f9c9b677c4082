"""Open or closed: by the clock of the country where somebody sits, and silent where that is not known."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import CardReference, Cards
from bot.cards.hours import is_open
from bot.cards.text import to_plain

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "country", "utc", "expected"),
    [
        pytest.param("mon-fri 09:00-17:00", "JP", 0, True, id="nine in Tokyo is midnight in London"),
        pytest.param("mon-fri 09:00-17:00", "JP", 8, False, id="five in the afternoon is closed"),
        pytest.param("mon-fri 09:30-17:30", "IT", 8, False, id="nine in Rome, not yet"),
        pytest.param("mon-fri 09:30-17:30", "IT", 9, True, id="ten in Rome"),
        pytest.param("sun-thu 09:00-17:00", "LY", 10, True, id="Sunday to Thursday holds a Monday"),
        pytest.param("fri-sat 09:00-17:00", "LY", 10, False, id="the weekend does not"),
        pytest.param("tue 09:00-17:00", "LY", 10, False, id="one day only"),
        pytest.param("sun 20:00-04:00", "BD", -3, True, id="past midnight belongs to the evening before"),
        pytest.param("mon 20:00-04:00", "BD", -3, False, id="but not to the day that begins"),
        pytest.param("always", "US", 10, True, id="always"),
        pytest.param("unknown", "IT", 10, None, id="nobody knows"),
        pytest.param("mon-fri 09:00-17:00", "US", 10, None, id="a country of several times"),
        pytest.param("mon-fri 09:00-17:00", "MY", 3, True, id="two zones that agree"),
        pytest.param("mon-fri 09:00-17:00", "", 3, None, id="no country"),
        pytest.param("mon-sun 00:00-24:00", "IT", 23, True, id="until midnight"),
    ],
)
def test_now_is_the_time_there(hours, country, utc, expected):
    assert is_open(hours, country, MONDAY + timedelta(hours=utc)) is expected


@given(st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2027, 1, 1)))
def test_a_line_open_every_day_from_eight_to_eight_is_open_twelve_hours(moment):
    start = moment.replace(tzinfo=UTC)
    opened = sum(
        is_open("mon-sun 08:00-20:00", "BD", start + timedelta(minutes=30 * step)) is True
        for step in range(48)
    )
    assert opened == 24


@pytest.mark.parametrize(("hour", "said"), [(10, "open now"), (22, "closed now")])
def test_a_card_says_whether_somebody_answers_now(hour, said, packs):
    cards = Cards(packs, lambda: MONDAY + timedelta(hours=hour))
    assert f"Monday–Friday, 08:00 to 20:00: {said}" in to_plain(
        cards.build(CardReference("help", "BA"), "en")
    ) + to_plain(cards.build(CardReference("help", "BA", page=1), "en"))
