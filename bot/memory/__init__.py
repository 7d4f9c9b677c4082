"""The little we keep about a person: the language they chose, encrypted, under a keyed hash of their id."""

from bot.memory.counts import Counts
from bot.memory.languages import LanguageMemory
from bot.memory.pseudonym import Pseudonyms

__all__ = ["Counts", "LanguageMemory", "Pseudonyms"]
