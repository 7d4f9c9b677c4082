"""The people's side in Python: what somebody with a phone can do to the bot."""

import asyncio
from collections.abc import Callable

from bot.sandbox import limits, texts
from bot.sandbox.buttons import ButtonError, find_button
from bot.sandbox.chats import Chat, Json, Message
from bot.sandbox.world import World


class PersonError(Exception):
    """Something this person can't do now; the message says why."""


class PersonHandle:
    """One person and their phone."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self.chat = chat
        self._read = 0  # the newest bot message already handed out by `next_message`

    @property
    def id(self) -> int:
        """The Telegram id, of the person and of the chat."""
        return self.chat.person.id

    @property
    def messages(self) -> list[Message]:
        """Everything in the chat, oldest first."""
        return list(self.chat.messages.values())

    @property
    def replies(self) -> list[Message]:
        """What the bot said, oldest first."""
        return [message for message in self.messages if message.from_bot]

    def send_text(self, text: str) -> Message:
        """Type and send; the app makes several messages of a long text. Returns the last."""
        longest = limits.MESSAGE_CHARACTERS
        parts = [texts.person_text(text[at : at + longest]) for at in range(0, len(text), longest)]
        messages = [self._send(content) for content in parts if content["text"]]
        if not messages:
            raise PersonError("there is nothing to send")
        return messages[-1]

    def send_location(self, latitude: float, longitude: float) -> Message:
        """Share a place."""
        return self._send({"location": {"latitude": latitude, "longitude": longitude}})

    def send_contact(self, phone_number: str = "", first_name: str = "") -> Message:
        """Share a number; the person's own by default."""
        person = self.chat.person
        contact: Json = {"phone_number": phone_number or person.phone_number}
        contact["first_name"] = first_name or person.first_name
        if contact["phone_number"] == person.phone_number:
            contact["user_id"] = person.id
        return self._send({"contact": contact})

    def send_voice(self, duration: int = 3) -> Message:
        """Speak for some seconds; there is no sound in it."""
        return self._send({"voice": {**_file("voice"), "duration": duration, "mime_type": "audio/ogg"}})

    def send_sticker(self, emoji: str = "\N{THUMBS UP SIGN}") -> Message:
        """Send a sticker that stands for this emoji."""
        sticker = {**_file("sticker"), "type": "regular", "width": 512, "height": 512, "emoji": emoji}
        return self._send({"sticker": sticker | {"is_animated": False, "is_video": False}})

    def send_photo(self, caption: str = "") -> Message:
        """Send a picture; there is nothing on it."""
        photo = [{**_file("photo"), "width": 800, "height": 600}]
        words = {"caption": texts.person_text(caption)["text"]} if caption else {}
        return self._send({"photo": photo} | words)

    def edit(self, message_id: int, text: str) -> Message:
        """Change one's own text."""
        message = self.chat.messages.get(message_id)
        content = texts.person_text(text)
        if message is None or message.from_bot or "text" not in message.content or not content["text"]:
            raise PersonError("only an own text message can be edited, and not into nothing")
        message.content, message.edited = content, int(self._world.clock.now())
        self._world.updates.add("edited_message", message.as_json(), limits.MESSAGE_UPDATE_SECONDS)
        self.chat.edit(message)
        return message

    def tap(self, label: str = "", *, data: str = "", message_id: int = 0, anyway: bool = False) -> Json:
        """Tap a button by its label or data: the newest one that fits, or that of one message.

        Returns what it did: `query_id`, the `sent` message, the `opened` address or the `copied` text.
        With `anyway`, `data` is sent for `message_id` even when no such button is there any more.
        """
        if anyway:
            return self._query(message_id, data)
        try:
            button, message = find_button(self.chat, label, data, message_id)
        except ButtonError as problem:
            raise PersonError(str(problem)) from None
        if message is None:
            return {"sent": self._press(button).as_json()}
        if "callback_data" in button:
            return self._query(message.id, button["callback_data"])
        if "url" in button:
            return {"opened": button["url"]}
        return {"copied": button["copy_text"]["text"]}

    def block(self) -> None:
        """Stop the bot from writing; it is told."""
        self._change_membership(blocked=True)

    def unblock(self) -> None:
        """Let the bot write again; it is told."""
        self._change_membership(blocked=False)

    def set_language(self, language_code: str) -> None:
        """Change the language of the Telegram app."""
        self.chat.person.language_code = language_code
        bot = self._world.profile.as_json(self.id, language_code)
        self.chat.feed.publish("person", person=self.chat.person.as_user(), bot=bot)

    def clear(self) -> None:
        """Empty the chat on both sides; the bot is told nothing."""
        self.chat.clear()

    async def next_message(self, within: float = 5) -> Message:
        """The next thing the bot says that this did not return before."""

        def fresh() -> Message | None:
            return next((message for message in self.replies if message.id > self._read), None)

        await self.wait_until(lambda: fresh() is not None, within)
        message = fresh()
        assert message is not None  # noqa: S101 - just waited for
        self._read = message.id
        return message

    async def wait_until(self, met: Callable[[], bool], within: float = 5) -> None:
        """Return once `met` is true, which is asked after every change of the chat; else `TimeoutError`."""
        with self.chat.feed.watch() as watcher:
            async with asyncio.timeout(within):
                while not met():
                    await watcher.get()

    def _send(self, content: Json) -> Message:
        if self.chat.blocked:
            raise PersonError("the bot is blocked; unblock it first")
        self.chat.started = True
        self.chat.force_reply = False
        message = self._world.new_message(self.chat, self.chat.person.as_user(), content)
        self.chat.add(message)
        self._world.updates.add("message", message.as_json(), limits.MESSAGE_UPDATE_SECONDS)
        return message

    def _press(self, button: Json) -> Message:
        if button.get("request_location"):
            raise PersonError("this button asks for a location; send one")
        if (self.chat.reply_keyboard or {}).get("one_time_keyboard"):
            self.chat.reply_keyboard = None
            self.chat.feed.publish("keyboard", reply_keyboard=None, force_reply=False)
        return self.send_contact() if button.get("request_contact") else self.send_text(button["text"])

    def _query(self, message_id: int, data: str) -> Json:
        message = self.chat.messages.get(message_id)
        if message is None or not message.from_bot:
            raise PersonError("there is no such message of the bot")
        tap = self._world.new_tap(self.chat, message_id)
        query = {
            "id": tap.query_id,
            "from": self.chat.person.as_user(),
            "message": message.as_json(),
            "chat_instance": str(self.id * 7_919),
            "data": data,
        }
        self._world.updates.add("callback_query", query, limits.CALLBACK_UPDATE_SECONDS)
        return {"query_id": tap.query_id}

    def _change_membership(self, *, blocked: bool) -> None:
        if self.chat.blocked == blocked:
            return
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        self.chat.blocked = blocked
        change = {
            "chat": self.chat.as_json(),
            "from": self.chat.person.as_user(),
            "date": int(self._world.clock.now()),
            "old_chat_member": _member(self._world.bot_user(), before),
            "new_chat_member": _member(self._world.bot_user(), after),
        }
        self._world.updates.add("my_chat_member", change, limits.MESSAGE_UPDATE_SECONDS)
        self.chat.feed.publish("blocked", blocked=blocked)


def _member(bot: Json, status: str) -> Json:
    return {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})


def _file(kind: str) -> Json:
    return {"file_id": f"sandbox-{kind}", "file_unique_id": f"sandbox-{kind}", "file_size": 1}
