"""One message, whatever the messenger: urgent phrase first, then Rasa, then the packs. Knows no channel."""

from collections.abc import AsyncIterator, Callable

import structlog

from bot.cards import Card, CardReference, Cards
from bot.cards.actions import Show, Tell, Turn
from bot.dialogue import Dialogue, DialogueError
from bot.language import Countries, UrgentPhrases, normalise
from bot.language.guessing import LanguageGuess
from bot.packs import Packs
from bot.packs.ui import UiWords

LONGEST = 1000  # letters of a message that are read; what matters stands in the first lines
_EMPTY_HANDED = frozenset({"not_understood", "out_of_scope", "menu", "welcome", "cannot_read_now"})

log = structlog.get_logger()


class Reader:
    """What is understood without Rasa: urgent phrases, countries, the words on the fixed buttons."""

    def __init__(self, packs: Packs, before: "Reader | None" = None) -> None:
        self.cards = Cards(packs)
        phrases, hypothetical = packs.urgent_phrases(), packs.hypothetical()
        names = packs.country_names()
        lines = {code: words.questions for code, words in packs.languages.items()}
        scripts = {code: words.language.script for code, words in packs.languages.items()}
        self._read_from = (phrases, hypothetical, names, lines, scripts)
        if before and before._read_from == self._read_from:
            # Most saved changes are words on cards; what is made from what people type takes half a second.
            self._urgent, self._countries, self._guess = before._urgent, before._countries, before._guess
        else:
            self._urgent = UrgentPhrases(phrases, hypothetical)
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
        guessed = self._guess.of(text)
        if guessed:
            return guessed
        app = app_language.split("-")[0].lower()
        return app if app in languages else next(iter(languages))

    def urgent(self, text: str) -> CardReference | None:
        """The urgent card for `text` as typed (its full stops tell), with the country if it is named."""
        situation = self._urgent.match(text)
        if situation is None:
            return None
        # Someone is where they are held, not where they come from or wanted to go.
        found = self._countries.find(normalise(text))
        inside = [mention for mention in found if mention.role == "in"] or [
            mention for mention in found if mention.role is None
        ]
        return CardReference(situation, inside[0].iso2 if inside else None)


class Conversation:
    """Answers a person with cards; `sender` is a keyed hash, `language` one of the packs' languages."""

    def __init__(self, reader: Callable[[], Reader], dialogue: Dialogue) -> None:
        self._reader = reader
        self._dialogue = dialogue

    async def text(self, sender: str, text: str, language: str) -> AsyncIterator[Card]:
        """The cards for what the person wrote, each as soon as it is known."""
        reader = self._reader()
        read = normalise(text[:LONGEST])
        if not read:  # signs and pictures only; Rasa has nothing to read in them
            yield reader.cards.build(CardReference("not_understood"), language)
            return
        if fixed := reader.fixed(read):
            yield reader.cards.build(fixed, language)
            return
        # Help must not wait for a model, nor for the network.
        urgent = reader.urgent(text[:LONGEST])
        if urgent:
            yield reader.cards.build(urgent, language)
        try:
            references = await self._dialogue.say(sender, read)
        except DialogueError as error:
            log.warning("dialogue.failed", kind=error.kind)
            if not urgent:
                yield reader.cards.build(CardReference("cannot_read_now"), language)
            return
        for reference in references:
            if following := _after(urgent, reference):
                yield reader.cards.build(following, language)

    async def tap(self, sender: str, action: Show | Turn | Tell, language: str) -> AsyncIterator[Card]:
        """The cards for a tapped button."""
        reader = self._reader()
        if isinstance(action, Show | Turn):
            yield reader.cards.build(action.reference, language)
            return
        reference = action.reference
        # The tap itself says what to show, so the person never waits for Rasa to hear of it.
        yield reader.cards.build(reference, language)
        entities = {
            key: value for key, value in reference.to_mapping().items() if key in ("country", "money")
        }
        try:
            await self._dialogue.tell(sender, action.intent, entities)
        except DialogueError as error:
            log.warning("dialogue.failed", kind=error.kind)

    async def forget(self, sender: str) -> None:
        """Deletes what Rasa remembers; raises DialogueError when it cannot be reached."""
        await self._dialogue.forget(sender)

    def is_fixed(self, text: str) -> bool:
        """Whether `text` is the label of a button below the keyboard."""
        return self._reader().fixed(normalise(text[:LONGEST])) is not None

    def languages(self) -> tuple[str, ...]:
        """The codes of the languages on offer, first the one most people read."""
        return tuple(self._reader().cards.packs.languages)

    def guess(self, text: str, app_language: str) -> str:
        """The language to answer in before one was chosen."""
        return self._reader().guess(normalise(text[:LONGEST]), app_language)

    def ui(self, language: str) -> UiWords:
        """The words of the bot itself."""
        return self._reader().cards.packs.languages[language].ui

    def card(self, name: str, language: str) -> Card:
        """A card of the bot's own, by name."""
        return self._reader().cards.build(CardReference(name), language)


def _after(urgent: CardReference | None, reference: CardReference) -> CardReference | None:
    """What Rasa's answer adds to an urgent card: a false alarm may cost a card too many, never the answer."""
    if urgent is None:
        return reference
    if reference.card == urgent.card:
        # The text did not say where, but it was said before: now the numbers of that country.
        return CardReference("help", reference.country) if reference.country and not urgent.country else None
    if reference.card in _EMPTY_HANDED or (reference.card == "help" and reference.country == urgent.country):
        return None
    return reference
