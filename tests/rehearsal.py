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
from bot.dialogue import Dialogue, DialogueError
from bot.memory import Counts, LanguageMemory, Pseudonyms
from bot.packs import Packs
from bot.packs.answers import NO, SKIPPED, TICKED, UNSURE, YES, join_answers
from bot.reader import Reader
from bot.sandbox import PersonHandle, Sandbox
from bot.settings import Settings
from bot.telegram.application import build
from bot.telegram.handlers import CHANNEL
from bot.telegram.live import LiveReader

TOKEN = "1000000001:for-tests-only-aaaaaaaaaaaaaaaaaaaaa"  # noqa: S105  the sandbox takes any
SAID = {"yes": YES, "no": NO, "not sure": UNSURE, "skipped": SKIPPED, "ticked": TICKED}


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


class Cut:
    """Another Dialogue, with a line that can be cut: `down` makes it fail as a stopped Rasa does."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue
        self.down = False
        self.busy = 0  # calls that are not answered yet
        self.failed: list[str] = []  # the kinds of what went wrong by itself

    async def say(self, sender: str, text: str) -> list[CardReference]:
        return await self._call(lambda: self._dialogue.say(sender, text))

    async def tell(
        self, sender: str, intent: str, entities: Mapping[str, str], answers: str | None = None
    ) -> list[CardReference]:
        return await self._call(lambda: self._dialogue.tell(sender, intent, entities, answers))

    async def forget(self, sender: str) -> None:
        await self._call(lambda: self._dialogue.forget(sender))

    async def _call(self, call: Any) -> Any:
        if self.down:
            raise DialogueError("status-503")
        self.busy += 1
        try:
            return await call()
        except DialogueError as error:
            self.failed.append(error.kind)
            raise
        finally:
            self.busy -= 1


class Rehearsal:
    """One bot, one sandbox. The bot can be stopped and started again; what it keeps in its folder stays."""

    def __init__(
        self, sandbox: Sandbox, settings: Settings, packs: Packs, dialogue: Dialogue, counts: Counts | None
    ) -> None:
        self.sandbox = sandbox
        self.packs = packs
        self.live = LiveReader(Reader(packs))
        self.application: Any
        self.memory: LanguageMemory
        self._settings, self._dialogue, self._counts = settings, dialogue, counts
        self._running: contextlib.AsyncExitStack | None = None

    @property
    def cards(self) -> Cards:
        return self.live.reader.cards

    async def start(self) -> None:
        """The bot begins to poll the sandbox."""
        self._running = await contextlib.AsyncExitStack().__aenter__()
        file, key = self._settings.dishari_data / "memory.db", self._settings.keys.memory_key.encode()
        self.memory = self._running.enter_context(contextlib.closing(LanguageMemory(file, key)))
        self.application = build(self._settings, self.live, self._dialogue, self.memory, counts=self._counts)
        await self._running.enter_async_context(self.application)
        await self.application.start()
        self._running.push_async_callback(self.application.stop)
        await self.application.updater.start_polling(poll_interval=0, timeout=30)
        self._running.push_async_callback(self.application.updater.stop)

    async def stop(self) -> None:
        """The bot ends as it does when it is told to."""
        if self._running:
            await self._running.aclose()
            self._running = None

    def person(self, name: str = "Asha", app_language: str = "en") -> PersonHandle:
        return self.sandbox.add_person(name, app_language)

    def sender(self, person: PersonHandle) -> str:
        """The name under which Rasa knows this person."""
        return Pseudonyms(self._settings.keys.person_key).of(CHANNEL, person.id)

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
                    or getattr(self._dialogue, "busy", 0)
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
        return to_plain(self.cards.build(self.reference(reference), language)).strip()

    def reference(self, values: Mapping[str, Any]) -> CardReference:
        """A card reference as a transcript writes it."""
        return reference_of(values, self.cards.packs)


def reference_of(values: Mapping[str, Any], packs: Packs) -> CardReference:
    """A card reference as transcripts have it: the answers to an exercise stand in words.

    `answered: {price: yes}` or, of the first questions in their order, `answered: [no, not sure, yes]`.
    """
    plain = {key: value for key, value in values.items() if key != "answered"}
    if "answered" in values:
        name, answered = values.get("desk") or values["card"], values["answered"]
        steps = packs.exercises()[name].steps
        if isinstance(answered, list):
            assert len(answered) <= len(steps), f"{name} asks only {len(steps)} questions"
            answered = dict(zip(steps, answered, strict=False))
        assert answered.keys() <= set(steps), f"{name} asks nothing called {answered.keys() - set(steps)}"
        given = {step: SAID.get(answer, answer) for step, answer in answered.items()}
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
        rehearsal = Rehearsal(sandbox, settings, packs, dialogue, counts)
        await rehearsal.start()
        try:
            yield rehearsal
        finally:
            await rehearsal.stop()
