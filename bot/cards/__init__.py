"""From a card reference and the packs to a card. No network, no Telegram; a clock for opening hours."""

from bot.cards.card import Card
from bot.cards.catalogue import Cards
from bot.cards.reference import CardReference, WrongReference

__all__ = ["Card", "CardReference", "Cards", "WrongReference"]
