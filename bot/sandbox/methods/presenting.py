"""The bot's name, descriptions and commands."""

from typing import Any

from bot.sandbox import limits
from bot.sandbox.arguments import Arguments
from bot.sandbox.methods.registry import method
from bot.sandbox.profile import Command, Place, checked_commands, checked_language, checked_scope
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World


@method("setMyCommands")
def set_my_commands(world: World, arguments: Arguments) -> bool:
    """The menu behind the "/" button, for a scope and a language."""
    place = _place(world, arguments)
    commands = checked_commands(arguments.structure("commands"))
    if commands:
        world.profile.commands[place] = commands
    else:
        world.profile.commands.pop(place, None)
    _tell(world)
    return True


@method("getMyCommands")
def get_my_commands(world: World, arguments: Arguments) -> list[Command]:
    """Exactly what was set for this scope and language."""
    return world.profile.commands.get(_place(world, arguments), [])


@method("deleteMyCommands")
def delete_my_commands(world: World, arguments: Arguments) -> bool:
    """Back to the next wider scope's menu."""
    world.profile.commands.pop(_place(world, arguments), None)
    _tell(world)
    return True


@method("setMyName")
def set_my_name(world: World, arguments: Arguments) -> bool:
    """The name on top of the chat."""
    return _set(world, arguments, "name", world.profile.names, limits.NAME_CHARACTERS)


@method("getMyName")
def get_my_name(world: World, arguments: Arguments) -> dict[str, Any]:
    """The name for a language, or the one for everybody."""
    return {"name": _get(arguments, world.profile.names) or world.profile.first_name}


@method("setMyDescription")
def set_my_description(world: World, arguments: Arguments) -> bool:
    """What an empty chat says."""
    return _set(world, arguments, "description", world.profile.descriptions, limits.DESCRIPTION_CHARACTERS)


@method("getMyDescription")
def get_my_description(world: World, arguments: Arguments) -> dict[str, Any]:
    """The description for a language, or the one for everybody."""
    return {"description": _get(arguments, world.profile.descriptions)}


@method("setMyShortDescription")
def set_my_short_description(world: World, arguments: Arguments) -> bool:
    """What the bot's page and shared links say."""
    kept = world.profile.short_descriptions
    return _set(world, arguments, "short_description", kept, limits.SHORT_DESCRIPTION_CHARACTERS)


@method("getMyShortDescription")
def get_my_short_description(world: World, arguments: Arguments) -> dict[str, Any]:
    """The short description for a language, or the one for everybody."""
    return {"short_description": _get(arguments, world.profile.short_descriptions)}


def _place(world: World, arguments: Arguments) -> Place:
    scope = checked_scope(arguments.structure("scope"))
    if scope.startswith("chat:"):
        world.chat_for(scope.removeprefix("chat:"))
    return scope, checked_language(arguments.text("language_code"))


def _set(world: World, arguments: Arguments, field: str, kept: dict[str, str], longest: int) -> bool:
    language, text = checked_language(arguments.text("language_code")), arguments.text(field).strip()
    if len(text) > longest:
        raise bad_request(f"BOT_{field.upper()}_TOO_LONG")
    if text:
        kept[language] = text
    else:
        kept.pop(language, None)
    _tell(world)
    return True


def _get(arguments: Arguments, kept: dict[str, str]) -> str:
    language = checked_language(arguments.text("language_code"))
    return kept.get(language) or kept.get("", "")


def _tell(world: World) -> None:
    for chat in world.chats.values():
        bot = world.profile.as_json(chat.person.id, chat.person.language_code)
        chat.feed.publish("bot", bot=bot)
