"""Every number, amount and year in content/facts against the fact files kept beside the project."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
SHARED = ROOT.parent / "shared" / "facts"
SHOWABLE = ("high", "medium")
COUNTRY_NAMES = {"SA": "Saudi Arabia", "MY": "Malaysia", "SG": "Singapore", "QA": "Qatar", "OM": "Oman"}
SURVEY_2020 = re.compile(r"\(2015-18\)|2015-2018")  # the survey of 2020 asked people who left in these years


def read(file: Path) -> Any:
    """The YAML in `file`, every value as text: a number keeps its zeros and its plus."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes strings only


def shared(name: str) -> Any:
    """One of the team's fact files; where they are not at hand the test says so."""
    if not SHARED.is_dir():
        said = f"{SHARED} is not here, so the facts in content/ were compared with nothing."
        if os.environ.get("CI"):
            pytest.fail(f"{said} In CI it must stand beside the clone.")
        pytest.skip(said)
    return read(SHARED / name)


def digits(number: str) -> str:
    """`number` without spaces, dashes, brackets and the plus."""
    return re.sub(r"\D", "", number)


def numbers_of(entry: dict[str, Any]) -> set[str]:
    """Every way in which a contact entry writes its numbers."""
    written: list[str] = [*entry.get("services", {}).values()]
    for key in ("phone", "dial_in_country", "phone_from_abroad", "whatsapp"):
        written += entry.get(key, [])
    return {digits(number) for number in written}


def numbers_with(entries: list[dict[str, Any]], confidences: tuple[str, ...]) -> set[str]:
    """The numbers of those contact entries that have one of the confidences."""
    return {number for entry in entries if entry["confidence"] in confidences for number in numbers_of(entry)}


def stated_numbers(file: str) -> set[str]:
    """The numbers that the showable statements of a fact file name."""
    return {
        digits(number)
        for fact in shared(file)["facts"]
        if fact["confidence"] in SHOWABLE
        for number in re.findall(r"\+?\d[\d ]{2,}\d", fact["statement"])
    }


def amounts_in(statement: str) -> set[int]:
    """Taka in a sentence: 'Tk 262,270', 'Tk 4.36 lakh', both ends of 'Tk 4-4.5 lakh'."""
    found = {int(digits(plain)) for plain in re.findall(r"Tk ?([\d,]*\d)(?![\d.,-]*\d* lakh)", statement)}
    for low, high in re.findall(r"(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))? lakh", statement):
        found |= {round(float(lakh) * 100_000) for lakh in (low, high) if lakh}
    return found


def fees() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in sorted((CONTENT / "facts" / "fees").glob("*.yaml")):
        for fee in read(file):
            yield file.stem, fee


def desks() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for file in sorted((CONTENT / "facts" / "help_desks").glob("*.yaml")):
        for name, desk in read(file).items():
            yield file.stem, name, desk


def test_every_phone_number_stands_in_the_shared_contacts() -> None:
    contacts = shared("contacts.yml")["countries"]
    elsewhere = stated_numbers("law.yml") | stated_numbers("rights.yml")
    strangers = []
    for country, name, desk in desks():
        known = numbers_with(contacts[country], SHOWABLE)
        strangers += [
            f"{country}.yaml {name}: {phone['number']}"
            for phone in desk["phones"]
            if digits(phone["number"]) not in known | elsewhere
        ]
    assert not strangers


def test_no_number_that_nobody_could_confirm_is_shown() -> None:
    file = shared("contacts.yml")
    doubtful = {(one["country"], digits(number)) for one in file["unconfirmed"] for number in one["phone"]}
    for country, entries in file["countries"].items():
        unsure = numbers_with(entries, ("low",)) - numbers_with(entries, SHOWABLE)
        doubtful |= {(country, number) for number in unsure}
    shown = {(country, digits(phone["number"])) for country, _, desk in desks() for phone in desk["phones"]}
    assert not shown & doubtful


def test_a_number_that_works_in_one_country_only_is_not_offered_anywhere() -> None:
    contacts = shared("contacts.yml")["countries"]
    wrong = []
    for country, name, desk in desks():
        at_home = set()
        for entry in contacts[country]:
            if entry.get("reachable_from_abroad") == "false":
                at_home |= numbers_of(entry) - {digits(number) for number in entry.get("whatsapp", [])}
        for phone in desk["phones"]:
            local = phone["dial_from"] == country
            ordinary = phone["number"].startswith("+") and digits(phone["number"]) not in at_home
            if not local and not ordinary and not _office_line(contacts[country], phone["number"]):
                wrong.append(f"{country}.yaml {name}: {phone['number']} from {phone['dial_from']}")
    assert not wrong


def _office_line(entries: list[dict[str, Any]], number: str) -> bool:
    """Whether an entry gives `number` for callers from abroad."""
    return any(digits(number) in map(digits, entry.get("phone_from_abroad", [])) for entry in entries)


def test_every_amount_and_its_year_stand_in_the_shared_fees() -> None:
    facts = [fact for fact in shared("fees.yml")["facts"] if fact["confidence"] in SHOWABLE]
    strangers = []
    for country, fee in fees():
        wanted = {int(fee[key]) for key in ("amount", "amount_to") if fee.get(key)}
        found: set[int] = set()
        for fact in facts:
            about = fact.get("iso2") == country or COUNTRY_NAMES.get(country, "-") in fact["statement"]
            if about and fee["year"] in _years(fact):
                known = amounts_in(fact["statement"])
                known |= {int(fact["amount_bdt"])} if "amount_bdt" in fact else set()
                known |= {0} if fact["kind"] == "zero_cost" else set()
                found |= wanted & known
        if found != wanted:
            strangers.append(f"{country}.yaml {fee['id']}: {sorted(wanted - found)} in {fee['year']}")
    assert not strangers


def _years(fact: dict[str, Any]) -> set[str]:
    years = {fact["year"]} if "year" in fact else set(re.findall(r"\b20\d\d\b", fact["statement"]))
    return years | ({"2020"} if SURVEY_2020.search(fact["statement"]) else set())


def test_no_fact_is_shown_as_surer_than_it_is() -> None:
    ceilings = {
        (fact["iso2"], fact["amount_bdt"]): fact["confidence"]
        for fact in shared("fees.yml")["facts"]
        if fact["kind"] == "official_maximum"
    }
    for country, fee in fees():
        if fee["kind"] == "ceiling":
            assert fee["confidence"] == ceilings[country, fee["amount"]], fee["id"]
    contacts = shared("contacts.yml")["countries"]
    for country, name, desk in desks():
        if desk["confidence"] == "high":
            shown = {digits(phone["number"]) for phone in desk["phones"]}
            assert shown <= numbers_with(contacts[country], ("high",)), name


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
