"""Every number, amount and year in content/facts against facts/*.yml, copied from the facts collected."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .compare_with import COLLECTION, FACTS, SHOWABLE, copied, digits, read

CONTENT = Path(__file__).resolve().parents[2] / "content"
CONTACTS = read(FACTS / "contacts.yml")
FEES = read(FACTS / "fees.yml")
NEW = "tests/content/facts"


def numbers_with(country: str, confidences: tuple[str, ...]) -> set[str]:
    """The numbers of a country's contacts that have one of the confidences."""
    entries = CONTACTS["countries"].get(country, {}).values()
    return {number for entry in entries if entry["sure"] in confidences for number in entry["numbers"]}


def fees() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in sorted((CONTENT / "facts" / "fees").glob("*.yaml")):
        for fee in read(file):
            yield file.stem, fee


def desks() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for file in sorted((CONTENT / "facts" / "help_desks").glob("*.yaml")):
        for name, desk in read(file).items():
            yield file.stem, name, desk


def test_every_phone_number_stands_in_the_collected_contacts() -> None:
    strangers = [
        f"{country}.yaml {name}: {phone['number']}"
        for country, name, desk in desks()
        for phone in desk["phones"]
        if digits(phone["number"]) not in numbers_with(country, SHOWABLE) | set(CONTACTS["stated"])
    ]
    assert not strangers, f"mistyped, or new and to be written in {NEW} as well"


def test_no_number_that_nobody_could_confirm_is_shown() -> None:
    doubtful = set(CONTACTS["unconfirmed"])
    for country in CONTACTS["countries"]:
        unsure = numbers_with(country, ("low",)) - numbers_with(country, SHOWABLE)
        doubtful |= {f"{country} {number}" for number in unsure}
    shown = {
        f"{country} {digits(phone['number'])}" for country, _, desk in desks() for phone in desk["phones"]
    }
    assert not shown & doubtful


def test_a_number_that_works_in_one_country_only_is_not_offered_anywhere() -> None:
    wrong = []
    for country, name, desk in desks():
        entries = CONTACTS["countries"].get(country, {}).values()
        at_home = {number for entry in entries for number in entry.get("home", [])}
        from_abroad = {number for entry in entries for number in entry.get("from_abroad", [])}
        for phone in desk["phones"]:
            number = digits(phone["number"])
            ordinary = phone["number"].startswith("+") and number not in at_home
            if phone["dial_from"] != country and not ordinary and number not in from_abroad:
                wrong.append(f"{country}.yaml {name}: {phone['number']} from {phone['dial_from']}")
    assert not wrong


def test_every_amount_and_its_year_stand_in_the_collected_fees() -> None:
    strangers = []
    for country, fee in fees():
        wanted = {fee[key] for key in ("amount", "amount_to") if fee.get(key)}
        found = {
            amount
            for fact in FEES.values()
            if fact["sure"] in SHOWABLE and country in fact["countries"] and fee["year"] in fact["years"]
            for amount in fact["amounts"]
        }
        if not wanted <= found:
            strangers.append(f"{country}.yaml {fee['id']}: {sorted(wanted - found)} in {fee['year']}")
    assert not strangers, f"mistyped, or new and to be written in {NEW} as well"


def test_no_fact_is_shown_as_surer_than_it_is() -> None:
    ceilings = {
        (country, fact["ceiling"]): fact["sure"]
        for fact in FEES.values()
        if "ceiling" in fact
        for country in fact["countries"]
    }
    for country, fee in fees():
        if fee["kind"] == "ceiling":
            assert fee["confidence"] == ceilings.get((country, fee["amount"])), fee["id"]
    for country, name, desk in desks():
        if desk["confidence"] == "high":
            shown = {digits(phone["number"]) for phone in desk["phones"]}
            assert shown <= numbers_with(country, ("high",)), name


def test_there_is_something_to_compare_with() -> None:
    assert sum(map(len, CONTACTS["countries"].values())) > 200
    assert len(FEES) > 50
    assert list(desks())
    assert list(fees())


@pytest.mark.skipif(
    # Never in CI: there the collection must be found, and its absence fails the test.
    not COLLECTION.is_dir() and not os.environ.get("CI"),
    reason="../shared/facts is not beside this clone: the copy in tests/content/facts is used as it is.",
)
def test_the_copy_holds_what_the_collection_holds() -> None:
    """Digit by digit; what was found later may stand in the copy alone."""
    assert COLLECTION.is_dir()
    for name, content in copied(COLLECTION).items():
        assert differing(read(FACTS / f"{name}.yml"), content) == [], name


def differing(copy: Any, original: Any, path: str = "") -> list[str]:
    """Where `copy` lacks something of `original` or says it otherwise."""
    if isinstance(copy, dict) and isinstance(original, dict):
        return [at for key, one in original.items() for at in differing(copy.get(key), one, f"{path}/{key}")]
    return [] if copy == original else [path]


BANGLA_DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")


def figures(text: str) -> list[str]:
    """The figures in a sentence of either language, as plain digits."""
    text = text.translate(BANGLA_DIGITS)
    text = re.sub(r"(\d+) লাখ (\d+) হাজার", lambda found: f"{int(found[1]) * 100 + int(found[2])}000", text)
    text = re.sub(r"(\d+) লাখ", lambda found: f"{found[1]}00000", text)
    return sorted(digits(figure) for figure in re.findall(r"\d[\d,]*", text))


@pytest.mark.parametrize("file", sorted((CONTENT / "bn" / "topics").glob("*.yaml")), ids=lambda it: it.stem)
def test_both_languages_give_the_same_figures(file: Path) -> None:
    bangla, english = read(file), read(CONTENT / "en" / "topics" / file.name)
    for role in ("title", "summary", "points", "steps", "warning", "next_step"):
        for mine, other in zip(_lines(bangla, role), _lines(english, role), strict=True):
            assert figures(mine) == figures(other), mine


def _lines(words: dict[str, Any], role: str) -> list[str]:
    value = words.get(role, [])
    return value if isinstance(value, list) else [value]
