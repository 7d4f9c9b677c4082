"""Help desks on a card: what they help with, the risk before the number, each number as it works there."""

from bot.cards.actions import Copy, Show
from bot.cards.buttons import Row
from bot.cards.card import Block, Button, Card, Contact
from bot.cards.reference import CardReference
from bot.cards.speech import Speech, flag
from bot.packs import Packs
from bot.packs.models import HelpDesk, Phone

MOST_SAVE_BUTTONS = 3
WRITTEN = frozenset({"whatsapp", "sms"})  # channels of a number that make no sound
MOST_COPY_BUTTONS = 4


def desk_block(
    speech: Speech,
    name: str,
    desk: HelpDesk,
    country: str | None,
    *,
    inside_too: bool = False,
    brief: bool = False,
) -> Block:
    """The help desk for somebody who is in `country` (ISO2; None: not known).

    With `inside_too` come numbers that work in one country only, each with a note that says so. `brief`
    leaves out what the desk helps with: on an urgent card that is known.
    """
    words = speech.words.help_desks[name]
    lines = [] if brief else [words.helps_with]
    if words.risk:
        lines.append(f"⚠️ {speech.ui.risk_label}: {words.risk}")
    phones = reachable(desk, country)
    if inside_too:
        phones += [phone for phone in desk.phones if phone not in phones]
    lines += [_phone(speech, phone, country, name) for phone in phones]
    about = [speech.ui.speaks.format(languages=speech.languages(desk.languages))] if desk.languages else []
    if desk.checked_on:
        about.append(speech.ui.checked.format(date=speech.date(desk.checked_on)))
    else:
        about.append(speech.ui.published.format(year=speech.year(desk.sources[0].year)))
    lines.append(f"({', '.join(about)})")
    return Block("contact", tuple(lines), words.name)


def reachable(desk: HelpDesk, country: str | None) -> list[Phone]:
    """The numbers that can be dialled from `country`: a short code of another country is never offered."""
    return [phone for phone in desk.phones if phone.works_from(country)]


def _phone(speech: Speech, phone: Phone, country: str | None, desk: str) -> str:
    ui = speech.ui
    notes = [getattr(ui, f"service_{phone.service}")] if phone.service else []
    if phone.cost == "free":
        notes.append(ui.cost_free)
    if hours := speech.hours(phone, desk):
        notes.append(hours)
    if "whatsapp" in phone.channels:
        notes.append(ui.channel_whatsapp)
    if "sms" in phone.channels:
        notes.append(ui.channel_sms)
    if not phone.works_from(country):
        notes.append(ui.only_inside.format(country=speech.country(phone.dial_from)))
    return f"{phone.number} – {', '.join(notes)}" if notes else phone.number


def contact_rows(speech: Speech, desks: dict[str, HelpDesk], country: str | None) -> tuple[Row, ...]:
    """Buttons to copy short codes (phones do not link them) and to save numbers as contacts."""
    rows: list[Row] = []
    codes = dict.fromkeys(
        phone.number
        for desk in desks.values()
        for phone in reachable(desk, country)
        if not phone.number.startswith("+")
    )
    copies = [
        Button(f"📋 {speech.ui.copy_button.format(number=code)}", Copy(code))
        for code in list(codes)[:MOST_COPY_BUTTONS]
    ]
    rows += [tuple(copies[start : start + 2]) for start in range(0, len(copies), 2)]
    savable = [
        name
        for name, desk in desks.items()
        if any(phone.number.startswith("+") for phone in reachable(desk, country))
    ]
    for name in savable[:MOST_SAVE_BUTTONS]:
        label = speech.ui.save_contact_button.format(name=speech.words.help_desks[name].name)
        rows.append((Button(f"📇 {label}", Show(CardReference("contact", country, desk=name))),))
    return tuple(rows)


def contact_card(packs: Packs, speech: Speech, reference: CardReference) -> Card | None:
    """The help desk's number as a contact; None if there is no such desk any more."""
    for country, desks in packs.help_desks.items():
        desk = desks.get(reference.desk or "")
        for phone in reachable(desk, reference.country) if desk else ():
            if phone.number.startswith("+"):
                name = f"{flag(country)} {speech.words.help_desks[reference.desk or ''].name}"
                return Card("contact", speech.code, name, contact=Contact(name, phone.number))
    return None
