"""What is remembered of people in memory goes in time, and is never of too many."""

import pytest

from bot import remembered
from bot.remembered import REMEMBERED, Remembered

ASHA, RINA = "a" * 32, "b" * 32


@pytest.fixture
def kept(clock) -> Remembered[str]:
    kept: Remembered[str] = Remembered(clock)
    kept.keep(ASHA, "first")
    return kept


def test_each_person_has_their_own(kept):
    kept.keep(RINA, "second")
    assert (kept.of(ASHA), kept.of(RINA)) == ("first", "second")


def test_it_goes_after_an_hour_not_before(kept, clock):
    clock.seconds += REMEMBERED - 1
    assert kept.of(ASHA) == "first"
    clock.seconds += 1
    assert kept.of(ASHA) is None


def test_its_hour_begins_anew_with_what_is_new(kept, clock):
    clock.seconds += REMEMBERED - 1
    kept.keep(ASHA, "second")
    clock.seconds += REMEMBERED - 1
    assert kept.of(ASHA) == "second"


def test_what_is_taken_is_gone(kept):
    assert (kept.take(ASHA), kept.take(ASHA)) == ("first", None)


def test_who_is_forgotten_is_not_known(kept):
    kept.forget(ASHA)
    kept.forget(ASHA)
    assert kept.of(ASHA) is None


def test_who_does_not_come_back_is_let_go_of_when_others_come(kept, clock):
    clock.seconds += REMEMBERED
    kept.keep(RINA, "second")
    clock.seconds -= REMEMBERED  # it would still be told if it were there
    assert kept.of(ASHA) is None


def test_of_too_many_the_oldest_are_let_go_of(kept, monkeypatch):
    monkeypatch.setattr(remembered, "MOST_REMEMBERED", 1)
    kept.keep(RINA, "second")
    assert (kept.of(ASHA), kept.of(RINA)) == (None, "second")
