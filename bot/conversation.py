"""One message, whatever the messenger: urgent phrase first, then Rasa, then the packs. Knows no channel."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import structlog

from bot.after_urgent import after, placed
from bot.asked_where import AskedWhere
from bot.begun import Begun
from bot.cards import Card, CardReference
from bot.cards.actions import Show, Tell, Turn
from bot.cards.reference import FAMILY, MOST_MEANT
from bot.cards.repairs import REPAIRS, page_after
from bot.cards.steps import DOOR
from bot.dialogue import Dialogue, DialogueError
from bot.language import normalise
from bot.language.questions import in_sentences, shortened
from bot.packs.answers import join_answers, split_answers
from bot.packs.ui import UiWords
from bot.places import countries_at
from bot.reader import Reader
from bot.relatives import Relatives
from bot.remembered import Remembered
from bot.whom import Whom

BLINK = 0.15  # seconds in which Rasa may say where the person is; help waits no longer

_Answer = asyncio.Task[list[CardReference]]

T = TypeVar("T")

log = structlog.get_logger()


class Conversation:
    """Answers a person with cards; `sender` is a keyed hash, `language` one of the packs' languages."""

    def __init__(self, reader: Callable[[], Reader], dialogue: Dialogue) -> None:
        self._reader = reader
        self._dialogue = dialogue
        # The newest call to Rasa of each person: Rasa must hear what they said in the order they said it.
        self._calls: dict[str, asyncio.Task[Any]] = {}
        # Whom we could not help just now, with which cards and how often.
        self._at_a_loss = Remembered[Mapping[str, int]]()
        # What a tap told while Rasa was away: the next sentence may answer what the tap has led to.
        self._untold = Remembered[tuple[str, Mapping[str, str], str | None]]()
        self._relatives = Relatives()
        self._begun = Begun()
        # Who has chosen no language: the one they write.
        self._written = Remembered[str]()
        self._asked_where = AskedWhere()
        self._whom = Whom(self._relatives, self._asked_where)

    async def text(self, sender: str, text: str, language: str) -> AsyncIterator[Card]:
        """The cards for what the person wrote, each as soon as it is known."""
        reader = self._reader()
        read = normalise(text)
        if not read:  # signs and pictures only; Rasa has nothing to read in them
            yield self.cannot(sender, "not_understood", language)
            return
        if fixed := reader.fixed(read):
            self._note(sender, fixed)
            yield reader.cards.build(fixed, language)
            return
        opened = self._begun.opened(sender)
        if opened and reader.says_no(read):
            yield reader.cards.build(CardReference("menu"), language)
            return
        if opened and reader.says_yes(read):
            action = self._beginning(opened)
            telling = self.telling(sender, action)
            yield self.tap(sender, action, language)
            await telling
            return
        urgent = reader.urgent(text)
        if urgent:
            urgent = self._whom.reference(reader, sender, urgent, text)
        answer = self._in_turn(sender, self._say(sender, shortened(in_sentences(text))))
        try:
            # Help must not wait for a model, nor for the network.
            if urgent:
                if urgent.country is None and urgent.who is None:
                    await asyncio.wait({answer}, timeout=BLINK)
                    urgent = self._relatives.not_theirs(sender, placed(urgent, answer))
                self._note(sender, urgent)
                yield reader.cards.build(urgent, language)
            try:
                references = await answer
            except DialogueError as error:
                log.warning("dialogue.failed", kind=error.kind)
                references = [] if urgent else reader.without_rasa(read)
            if not any(reference.card in REPAIRS for reference in references):
                self._at_a_loss.forget(sender)
            answered = urgent is not None
            situations = reader.cards.packs.situations
            for reference in sorted(references, key=lambda one: one.card not in situations):
                if following := after(urgent, self._whom.reference(reader, sender, reference, text)):
                    self._note(sender, following)
                    # After something else only the question itself comes back, not what it is for.
                    short = answered and following.card in reader.cards.packs.checks
                    following = replace(following, short=True) if short else following
                    yield reader.cards.build(self._in_other_words(sender, following), language)
                    answered = True
        finally:
            answer.cancel()

    def cannot(self, sender: str, card: str, language: str) -> Card:
        """A card that is no answer, in other words than the last time."""
        return self._reader().cards.build(self._in_other_words(sender, CardReference(card)), language)

    def _in_other_words(self, sender: str, reference: CardReference) -> CardReference:
        """The reference; of a card that is no answer the page that was not shown last."""
        if reference.card not in REPAIRS:
            return reference
        before = self._at_a_loss.of(sender) or {}
        times = before.get(reference.card, 0)
        self._at_a_loss.keep(sender, {**before, reference.card: times + 1})
        return replace(reference, page=page_after(reference.card, times))

    async def place(self, sender: str, latitude: float, longitude: float, language: str) -> Card:
        """The card for a place somebody shared: its country is looked up here, and the place let go of.

        It answers the urgent card that asked for the country, as a tap on that country would.
        """
        cards = self._reader().cards
        found = await asyncio.to_thread(countries_at, latitude, longitude)
        known = tuple(iso2 for iso2 in found if iso2 in cards.packs.destinations)[:MOST_MEANT]
        # A country we have no card for is never told as its neighbour.
        certain = len(known) == 1 and known[0] == found[0]
        asked = self._asked_where.of(sender)
        where = CardReference("location", known[0]) if certain else CardReference("location", meant=known)
        return cards.build(replace(where, desk=asked), language)

    def tap(self, sender: str, action: Show | Turn | Tell, language: str) -> Card:
        """The card for a tapped button; it names the card itself, so nobody waits for Rasa."""
        cards, reference = self._reader().cards, action.reference
        self._begun.opened(sender)  # whatever was opened before: this is the answer to it
        if reference.answers is None and reference.card in cards.packs.exercises():
            if answers := self._begun.answers(sender, reference.card):
                reference = replace(reference, answers=answers, page=DOOR)
            if reference.card not in cards.packs.checklists:
                self._begun.open(sender, reference)
        if isinstance(action, Show) and reference.card in cards.packs.situations:
            reference = self._relatives.about_writer(sender, reference)
        self._note(sender, reference)
        if self._reader().begins_elsewhere(action.reference) and action.reference.who != FAMILY:
            self._relatives.over(sender)
        else:
            self._relatives.shown(sender, action.reference)
        return cards.build(reference, language)

    def _note(self, sender: str, reference: CardReference) -> None:
        """Keeps what a card leaves open: where somebody is; how far a check has come, stopped or not."""
        elsewhere = self._reader().begins_elsewhere(reference)
        situations = self._reader().cards.packs.situations
        self._asked_where.shown(sender, reference, situations, elsewhere=elsewhere)
        name, answers = reference.desk or reference.card, reference.answers
        check = self._reader().cards.packs.checks.get(name)
        if check and answers is not None:
            given = split_answers(check.steps, answers)
            self._begun.note(sender, name, answers, half=0 < len(given) < len(check.steps))

    def _beginning(self, opened: CardReference) -> Tell:
        """What the button on the opening does."""
        steps = self._reader().cards.packs.exercises()[opened.card].steps
        answers = opened.answers or join_answers(steps, {})
        return Tell(opened.card, CardReference(opened.card, answers=answers))

    def telling(self, sender: str, action: Tell) -> Awaitable[None]:
        """Lets Rasa know of a tap, after what was said before; to be awaited beside everything else."""
        self._at_a_loss.forget(sender)
        if action.reference.country and action.reference.who != FAMILY:
            self._relatives.forget(sender)  # what Rasa holds from now on is where they are themselves
        if not self._reader().cards.fits(action.reference):
            return asyncio.sleep(0)  # answers to other questions than today's: they begin anew
        told = action.reference.to_mapping()
        entities = {key: value for key, value in told.items() if key in ("country", "money")}
        # Of an exercise Rasa hears every answer so far, also what "back" took away.
        answers = action.reference.answers if action.intent == action.reference.card else None
        call = self._in_turn(sender, self._tell(sender, action.intent, entities, answers))

        async def finish() -> None:
            try:
                await call
            except DialogueError as error:
                log.warning("dialogue.failed", kind=error.kind)

        return finish()

    async def _say(self, sender: str, text: str) -> list[CardReference]:
        if untold := self._untold.of(sender):
            try:
                await self._dialogue.tell(sender, *untold)
            except DialogueError as error:
                if error.may_pass:
                    raise  # Rasa would not hear the sentence either; the tap is told before the next one
            self._untold.forget(sender)
        return await self._dialogue.say(sender, text)

    async def _tell(self, sender: str, intent: str, entities: Mapping[str, str], answers: str | None) -> None:
        self._untold.forget(sender)
        try:
            await self._dialogue.tell(sender, intent, entities, answers)
        except DialogueError as error:
            if error.may_pass:  # what Rasa refuses once, it always will
                self._untold.keep(sender, (intent, entities, answers))
            raise

    def is_urgent(self, text: str) -> bool:
        """Whether `text` gets an urgent card without Rasa."""
        return self._reader().urgent(text) is not None

    def _in_turn(self, sender: str, call: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        before = self._calls.get(sender)

        async def run() -> T:
            if before:
                await asyncio.wait({before})
            return await call

        task = asyncio.create_task(run())
        self._calls[sender] = task
        task.add_done_callback(lambda _: self._ended(sender, task))
        return task

    def _ended(self, sender: str, task: asyncio.Task[Any]) -> None:
        if self._calls.get(sender) is task:
            del self._calls[sender]

    async def forget(self, sender: str) -> None:
        """Deletes what Rasa remembers; raises DialogueError when it cannot be reached."""
        # After what is still on its way: it would begin the conversation anew.
        await self._in_turn(sender, self._forget(sender))

    async def _forget(self, sender: str) -> None:
        for memory in (
            self._at_a_loss,
            self._untold,
            self._relatives,
            self._begun,
            self._written,
            self._asked_where,
        ):
            memory.forget(sender)
        await self._dialogue.forget(sender)

    def is_fixed(self, text: str) -> bool:
        """Whether `text` is the label of a button below the keyboard."""
        return self._reader().fixed(normalise(text)) is not None

    def languages(self) -> tuple[str, ...]:
        """The codes of the languages on offer, first the one most people read."""
        return tuple(self._reader().cards.packs.languages)

    def guess(self, sender: str, text: str, app_language: str) -> str:
        """The language to answer in before one was chosen: the one they write, else their app's.

        It stays for an hour: a word in another language does not change it, a whole sentence does.
        """
        read, app = normalise(text), app_language.split("-")[0].lower()
        before = self._written.of(sender)
        if before is None and app in self.languages() and read.isascii() and len(read.split()) == 1:
            return app  # "ok" is said in every language
        if (guessed := self._reader().guess(read, before)) in self.languages():
            self._written.keep(sender, guessed)
            return guessed
        return app if app in self.languages() else self.languages()[0]

    def ui(self, language: str) -> UiWords:
        """The words of the bot itself."""
        return self._reader().cards.packs.languages[language].ui

    def card(self, name: str, language: str) -> Card:
        """A card of the bot's own, by name."""
        return self._reader().cards.build(CardReference(name), language)
