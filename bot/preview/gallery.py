"""Everything the page shows, as one JSON document: cards in all languages, findings, facts, files."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from bot.cards import Card, CardReference, Cards
from bot.cards.speech import flag
from bot.cards.walks import Exercise, exercises
from bot.packs import Finding, Packs
from bot.preview.catalogue import UNFINISHED, every_card, key, kind
from bot.preview.facts import ShownFact, facts_of, places_of
from bot.preview.messages import Message, message
from bot.preview.noting import Notes, Place, noted
from bot.preview.page_words import page_words
from bot.preview.places import Places, files_of

Json = dict[str, Any]


def gallery(folder: Path, packs: Packs | None, findings: list[Finding], today: date) -> Json:
    """All cards of `packs` on the day `today`; without packs only the findings."""
    shown: Json = {
        "as_of": today.isoformat(),
        "today": date.today().isoformat(),
        "findings": [finding.as_json() for finding in findings],
        "page": page_words(packs),
    }
    if packs is None:
        return shown | {"languages": [], "countries": [], "topics": [], "facts": {}, "cards": []}
    return shown | _Gallery(folder, packs, findings, today).as_json()


class _Gallery:
    def __init__(self, folder: Path, packs: Packs, findings: list[Finding], today: date) -> None:
        self._findings = findings
        self._notes = Notes()
        self._packs = packs
        self._cards = Cards(noted(packs, self._notes))
        self._places = Places(folder, findings)
        self._today = today
        self._facts: Json = {}

    def as_json(self) -> Json:
        packs = self._packs
        speeches = Cards(packs).speeches
        cards = [self._card(reference) for reference in every_card(Cards(packs))]
        cards += [self._exercise(exercise) for exercise in exercises(packs)]
        return {
            "languages": [
                {"code": code, "name": words.language.name, "offered": words.language.offered}
                for code, words in packs.languages.items()
            ],
            "countries": [
                {
                    "iso2": iso2,
                    "flag": flag(iso2),
                    "names": {code: speech.country(iso2) for code, speech in speeches.items()},
                }
                for iso2 in packs.destinations
            ],
            "topics": [{"id": name, "names": names} for name, names in self._named()],
            "facts": self._facts,
            "cards": cards,
        }

    def _named(self) -> Iterable[tuple[str, Json]]:
        """What can be chosen as a topic: topics, situations, exercises, each by its short name."""
        packs = self._packs
        shelves = (
            (packs.topics, "topics", "button"),
            (packs.situations, "urgent", "title"),
            (packs.checks, "checks", "title"),
            (packs.quizzes, "quizzes", "title"),
            (packs.checklists, "checklists", "title"),
        )
        for facts, shelf, word in shelves:
            for name in facts:
                yield (
                    name,
                    {
                        code: getattr(getattr(words, shelf)[name], word)
                        for code, words in packs.languages.items()
                        if name in getattr(words, shelf)
                    },
                )

    def _card(self, reference: CardReference) -> Json:
        words: list[Place] = []

        def build(code: str) -> Card:
            self._notes.clear()
            try:
                return self._cards.build(reference, code)
            finally:
                words.extend(self._notes.places())

        messages = self._in_all_languages(build)
        facts = facts_of(self._packs, reference, words)
        places = [*words, *(fact.place for fact in facts), *places_of(self._packs, reference, words)]
        name = reference.card
        there = {
            "key": key(reference),
            "kind": kind(self._packs, reference),
            "topic": name if name in self._packs.topics or name in self._packs.situations else "",
            "country": reference.country or "",
        }
        return there | self._about(name, messages, places, facts)

    def _exercise(self, exercise: Exercise) -> Json:
        name = exercise.reference.card
        messages = self._in_all_languages(lambda code: self._cards.build(exercise.reference, code))
        places: list[Place] = [(f"{code}/{exercise.file}", exercise.path) for code in self._packs.languages]
        places.append((f"facts/{exercise.file}", exercise.path))
        if exercise.reference.answers is None:
            places += [(f"{code}/questions/{name}.yaml", ()) for code in self._packs.languages]
        facts = facts_of(self._packs, exercise.reference, [])
        there = {"key": key(exercise.reference), "kind": exercise.kind, "topic": name, "country": ""}
        return there | self._about(name, messages, places, facts)

    def _in_all_languages(self, build: Callable[[str], Card]) -> dict[str, Message | None]:
        messages: dict[str, Message | None] = {}
        for code in self._packs.languages:
            try:
                messages[code] = message(build(code))
            except UNFINISHED:  # its words are still missing; a finding says so
                messages[code] = None
        return messages

    def _about(
        self, topic: str, messages: dict[str, Message | None], places: list[Place], facts: list[ShownFact]
    ) -> Json:
        for fact in facts:
            if fact.key not in self._facts:
                line = self._places.line(fact.place)
                self._facts[fact.key] = fact.as_json(self._packs, line, self._today)
        numbers = {number for place in places for number in self._places.findings_at(place)}
        return {
            "messages": messages,
            "files": files_of(topic, places, self._places),
            "facts": [fact.key for fact in facts],
            "findings": sorted(numbers, key=lambda number: (self._findings[number].severity, number)),
        }
