"""Everything a bot can put into a chat."""

import itertools
from typing import Any, Final

from bot.sandbox import limits, texts
from bot.sandbox.arguments import Arguments, Upload
from bot.sandbox.chats import Message
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.methods.registry import method
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World

ACTIONS: Final = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
    }
    | {"choose_sticker", "find_location", "record_video_note", "upload_video_note"}
)
_file_numbers = itertools.count(1)


@method("sendMessage")
def send_message(world: World, arguments: Arguments) -> dict[str, Any]:
    """A text."""
    return _deliver(world, arguments, texts.message_text(arguments))


@method("sendContact")
def send_contact(world: World, arguments: Arguments) -> dict[str, Any]:
    """A phone number with a name, which a tap calls or saves."""
    contact = {"phone_number": arguments.text("phone_number"), "first_name": arguments.text("first_name")}
    if not contact["phone_number"]:
        raise bad_request("Phone number is empty")
    if not contact["first_name"]:
        raise bad_request("First name is empty")
    for name in ("last_name", "vcard"):
        if arguments.text(name):
            contact[name] = arguments.text(name)
    return _deliver(world, arguments, {"contact": contact})


@method("sendLocation")
def send_location(world: World, arguments: Arguments) -> dict[str, Any]:
    """A point on the map."""
    return _deliver(world, arguments, {"location": _location(arguments)})


@method("sendVenue")
def send_venue(world: World, arguments: Arguments) -> dict[str, Any]:
    """A point on the map with a name and an address."""
    location = _location(arguments)
    venue = {"location": location, "title": arguments.text("title"), "address": arguments.text("address")}
    for name in ("title", "address"):
        if not venue[name]:
            raise bad_request(f"Venue {name} must be non-empty")
    return _deliver(world, arguments, {"venue": venue, "location": location})


@method("sendPhoto")
def send_photo(world: World, arguments: Arguments) -> dict[str, Any]:
    """A picture; any uploaded bytes will do."""
    file = _file(world, arguments, "photo")
    return _deliver(
        world, arguments, {"photo": [file | {"width": 800, "height": 600}]} | texts.caption(arguments)
    )


@method("sendVoice")
def send_voice(world: World, arguments: Arguments) -> dict[str, Any]:
    """A spoken message; any uploaded bytes will do."""
    file = _file(world, arguments, "voice") | {"mime_type": "audio/ogg"}
    voice = file | {"duration": arguments.integer("duration")}
    return _deliver(world, arguments, {"voice": voice} | texts.caption(arguments))


@method("sendChatAction")
def send_chat_action(world: World, arguments: Arguments) -> bool:
    """ "typing…" for a few seconds, or until the next message."""
    action = arguments.text("action")
    if action not in ACTIONS:
        raise bad_request("Wrong parameter action in request")
    chat = world.writable_chat(arguments.text("chat_id"))
    chat.action = (action, world.clock.now() + limits.CHAT_ACTION_SECONDS)
    chat.feed.publish("action", action=action, seconds=limits.CHAT_ACTION_SECONDS)
    return True


def _deliver(world: World, arguments: Arguments, content: dict[str, Any]) -> dict[str, Any]:
    markup = reply_markup(arguments)
    chat = world.writable_chat(arguments.text("chat_id"))
    if arguments.boolean("protect_content"):
        content["has_protected_content"] = True
    message = world.new_message(chat, world.bot_user(), content)
    message.reply_to = _replied(chat.messages, arguments)
    if markup is not None and "inline_keyboard" in markup:
        message.reply_markup = markup
    chat.add(message)
    world.show_keyboard(chat, markup)
    return message.as_json()


def _replied(messages: dict[int, Message], arguments: Arguments) -> dict[str, Any] | None:
    given = arguments.structure("reply_parameters")
    parameters = given if isinstance(given, dict) else {}
    wanted = parameters.get("message_id") or arguments.integer("reply_to_message_id")
    if not wanted:
        return None
    message = messages.get(int(wanted))
    if message is not None:
        return {name: value for name, value in message.as_json().items() if name != "reply_to_message"}
    if parameters.get("allow_sending_without_reply") or arguments.boolean("allow_sending_without_reply"):
        return None
    raise bad_request("Message to be replied not found")


def _location(arguments: Arguments) -> dict[str, float]:
    location: dict[str, float] = {}
    for name, furthest in (("latitude", 90), ("longitude", 180)):
        value = arguments.number(name)
        if value is None:
            raise bad_request(f"{name} is empty")
        if not -furthest <= value <= furthest:
            raise bad_request("Wrong location specified")
        location[name] = value
    return location


def _file(world: World, arguments: Arguments, name: str) -> dict[str, Any]:
    given = arguments.text(name)
    upload = arguments.files.get(given.removeprefix("attach://")) or arguments.files.get(name)
    if upload is not None:
        given = f"sandbox-file-{next(_file_numbers)}"
        world.files[given] = upload
    found: Upload | None = world.files.get(given)
    if found is None:
        raise bad_request(
            "Wrong file identifier/HTTP URL specified" if given else f"There is no {name} in the request"
        )
    return {"file_id": given, "file_unique_id": given, "file_size": len(found.content)}
