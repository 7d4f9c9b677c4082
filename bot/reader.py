"""What is understood without Rasa: urgent phrases, countries, who speaks, the words on the fixed buttons."""

import hashlib
from dataclasses import replace

from bot.cards import CardReference, Cards
from bot.cards.reference import DOMESTIC, FAMILY, PAYER, WOMAN
from bot.language import Countries, UrgentPhrases, normalise
from bot.language.guessing import CLEAR, LanguageGuess
from bot.language.kin import relatives
from bot.language.payer import has_paid, is_domestic
from bot.language.questions import only_tells
from bot.language.speaker import DONE_BY_KIN, goes_on, speaks_of_another
from bot.language.whose import country_of, parts
from bot.language.women import is_woman
from bot.packs import Packs

WHOLE = 3  # words; fewer are no sentence from which to change the language
_ELSEWHERE = frozenset({"welcome", "goodbye"})


class Reader:
    """What is understood without Rasa: urgent phrases, countries, the words on the fixed buttons."""

    def __init__(self, packs: Packs, before: "Reader | None" = None) -> None:
        self.cards = Cards(packs.to_show())
        names = packs.country_names()
        lines = {code: words.questions for code, words in packs.languages.items()}
        scripts = {code: words.language.script for code, words in packs.languages.items()}
        read_from = repr((packs.urgent_words(), names, lines, scripts)).encode()
        self._read_from = hashlib.sha256(read_from).digest()
        self._urgent: UrgentPhrases
        self._countries: Countries
        self._guess: LanguageGuess
        if before and before._read_from == self._read_from:
            # Most saved changes are words on cards; what is made from what people type takes half a second.
            self._urgent, self._countries, self._guess = before._urgent, before._countries, before._guess
        else:
            self._urgent = packs.urgent()
            self._countries = Countries(names)
            self._guess = LanguageGuess(
                scripts,
                {code: (line for said in asked.values() for line in said) for code, asked in lines.items()},
            )
        said = packs.questions()
        begin = {
            normalise(label)
            for words in packs.languages.values()
            for label in (words.ui.start_button, words.ui.go_on_button)
        }
        self._yes = begin | {normalise(line) for line in said.get("affirm", ())}
        self._no = {normalise(line) for line in said.get("deny", ())}
        self._fixed = {
            normalise(label): CardReference(card)
            for words in packs.languages.values()
            for label, card in ((words.ui.help_button, "help"), (words.ui.menu_button, "menu"))
        }

    def says_yes(self, text: str) -> bool:
        """Whether normalised `text` is a plain yes, or the word on a button that begins something."""
        return text in self._yes

    def says_no(self, text: str) -> bool:
        """Whether normalised `text` is a plain no."""
        return text in self._no

    def fixed(self, text: str) -> CardReference | None:
        """The card of a fixed button below the keyboard whose label was sent as a message."""
        return self._fixed.get(text)

    def guess(self, text: str, before: str | None) -> str | None:
        """The language of normalised `text`; after `before` only a whole sentence is in another one."""
        words = text.split()
        if before is None:
            return self._guess.of(text)
        changed = self._guess.of(text, CLEAR) if len(words) >= WHOLE else None
        return changed or before

    def urgent(self, text: str) -> CardReference | None:
        """The urgent card for `text` as typed (its full stops tell), with the country if it is named."""
        situation = self._urgent.match(text)
        return CardReference(situation, self.held_in(text, situation)) if situation else None

    def held_in(self, text: str, situation: str = "", *, other: bool = False) -> str | None:
        """The country in `text` where the one who writes is, or a relative, `other`.

        Someone is where they are held, not where they come from or wanted to go.
        """
        read = normalise(text)
        return country_of(read, self._countries.find(read), other=other, together=situation in DONE_BY_KIN)

    def relative_in(self, text: str) -> str | None:
        """The country in which `text` says that a relative is."""
        read = normalise(text)
        return next(
            (one.where for one in parts(read, self._countries.find(read)) if one.other and one.where), None
        )

    def only_tells_where(self, text: str) -> bool:
        """Whether `text` names a country and asks nothing."""
        read = normalise(text)
        found = self._countries.find(read)
        return bool(found) and only_tells(read, [(one.start, one.end) for one in found])

    def spoken(self, reference: CardReference, text: str, *, of_another: bool = False) -> CardReference:
        """The reference with who speaks in `text`, where that makes another card of it.

        `of_another`: they were just writing about a relative, and may go on without a name.
        """
        situation = reference.card
        packs = self.cards.packs
        if situation in packs.situations:
            read = normalise(text)
            told = parts(read, self._countries.find(read))
            if speaks_of_another(text, situation, told) or (of_another and goes_on(text, situation)):
                # Not the country that Rasa remembers: there is the one who writes.
                return replace(reference, who=FAMILY, country=self.held_in(text, other=True))
        if situation in packs.topics and packs.topics[situation].fee_table:
            if is_domestic(text):
                return replace(reference, who=DOMESTIC)
            if is_woman(text):
                return replace(reference, who=WOMAN)
            if reference.money and has_paid(text):
                return replace(reference, who=PAYER)
        return reference

    def named(self, text: str) -> frozenset[str]:
        """The relatives that `text` names."""
        return relatives(normalise(text).split())

    def begins_elsewhere(self, reference: CardReference) -> bool:
        """Whether a card with `reference` begins another subject than a relative abroad."""
        card, packs = reference.card, self.cards.packs
        priced = card in packs.topics and packs.topics[card].fee_table
        return bool(priced) or card in packs.exercises() or card in _ELSEWHERE or card in packs.situations

    def without_rasa(self, text: str) -> list[CardReference]:
        """What to show for normalised `text` while Rasa is silent: the truth, and numbers where they are."""
        cards = [CardReference("cannot_read_now")]
        named = {mention.iso2 for mention in self._countries.find(text) if mention.role != "from"}
        if len(named) == 1:
            cards.append(CardReference("help", named.pop()))
        return cards
