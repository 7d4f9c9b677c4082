"""A whole question about a price begins anew: the amount of an earlier one is not in it.

"And Malaysia?" goes on with the amount that was asked for; "what does it cost to go to Serbia" does not.
"""

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_project.components import tables
from rasa_project.components.kept import Kept
from rasa_project.components.mentions import MONEY
from rasa_project.slot_values import NO_AMOUNT


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Anew(Kept, IntentClassifier):
    """Says that there is no amount where a question about a price names none; must come after the intent."""

    @staticmethod
    def told(training_data: TrainingData) -> list[str]:
        """The ids of the topics about a price."""
        return tables.prices(training_data)

    def knows(self, kept: list[str]) -> None:
        """Takes in the ids."""
        self._prices = frozenset(kept)

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the amount that is none to whole questions without one."""
        for message in messages:
            found = message.get(ENTITIES, [])
            asked = (message.get(INTENT) or {}).get("name") in self._prices
            if asked and not any(entity["entity"] == MONEY and "role" not in entity for entity in found):
                none = {"entity": MONEY, "value": NO_AMOUNT}
                message.set(ENTITIES, [*found, none], add_to_output=True)
        return messages
