"""Changing what the bot has said, and answering taps."""

from typing import Any

from bot.sandbox import limits, texts
from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import Chat, Message
from bot.sandbox.keyboards import Markup, inline_markup
from bot.sandbox.methods.registry import method
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World


@method("editMessageText")
def edit_message_text(world: World, arguments: Arguments) -> dict[str, Any]:
    """New words, and a new inline keyboard or none."""
    content = texts.message_text(arguments, too_long="MESSAGE_TOO_LONG")
    markup = inline_markup(arguments)
    chat, message = _own_message(world, arguments)
    if "text" not in message.content:
        raise bad_request("There is no text in the message to edit")
    return _change(world, chat, message, content, markup)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, arguments: Arguments) -> dict[str, Any]:
    """The same words with another inline keyboard, or none."""
    markup = inline_markup(arguments)
    chat, message = _own_message(world, arguments)
    return _change(world, chat, message, message.content, markup)


@method("answerCallbackQuery")
def answer_callback_query(world: World, arguments: Arguments) -> bool:
    """Stops the spinner on a tapped button, with a few words if wanted."""
    text = arguments.text("text")
    if len(text) > limits.ANSWER_CHARACTERS:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = world.take_tap(arguments.text("callback_query_id"))
    answer = {
        "query_id": tap.query_id,
        "message_id": tap.message_id,
        "text": text,
        "show_alert": arguments.boolean("show_alert"),
    }
    tap.chat.answers.append(answer)
    tap.chat.feed.publish("answer", answer=answer)
    return True


def _own_message(world: World, arguments: Arguments) -> tuple[Chat, Message]:
    if arguments.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = world.writable_chat(arguments.text("chat_id"))
    message_id = arguments.integer("message_id")
    if message_id <= 0:
        raise bad_request("Message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("Message to edit not found")
    if not message.from_bot:
        raise bad_request("Message can't be edited")
    return chat, message


def _change(
    world: World, chat: Chat, message: Message, content: dict[str, Any], markup: Markup | None
) -> dict[str, Any]:
    kept = {name: value for name, value in message.content.items() if name == "has_protected_content"}
    content = kept | content
    if content == message.content and markup == message.reply_markup:
        raise bad_request(
            "Message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    message.content, message.reply_markup = content, markup
    message.edited = int(world.clock.now())
    chat.edit(message)
    return message.as_json()
