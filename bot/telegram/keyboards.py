"""A card's buttons as Telegram keyboards."""

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.cards.actions import Copy, encode
from bot.cards.card import Button, Card
from bot.packs.ui import UiWords


def inline(card: Card) -> InlineKeyboardMarkup | None:
    """The keyboard under the card's message."""
    rows = [[_button(button) for button in row] for row in card.buttons if row]
    return InlineKeyboardMarkup(rows) if rows else None


def fixed(ui: UiWords) -> ReplyKeyboardMarkup:
    """The two buttons that stay below the chat: help is in reach even when all messages are gone."""
    row = [KeyboardButton(ui.help_button), KeyboardButton(ui.menu_button)]
    return ReplyKeyboardMarkup([row], resize_keyboard=True, is_persistent=True)


def locating(ui: UiWords) -> ReplyKeyboardMarkup:
    """The same two buttons and one that sends the place; Telegram lets no other keyboard have it."""
    rows = [[KeyboardButton(f"📍 {ui.location_button}", request_location=True)]]
    rows.append([KeyboardButton(ui.help_button), KeyboardButton(ui.menu_button)])
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, is_persistent=True)


def _button(button: Button) -> InlineKeyboardButton:
    if isinstance(button.action, Copy):
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.action.text))
    return InlineKeyboardButton(button.label, callback_data=encode(button.action))
