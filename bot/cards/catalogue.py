"""Every card there is, by its reference."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.cards.card import Card
from bot.cards.checklists import checklist_card
from bot.cards.checks import check_card
from bot.cards.contacts import contact_card
from bot.cards.family import family_card
from bot.cards.fees import fee_card, fee_where_card
from bot.cards.help import help_card, silent_card
from bot.cards.location import location_card
from bot.cards.own import OWN_NAMES, languages_card, own_card, section_card
from bot.cards.quizzes import quiz_card
from bot.cards.reference import CardReference
from bot.cards.repairs import REPAIRS, repair_card
from bot.cards.speech import speeches
from bot.cards.steps import stopped_card
from bot.cards.topic import short_topic_card, topic_card
from bot.cards.urgent import urgent_card
from bot.packs import Packs
from bot.packs.answers import order_mark

MAY_MEAN = frozenset({"location", "not_understood"})  # cards whose reference says what may be meant


class Cards:
    """Builds cards from one set of packs."""

    def __init__(self, packs: Packs, now: Callable[[], datetime] | None = None) -> None:
        self.packs = packs
        self.speeches = speeches(packs, now)

    def build(self, reference: CardReference, language: str) -> Card:
        """The card in `language`; for one that no longer exists, the menu with a sentence that says so."""
        packs, speech = self.packs, self.speeches[language]
        name = reference.card
        if reference.country is not None and reference.country not in packs.destinations:
            reference = replace(reference, country=None)
        if name not in MAY_MEAN:
            reference = replace(reference, meant=())  # its buttons would carry it on
        if name not in packs.topics:
            reference = replace(reference, money=None)  # as they would an amount
        card: Card | None
        if name in packs.topics:
            card = self._topic(reference, language)
        elif name in packs.situations:
            card = urgent_card(packs, speech, reference)
        elif name in packs.checks:
            card = check_card(packs, speech, reference)
        elif name in packs.quizzes:
            card = quiz_card(packs, speech, reference)
        elif name in packs.checklists:
            card = checklist_card(packs, speech, reference)
        elif name == "stopped":
            card = stopped_card(packs, speech, reference)
        elif name == "help":
            card = help_card(packs, speech, reference)
        elif name == "somebody_else":
            card = family_card(packs, speech, reference)
        elif name == "cannot_talk":
            card = silent_card(packs, speech, reference)
        elif name == "location":
            card = location_card(packs, speech, reference, lambda one: self.build(one, language))
        elif name == "contact":
            card = contact_card(packs, speech, reference)
        elif name == "languages":
            card = languages_card(list(self.speeches.values()))
        elif name in REPAIRS:
            card = repair_card(packs, speech, reference)
        elif name.startswith("menu_"):
            card = section_card(packs, speech, reference)
        else:
            card = own_card(name, packs, speech)
        return card or self.build(CardReference("old_button"), language)

    def knows(self, name: str) -> bool:
        """Whether a card of this name exists: the contract with Rasa is checked with it."""
        packs = self.packs
        built_here = ("help", "contact", "languages", "cannot_talk", "somebody_else")
        shelves = (packs.topics, packs.situations, packs.exercises(), built_here, OWN_NAMES)
        return any(name in shelf for shelf in shelves)

    def fits(self, reference: CardReference) -> bool:
        """Whether its answers, if it has any, were given to today's questions."""
        exercise = self.packs.exercises().get(reference.card)
        return not (reference.answers and exercise) or reference.answers[:2] == order_mark(exercise.steps)

    def _topic(self, reference: CardReference, language: str) -> Card:
        packs, speech = self.packs, self.speeches[language]
        if of_country := packs.topics[reference.card].countries.get(reference.country or ""):
            reference = replace(reference, card=of_country)
        if packs.topics[reference.card].fee_table:
            if reference.country:
                return fee_card(packs, speech, reference)
            if reference.money:
                return fee_where_card(packs, speech, reference)
        return (
            short_topic_card(speech, reference) if reference.short else topic_card(packs, speech, reference)
        )
