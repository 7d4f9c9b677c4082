"""Everything the sandbox remembers, in memory only."""

import itertools
import re
from dataclasses import dataclass
from typing import Any, Final

from bot.sandbox import limits
from bot.sandbox.arguments import Upload
from bot.sandbox.chats import Chat, Message, Person
from bot.sandbox.clock import Clock
from bot.sandbox.keyboards import Markup
from bot.sandbox.profile import Profile
from bot.sandbox.refusals import bad_request, forbidden, malformed_token, unauthorized
from bot.sandbox.updates import UpdateQueue

TOKEN: Final = re.compile(r"[1-9][0-9]{0,15}:[A-Za-z0-9_-]+")
FIRST_PERSON: Final = 500_000_001
UNCLAIMED_BOT: Final = 600_000_001


@dataclass(slots=True)
class Tap:
    """A tapped button that waits for the bot's answer."""

    query_id: str
    chat: Chat
    message_id: int
    date: float


class World:
    """One bot, the people who talk to it, and what has been said."""

    def __init__(self, bot_name: str, bot_username: str) -> None:
        self.clock = Clock()
        self.updates = UpdateQueue(self.clock)
        self.profile = Profile(bot_name, bot_username)
        self.token: str | None = None
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.files: dict[str, Upload] = {}
        self._deactivated: set[int] = set()
        self._people_ids = itertools.count(FIRST_PERSON)
        self._message_ids = itertools.count(1)
        self._query_ids = itertools.count(4_200_000_000_000_001)

    def claim(self, token: str) -> None:
        """The first well-formed token becomes the bot's; every other is turned away."""
        if not TOKEN.fullmatch(token):
            raise malformed_token()
        if self.token is None:
            self.token = token
        elif self.token != token:
            raise unauthorized()

    def bot_user(self) -> dict[str, Any]:
        """The bot as a Bot API user."""
        bot_id = int(self.token.split(":")[0]) if self.token else UNCLAIMED_BOT
        name = self.profile.names.get("") or self.profile.first_name
        return {"id": bot_id, "is_bot": True, "first_name": name, "username": self.profile.username}

    def add_person(self, first_name: str, language_code: str, username: str) -> Chat:
        """Somebody new, with an empty chat the bot does not know of."""
        person = Person(next(self._people_ids), first_name, language_code, username)
        self.chats[person.id] = chat = Chat(person)
        return chat

    def remove_person(self, chat: Chat) -> None:
        """The person's account is gone, with everything in it."""
        del self.chats[chat.person.id]
        self._deactivated.add(chat.person.id)
        chat.clear()
        chat.feed.close()

    def clear(self) -> None:
        """Nobody, nothing said, nothing waiting; the bot's profile stays."""
        for chat in list(self.chats.values()):
            self.remove_person(chat)
        self.taps.clear()
        self.files.clear()
        self.updates.forget()

    def chat_for(self, chat_id: str) -> Chat:
        """The chat a bot names, if the bot knows it."""
        if not chat_id.strip():
            raise bad_request("Chat_id is empty")
        number = int(chat_id) if re.fullmatch(r"\s*-?[0-9]{1,19}\s*", chat_id) else 0
        if number in self._deactivated:
            raise forbidden("user is deactivated")
        chat = self.chats.get(number)
        if chat is None or not chat.started:
            raise bad_request("Chat not found")
        return chat

    def writable_chat(self, chat_id: str) -> Chat:
        """The chat a bot may write to now."""
        chat = self.chat_for(chat_id)
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        return chat

    def new_message(self, chat: Chat, sender: dict[str, Any], content: dict[str, Any]) -> Message:
        """A message with the next number and the present time; not in the chat yet."""
        now = int(self.clock.now())
        return Message(next(self._message_ids), now, sender, chat.as_json(), content)

    def new_tap(self, chat: Chat, message_id: int) -> Tap:
        """A tap that can be answered once, for a while."""
        tap = Tap(str(next(self._query_ids)), chat, message_id, self.clock.now())
        self.taps[tap.query_id] = tap
        return tap

    def take_tap(self, query_id: str) -> Tap:
        """The tap a bot answers now; each can be answered once and not too late."""
        tap = self.taps.pop(query_id, None)
        if tap is None or self.clock.now() - tap.date > limits.CALLBACK_ANSWER_SECONDS:
            raise bad_request("Query is too old and response timeout expired or query ID is invalid")
        return tap

    def show_keyboard(self, chat: Chat, markup: Markup | None) -> None:
        """Put up, or take away, the keyboard below the chat."""
        if markup is None or "inline_keyboard" in markup:
            return
        chat.reply_keyboard = markup if "keyboard" in markup else None
        chat.force_reply = "force_reply" in markup
        chat.feed.publish("keyboard", reply_keyboard=chat.reply_keyboard, force_reply=chat.force_reply)
