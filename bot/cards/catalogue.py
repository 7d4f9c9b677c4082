"""Every card there is, by its reference."""

from dataclasses import replace

from bot.cards.card import Card
from bot.cards.contacts import contact_card
from bot.cards.fees import fee_card, fee_where_card
from bot.cards.help import help_card
from bot.cards.own import OWN_NAMES, languages_card, own_card, section_card
from bot.cards.reference import CardReference
from bot.cards.speech import speeches
from bot.cards.topic import topic_card
from bot.cards.urgent import urgent_card
from bot.packs import Packs


class Cards:
    """Builds cards from one set of packs."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self.speeches = speeches(packs)

    def build(self, reference: CardReference, language: str) -> Card:
        """The card in `language`; for one that no longer exists, the menu with a sentence that says so."""
        packs, speech = self.packs, self.speeches[language]
        name = reference.card
        if reference.country is not None and reference.country not in packs.destinations:
            reference = CardReference(name, None, reference.money, reference.page, reference.desk)
        card: Card | None
        if name in packs.topics:
            card = self._topic(reference, language)
        elif name in packs.situations:
            card = urgent_card(packs, speech, reference)
        elif name == "help":
            card = help_card(packs, speech, reference)
        elif name == "contact":
            card = contact_card(packs, speech, reference)
        elif name == "languages":
            card = languages_card(list(self.speeches.values()))
        elif name.startswith("menu_"):
            card = section_card(packs, speech, reference)
        else:
            card = own_card(name, packs, speech)
        return card or self.build(CardReference("old_button"), language)

    def knows(self, name: str) -> bool:
        """Whether a card of this name exists: the contract with Rasa is checked with it."""
        packs = self.packs
        built_here = ("help", "contact", "languages")
        return name in packs.topics or name in packs.situations or name in built_here or name in OWN_NAMES

    def _topic(self, reference: CardReference, language: str) -> Card:
        packs, speech = self.packs, self.speeches[language]
        if of_country := packs.topics[reference.card].countries.get(reference.country or ""):
            reference = replace(reference, card=of_country)
        if packs.topics[reference.card].fee_table:
            if reference.country:
                return fee_card(packs, speech, reference)
            if reference.money:
                return fee_where_card(packs, speech, reference)
        return topic_card(packs, speech, reference)
