"""What must be verified again: by country, oldest first, what has expired before everything else."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from io import StringIO
from itertools import groupby

from bot.editing.files import Refused
from bot.packs import Packs, Words
from bot.packs.freshness import Dated, Freshness, freshness, last_known
from bot.packs.models import Phone, Source

EVERYWHERE = "-"  # in place of a country


@dataclass(frozen=True, slots=True)
class Due:
    """One fact to verify: whose number or text it is, how old, and where it was read."""

    state: Freshness
    country: str
    what: str
    id: str
    name: str
    numbers: tuple[str, ...]
    last_known: date
    checked_by: str
    source: Source

    @property
    def since(self) -> str:
        """How old it is, in an editor's words."""
        return f"checked {self.last_known}" if self.checked_by else f"published {self.source.as_of}"


def due(packs: Packs, today: date, country: str | None = None) -> list[Due]:
    """Everything due or expired on the day `today`, in the order in which it should be verified."""
    if country is not None:
        country = _known(country, packs)
    found = [one for one in _all(packs, today) if one.state is not Freshness.FRESH]
    found = [one for one in found if country in (None, one.country)]
    oldest: dict[tuple[Freshness, str], date] = {}
    for one in found:
        place = (one.state, one.country)
        oldest[place] = min(oldest.get(place, one.last_known), one.last_known)
    return sorted(
        found,
        key=lambda one: (
            one.state is not Freshness.EXPIRED,
            oldest[one.state, one.country],
            one.country,
            one.last_known,
            one.id,
        ),
    )


def _known(country: str, packs: Packs) -> str:
    known = {*packs.destinations, *packs.help_desks, *packs.fees}
    names = {
        name.lower(): iso2
        for words in packs.languages.values()
        for iso2, said in words.destinations.items()
        for name in (said.name, *said.aliases)
    }
    wanted = country.strip()
    if wanted.upper() in known:
        return wanted.upper()
    if wanted.lower() in names:
        return names[wanted.lower()]
    near = get_close_matches(wanted.lower(), names, 1, 0.6)
    hint = f" Did you mean {names[near[0]]} ({near[0]})?" if near else " Write its two letters, such as SA."
    raise Refused(f'No country here is called "{country}".{hint}')


def _all(packs: Packs, today: date) -> Iterator[Due]:
    said = speaker(packs)
    for country, desks in packs.help_desks.items():
        for id_, desk in desks.items():
            name = said.help_desks[id_].name if said and id_ in said.help_desks else ""
            numbers = tuple(map(_number, desk.phones))
            yield _one(desk, today, country, "help desk", id_, name, numbers)
    for country, fees in packs.fees.items():
        for fee in fees:
            amount = f"{fee.amount}{f' to {fee.amount_to}' if fee.amount_to else ''} {fee.currency}"
            yield _one(fee, today, country, "fee", fee.id, f"{fee.kind} of {fee.year}", (amount,))
    for id_, topic in packs.topics.items():
        name = said.topics[id_].title if said and id_ in said.topics else ""
        yield _one(topic, today, EVERYWHERE, "topic", id_, name, ())
    for id_, checklist in packs.checklists.items():
        name = said.checklists[id_].title if said and id_ in said.checklists else ""
        yield _one(checklist, today, EVERYWHERE, "checklist", id_, name, ())
    if packs.rates:
        yield _one(packs.rates, today, EVERYWHERE, "rates", "rates", "", tuple(packs.rates.taka))
    if packs.who_pays:
        yield _one(packs.who_pays, today, EVERYWHERE, "who pays", "who_pays", "", ())


def _number(phone: Phone) -> str:
    return f"{phone.number} (checked {phone.checked_on})" if phone.checked_on else phone.number


def _one(
    fact: Dated,
    today: date,
    country: str,
    what: str,
    id_: str,
    name: str,
    numbers: tuple[str, ...],
) -> Due:
    newest = max(fact.sources, key=lambda source: source.day_by(today))
    checker = (fact.checked_by or "?") if fact.checked_on else ""
    known = last_known(fact, today)
    return Due(freshness(fact, today), country, what, id_, name, numbers, known, checker, newest)


def speaker(packs: Packs) -> Words | None:
    """The language whose names stand in lists: one in Latin letters, so that columns stay straight."""
    languages = list(packs.languages.values())
    latin = [words for words in languages if words.language.script == "Latn"]
    return next(iter(latin or languages), None)


def country_name(packs: Packs, country: str) -> str:
    """SA Saudi Arabia."""
    said = speaker(packs)
    if country == EVERYWHERE:
        return "All countries"
    return (
        f"{country} {said.destinations[country].name}" if said and country in said.destinations else country
    )


_HEADINGS = {
    Freshness.EXPIRED: "EXPIRED: not confirmed for 24 months, or past its last day",
    Freshness.DUE: "DUE: never checked, or more than 180 days ago",
}


def as_text(found: list[Due], packs: Packs) -> str:
    """The list for reading, with the source below each fact."""
    lines: list[str] = []
    width = {
        key: max((len(getattr(one, key)) for one in found), default=0) for key in ("since", "what", "id")
    }
    for state, of_state in groupby(found, lambda one: one.state):
        group = list(of_state)
        lines += [*([""] if lines else []), f"{_HEADINGS[state]} ({len(group)})"]
        for country, ones in groupby(group, lambda one: one.country):
            lines += ["", f"  {country_name(packs, country)}"]
            for one in ones:
                columns = [f"{getattr(one, key):<{width[key]}}" for key in ("since", "what", "id")]
                lines.append(
                    "    " + "  ".join([*columns, "; ".join(filter(None, [one.name, *one.numbers]))]).rstrip()
                )
                lines.append(
                    f"    {'':<{width['since']}}  {one.source.title} ({one.source.as_of}) {one.source.url}"
                )
    return "\n".join(lines)


COLUMNS = (
    "state", "country", "what", "id", "name", "numbers", "last_known", "checked_by",
    "source", "source_date", "link",
)  # fmt: skip


def as_csv(found: Iterable[Due]) -> str:
    """The list for a spreadsheet; numbers keep their plus and their zeros where it reads them as text."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in found:
        source = (one.source.title, one.source.as_of, one.source.url)
        numbers = "; ".join(one.numbers)
        row = (
            one.state,
            one.country,
            one.what,
            one.id,
            one.name,
            numbers,
            one.last_known,
            one.checked_by,
            *source,
        )
        writer.writerow([_harmless(str(value)) for value in row])
    return table.getvalue().rstrip("\n")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a phone number's plus is none."""
    formula = cell.startswith(("=", "@")) or (cell[:1] in {"+", "-"} and not cell[1:2].isdigit())
    return f"'{cell}" if formula else cell
