"""One message, whatever the messenger: urgent phrase first, then Rasa, then the packs. Knows no channel."""

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import structlog

from bot.after_urgent import after, placed
from bot.cards import Card, CardReference, Cards
from bot.cards.actions import Show, Tell, Turn
from bot.cards.reference import DOMESTIC, FAMILY, MOST_MEANT, PAYER
from bot.cards.repairs import REPAIRS, page_after
from bot.dialogue import Dialogue, DialogueError
from bot.language import Countries, UrgentPhrases, normalise
from bot.language.guessing import LanguageGuess
from bot.language.payer import has_paid, is_domestic
from bot.language.speaker import speaks_of_another
from bot.packs import Packs
from bot.packs.ui import UiWords
from bot.places import countries_at

LONGEST = 1000  # letters of a message that Rasa reads; how it begins and how it ends
MOST_AT_A_LOSS = 10_000  # people; what is kept of each is a count
REMEMBERED = 3600.0  # seconds; Rasa forgets a conversation after as long
BLINK = 0.15  # seconds in which Rasa may say where the person is; help waits no longer

_Answer = asyncio.Task[list[CardReference]]

T = TypeVar("T")

log = structlog.get_logger()


class Reader:
    """What is understood without Rasa: urgent phrases, countries, the words on the fixed buttons."""

    def __init__(self, packs: Packs, before: "Reader | None" = None) -> None:
        self.cards = Cards(packs.to_show())
        phrases, hypothetical = packs.urgent_phrases(), packs.hypothetical()
        whole = packs.urgent_whole()
        names = packs.country_names()
        lines = {code: words.questions for code, words in packs.languages.items()}
        scripts = {code: words.language.script for code, words in packs.languages.items()}
        read_from = repr((phrases, hypothetical, whole, names, lines, scripts)).encode()
        self._read_from = hashlib.sha256(read_from).digest()
        self._urgent: UrgentPhrases
        self._countries: Countries
        self._guess: LanguageGuess
        if before and before._read_from == self._read_from:
            # Most saved changes are words on cards; what is made from what people type takes half a second.
            self._urgent, self._countries, self._guess = before._urgent, before._countries, before._guess
        else:
            self._urgent = UrgentPhrases(phrases, hypothetical, whole)
            self._countries = Countries(names)
            self._guess = LanguageGuess(
                scripts,
                {code: (line for said in asked.values() for line in said) for code, asked in lines.items()},
            )
        self._fixed = {
            normalise(label): CardReference(card)
            for words in packs.languages.values()
            for label, card in ((words.ui.help_button, "help"), (words.ui.menu_button, "menu"))
        }

    def fixed(self, text: str) -> CardReference | None:
        """The card of a fixed button below the keyboard whose label was sent as a message."""
        return self._fixed.get(text)

    def guess(self, text: str, app_language: str) -> str:
        """The language to answer in before one was chosen: the one they write, else their app's."""
        languages = self.cards.packs.languages
        app = app_language.split("-")[0].lower()
        if app in languages and text.isascii() and len(text.split()) == 1:
            return app  # "ok" is said in every language
        guessed = self._guess.of(text)
        return guessed or (app if app in languages else next(iter(languages)))

    def urgent(self, text: str) -> CardReference | None:
        """The urgent card for `text` as typed (its full stops tell), with the country if it is named."""
        situation = self._urgent.match(text)
        if situation is None:
            return None
        return self.spoken(CardReference(situation, self._held_in(text)), text)

    def _held_in(self, text: str) -> str | None:
        """Someone is where they are held, not where they come from or wanted to go."""
        found = self._countries.find(normalise(text))
        inside = [mention for mention in found if mention.role == "in"] or [
            mention for mention in found if mention.role is None
        ]
        return inside[0].iso2 if inside else None

    def spoken(self, reference: CardReference, text: str) -> CardReference:
        """The reference with who speaks in `text`, where that makes another card of it."""
        situation = reference.card
        packs = self.cards.packs
        if situation in packs.situations and speaks_of_another(text, situation):
            # Not the country that Rasa remembers: there is the one who writes.
            return replace(reference, who=FAMILY, country=self._held_in(text))
        if situation in packs.topics and packs.topics[situation].fee_table:
            if is_domestic(text):
                return replace(reference, who=DOMESTIC)
            if reference.money and has_paid(text):
                return replace(reference, who=PAYER)
        return reference

    def without_rasa(self, text: str) -> list[CardReference]:
        """What to show for normalised `text` while Rasa is silent: the truth, and numbers where they are."""
        cards = [CardReference("cannot_read_now")]
        named = {mention.iso2 for mention in self._countries.find(text) if mention.role != "from"}
        if len(named) == 1:
            cards.append(CardReference("help", named.pop()))
        return cards


