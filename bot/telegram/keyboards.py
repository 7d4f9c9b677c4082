"""A card's buttons as Telegram keyboards: plain JSON, which is less work than the library's objects."""

from typing import Any

from bot.cards.actions import Copy, encode
from bot.cards.card import Button, Card
from bot.packs.ui import UiWords

Keyboard = dict[str, Any]


def inline(card: Card) -> Keyboard | None:
    """The keyboard under the card's message."""
    rows = [[_button(button) for button in row] for row in card.buttons if row]
    return {"inline_keyboard": rows} if rows else None


def fixed(ui: UiWords) -> Keyboard:
    """The two buttons that stay below the chat: help is in reach even when all messages are gone."""
    return _below(ui)


def locating(ui: UiWords) -> Keyboard:
    """The same two buttons and one that sends the place; Telegram lets no other keyboard have it."""
    place = {"text": f"📍 {ui.location_button}", "request_location": True}
    return _below(ui, [place])


def _below(ui: UiWords, *above: list[dict[str, Any]]) -> Keyboard:
    rows = [*above, [{"text": ui.help_button}, {"text": ui.menu_button}]]
    return {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}


def _button(button: Button) -> dict[str, Any]:
    if isinstance(button.action, Copy):
        return {"text": button.label, "copy_text": {"text": button.action.text}}
    return {"text": button.label, "callback_data": encode(button.action)}
