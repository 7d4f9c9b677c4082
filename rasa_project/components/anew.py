"""A whole question about a price begins anew: the amount of an earlier one is not in it.

"And Malaysia?" goes on with the amount that was asked for; "what does it cost to go to Serbia" does not.
"""

import json
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_project.components import tables
from rasa_project.components.mentions import MONEY

FILE = "prices.json"
NO_AMOUNT = "-"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Anew(GraphComponent, IntentClassifier):
    """Says that there is no amount where a question about a price names none; must come after the intent."""

    def __init__(self, storage: ModelStorage, resource: Resource, prices: frozenset[str]) -> None:
        self._storage = storage
        self._resource = resource
        self._prices = prices

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Anew":
        """Knows no topic yet."""
        return cls(model_storage, resource, frozenset())

    def train(self, training_data: TrainingData) -> Resource:
        """Keeps the ids of the topics about a price with the model."""
        with self._storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(tables.prices(training_data)))
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "Anew":
        """With the ids that were stored with the model."""
        with model_storage.read_from(resource) as folder:
            prices = json.loads((folder / FILE).read_text())
        return cls(model_storage, resource, frozenset(prices))

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the amount that is none to whole questions without one."""
        for message in messages:
            found = message.get(ENTITIES, [])
            asked = (message.get(INTENT) or {}).get("name") in self._prices
            if asked and not any(entity["entity"] == MONEY and "role" not in entity for entity in found):
                none = {"entity": MONEY, "value": NO_AMOUNT}
                message.set(ENTITIES, [*found, none], add_to_output=True)
        return messages
