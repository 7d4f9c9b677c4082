"""The bot's own cards: greeting, menu, privacy, and every honest "I cannot"."""

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

from bot.cards.actions import Forget, Show, Turn
from bot.cards.buttons import Row, foot, languages, paired, topics
from bot.cards.card import Block, Button, Card
from bot.cards.help import everywhere_blocks
from bot.cards.reference import CardReference
from bot.cards.speech import Speech
from bot.cards.steps import exercise_rows, stopped_card
from bot.packs import Packs
from bot.packs.models import Section

_SECTIONS = get_args(Section)

FLAT_MENU = 8  # topics up to which one list is quicker to read than sections
TOPICS_A_PAGE = 8  # buttons below each other that one screen of a small phone still shows
_PICTURES: dict[str, str] = {  # for whoever reads slowly
    "learn": "📖",
    "signs": "🚩",
    "money": "💰",
    "before_you_go": "🧳",
    "routes": "🧭",
    "abroad": "🌍",
    "coming_back": "🏠",
    "justice": "⚖️",
}


def own_card(name: str, packs: Packs, speech: Speech) -> Card | None:
    """The bot's own card `name`; None if it has none of that name."""
    build = _OWN.get(name)
    return build(packs, speech) if build else None


def languages_card(speeches: list[Speech]) -> Card:
    """The choice of language, in every language at once: nobody knows yet which one can be read."""
    first, *others = speeches
    blocks = tuple(Block("text", (speech.ui.choose_language,)) for speech in others)
    return Card("languages", first.code, first.ui.choose_language, blocks, (languages(speeches),))


def _welcome(packs: Packs, speech: Speech) -> Card:
    ui = speech.ui
    blocks = (Block("text", (ui.welcome_text,)), Block("points", tuple(ui.welcome_points)))
    return Card("welcome", speech.code, ui.welcome_title, blocks, menu_rows(packs, speech))


def _menu(packs: Packs, speech: Speech) -> Card:
    return Card(
        "menu",
        speech.code,
        speech.ui.menu_title,
        (Block("text", (speech.ui.menu_text,)),),
        menu_rows(packs, speech),
    )


def menu_rows(packs: Packs, speech: Speech) -> tuple[Row, ...]:
    """The menu by pictures and words, help first."""
    ui = speech.ui
    help_row = (Button(f"🆘 {ui.help_button}", Show(CardReference("help"))),)
    tools = exercise_rows(packs, speech, "checks", "quizzes")
    sections = {facts.menu for facts in (*packs.topics.values(), *packs.exercises().values())}
    in_menu = {topic: facts.menu for topic, facts in packs.topics.items() if facts.menu}
    if len(in_menu) <= FLAT_MENU:
        rows = (*topics(speech, in_menu), *exercise_rows(packs, speech, "checklists"))
    else:
        rows = paired(_section_button(speech, section) for section in _SECTIONS if section in sections)
    last = (
        Button(ui.about_button, Show(CardReference("about_bot"))),
        Button(f"🌐 {ui.language_button}", Show(CardReference("languages"))),
    )
    return (help_row, *tools, *rows, last)


def _section_button(speech: Speech, section: str) -> Button:
    label = f"{_PICTURES[section]} {getattr(speech.ui, f'menu_{section}')}"
    return Button(label, Show(CardReference(f"menu_{section}")))


def section_card(packs: Packs, speech: Speech, reference: CardReference) -> Card | None:
    """A section of the menu, `menu_<section>`, a page at a time; None if there is no such section."""
    section = reference.card.removeprefix("menu_")
    if section not in _SECTIONS:
        return None
    names = [topic for topic, facts in packs.topics.items() if facts.menu == section]
    start = reference.page * TOPICS_A_PAGE
    every = (
        *exercise_rows(packs, speech, "checks", "quizzes", "checklists", section=section),
        *topics(speech, names),
    )
    rows = every[start : start + TOPICS_A_PAGE]
    if start + TOPICS_A_PAGE < len(every):
        more = Turn(replace(reference, page=reference.page + 1))
        rows = (*rows, (Button(f"{speech.ui.more_topics_button} ▸", more),))
    elif start:
        rows = (*rows, (Button(f"◂ {speech.ui.back_button}", Turn(replace(reference, page=0))),))
    title = f"{_PICTURES[section]} {getattr(speech.ui, reference.card)}"
    return Card(
        reference.card, speech.code, title, (Block("text", (speech.ui.menu_text,)),), (*rows, foot(speech))
    )


