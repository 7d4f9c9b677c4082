"""Keyboards under a message and below the chat, checked as Telegram checks them."""

import json
from collections.abc import Callable
from typing import Any, Final

from bot.sandbox import limits
from bot.sandbox.arguments import Arguments
from bot.sandbox.links import LinkError, checked_link
from bot.sandbox.refusals import Refusal, bad_request

Markup = dict[str, Any]
Button = dict[str, Any]

INLINE_ACTIONS: Final = ("url", "callback_data", "copy_text", "web_app", "login_url", "switch_inline_query")
INLINE_ACTIONS_LATER: Final = ("switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "pay")
KINDS: Final = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


def reply_markup(arguments: Arguments) -> Markup | None:
    """The keyboard a request brings, of any kind; nothing when it brings none or an empty one."""
    if not arguments.text("reply_markup"):
        return None
    markup = arguments.structure("reply_markup")
    if markup is None:
        raise bad_request("Can't parse reply keyboard markup JSON object")
    if not isinstance(markup, dict):
        raise bad_request("Object expected as reply markup")
    kind = next((kind for kind in KINDS if kind in markup), None)
    if kind == "inline_keyboard":
        rows = _rows(markup, kind, "InlineKeyboardMarkup", _inline_button, limits.INLINE_BUTTONS)
        return {kind: rows} if rows else None
    if kind == "keyboard":
        rows = _rows(markup, kind, "ReplyKeyboardMarkup", _reply_button, limits.REPLY_BUTTONS)
        return {**markup, kind: rows} if rows else None
    if kind is None:
        return None
    return markup if markup[kind] is True else None


def inline_markup(arguments: Arguments) -> Markup | None:
    """The inline keyboard a request brings; an edit can bring no other."""
    markup = reply_markup(arguments)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("Inline keyboard expected")
    return markup


def _rows(
    markup: Markup, field: str, kind: str, check: Callable[[Any], Button], most: int
) -> list[list[Button]]:
    rows = markup[field]
    if not isinstance(rows, list):
        raise bad_request(f'Field "{field}" of the {kind} must be an Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'Field "{field}" must be an Array of Arrays')
    checked = [[check(button) for button in row] for row in rows if row]
    size = len(json.dumps(checked, ensure_ascii=False, separators=(",", ":")).encode())
    if sum(map(len, checked)) > most or size > limits.MARKUP_BYTES:
        raise bad_request("Reply markup is too long")
    return checked


def _label(button: Any, name: str) -> str:
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request(f"Can't parse {name}: Can't find field \"text\"")
    text = text.strip()
    if not text:
        raise bad_request(f"{name} text must be non-empty")
    return text


def _inline_button(button: Any) -> Button:
    if not isinstance(button, dict):
        raise bad_request("Can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = _label(button, "inline keyboard button")
    action = next((name for name in (*INLINE_ACTIONS, *INLINE_ACTIONS_LATER) if name in button), None)
    if action is None:
        raise bad_request(
            "Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    value = button[action]
    if action == "callback_data":
        if not isinstance(value, str) or not 1 <= len(value.encode()) <= limits.CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif action == "url":
        value = _button_link(str(value))
    elif action == "copy_text":
        copied = value.get("text") if isinstance(value, dict) else None
        if not isinstance(copied, str) or not 1 <= len(copied) <= limits.COPY_TEXT_CHARACTERS:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    else:
        raise _unsupported(action)
    return {"text": text, action: value} | _looks(button)


def _button_link(url: str) -> str:
    try:
        return checked_link(url)
    except LinkError as problem:
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: {problem}") from None


def _reply_button(button: Any) -> Button:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("Can't parse keyboard button: KeyboardButton must be an Object")
    checked: Button = {"text": _label(button, "keyboard button")}
    for request in ("request_contact", "request_location"):
        if button.get(request) is True:
            checked[request] = True
    for request in ("request_poll", "request_users", "request_chat", "web_app"):
        if request in button:
            raise _unsupported(request)
    return checked | _looks(button)


def _looks(button: Button) -> Button:
    return {name: button[name] for name in ("style", "icon_custom_emoji_id") if name in button}


def _unsupported(name: str) -> Refusal:
    return bad_request(f"The sandbox has no {name} buttons")
