"""Finding the button a person means, the way an eye does: the newest one with that label."""

from collections.abc import Iterator

from bot.sandbox.chats import Chat, Json, Message


class ButtonError(LookupError):
    """No such button in sight; the message lists those that are."""


def find_button(chat: Chat, label: str, data: str, message_id: int) -> tuple[Json, Message | None]:
    """The button and its message; no message when the button is part of the keyboard below the chat."""
    for button, message in _in_sight(chat, message_id):
        if data and button.get("callback_data") == data or label and button["text"] == label:
            return button, message
    labels = ", ".join(f'"{button["text"]}"' for button, _ in _in_sight(chat, message_id))
    raise ButtonError(f'there is no button "{label or data}" in sight, only: {labels or "none at all"}')


def _in_sight(chat: Chat, message_id: int) -> Iterator[tuple[Json, Message | None]]:
    if not message_id:
        for row in (chat.reply_keyboard or {}).get("keyboard", ()):
            for button in row:
                yield button, None
    for message in reversed(chat.messages.values()):
        if message.reply_markup is not None and message_id in (0, message.id):
            for row in message.reply_markup["inline_keyboard"]:
                for button in row:
                    yield button, message
