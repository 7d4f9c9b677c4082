"""All that the project knows about written Bangla, Banglish and English; the bot and Rasa both use it.

Positions in a text always refer to `normalise(text)`, which the caller passes in.
"""

from bot.language.counted import Counted, find_counted
from bot.language.countries import Countries, CountryMention
from bot.language.money import Money, MoneyMention, find_money
from bot.language.normalising import normalise
from bot.language.romanising import romanise
from bot.language.skeleton import skeleton
from bot.language.told import Told
from bot.language.urgent import UrgentPhrases

__all__ = [
    "Counted",
    "Countries",
    "CountryMention",
    "Money",
    "MoneyMention",
    "Told",
    "UrgentPhrases",
    "find_counted",
    "find_money",
    "normalise",
    "romanise",
    "skeleton",
]
