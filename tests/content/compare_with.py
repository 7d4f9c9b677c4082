"""The facts that content/facts is compared with: facts/*.yml here, copied from the team's own collection.

Only what is compared stands there: ids, countries, numbers, amounts, years, how sure. A number or fee that is
new in content/ is written here too, by hand. Where the collection lies beside the project (../shared/facts),
`python tests/content/compare_with.py` copies it anew; look at the difference before you keep it.
"""

import re
from pathlib import Path
from typing import Any

import yaml

FACTS = Path(__file__).resolve().parent / "facts"
COLLECTION = Path(__file__).resolve().parents[3] / "shared" / "facts"
SHOWABLE = ("high", "medium")
COUNTRY_NAMES = {"SA": "Saudi Arabia", "MY": "Malaysia", "SG": "Singapore", "QA": "Qatar", "OM": "Oman"}
SURVEY_2020 = re.compile(r"\(2015-18\)|2015-2018")  # the survey of 2020 asked people who left in these years
HEADINGS = {
    "contacts": "How sure each number is. `home`: dialled in that country only. `unconfirmed`: never shown.",
    "fees": "Amounts in taka, the years they belong to, and how sure they are.",
}


def read(file: Path) -> Any:
    """The YAML in `file`, every value as text: a number keeps its zeros and its plus."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes strings only


def digits(number: str) -> str:
    """`number` without spaces, dashes, brackets and the plus."""
    return re.sub(r"\D", "", number)


def copied(collection: Path) -> dict[str, Any]:
    """What facts/*.yml must hold, read from the collection: file name -> content."""
    contacts, fees = read(collection / "contacts.yml"), read(collection / "fees.yml")["facts"]
    stated = [fact for name in ("law", "rights") for fact in read(collection / f"{name}.yml")["facts"]]
    return {
        "contacts": {
            "countries": {
                country: {entry["id"]: _contact(entry) for entry in entries}
                for country, entries in contacts["countries"].items()
            },
            "stated": _stated(stated),
            "unconfirmed": [
                f"{one['country']} {digits(number)}"
                for one in contacts["unconfirmed"]
                for number in one["phone"]
            ],
        },
        "fees": {fact["id"]: _fee(fact) for fact in fees},
    }


def _contact(entry: dict[str, Any]) -> dict[str, Any]:
    written: list[str] = [*entry.get("services", {}).values()]
    for key in ("phone", "dial_in_country", "phone_from_abroad", "whatsapp"):
        written += entry.get(key, [])
    numbers = sorted({digits(number) for number in written})
    found: dict[str, Any] = {"sure": entry["confidence"], "numbers": numbers}
    if entry.get("phone_from_abroad"):
        found["from_abroad"] = sorted({digits(number) for number in entry["phone_from_abroad"]})
    if entry.get("reachable_from_abroad") == "false":
        found["home"] = sorted(set(numbers) - {digits(number) for number in entry.get("whatsapp", [])})
    return found


def _stated(facts: list[dict[str, Any]]) -> list[str]:
    """The numbers that showable sentences of the collection name."""
    return sorted(
        {
            digits(number)
            for fact in facts
            if fact["confidence"] in SHOWABLE
            for number in re.findall(r"\+?\d[\d ]{2,}\d", fact["statement"])
            if not re.fullmatch(r"(19|20)\d\d", number)
        }
    )


def _fee(fact: dict[str, Any]) -> dict[str, Any]:
    named = {country for country, name in COUNTRY_NAMES.items() if name in fact["statement"]}
    amounts = _amounts(fact["statement"])
    amounts |= {int(fact["amount_bdt"])} if "amount_bdt" in fact else set()
    amounts |= {0} if fact["kind"] == "zero_cost" else set()
    named |= {fact["iso2"]} if "iso2" in fact else set()
    found: dict[str, Any] = {"sure": fact["confidence"], "countries": sorted(named)}
    if fact["kind"] == "official_maximum":
        found["ceiling"] = fact["amount_bdt"]
    return found | {"years": sorted(_years(fact)), "amounts": [str(amount) for amount in sorted(amounts)]}


def _amounts(statement: str) -> set[int]:
    """Taka in a sentence: 'Tk 262,270', 'Tk 4.36 lakh', both ends of 'Tk 4-4.5 lakh'."""
    found = {int(digits(plain)) for plain in re.findall(r"Tk ?([\d,]*\d)(?![\d.,-]*\d* lakh)", statement)}
    for low, high in re.findall(r"(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))? lakh", statement):
        found |= {round(float(lakh) * 100_000) for lakh in (low, high) if lakh}
    return found


def _years(fact: dict[str, Any]) -> set[str]:
    years = {fact["year"]} if "year" in fact else set(re.findall(r"\b20\d\d\b", fact["statement"]))
    return years | ({"2020"} if SURVEY_2020.search(fact["statement"]) else set())


def _lines(content: dict[str, Any], depth: str = "") -> str:
    """YAML that can be compared by eye: an entry a line."""
    text = ""
    for name, value in content.items():
        inner = list(value.values()) if isinstance(value, dict) else []
        if any(isinstance(one, dict) for one in inner):
            text += f"{depth}{name}:\n{_lines(value, depth + '  ')}"
        else:
            text += (
                f"{depth}{name}: {yaml.dump(value, default_flow_style=True, width=10_000, sort_keys=False)}"
            )
    return text


def main() -> None:
    """Copies the collection anew."""
    for name, content in copied(COLLECTION).items():
        (FACTS / f"{name}.yml").write_text(f"# {HEADINGS[name]}\n{_lines(content)}", encoding="utf-8")


if __name__ == "__main__":
    main()
