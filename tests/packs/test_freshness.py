"""How old a fact is, counted from the day on which it was last known to be true."""

from datetime import date

import pytest

from bot.packs.freshness import Freshness, freshness, last_known
from bot.packs.models import Fee, HelpDesk, Source, TopicFacts

TODAY = date(2026, 6, 1)


def source(as_of="2025-03"):
    return {"title": "A list", "url": "https://example.org", "as_of": as_of}


def topic(as_of="2025-03", checked_on=""):
    return TopicFacts.model_validate({"menu": "learn", "sources": [source(as_of)], "checked_on": checked_on})


def fee(**values):
    sources = {"sources": [source("2016")], "confidence": "medium", "kind": "ceiling", "year": "2016"}
    return Fee.model_validate({"id": "sa_men", "amount": "165000", "currency": "BDT"} | sources | values)


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        pytest.param("2025-03-04", date(2025, 3, 4), id="a whole date"),
        pytest.param("2025-03", date(2025, 3, 31), id="a month is over at its end"),
        pytest.param("2024-02", date(2024, 2, 29), id="a leap year"),
        pytest.param("2025", date(2025, 12, 31), id="a year is over at its end"),
        pytest.param("2026", TODAY, id="the present year reaches to today"),
        pytest.param("2026-06", TODAY, id="the present month reaches to today"),
        pytest.param("2027", date(2027, 12, 31), id="a year to come stays there"),
    ],
)
def test_a_partial_date_counts_as_its_last_possible_day(as_of, day):
    assert Source.model_validate(source(as_of)).day_by(TODAY) == day


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        pytest.param(topic(checked_on="2026-05-01"), Freshness.FRESH, id="checked last month"),
        pytest.param(topic(checked_on="2025-12-03"), Freshness.FRESH, id="checked 180 days ago"),
        pytest.param(topic(checked_on="2025-12-02"), Freshness.DUE, id="checked 181 days ago"),
        pytest.param(topic(checked_on="2024-05-01"), Freshness.EXPIRED, id="checked 25 months ago"),
        pytest.param(topic(as_of="2026-05"), Freshness.DUE, id="never checked, however new the source"),
        pytest.param(topic(as_of="2024-05"), Freshness.EXPIRED, id="never checked, an old source"),
        pytest.param(fee(), Freshness.DUE, id="the last fee that was published does not expire"),
        pytest.param(fee(valid_until="2026-06-01"), Freshness.DUE, id="a fee on its last day"),
        pytest.param(fee(valid_until="2026-05-31"), Freshness.EXPIRED, id="a fee whose time is over"),
        pytest.param(fee(checked_on="2026-05-01"), Freshness.FRESH, id="a fee that was checked"),
    ],
)
def test_a_fact_is_fresh_due_or_expired(fact, expected):
    assert freshness(fact, TODAY) is expected


def test_the_newest_source_counts_until_a_person_has_checked():
    desk = {
        "level": "urgent",
        "kind": "police",
        "confidence": "high",
        "sources": [source(), source("2026-01")],
    }
    desk["phones"] = [{"number": "999", "dial_from": "SA", "channels": ["call"]}]
    assert last_known(HelpDesk.model_validate(desk), TODAY) == date(2026, 1, 31)
    desk["checked_on"] = "2025-12-24"
    assert last_known(HelpDesk.model_validate(desk), TODAY) == date(2025, 12, 24)
