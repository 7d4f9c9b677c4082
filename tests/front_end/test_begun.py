"""Checks that were begun can go on; a yes to an opening begins it, and is an answer to nothing."""

import pytest

from bot.begun import Begun
from bot.cards import CardReference
from bot.remembered import REMEMBERED

SENDER = "a" * 32


@pytest.fixture
def known(clock) -> Begun:
    known = Begun(clock)
    known.note(SENDER, "offer_check", "5sny", half=True)
    return known


def test_a_check_that_is_half_answered_can_go_on(known: Begun) -> None:
    assert known.answers(SENDER, "offer_check") == "5sny"
    assert known.answers(SENDER, "what_happened") is None
    assert known.answers("b" * 32, "offer_check") is None


def test_one_that_is_over_or_begun_anew_cannot(known: Begun) -> None:
    known.note(SENDER, "offer_check", "5s", half=False)
    assert known.answers(SENDER, "offer_check") is None


def test_after_an_hour_it_begins_anew(known: Begun, clock) -> None:
    known.open(SENDER, CardReference("offer_check"))
    clock.seconds += REMEMBERED
    assert known.answers(SENDER, "offer_check") is None
    assert known.opened(SENDER) is None


def test_what_was_opened_is_asked_for_once(known: Begun) -> None:
    known.open(SENDER, CardReference("offer_check"))
    assert known.opened(SENDER) == CardReference("offer_check")
    assert known.opened(SENDER) is None


def test_who_is_forgotten_has_begun_nothing(known: Begun) -> None:
    known.forget(SENDER)
    assert known.answers(SENDER, "offer_check") is None