def _plain(name: str, *, calls: bool = False, menu: bool = True) -> Callable[[Packs, Speech], Card]:
    """A card with a title and a text from ui.yaml; with `calls`, the line that works from anywhere too."""

    def build(packs: Packs, speech: Speech) -> Card:
        blocks = [Block("text", (getattr(speech.ui, f"{name}_text"),))]
        if calls:
            blocks += everywhere_blocks(packs, speech, None)
        rows = menu_rows(packs, speech) if menu else (foot(speech),)
        return Card(name, speech.code, getattr(speech.ui, f"{name}_title"), tuple(blocks), rows)

    return build


def _line(name: str, *, alone: bool = False) -> Callable[[Packs, Speech], Card]:
    def build(packs: Packs, speech: Speech) -> Card:
        rows = () if alone else (foot(speech),)
        return Card(name, speech.code, getattr(speech.ui, f"{name}_text"), (), rows)

    return build


def _human(packs: Packs, speech: Speech) -> Card:
    return replace(_plain("human", calls=True, menu=False)(packs, speech), name="talk_to_human")


def _about(packs: Packs, speech: Speech) -> Card:
    ui = speech.ui
    blocks = (Block("text", (ui.about_text,)), Block("points", tuple(ui.about_points)))
    row = (Button(ui.privacy_button, Show(CardReference("privacy"))),)
    return Card("about_bot", speech.code, ui.about_title, blocks, (row, foot(speech)))


def _privacy(packs: Packs, speech: Speech) -> Card:
    ui = speech.ui
    blocks = (Block("points", tuple(ui.privacy_points)), Block("next", (ui.privacy_next,), ui.next_label))
    row = (Button(f"🗑 {ui.forget_button}", Show(CardReference("forget"))),)
    return Card("privacy", speech.code, ui.privacy_title, blocks, (row, foot(speech)))


def _forget(packs: Packs, speech: Speech) -> Card:
    ui = speech.ui
    row = (Button(f"🗑 {ui.forget_yes_button}", Forget()),)
    return Card(
        "forget",
        speech.code,
        ui.forget_ask_title,
        (Block("text", (ui.forget_ask_text,)),),
        (row, foot(speech)),
    )


def _forgotten(packs: Packs, speech: Speech) -> Card:
    ui = speech.ui
    return Card("forgotten", speech.code, ui.forget_done_title, (Block("text", (ui.forget_done_text,)),))


def _forgotten_soon(packs: Packs, speech: Speech) -> Card:
    """Rasa was not there to delete its part: the truth, not a promise."""
    ui = speech.ui
    blocks = (Block("text", (ui.forget_soon_text,)),)
    return Card("forgotten_soon", speech.code, ui.forget_done_title, blocks)


_OWN: dict[str, Callable[[Packs, Speech], Card]] = {
    "welcome": _welcome,
    "menu": _menu,
    "opening": _line("opening", alone=True),
    "let_go": _line("let_go", alone=True),
    "stopped": lambda packs, speech: stopped_card(packs, speech, CardReference("stopped")),
    "share_location": _plain("share_location", menu=False),
    "thanks": _line("thanks"),
    "goodbye": _line("goodbye"),
    "insult": _line("insult"),
    "about_bot": _about,
    "talk_to_human": _human,
    "privacy": _privacy,
    "forget": _forget,
    "forgotten": _forgotten,
    "forgotten_soon": _forgotten_soon,
    "not_understood": _plain("not_understood"),
    "out_of_scope": _plain("out_of_scope"),
    "cannot_read_now": _plain("cannot_read_now", calls=True),
    "only_text": _plain("only_text"),
    "old_button": _plain("old_button"),
    "trouble": _plain("trouble", calls=True),
}

OWN_NAMES = frozenset(_OWN) | {"location"} | {f"menu_{section}" for section in _SECTIONS}
