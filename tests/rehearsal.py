"""The real bot against the sandbox, for tests: a person writes and taps, the chat is read."""

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.cards import CardReference, Cards
from bot.cards.text import to_plain
from bot.conversation import Reader
from bot.dialogue import Dialogue, DialogueError
from bot.memory import Counts, LanguageMemory
from bot.packs import Packs
from bot.packs.answers import join_answers
from bot.sandbox import PersonHandle, Sandbox
from bot.settings import Settings
from bot.telegram import LiveReader, build

TOKEN = "1000000001:for-tests-only-aaaaaaaaaaaaaaaaaaaaa"  # noqa: S105  the sandbox takes any


class StandIn:
    """A Dialogue that says what the transcript says; `down` makes it fail as a stopped Rasa does."""

    def __init__(self) -> None:
        self.answers: list[CardReference] = []
        self.down = False
        self.said: list[str] = []
        self.told: list[tuple[str, Mapping[str, str]]] = []
        self.answered: list[str | None] = []
        self.forgotten: list[str] = []

    async def say(self, sender: str, text: str) -> list[CardReference]:
        self.said.append(text)
        return self._answer()

    async def tell(
        self, sender: str, intent: str, entities: Mapping[str, str], answers: str | None = None
    ) -> list[CardReference]:
        self.told.append((intent, entities))
        self.answered.append(answers)
        return self._answer()

    async def forget(self, sender: str) -> None:
        self.forgotten.append(sender)
        self._answer()

    def _answer(self) -> list[CardReference]:
        if self.down:
            raise DialogueError("status-503")
        return self.answers


class Rehearsal:
    """One bot, one sandbox."""

    def __init__(self, sandbox: Sandbox, application: Any, live: LiveReader, memory: LanguageMemory) -> None:
        self.sandbox = sandbox
        self.application = application
        self.live = live
        self.memory = memory

    @property
    def cards(self) -> Cards:
        return self.live.reader.cards

    def person(self, name: str = "Asha", app_language: str = "en") -> PersonHandle:
        return self.sandbox.add_person(name, app_language)

    async def idle(self, within: float = 10) -> None:
        """Returns when the bot has nothing in hand and nothing waiting."""
        async with asyncio.timeout(within):
            quiet = 0
            while quiet < 3:
                await asyncio.sleep(0.01)
                busy = (
                    len(self.sandbox.world.updates)
                    or self.application.update_queue.qsize()
                    or self.application.update_processor.current_concurrent_updates
                )
                quiet = 0 if busy else quiet + 1

    async def after(self, person: PersonHandle, act: Any) -> list[str]:
        """The texts the bot sent because of `act`, a function that lets the person do something."""
        before = len(person.replies)
        act()
        await self.idle()
        return [text_of(message) for message in person.replies[before:]]

    async def arrive(self, person: PersonHandle, language: str) -> None:
        """The person starts the bot and chooses `language`."""
        await self.after(person, lambda: person.send_text("/start"))
        await self.after(person, lambda: person.tap(data=f"l:{language}"))

    def text(self, reference: Mapping[str, Any], language: str) -> str:
        """What the card shows, as the chat holds it."""
        return to_plain(self.cards.build(reference_of(reference, self.cards.packs), language)).strip()


SAID = {"yes": "y", "no": "n", "not sure": "u", "skipped": "s", "ticked": "x"}


def reference_of(values: Mapping[str, Any], packs: Packs) -> CardReference:
    """A reference as transcripts have it: an exercise has its answers as `answered: {question: yes}`."""
    plain = {key: value for key, value in values.items() if key != "answered"}
    if "answered" in values:
        steps = packs.exercises()[values["card"]].steps
        given = {step: SAID.get(answer, answer) for step, answer in values["answered"].items()}
        assert given.keys() <= set(steps), f"{values['card']} asks nothing called {given.keys() - set(steps)}"
        plain["answers"] = join_answers(steps, given)
    return CardReference.from_mapping(plain)


def text_of(message: Any) -> str:
    """The words of a message, or the name and number of a contact."""
    return message.text or str(message.content.get("contact", ""))


@contextlib.asynccontextmanager
async def rehearsing(
    packs: Packs, dialogue: Dialogue, data: Path, counts: Counts | None = None
) -> AsyncIterator[Rehearsal]:
    """The real python-telegram-bot application polling a sandbox of its own."""
    async with Sandbox(port=0) as sandbox:
        settings = Settings(
            _env_file=None,
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=sandbox.url,
            dishari_data=data,
            dishari_secret=SecretStr(secrets.token_hex(32)),  # so that Rasa never met these people before
        )
        live = LiveReader(Reader(packs))
        memory = LanguageMemory(data / "memory.db", settings.keys.memory_key.encode())
        application = build(settings, live, dialogue, memory, counts=counts)
        async with application:
            await application.start()
            await application.updater.start_polling(poll_interval=0, timeout=30)
            try:
                yield Rehearsal(sandbox, application, live, memory)
            finally:
                await application.updater.stop()
                await application.stop()
        memory.close()
