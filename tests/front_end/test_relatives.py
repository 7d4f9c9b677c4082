"""Where a relative is: said once, kept apart from where the person is who writes, and forgotten in time."""

import pytest

from bot.cards import CardReference
from bot.cards.reference import FAMILY
from bot.relatives import Relatives
from bot.remembered import REMEMBERED

SENDER = "a" * 32
BROTHER, SISTER, NOBODY = frozenset({"bhai"}), frozenset({"bon"}), frozenset[str]()


@pytest.fixture
def known(clock) -> Relatives:
    """A brother in Libya."""
    known = Relatives(clock)
    known.placed(SENDER, family("LY"), BROTHER)
    return known


def family(country: str | None = None) -> CardReference:
    return CardReference("ransom", country, who=FAMILY)


@pytest.mark.parametrize("names", [BROTHER, NOBODY])
def test_the_country_of_the_same_relative_is_not_asked_again(known: Relatives, names: frozenset[str]) -> None:
    assert known.placed(SENDER, family(), names) == family("LY")


def test_another_relative_is_somewhere_else(known: Relatives) -> None:
    assert known.placed(SENDER, family(), SISTER) == family()


def test_another_person_has_another_relative(known: Relatives) -> None:
    assert known.placed("b" * 32, family(), BROTHER) == family()


def test_a_tap_tells_it_too(known: Relatives) -> None:
    known.placed(SENDER, family(), SISTER)
    known.shown(SENDER, family("JO"))
    assert known.placed(SENDER, family(), SISTER) == family("JO")
    assert known.placed(SENDER, family(), BROTHER) == family()


def test_a_tap_on_a_card_of_ones_own_tells_nothing_of_a_relative(clock) -> None:
    known = Relatives(clock)
    known.shown(SENDER, family("SA"))  # "somebody else is in danger", on the card of who is in Saudi Arabia
    assert known.placed(SENDER, family(), BROTHER) == family()


def test_after_an_hour_it_is_forgotten(known: Relatives, clock) -> None:
    clock.seconds += REMEMBERED
    assert known.placed(SENDER, family(), BROTHER) == family()


def test_after_another_subject_it_is_asked_again(known: Relatives) -> None:
    known.over(SENDER)
    assert known.of(SENDER, BROTHER) is None
    assert known.placed(SENDER, family(), BROTHER) == family()


@pytest.mark.parametrize("over", [False, True])
def test_it_is_never_where_the_person_is_who_writes(known: Relatives, over: bool) -> None:
    if over:
        known.over(SENDER)
    assert known.not_theirs(SENDER, CardReference("violence", "LY")) == CardReference("violence")
    assert known.not_theirs(SENDER, CardReference("violence", "SA")) == CardReference("violence", "SA")


def test_a_relative_told_of_in_passing_is_gone_on_about_only_by_name(clock) -> None:
    known = Relatives(clock)
    known.mention(SENDER, BROTHER, "OM")
    assert known.of(SENDER) is None
    assert known.not_theirs(SENDER, CardReference("locked_in", "OM")) == CardReference("locked_in")
    assert known.placed(SENDER, family(), SISTER) == family()
    known.mention(SENDER, BROTHER, "OM")
    assert known.placed(SENDER, family(), BROTHER) == family("OM")


def test_what_is_told_in_passing_changes_nothing_about_one_in_danger(known: Relatives) -> None:
    known.mention(SENDER, BROTHER, "OM")
    assert known.placed(SENDER, family(), BROTHER) == family("LY")


def test_while_they_go_on_rasa_may_hold_it_and_so_do_we(known: Relatives, clock) -> None:
    clock.seconds += REMEMBERED - 1
    known.over(SENDER)
    clock.seconds += REMEMBERED - 1
    assert known.not_theirs(SENDER, CardReference("violence", "LY")) == CardReference("violence")


def test_who_is_forgotten_has_told_nothing(known: Relatives) -> None:
    known.forget(SENDER)
    known.forget(SENDER)
    assert known.of(SENDER) is None