class Conversation:
    """Answers a person with cards; `sender` is a keyed hash, `language` one of the packs' languages."""

    def __init__(self, reader: Callable[[], Reader], dialogue: Dialogue) -> None:
        self._reader = reader
        self._dialogue = dialogue
        # The newest call to Rasa of each person: Rasa must hear what they said in the order they said it.
        self._calls: dict[str, asyncio.Task[Any]] = {}
        # Whom we could not help just now, with which card and how often in a row; the oldest are let go of.
        self._at_a_loss: dict[str, tuple[str, int]] = {}
        # What a tap told while Rasa was away, and when: the next sentence may answer what the tap has led to.
        self._untold: dict[str, tuple[float, str, Mapping[str, str], str | None]] = {}

    async def text(self, sender: str, text: str, language: str) -> AsyncIterator[Card]:
        """The cards for what the person wrote, each as soon as it is known."""
        reader = self._reader()
        read = normalise(text)
        if not read:  # signs and pictures only; Rasa has nothing to read in them
            yield self.cannot(sender, "not_understood", language)
            return
        if fixed := reader.fixed(read):
            yield reader.cards.build(fixed, language)
            return
        urgent = reader.urgent(text)
        answer = self._in_turn(sender, self._say(sender, _within(read)))
        try:
            # Help must not wait for a model, nor for the network.
            if urgent:
                if urgent.country is None and urgent.who is None:
                    await asyncio.wait({answer}, timeout=BLINK)
                    urgent = placed(urgent, answer)
                yield reader.cards.build(urgent, language)
            try:
                references = await answer
            except DialogueError as error:
                log.warning("dialogue.failed", kind=error.kind)
                references = [] if urgent else reader.without_rasa(read)
            if not any(reference.card in REPAIRS for reference in references):
                self._at_a_loss.pop(sender, None)
            for reference in references:
                if following := after(urgent, reader.spoken(reference, text)):
                    yield reader.cards.build(self._in_other_words(sender, following), language)
        finally:
            answer.cancel()

    def cannot(self, sender: str, card: str, language: str) -> Card:
        """A card that is no answer, in other words than the last time."""
        return self._reader().cards.build(self._in_other_words(sender, CardReference(card)), language)

    def _in_other_words(self, sender: str, reference: CardReference) -> CardReference:
        """The reference; of a card that is no answer the page that was not shown last."""
        if reference.card not in REPAIRS:
            return reference
        card, times = self._at_a_loss.pop(sender, ("", 0))
        times = times if card == reference.card else 0
        self._at_a_loss[sender] = (reference.card, times + 1)
        if len(self._at_a_loss) > MOST_AT_A_LOSS:
            del self._at_a_loss[next(iter(self._at_a_loss))]
        return replace(reference, page=page_after(reference.card, times))

    async def place(self, latitude: float, longitude: float, language: str) -> Card:
        """The card for a place somebody shared: its country is looked up here, and the place let go of."""
        cards = self._reader().cards
        found = await asyncio.to_thread(countries_at, latitude, longitude)
        known = tuple(iso2 for iso2 in found if iso2 in cards.packs.destinations)[:MOST_MEANT]
        # A country we have no card for is never told as its neighbour.
        certain = len(known) == 1 and known[0] == found[0]
        where = CardReference("location", known[0]) if certain else CardReference("location", meant=known)
        return cards.build(where, language)

    def tap(self, action: Show | Turn | Tell, language: str) -> Card:
        """The card for a tapped button; it names the card itself, so nobody waits for Rasa."""
        return self._reader().cards.build(action.reference, language)

    def telling(self, sender: str, action: Tell) -> Awaitable[None]:
        """Lets Rasa know of a tap, after what was said before; to be awaited beside everything else."""
        self._at_a_loss.pop(sender, None)
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
        if untold := self._untold.get(sender):
            at, intent, entities, answers = untold
            try:
                if time.monotonic() - at < REMEMBERED:
                    await self._dialogue.tell(sender, intent, entities, answers)
            except DialogueError as error:
                if error.may_pass:
                    raise  # Rasa would not hear the sentence either; the tap is told before the next one
            self._untold.pop(sender, None)
        return await self._dialogue.say(sender, text)

    async def _tell(self, sender: str, intent: str, entities: Mapping[str, str], answers: str | None) -> None:
        self._untold.pop(sender, None)
        try:
            await self._dialogue.tell(sender, intent, entities, answers)
        except DialogueError as error:
            if error.may_pass:  # what Rasa refuses once, it always will
                self._untold[sender] = (time.monotonic(), intent, entities, answers)
            if len(self._untold) > MOST_AT_A_LOSS:
                del self._untold[next(iter(self._untold))]
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
        self._untold.pop(sender, None)
        await self._dialogue.forget(sender)

    def is_fixed(self, text: str) -> bool:
        """Whether `text` is the label of a button below the keyboard."""
        return self._reader().fixed(normalise(text)) is not None

    def languages(self) -> tuple[str, ...]:
        """The codes of the languages on offer, first the one most people read."""
        return tuple(self._reader().cards.packs.languages)

    def guess(self, text: str, app_language: str) -> str:
        """The language to answer in before one was chosen."""
        return self._reader().guess(normalise(text), app_language)

    def ui(self, language: str) -> UiWords:
        """The words of the bot itself."""
        return self._reader().cards.packs.languages[language].ui

    def card(self, name: str, language: str) -> Card:
        """A card of the bot's own, by name."""
        return self._reader().cards.build(CardReference(name), language)


def _within(text: str) -> str:
    """A long story's beginning and its end, where people say what they want."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2 - 1]} {text[-LONGEST // 2 :]}"
