"""`content new-country`: a destination, its names, its first help desk, and a fee table if one is wanted."""

from pathlib import Path

import phonenumbers
from babel import Locale

from bot.editing.files import Refused
from bot.editing.scaffolding import Scaffold

_DESTINATION = """\
{iso2}:
  likely: no
"""
_NAMES = """\
{iso2}:
  name: ???
  aliases:
    - ???
"""
_DESK = """\
{desk}:
  level: emergency
  kind: police
  phones:
    - number: ???
      service: police
      dial_from: {iso2}
      open: unknown
      cost: unknown
      channels:
        - call
  languages: []
  confidence: ???
  sources:
    - title: ???
      url: ???
      as_of: ???
  checked_on:
  checked_by:
"""
_DESK_WORDS = """
# {iso2}
{desk}:
  name: ???
  helps_with: ???
"""
_FEES = """\
- id: {fee}
  kind: ceiling
  workers: everyone
  amount: ???
  currency: BDT
  year: ???
  confidence: ???
  sources:
    - title: ???
      url: ???
      as_of: ???
  checked_on:
  checked_by:
"""


def new_country(folder: Path, iso2: str, *, fees: bool = False) -> Scaffold:
    """Everything a destination needs, ready to be written."""
    _must_be_a_country(iso2)
    scaffold = Scaffold(folder)
    desk = f"{iso2.lower()}_emergency"
    scaffold.add(
        "facts/destinations.yaml",
        iso2,
        _DESTINATION.format(iso2=iso2),
        'likely: yes makes the country a button under "Where are you?". The order here is the menu\'s.',
    )
    numbers = _emergency_numbers(iso2)
    hint = f" The metadata of libphonenumber has: {', '.join(numbers)}." if numbers else ""
    new_desk = scaffold.make(
        f"facts/help_desks/{iso2}.yaml",
        _DESK.format(iso2=iso2, desk=desk),
        "Write the emergency number, where it was read, and confidence: high or medium. "
        f"A number that nobody could confirm is left out.{hint} More help desks: copy the block, "
        "above all the mission of Bangladesh (level: urgent, kind: mission).",
    )
    if fees:
        scaffold.make(
            f"facts/fees/{iso2}.yaml",
            _FEES.format(fee=f"{iso2.lower()}_all"),
            "Write the published ceiling, its year and where it was read. "
            "kind: ceiling, zero_cost, paid or official_price.",
        )
    for code, language in scaffold.languages().items():
        usual = Locale.parse(language.locale).territories.get(iso2)
        scaffold.add(
            f"{code}/destinations.yaml",
            iso2,
            _NAMES.format(iso2=iso2),
            f"Write the name as people say it in {language.name}{f' (CLDR: {usual})' if usual else ''}; "
            "below aliases other spellings, misspellings and cities, or remove aliases.",
        )
        if new_desk:
            scaffold.add(
                f"{code}/help_desks.yaml",
                desk,
                _DESK_WORDS.format(iso2=iso2, desk=desk),
                f"Write in {language.name} what the help desk is called and what it helps with. "
                "risk: only where calling may harm somebody, and then in every language.",
            )
    return scaffold


def _must_be_a_country(iso2: str) -> None:
    names = Locale("en").territories
    if len(iso2) == 2 and iso2.upper() in phonenumbers.SUPPORTED_REGIONS:
        if iso2 != iso2.upper():
            raise Refused(f"Write the two letters of the country as capitals: {iso2.upper()}")
        return
    meant = [code for code, name in names.items() if name.casefold() == iso2.casefold() and len(code) == 2]
    hint = f" Did you mean {meant[0]} ({names[meant[0]]})?" if meant else ""
    raise Refused(
        f'"{iso2}" is not the code of a country.{hint} '
        "Write its two capital letters of ISO 3166, such as NP for Nepal."
    )


def _emergency_numbers(iso2: str) -> list[str]:
    """The three-digit emergency numbers that libphonenumber lists: where to begin to look, no source."""
    return [number for number in map(str, range(100, 1000)) if phonenumbers.is_emergency_number(number, iso2)]
