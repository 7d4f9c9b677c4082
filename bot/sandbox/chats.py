"""People, their chats with the bot, and the messages in them."""

from dataclasses import dataclass, field
from typing import Any, Final

from bot.sandbox.feed import Feed
from bot.sandbox.keyboards import Markup

Json = dict[str, Any]

SYNTHETIC_PHONE: Final = "+8801700{:06d}"  # what a person shares when asked for their number


@dataclass(slots=True)
class Person:
    """Somebody with Telegram on their phone."""

    id: int
    first_name: str
    language_code: str
    username: str = ""

    @property
    def phone_number(self) -> str:
        """The number this person shares when a button asks for it."""
        return SYNTHETIC_PHONE.format(self.id % 1_000_000)

    def as_user(self) -> Json:
        """As the Bot API shows them to the bot."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user


@dataclass(slots=True)
class Message:
    """One message of a chat; what it shows is in `content`, in the Bot API's own words."""

    id: int
    date: int
    sender: Json
    chat: Json
    content: Json
    reply_markup: Markup | None = None
    edited: int = 0
    reply_to: Json | None = None

    @property
    def from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return bool(self.sender["is_bot"])

    @property
    def text(self) -> str:
        """Its words, if it has any."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    def as_json(self) -> Json:
        """As the Bot API shows it."""
        shown: Json = {"message_id": self.id, "from": self.sender, "chat": self.chat, "date": self.date}
        if self.edited:
            shown["edit_date"] = self.edited
        if self.reply_to:
            shown["reply_to_message"] = self.reply_to
        shown.update(self.content)
        if self.reply_markup is not None:
            shown["reply_markup"] = self.reply_markup
        return shown


@dataclass(slots=True)
class Chat:
    """A private chat: what both sides see of it, and what only the person's phone shows."""

    person: Person
    messages: dict[int, Message] = field(default_factory=dict)
    reply_keyboard: Markup | None = None
    force_reply: bool = False
    action: tuple[str, float] | None = None  # what the bot is doing, and until when
    answers: list[Json] = field(default_factory=list)
    started: bool = False  # a bot can't write to somebody who never wrote to it
    blocked: bool = False
    feed: Feed = field(default_factory=Feed)

    def as_json(self) -> Json:
        """As the Bot API shows it."""
        chat: Json = {"id": self.person.id, "type": "private", "first_name": self.person.first_name}
        if self.person.username:
            chat["username"] = self.person.username
        return chat

    def add(self, message: Message) -> None:
        """Put a message at the end and tell whoever watches."""
        self.messages[message.id] = message
        if message.from_bot:
            self.action = None
        self.feed.publish("message", message=message.as_json())

    def edit(self, message: Message) -> None:
        """Tell whoever watches that a message looks different now."""
        self.feed.publish("edited", message=message.as_json())

    def remove(self, ids: list[int]) -> None:
        """Take messages out of the chat for both sides."""
        gone = [message_id for message_id in ids if self.messages.pop(message_id, None) is not None]
        if gone:
            self.feed.publish("deleted", message_ids=gone)

    def clear(self) -> None:
        """Empty the chat, keyboard and all; the bot is told nothing, as in Telegram."""
        self.messages.clear()
        self.answers.clear()
        self.reply_keyboard, self.force_reply, self.action = None, False, None
        self.feed.publish("cleared")
