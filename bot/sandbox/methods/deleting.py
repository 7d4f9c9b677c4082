"""Taking messages back, which Telegram lets a bot do for 48 hours."""

from typing import Any

from bot.sandbox import limits
from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import Chat
from bot.sandbox.methods.registry import method
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World


@method("deleteMessage")
def delete_message(world: World, arguments: Arguments) -> bool:
    """One message, the bot's or the person's."""
    chat = world.chat_for(arguments.text("chat_id"))
    message_id = arguments.integer("message_id")
    if message_id <= 0:
        raise bad_request("Message identifier is not specified")
    if message_id not in chat.messages:
        raise bad_request("Message to delete not found")
    _delete(world, chat, [message_id])
    return True


@method("deleteMessages")
def delete_messages(world: World, arguments: Arguments) -> bool:
    """Up to 100 messages; unknown ones are passed over, one that is too old stops it all."""
    ids = arguments.structure("message_ids")
    chat = world.chat_for(arguments.text("chat_id"))
    _delete(world, chat, _checked(ids))
    return True


def _checked(ids: Any) -> list[int]:
    if not isinstance(ids, list):
        raise bad_request("Can't parse message identifiers JSON object")
    if not ids:
        raise bad_request("Message identifiers are not specified")
    if len(ids) > limits.DELETE_IDS:
        raise bad_request("Too many message identifiers specified")
    if not all(isinstance(one, int) and one > 0 for one in ids):
        raise bad_request("Invalid message identifier specified")
    return ids


def _delete(world: World, chat: Chat, ids: list[int]) -> None:
    oldest = world.clock.now() - limits.DELETE_SECONDS
    if any(chat.messages[one].date < oldest for one in ids if one in chat.messages):
        raise bad_request("Message can't be deleted for everyone")
    chat.remove(ids)
