"""Phone numbers inside sentences: each is a number of a help desk, and says where it works."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .compare_with import digits, read

CONTENT = Path(__file__).resolve().parents[2] / "content"
LANGUAGES = sorted(file.parent.name for file in CONTENT.glob("*/ui.yaml"))
PLAIN_DIGITS = {ord(sign): str(int(sign)) for sign in "০১২৩৪৫৬৭৮৯०१२३४५६७८९"}
KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")  # 800SAVE

RUN = re.compile(r"(?<![\w.,])\+?\d(?:[\d,.]*\d)?(?:[A-Z]{3,})?(?!\d)")
YEAR = re.compile(r"(19|20)\d\d")
GROUPED = re.compile(r"\d{1,3}(,\d{2,3})+")  # an amount or a count: 1,340, 1,65,000
# What is counted without a comma stands right before its noun.
COUNTED = re.compile(r"\s*(people|persons|workers|days|hours|জন|টাকা|দিন|ঘণ্টা)")
SHARE = re.compile(r"\d in $")  # 63 in 100
CALLED = re.compile(
    r"\bcall\s+$|\bnumber\s+$", re.IGNORECASE
)  # even two digits after these are a phone number
CALLED_AFTER = re.compile(r"\s*(নম্বরে|-এ ফোন)")

# How a sentence says that a number works in Bangladesh only; in other languages its name is enough.
PLACE = {
    "bn": re.compile(r"(?<!বি)(?<!ওই )(?<!সে )(?<!সেই )(দেশে |দেশ থেকে|বাংলাদেশে|বাংলাদেশ থেকে)"),
    "en": re.compile(r"\b(in|from) Bangladesh\b", re.IGNORECASE),
}


def desks() -> Iterator[tuple[str, str, list[dict[str, str]]]]:
    for file in sorted((CONTENT / "facts" / "help_desks").glob("*.yaml")):
        for name, desk in read(file).items():
            yield file.stem, name, desk["phones"]


NUMBERS = {name: {digits(phone["number"]) for phone in phones} for _, name, phones in desks()}
AT_HOME = {
    digits(phone["number"])
    for _, _, phones in desks()
    for phone in phones
    if phone["dial_from"] != "anywhere"
}
EVERYWHERE = {digits(phone["number"]) for _, _, phones in desks() for phone in phones} - AT_HOME


def sentences(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text in a file of words that is shown; what people type is left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("phrases", "hypothetical", "aliases"):
                yield from sentences(inner, (*path, key))
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner, path)
    else:
        yield path, value


def words(language: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    folder = CONTENT / language
    for file in sorted([*folder.glob("*.yaml"), *folder.glob("topics/*.yaml")]):
        if file.name == "word_groups.yaml":  # what people type; nobody is shown it
            continue
        for path, text in sentences(read(file)):
            yield file.name, path, text


def phone_numbers(text: str) -> list[str]:
    """The digit runs of `text` that must be phone numbers: no year, no amount, no ordinary count."""
    text = text.translate(PLAIN_DIGITS)
    found = []
    for run in RUN.finditer(text):
        plain = run[0].rstrip(",.")
        before, after = text[: run.start()], text[run.end() :]
        called = bool(CALLED.search(before) or CALLED_AFTER.match(after))
        if GROUPED.fullmatch(plain) or COUNTED.match(after) or SHARE.search(before):
            continue
        if not called and (len(digits(plain)) < 3 and not plain[-1].isalpha() or YEAR.fullmatch(plain)):
            continue
        found.append(digits(plain.translate(KEYPAD)))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 16135 or +8809610102030.", ["16135", "8809610102030"]),
        ("১৬১৩৫-এ ফোন করুন, দেশে 999।", ["16135", "999"]),
        ("Shelters (800SAVE), line 179", ["8007283", "179"]),
        ("Call 17 now. Under 18, within 72 hours", ["17"]),
        ("Of 557 people 63 in 100 were held (BRAC, 2024); 9,735 came, BDT 1,65,000", []),
        ("৫৫৭ জনের ৬৩ জন, ২,৬২,২৭০ টাকা (২০১৭), ৩ লাখ টাকা", []),
        ("In 2025 EUR 10,000 to 20,000, 30 days, age 18–45", []),
    ],
)
def test_a_phone_number_is_told_from_years_amounts_and_counts(text: str, found: list[str]) -> None:
    assert phone_numbers(text) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_in_a_sentence_is_a_number_of_a_help_desk(language: str) -> None:
    known = set().union(*NUMBERS.values())
    strangers = [
        f"{file} {'.'.join(path)}: {number}"
        for file, path, text in words(language)
        for number in phone_numbers(text)
        if number
        not in (NUMBERS.get(path[0], known) if file == "help_desks.yaml" and path[1:] == ("name",) else known)
    ]
    assert strangers == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_of_one_country_says_where_it_works(language: str) -> None:
    name = read(CONTENT / language / "destinations.yaml").get("BD", {}).get("name", "BD")
    place = PLACE.get(language, re.compile(re.escape(name)))
    silent = [
        f"{file} {'.'.join(path)}: {text}"
        for file, path, text in words(language)
        if file != "help_desks.yaml"  # there the number stands beside its country
        and set(phone_numbers(text)) & AT_HOME
        and not place.search(text)
    ]
    assert silent == []
