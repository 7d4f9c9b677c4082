"""Finds countries and amounts with bot.language; the names come from the packs and travel with the model."""

from typing import Any

import regex
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language import Countries, Told, find_counted, find_money
from bot.language.whose import theirs
from bot.packs.answers import CHOICES
from rasa_project.components import tables
from rasa_project.components.kept import Kept
from rasa_project.slot_values import CHOICE, MOST_CHOICES

COUNTRY = "country"
# A whole message of one letter or number chooses an answer of a quiz: "b", "খ", "২", "2."
_CHOICE = regex.compile(
    r"(?:the |option |answer |number |no |উত্তর |নম্বর )?"
    r"(?:(?P<letter>[a-dক-ঘ])|(?P<number>[1-4])|(?P<a>first|1st|prothom|প্রথম)"
    r"|(?P<b>second|2nd|dit[iy]{1,2}o|দ্বিতীয়)|(?P<c>third|3rd|tri?tiyo|তৃতীয়))"
    r" ?(?:one|answer|option|no|number|nombor|nomber|nambar|নম্বর|নাম্বার)? ?(?:ta|ti|টা|টি)?[.)]?"
)
MONEY = "money"
EARNED = "earned"  # the role of an amount that is no price: a wage, a loan beside a price
THEIRS = "theirs"  # the role of a country where only a relative is: it fills no slot
# The message property in which the tokenizer finds what to mask: (start, end, entity or kind of number).
MENTIONS = "mentions"


@DefaultV1Recipe.register(
    # A featurizer too, because only featurizers and tokenizers see the training data before the classifier.
    [DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class MentionFinder(Kept):
    """Puts the entities `country` (value ISO2, perhaps a role) and `money` ("500000 BDT", perhaps a role)."""

    @staticmethod
    def told(training_data: TrainingData) -> dict[str, dict[str, list[str]]]:
        """The names of the countries, and the phrases that answer a question of a check."""
        return {"countries": tables.countries(training_data), "told": tables.told(training_data)}

    def knows(self, kept: dict[str, dict[str, list[str]]]) -> None:
        """Takes in both."""
        self._countries = Countries(kept["countries"])
        self._told = Told(kept["told"])

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Marks the mentions in the training lines."""
        for example in training_data.training_examples:
            if text := example.get(TEXT):
                example.set(MENTIONS, _mentions(text, self.find(text)))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the entities to the messages; their positions refer to the text as it came in."""
        for message in messages:
            text = message.get(TEXT) or ""
            found = self.find(text)
            message.set(MENTIONS, _mentions(text, found))
            said = found + self.answers(text)
            message.set(ENTITIES, message.get(ENTITIES, []) + said, add_to_output=True)
        return messages

    def find(self, text: str) -> list[dict[str, Any]]:
        """The countries and amounts in `text`, which must be normalised."""
        amounts = [
            {"entity": MONEY, "value": str(mention.money), "start": mention.start, "end": mention.end}
            | ({"role": EARNED} if mention.earned else {})
            for mention in find_money(text)
        ]
        named = self._countries.find(text)
        of_a_relative = theirs(text, named)
        countries = [
            {"entity": COUNTRY, "value": mention.iso2, "start": mention.start, "end": mention.end}
            | ({"role": role} if (role := THEIRS if mention in of_a_relative else mention.role) else {})
            for mention in named
        ]
        return sorted(amounts + countries, key=lambda entity: entity["start"])

    def answers(self, text: str) -> list[dict[str, Any]]:
        """What `text` answers: the choice of a quiz, or a question of a check before it is asked."""
        told = (what.split("=") for what in self._told.find(text))
        return [
            *(  # "c" is a choice of three and of four, not of two
                {"entity": f"{CHOICE}{count}", "value": choice}
                for choice in _chosen(text)
                for count in range(max(2, CHOICES.index(choice) + 1), MOST_CHOICES + 1)
            ),
            *({"entity": slot, "value": answer} for slot, answer in told),
        ]


def _chosen(text: str) -> list[str]:
    if not (found := _CHOICE.fullmatch(text)):
        return []
    if letter := found["letter"]:
        return [letter if letter in CHOICES else CHOICES["কখগঘ".index(letter)]]
    if number := found["number"]:
        return [CHOICES[int(number) - 1]]
    return [choice for choice in "abc" if found[choice]]


def _mentions(text: str, entities: list[dict[str, Any]]) -> list[tuple[int, int, str]]:
    """The entities, and every other number by what it counts."""
    taken = [(entity["start"], entity["end"], entity["entity"]) for entity in entities]
    counted = [(one.start, one.end, one.kind) for one in find_counted(text)]
    free = [one for one in counted if all(one[1] <= start or end <= one[0] for start, end, _ in taken)]
    return sorted(taken + free)
