"""Findings that need cards: one that Telegram would refuse, because it or one of its buttons is too long."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.cards.actions import Copy, encode
from bot.cards.card import Card
from bot.cards.catalogue import Cards
from bot.cards.own import OWN_NAMES
from bot.cards.reference import FAMILY, CardReference
from bot.cards.repairs import REPAIRS
from bot.cards.text import to_plain
from bot.cards.walks import exercises
from bot.packs import Finding, Packs, draft
from bot.packs.names import FindingName
from bot.packs.source import Path_, read

LONGEST_MESSAGE = 4096  # of Telegram's units: one for most letters, two for an emoji
MOST_PAGES = 3  # twelve steps, five a page
_LONGEST_MONEY = "999999999999 BDT"

Place = tuple[str, Path_]


def check_all(folder: Path, today: date | None = None) -> tuple[Packs | None, list[Finding]]:
    """As `draft`, with the findings about cards among the others."""
    packs, findings = draft(folder, today)
    if packs is not None:
        findings += check_cards(packs, folder)
    return packs, sorted(findings, key=lambda finding: (finding.file, finding.line, finding.name))


def check_cards(packs: Packs, folder: Path) -> list[Finding]:
    """Every card that cannot be sent, told where its words or numbers stand."""
    cards = Cards(packs)
    findings: dict[tuple[Place, FindingName], Finding] = {}
    for code in packs.languages:
        for reference, place in _references(packs, cards, code):
            card = _built(cards, reference, code)
            for name, seen, todo in _refused(card) if card else ():
                if (place, name) not in findings:
                    findings[place, name] = Finding(place[0], _line(folder, place), name, seen, todo)
    return list(findings.values())


def _references(packs: Packs, cards: Cards, code: str) -> Iterator[tuple[CardReference, Place]]:
    """Every card of one language, at its longest, and where it is written."""
    money = {"money": _LONGEST_MONEY}
    for topic, facts in packs.topics.items():
        for page in range(MOST_PAGES):
            yield CardReference(topic, page=page), (f"{code}/topics/{topic}.yaml", ())
        for country in packs.fees if facts.fee_table else ():
            reference = CardReference.from_mapping({"card": topic, "country": country, **money})
            yield reference, (f"facts/fees/{country}.yaml", ())
    # Every situation in every country would be thousands of cards: the longest of one with all of the other.
    worst = max(packs.situations, key=lambda name: _length(cards, CardReference(name), code), default=None)
    where = max(
        packs.help_desks, key=lambda name: _length(cards, CardReference("help", name), code), default=None
    )
    for situation in packs.situations:
        for there in (None, where):
            place_of = (f"{code}/urgent.yaml", ("situations", situation))
            yield CardReference(situation, there), place_of
            yield CardReference(situation, there, who=FAMILY), place_of
    for exercise in exercises(packs):
        yield exercise.reference, (f"{code}/{exercise.file}", exercise.path)
    for country in packs.help_desks:
        place: Place = (f"facts/help_desks/{country}.yaml", ())
        if worst:
            yield CardReference(worst, country), place
            yield CardReference("location", country, desk=worst), place
        for page in (0, 1):
            yield CardReference("help", country, page=page), place
        for name in ("location", "cannot_talk", "somebody_else"):
            yield CardReference(name, country), place
    for name in REPAIRS:
        for page in (1, 2):
            yield CardReference(name, page=page), (f"{code}/ui.yaml", (f"{name}_text",))
    for name in (*OWN_NAMES, "help", "languages"):
        yield CardReference(name), (f"{code}/ui.yaml", (f"{name}_text",))


def _built(cards: Cards, reference: CardReference, code: str) -> Card | None:
    """The card; None if a draft has no words for it, which is told where they are missing."""
    try:
        return cards.build(reference, code)
    except (LookupError, ValueError):
        return None


def _length(cards: Cards, reference: CardReference, code: str) -> int:
    card = _built(cards, reference, code)
    return len(to_plain(card).encode("utf-16-le")) // 2 if card else 0


def _refused(card: Card) -> Iterator[tuple[FindingName, str, str]]:
    length = len(to_plain(card).encode("utf-16-le")) // 2
    if length > LONGEST_MESSAGE:
        seen = f'The card "{card.title[:40]}" has {length} letters; a message holds {LONGEST_MESSAGE}.'
        yield "card-too-long", seen, "Say it shorter, or move a part of it to another card."
    for row in card.buttons:
        for button in row:
            if not isinstance(button.action, Copy):
                try:
                    encode(button.action)
                except ValueError:
                    seen = f'What the button "{button.label[:40]}" carries is too long for Telegram.'
                    yield (
                        "id-too-long",
                        seen,
                        "Give the topic, the situation or the help desk a shorter name.",
                    )


def _line(folder: Path, place: Place) -> int:
    document = read(folder / place[0], place[0], [])
    return document.line(place[1]) if document else 1
