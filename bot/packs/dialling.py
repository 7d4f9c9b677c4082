"""Checks of phone numbers: can they be dialled, and by somebody who is where the card says?"""

import phonenumbers
from phonenumbers import PhoneNumberType

from bot.packs.identifiers import known
from bot.packs.models import HelpDesk, Phone
from bot.packs.names import FindingName
from bot.packs.packs import Packs
from bot.packs.reading import Reader

SHORT_CODE = 6  # digits; number plans know only some short codes, so shorter numbers pass


def check_dialling(reader: Reader, packs: Packs) -> None:
    """Every phone of every help desk, and that every country has one."""
    for country, desks in packs.help_desks.items():
        for name, desk in desks.items():
            _dialable(reader, packs, country, name, desk)
    if reader.whole("facts/help_desks/"):
        for country in packs.destinations:
            _somebody(reader, packs, country)


def _dialable(reader: Reader, packs: Packs, country: str, name: str, desk: HelpDesk) -> None:
    file = f"facts/help_desks/{country}.yaml"
    for index, phone in enumerate(desk.phones):
        path = (name, "phones", index)
        for kind, seen, todo in _problems(phone):
            reader.add(file, (*path, "number"), kind, f'"{phone.number}" {seen}', todo)
        if phone.dial_from != "anywhere" and reader.whole("facts/destinations.yaml"):
            known(reader, file, (*path, "dial_from"), [phone.dial_from], packs.destinations)


def _problems(phone: Phone) -> list[tuple[FindingName, str, str]]:
    as_dialled = "Compare with the source; write +880…, as dialled from abroad."
    if not phone.number.startswith("+"):
        if phone.dial_from == "anywhere":
            # Somebody abroad would reach nobody, or a stranger in the country they are in.
            seen = "does not begin with + and the country code, so it cannot be dialled from anywhere."
            todo = "Write +880…, as dialled from abroad; or name the one country in dial_from."
            return [("phone-format", seen, todo)]
        return [] if _possible(phone) else [("phone-format", "is no number of its country.", as_dialled)]
    try:
        number = phonenumbers.parse(phone.number)
    except phonenumbers.NumberParseException:
        return [("phone-format", "is not a phone number.", as_dialled)]
    if not phonenumbers.is_possible_number(number):
        return [("phone-format", "is too long or too short for its country.", as_dialled)]
    if not phonenumbers.is_valid_number(number):
        return [("phone-format", "is not given to anybody by its country's number plan.", as_dialled)]
    if phone.dial_from == "anywhere" and phonenumbers.number_type(number) == PhoneNumberType.TOLL_FREE:
        seen = "is a toll-free number: most of them cannot be called from abroad."
        todo = (
            "Name its country in dial_from, and add the number that the source gives for calls from abroad."
        )
        return [("toll-free-abroad", seen, todo)]
    return []


def _possible(phone: Phone) -> bool:
    if sum(sign.isdigit() for sign in phone.number) <= SHORT_CODE:
        return True
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(phone.number, phone.dial_from))
    except phonenumbers.NumberParseException:
        return False


def _somebody(reader: Reader, packs: Packs, country: str) -> None:
    """Whoever names the country gets at least one number that works there."""
    desks = packs.help_desks.get(country, {})
    phones = [phone for desk in desks.values() for phone in desk.phones]
    if any(phone.works_from(country) or phone.dial_from not in packs.destinations for phone in phones):
        return  # found, or a misspelt country that is told already
    file, path = (
        (f"facts/help_desks/{country}.yaml", ()) if desks else ("facts/destinations.yaml", (country,))
    )
    reader.add(
        file,
        path,
        "nobody-to-call",
        f"No help desk can be dialled in {country}.",
        f"Add one with its source to facts/help_desks/{country}.yaml; the emergency number first.",
        warning=not packs.destinations[country].likely,
    )
