"""The rows of buttons that many cards share."""

from collections.abc import Iterable
from dataclasses import replace

from bot.cards.actions import ChooseLanguage, Show, Tell
from bot.cards.card import Button
from bot.cards.reference import FAMILY, CardReference
from bot.cards.speech import Speech, flag
from bot.packs import Packs

PICTURES = {"checks": "🔎", "quizzes": "🎯", "checklists": "☑️"}  # before the names of exercises
HALF_A_ROW = 18  # letters, flag included, that a narrow phone shows on one of two buttons

Row = tuple[Button, ...]


def foot(speech: Speech, *, here: str = "") -> Row:
    """The last row of every card: help and menu are always one tap away."""
    ui = speech.ui
    row = []
    if here != "help":
        row.append(Button(f"🆘 {ui.help_button}", Show(CardReference("help"))))
    if here != "menu":
        row.append(Button(f"☰ {ui.menu_button}", Show(CardReference("menu"))))
    return tuple(row)


def topics(speech: Speech, names: Iterable[str]) -> tuple[Row, ...]:
    """One row a topic or an exercise: labels in Bangla are wide."""
    return tuple((Button(_label(speech, name), Show(CardReference(name))),) for name in names)


def _label(speech: Speech, name: str) -> str:
    words = speech.words
    for kind, picture in PICTURES.items():
        if name in (exercises := getattr(words, kind)):
            return f"{picture} {exercises[name].button}"
    return words.topics[name].button


def countries(
    speech: Speech, packs: Packs, among: Iterable[str], card: CardReference, intent: str
) -> tuple[Row, ...]:
    """Two countries a row, a long name alone; a tap shows the card and tells Rasa `intent` and country.

    Where a relative is tells Rasa nothing: it remembers where the person is who writes.
    """
    among = set(among)
    ordered = [iso2 for iso2 in packs.destinations if iso2 in among]

    def button(iso2: str) -> Button:
        reference = replace(card, country=iso2)
        action = Show(reference) if reference.who == FAMILY else Tell(intent, reference)
        return Button(f"{flag(iso2)} {speech.country(iso2)}", action)

    return paired(map(button, ordered))


def paired(buttons: Iterable[Button]) -> tuple[Row, ...]:
    """Two short ones a row, a long one alone."""
    rows: list[Row] = []
    for one in buttons:
        if rows and len(rows[-1]) == 1 and max(len(one.label), len(rows[-1][0].label)) <= HALF_A_ROW:
            rows[-1] = (rows[-1][0], one)
        else:
            rows.append((one,))
    return tuple(rows)


def languages(speeches: Iterable[Speech]) -> Row:
    """One button a language, each in its own name for itself."""
    return tuple(Button(speech.words.language.name, ChooseLanguage(speech.code)) for speech in speeches)
