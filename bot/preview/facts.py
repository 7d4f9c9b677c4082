"""The facts a card shows, how old they are on a day, and where they stand."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.cards import CardReference
from bot.packs import Packs, Words
from bot.packs.exercises import ChecklistFacts
from bot.packs.freshness import Dated, freshness
from bot.packs.models import HelpDesk, TopicFacts
from bot.preview.noting import Place


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact with its place; `name` is its id, in its file."""

    name: str
    place: Place
    fact: Dated

    @property
    def key(self) -> str:
        """The fact's name among all facts of all files."""
        return f"{self.place[0]}#{self.name}"

    def as_json(self, packs: Packs, line: int, today: date) -> dict[str, Any]:
        return {
            "name": self.name,
            "names": {code: name for code, words in packs.languages.items() if (name := self._said(words))},
            "at": f"{self.place[0]}:{line}",
            "freshness": str(freshness(self.fact, today)),
            "known": _known(self.fact, today),
            "checked": self.fact.checked_on is not None,
        }

    def _said(self, words: Words) -> str | None:
        """The fact's name in one language, where it has one."""
        if isinstance(self.fact, HelpDesk) and self.name in words.help_desks:
            return words.help_desks[self.name].name
        if isinstance(self.fact, TopicFacts) and self.name in words.topics:
            return words.topics[self.name].button
        if isinstance(self.fact, ChecklistFacts) and self.name in words.checklists:
            return words.checklists[self.name].button
        return None


def facts_of(packs: Packs, reference: CardReference, words: list[Place]) -> list[ShownFact]:
    """The facts on the card `reference`, which is made of `words`."""
    shown = [_desk(packs, name) for name in _desks_named(words)]
    name, country = reference.card, reference.country
    if name in packs.checklists:
        return [ShownFact(name, (f"facts/checklists/{name}.yaml", ()), packs.checklists[name])]
    if name not in packs.topics:
        return [fact for fact in shown if fact]
    topic = packs.topics[name]
    if topic.fee_table and (country or reference.money):
        table = packs.fees.get(country or "", ())
        file = f"facts/fees/{country}.yaml"
        shown += [ShownFact(fee.id, (file, (index,)), fee) for index, fee in enumerate(table)]
        if country:  # the card names the numbers to ask
            shown += [_desk(packs, desk) for desk in packs.everywhere()]
    else:
        shown.append(ShownFact(name, ("facts/topics.yaml", (name,)), topic))
    return [fact for fact in shown if fact]


def places_of(packs: Packs, reference: CardReference, words: list[Place]) -> list[Place]:
    """Everything else that stands in the files about what the card shows: whole entries, what people ask."""
    name, country = reference.card, reference.country
    places: list[Place] = [(file, path[:1]) for file, path in words if file.endswith("/help_desks.yaml")]
    if name in packs.situations:
        places.append(("facts/urgent.yaml", (name,)))
        places += [(f"{code}/urgent.yaml", ("situations", name)) for code in packs.languages]
    elif name in packs.topics and not (country or reference.money):
        places += [(f"{code}/topics/{name}.yaml", ()) for code in packs.languages]
    elif name == "help" and country is None:
        places.append(("facts/destinations.yaml", ()))
    if not country and not reference.page:
        places += [(f"{code}/questions/{name}.yaml", ()) for code in packs.languages]
    return places


def _known(fact: Dated, today: date) -> str:
    """The day it was checked, else the date of its newest source, as exactly as the source has it."""
    if fact.checked_on:
        return fact.checked_on.isoformat()
    return max(fact.sources, key=lambda source: source.day_by(today)).as_of


def _desks_named(words: list[Place]) -> list[str]:
    names = (str(path[0]) for file, path in words if file.endswith("/help_desks.yaml"))
    return list(dict.fromkeys(names))


def _desk(packs: Packs, name: str) -> ShownFact | None:
    for country, desks in packs.help_desks.items():
        if name in desks:
            return ShownFact(name, (f"facts/help_desks/{country}.yaml", (name,)), desks[name])
    return None
