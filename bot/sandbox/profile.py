"""The bot's own card: its names, descriptions and commands, by language and scope."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from bot.sandbox import limits
from bot.sandbox.refusals import bad_request

Command = dict[str, str]
Place = tuple[str, str]  # scope, language code

COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
ALL_PRIVATE: Final = "all_private_chats"
SCOPES: Final = frozenset({"default", ALL_PRIVATE, "all_group_chats", "all_chat_administrators", "chat"})


@dataclass(slots=True)
class Profile:
    """What people see of the bot before it says anything."""

    first_name: str
    username: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[Place, list[Command]] = field(default_factory=dict)

    def commands_for(self, person_id: int, language_code: str) -> list[Command]:
        """The menu a person's app shows: the closest scope first, in it the app's language first."""
        language = language_code[:2]
        for scope in (f"chat:{person_id}", ALL_PRIVATE, "default"):
            for place in ((scope, language), (scope, "")):
                if place in self.commands:
                    return self.commands[place]
        return []

    def as_json(self, person_id: int, language_code: str) -> dict[str, Any]:
        """The card as one person sees it."""
        language = language_code[:2]
        return {
            "first_name": self.names.get(language) or self.names.get("") or self.first_name,
            "username": self.username,
            "description": self.descriptions.get(language) or self.descriptions.get("", ""),
            "short_description": self.short_descriptions.get(language) or self.short_descriptions.get("", ""),
            "commands": self.commands_for(person_id, language_code),
        }


def checked_language(code: str) -> str:
    """A two-letter code, or none for everybody else."""
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("Invalid language code specified")
    return code


def checked_scope(scope: Any) -> str:
    """The name under which a scope's commands are kept."""
    if scope is None:
        return "default"
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("Can't parse BotCommandScope: Unsupported type specified")
    if scope["type"] != "chat":
        return str(scope["type"])
    if not str(scope.get("chat_id", "")):
        raise bad_request("Can't parse BotCommandScope: Chat_id is empty")
    return f"chat:{scope['chat_id']}"


def checked_commands(commands: Any) -> list[Command]:
    """The commands without their slashes, or Telegram's refusal."""
    if not isinstance(commands, list):
        raise bad_request("Expected an Array of BotCommand")
    if len(commands) > limits.COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_checked_command(command) for command in commands]


def _checked_command(command: Any) -> Command:
    if not isinstance(command, dict):
        raise bad_request("Can't parse BotCommand: expected an Object")
    name, description = (str(command.get(part, "")).strip() for part in ("command", "description"))
    name = name.removeprefix("/")
    if not name:
        raise bad_request("Command name must be non-empty")
    if not description:
        raise bad_request("Command description must be non-empty")
    if len(name) > limits.COMMAND_CHARACTERS:
        raise bad_request(f"Command name length must not exceed {limits.COMMAND_CHARACTERS}")
    if len(description) > limits.COMMAND_DESCRIPTION_CHARACTERS:
        raise bad_request(
            f"Command description length must not exceed {limits.COMMAND_DESCRIPTION_CHARACTERS}"
        )
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}
