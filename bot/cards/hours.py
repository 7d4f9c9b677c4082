"""Whether somebody answers now, in the time of the country where they sit."""

from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def is_open(hours: str, country: str, now: datetime) -> bool | None:
    """Whether `hours` ("sun-thu 08:00-17:00") hold at `now` in `country`.

    None where nobody can say: no hours are known, or the country has several times.
    """
    if hours == "unknown":
        return None
    if hours == "always":
        return True
    there = _time_in(country, now)
    if there is None:
        return None
    days, times = hours.split(" ")
    opens, closes = (_minutes(time) for time in times.split("-"))
    minute = there.hour * 60 + there.minute
    if opens < closes:
        return _within(days, there) and opens <= minute < closes
    # Past midnight: who opened on Thursday evening is still there on Friday morning.
    yesterday = there - timedelta(days=1)
    return (_within(days, there) and minute >= opens) or (_within(days, yesterday) and minute < closes)


def _within(days: str, day: datetime) -> bool:
    first, _, last = days.partition("-")
    start, end = _DAYS.index(first), _DAYS.index(last or first)
    return (day.weekday() - start) % 7 <= (end - start) % 7


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def _time_in(country: str, now: datetime) -> datetime | None:
    """The time there; None if the clocks of its parts differ, or the machine knows no time zones."""
    times = [now.astimezone(zone) for zone in _zones(country)]
    return times[0] if len({time.utcoffset() for time in times}) == 1 else None


@cache
def _zones(country: str) -> tuple[ZoneInfo, ...]:
    try:
        return tuple(ZoneInfo(name) for name in get_global("territory_zones").get(country, ()))
    except (ZoneInfoNotFoundError, ValueError):
        return ()
