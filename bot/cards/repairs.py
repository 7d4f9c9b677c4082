"""What is shown instead of an answer, in other words each time: the same sentence never comes twice in a row.

The page of the reference says how often it happened: first what may be meant, then the menu by pictures,
then people who can be called.
"""

from collections.abc import Iterator

from bot.cards.actions import Show, Tell
from bot.cards.buttons import Row, foot, topics
from bot.cards.card import Block, Button, Card
from bot.cards.help import everywhere_blocks
from bot.cards.own import menu_rows, own_card
from bot.cards.reference import CardReference
from bot.cards.speech import Speech
from bot.packs import Packs

MOST_MEANT = 2  # three to choose from would be a menu
# Card -> its further pages: the name of its texts, and whether people to call stand on it.
_PAGES: dict[str, tuple[tuple[str, bool], ...]] = {
    "not_understood": (("not_understood_again", False), ("not_understood_people", True)),
    "out_of_scope": (("out_of_scope_again", False),),
    "cannot_read_now": (("cannot_read_now_again", True),),
    "only_text": (("only_text_again", True),),
}
REPAIRS = frozenset(_PAGES)
# What people say to the bot itself, and the card that answers.
_OWN_MEANINGS = {
    "talk_to_human": "talk_to_human",
    "about_bot": "about_bot",
    "privacy": "privacy",
    "change_language": "languages",
}


def page_after(card: str, times: int) -> int:
    """The page to show after `times` times in a row: never the one shown last."""
    pages = len(_PAGES[card])
    if times == 0:
        return 0
    return 1 + (times - 1) % pages if pages > 1 else times % 2


def repair_card(packs: Packs, speech: Speech, reference: CardReference) -> Card | None:
    """The card for what was not understood, cannot be read or is none of our subjects."""
    name, ui = reference.card, speech.ui
    if reference.page == 0 or reference.page > len(_PAGES[name]):
        meant = tuple(_meanings(packs, speech, reference.meant))[:MOST_MEANT]
        if not meant:
            return own_card(name, packs, speech)
        blocks = (Block("text", (ui.not_understood_meant_text,)),)
        return Card(name, speech.code, ui.not_understood_title, blocks, (*meant, foot(speech)))
    said, calls = _PAGES[name][reference.page - 1]
    texts = [Block("text", (getattr(ui, f"{said}_text"),))]
    if calls:
        texts += everywhere_blocks(packs, speech, None)
    return Card(name, speech.code, getattr(ui, f"{said}_title"), tuple(texts), menu_rows(packs, speech))


def _meanings(packs: Packs, speech: Speech, meant: tuple[str, ...]) -> Iterator[Row]:
    """A row for each meaning that a button can name; somebody in danger has the help button anyway."""
    for name in meant:
        if name in packs.topics:
            label = speech.words.topics[name].button
            yield (Button(label, Tell(name, CardReference(name))),)
        elif name in packs.exercises():
            yield from topics(speech, (name,))
        elif name in _OWN_MEANINGS:
            label = {
                "about_bot": speech.ui.about_button,
                "privacy": speech.ui.privacy_button,
                "languages": f"🌐 {speech.ui.language_button}",
                "talk_to_human": speech.ui.people_button,
            }[_OWN_MEANINGS[name]]
            yield (Button(label, Show(CardReference(_OWN_MEANINGS[name]))),)
