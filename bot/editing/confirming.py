"""Marks a fact as checked: on which day, by whom, what was heard; never by anybody who was not named."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from bot.editing.entries import entry, with_values
from bot.editing.files import Refused, document, text_of
from bot.editing.invisible import without_stray
from bot.editing.signs import latin
from bot.packs.freshness import DUE_AFTER
from bot.packs.models import LONGEST_TEXT
from bot.packs.source import Path_

EARLIEST = date(2020, 1, 1)  # nobody checked anything for Dishari before; an older day is a slip
_LONGEST_NAME = 80
RATES, WHO_PAYS = "facts/rates.yaml", "facts/who_pays.yaml"
ONE_FACT = ("facts/checklists", RATES, WHO_PAYS)  # each such file is one fact
_KINDS = (
    ("facts/help_desks", "help desk"),
    ("facts/fees", "fee"),
    ("facts/checklists", "checklist"),
    (RATES, "rates"),
    (WHO_PAYS, "who pays"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a person can check: what it is, and where it stands."""

    id: str
    what: str
    file: str
    path: Path_
    entry: dict[str, Any]

    @property
    def numbers(self) -> list[str]:
        """Its phone numbers."""
        return [str(phone.get("number", "")) for phone in phones_of(self.entry)]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a person says: checked on this day, by them, and what they heard."""

    by: str
    on: date
    heard: str = ""

    @classmethod
    def of(cls, by: str, on: str | None, heard: str | None, today: date) -> "Confirmation":
        """From what was typed; Refused if it cannot be so."""
        name = _one_line(by)
        if sum(c.isalpha() for c in name) < 2 or len(name) > _LONGEST_NAME:
            raise Refused("Say who checked it: --by with a person's name.")
        note = _one_line(heard or "")
        if len(note) > LONGEST_TEXT:
            raise Refused(f"--heard has {len(note)} letters; {LONGEST_TEXT} fit.")
        return cls(name, day(on, "--on") if on else today, note)._in_time(today)

    def _in_time(self, today: date) -> "Confirmation":
        if self.on > today:
            raise Refused(f"{self.on} lies in the future; today is {today}.")
        if self.on < EARLIEST:
            raise Refused(f"{self.on} is too long ago to be right; write the day like {today}.")
        return self

    def values(self, now: dict[str, Any]) -> dict[str, str]:
        """What is written into an entry; an old note goes, for it was not heard on this day."""
        values = {"checked_on": str(self.on), "checked_by": self.by}
        return values | ({"heard": self.heard} if self.heard or "heard" in now else {})


def phones_of(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """The phones of a help desk; none if they are not written as a list of entries."""
    phones = entry.get("phones")
    whole = isinstance(phones, list) and all(isinstance(phone, dict) for phone in phones)
    return phones if whole else []  # type: ignore[return-value]


def day(text: str, option: str) -> date:
    """The day that was typed after `option`."""
    try:
        return date.fromisoformat(latin(text.strip()))
    except ValueError:
        raise Refused(f'{option} is "{text}"; write the day like 2026-05-31.') from None


def _one_line(text: str) -> str:
    text = "".join(c if unicodedata.category(c) != "Cc" else " " for c in without_stray(text))
    return unicodedata.normalize("NFC", " ".join(text.split()))


def facts(folder: Path, unreadable: list[Refused] | None = None) -> Iterator[Fact]:
    """Everything that can be confirmed; files that cannot be read are told in `unreadable`."""
    whole = [name for name in (RATES, WHO_PAYS) if (folder / name).exists()]
    for name in ("facts/topics.yaml", "facts/urgent.yaml", *whole, *_of_countries(folder)):
        what = next((what for start, what in _KINDS if name.startswith(start)), "card")
        try:
            data = document(text_of(folder / name), name).data
        except Refused as refusal:
            if unreadable is not None:
                unreadable.append(refusal)
            continue
        if name.startswith(ONE_FACT):
            if isinstance(data, dict):
                yield Fact(Path(name).stem, what, name, (), data)
            continue
        items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
        for key, found in items:
            if isinstance(found, dict):
                yield Fact(
                    str(found.get("id", "") if isinstance(key, int) else key), what, name, (key,), found
                )


def _of_countries(folder: Path) -> list[str]:
    return [
        file.relative_to(folder).as_posix()
        for start, _ in _KINDS
        for file in sorted((folder / start).glob("*.yaml"))
    ]


def find(folder: Path, wanted: str) -> Fact:
    """The fact of that name; Refused, with the nearest name, if there is none."""
    unreadable: list[Refused] = []
    known = {fact.id: fact for fact in facts(folder, unreadable)}
    if wanted in known:
        return known[wanted]
    if unreadable:
        raise Refused(f'Nothing that can be read is called "{wanted}". Mend this first:\n{unreadable[0]}')
    owners = [fact.id for fact in known.values() if _digits(wanted) in map(_digits, fact.numbers)]
    if _digits(wanted) and owners:
        raise Refused(f"{wanted} is a number of {', '.join(owners)}; confirm that.")
    near = get_close_matches(wanted.lower(), known, 3, 0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "`script/dishari content due` lists the names."
    raise Refused(f'No help desk, fee or topic is called "{wanted}". {hint}')


def confirmed(text: str, fact: Fact, said: Confirmation, number: str | None) -> tuple[str, list[str]]:
    """The file's text with the mark, and the numbers that still wait for theirs."""
    if number is None or len(fact.numbers) == 1 == len(_with_number(fact, number)):
        _not_older(fact.entry, said)
        return with_values(text, fact.file, fact.path, said.values(fact.entry)), []
    for index in _with_number(fact, number):
        phone = phones_of(fact.entry)[index]
        _not_older(phone, said)
        text = with_values(text, fact.file, (*fact.path, "phones", index), said.values(phone))
    phones = entry(document(text, fact.file), fact.path)["phones"]
    days = [str(phone.get("checked_on") or "") for phone in phones]
    # The help desk is as old as what was checked longest ago, and never older than somebody already said.
    oldest = phones[days.index(min(days))]
    if all(days) and min(days) >= str(fact.entry.get("checked_on") or ""):
        values = {key: str(oldest.get(key) or "") for key in ("checked_on", "checked_by")}
        text = with_values(text, fact.file, fact.path, values)
    due = str(said.on - DUE_AFTER)
    return text, [str(phone.get("number", "")) for phone, on in zip(phones, days, strict=True) if on < due]


def _with_number(fact: Fact, number: str) -> list[int]:
    same = [index for index, one in enumerate(fact.numbers) if _digits(one) == _digits(number)]
    if same:
        return same
    if not fact.numbers:
        raise Refused(f"{fact.id} is a {fact.what} and has no phone number; leave out --number.")
    raise Refused(f"{fact.id} has no number {number}; it has {', '.join(fact.numbers)}.")


def _digits(number: str) -> str:
    return re.sub(r"[^0-9]", "", latin(number))


def _not_older(now: dict[str, Any], said: Confirmation) -> None:
    if str(now.get("checked_on") or "") > str(said.on):
        by = f" by {now['checked_by']}" if now.get("checked_by") else ""
        raise Refused(f"It was checked later than that: on {now['checked_on']}{by}. Nothing was changed.")
