"""How old a fact is: fresh, due for a check, or expired."""

from datetime import date, timedelta
from enum import StrEnum

from bot.packs.exercises import ChecklistFacts
from bot.packs.models import Fee, HelpDesk, Rates, TopicFacts, WhoPays

DUE_AFTER = timedelta(days=180)  # numbers and rules change about twice a year
EXPIRED_AFTER = timedelta(days=730)  # 24 months

Dated = HelpDesk | Fee | TopicFacts | ChecklistFacts | Rates | WhoPays
"""What somebody must confirm from time to time."""


class Freshness(StrEnum):
    FRESH = "fresh"
    DUE = "due"
    EXPIRED = "expired"


def freshness(fact: Dated, today: date) -> Freshness:
    """Whether `fact` may be relied on; one that nobody ever checked is at least due.

    A fee has no age of its own, it is the last published one: it expires when its validity ends.
    """
    if isinstance(fact, Fee):
        if fact.valid_until is not None and fact.valid_until < today:
            return Freshness.EXPIRED
    elif today - last_known(fact, today) > EXPIRED_AFTER:
        return Freshness.EXPIRED
    if fact.checked_on is None or today - fact.checked_on > DUE_AFTER:
        return Freshness.DUE
    return Freshness.FRESH


def last_known(fact: Dated, today: date | None = None) -> date:
    """The day `fact` was last known to be true: when it was checked, else its newest source's day."""
    if fact.checked_on is not None:
        return fact.checked_on
    return max(source.day_by(today or date.today()) for source in fact.sources)
