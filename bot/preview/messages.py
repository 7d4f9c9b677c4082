"""A card as the message that Telegram makes of it: the HTML the bot sends, read by Telegram's rules."""

from functools import lru_cache
from typing import Any

from bot.cards.actions import Copy, encode
from bot.cards.card import Button, Card
from bot.cards.text import to_html
from bot.sandbox.entities import utf16_length
from bot.sandbox.html import parse_html
from bot.sandbox.texts import finish

Message = dict[str, Any]


@lru_cache(maxsize=8192)  # a saved file changes a few cards of a thousand
def message(card: Card) -> Message:
    """The card as a message in Telegram's own form; raises ValueError for what Telegram would refuse."""
    said: Message = {"from": {"is_bot": True}}
    if card.contact:
        said["contact"] = {"first_name": card.contact.name, "phone_number": card.contact.phone}
        return said
    text, entities = finish(*parse_html(to_html(card)))
    said |= {"text": text, "entities": entities, "length": utf16_length(text)}
    rows = [[_button(button) for button in row] for row in card.buttons if row]
    if rows:
        said["reply_markup"] = {"inline_keyboard": rows}
    return said


def _button(button: Button) -> dict[str, Any]:
    if isinstance(button.action, Copy):
        return {"text": button.label, "copy_text": {"text": button.action.text}}
    return {"text": button.label, "callback_data": encode(button.action)}
