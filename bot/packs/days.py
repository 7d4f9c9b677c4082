"""Checks against the calendar: dates to come, facts to confirm, fees that are over."""

from collections.abc import Iterator
from datetime import date

from bot.packs.freshness import Dated, Freshness, freshness
from bot.packs.models import Checked, Fee, HelpDesk, Source
from bot.packs.packs import Packs
from bot.packs.reading import Reader
from bot.packs.source import Path_

_MOST_NAMED = 4


def check_days(reader: Reader, packs: Packs, today: date) -> None:
    """What only time makes wrong; of all that is due one finding a file (`dishari content due` lists it)."""
    for file, facts in _files(packs):
        for path, fact in facts:
            for where, day in _days(path, fact, today):
                if day > today:
                    seen = f"{where[-1]} lies in the future: {day.isoformat()}."
                    reader.add(file, where, "future-date", seen, "Write the day on which it happened.")
            if isinstance(fact, Fee) and freshness(fact, today) is Freshness.EXPIRED:
                seen = f'"{fact.id}" was valid until {fact.valid_until}.'
                todo = "Write the amount that is in force now, or delete the entry."
                reader.add(file, (*path, "valid_until"), "outside-validity", seen, todo)
        _due(reader, file, facts, today)


def _due(reader: Reader, file: str, facts: list[tuple[Path_, Checked]], today: date) -> None:
    """One warning for all facts of the file that somebody must confirm."""
    due: list[tuple[Path_, str]] = []
    expired: list[tuple[Path_, str]] = []
    for path, fact in facts:
        if isinstance(fact, Dated):
            name = fact.id if isinstance(fact, Fee) else str((file[:-5].split("/")[-1], *path)[-1])
            match freshness(fact, today):
                case Freshness.DUE:
                    due.append((path, name))
                case Freshness.EXPIRED if not isinstance(fact, Fee):  # a fee's end is told as an error
                    expired.append((path, name))
    if not due and not expired:
        return
    seen = f"Not confirmed for 24 months: {_named(expired)}. " if expired else ""
    seen += f"Not confirmed for 180 days: {_named(due)}." if due else ""
    todo = "Dial or read it again, then: script/dishari content confirm. All: script/dishari content due"
    path = (expired or due)[0][0]
    reader.add(file, path, "expired" if expired else "due", seen.strip(), todo, warning=True)


def _named(facts: list[tuple[Path_, str]]) -> str:
    more = len(facts) - _MOST_NAMED
    return ", ".join(name for _, name in facts[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _files(packs: Packs) -> Iterator[tuple[str, list[tuple[Path_, Checked]]]]:
    yield "facts/topics.yaml", [((topic,), facts) for topic, facts in packs.topics.items()]
    yield "facts/urgent.yaml", [((situation,), facts) for situation, facts in packs.situations.items()]
    for name, checklist in packs.checklists.items():
        yield f"facts/checklists/{name}.yaml", [((), checklist)]
    for name, fact in (("rates", packs.rates), ("who_pays", packs.who_pays)):
        if fact:
            yield f"facts/{name}.yaml", [((), fact)]
    for country, desks in packs.help_desks.items():
        yield f"facts/help_desks/{country}.yaml", [((name,), desk) for name, desk in desks.items()]
    for country, fees in packs.fees.items():
        yield f"facts/fees/{country}.yaml", [((index,), fee) for index, fee in enumerate(fees)]


def _days(path: Path_, fact: Checked, today: date) -> Iterator[tuple[Path_, date]]:
    if fact.checked_on:
        yield (*path, "checked_on"), fact.checked_on
    sources: list[Source] = getattr(fact, "sources", [])
    for index, source in enumerate(sources):
        yield (*path, "sources", index, "as_of"), source.day_by(today)
    if isinstance(fact, HelpDesk):
        for index, phone in enumerate(fact.phones):
            yield from _days((*path, "phones", index), phone, today)
    if isinstance(fact, Fee) and fact.year > today.year:
        yield (*path, "year"), date(fact.year, 1, 1)
