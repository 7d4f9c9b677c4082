"""The intent classifier: one linear layer over the counts, stored as plain arrays.

Rasa's LogisticRegressionClassifier does the same, but weighs no feature and needs skops, whose import alone
takes seconds (docs/decisions/0003-rasa-server.md).
"""

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_project.components.weighing import Weighing

FILE = "linear.npz"
RANKED = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntents(GraphComponent, IntentClassifier):
    """Weighed counts, multinomial logistic regression, confidences that add up to one."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._intents: list[str] = []
        self._weighing = Weighing()
        self._weights = np.zeros((0, 0), dtype=np.float32)  # one row a feature: a message touches few rows
        self._bias = np.zeros(0, dtype=np.float32)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`regularisation`: C of the logistic regression; `sharpness`: what scores are multiplied with."""
        return {"regularisation": 10.0, "sharpness": 1.0, "max_iter": 200, "random_state": 42}

    @classmethod
    def required_components(cls) -> list[type]:
        """Something must have counted before."""
        return [Featurizer]

    @staticmethod
    def required_packages() -> list[str]:
        """Only for training."""
        return ["sklearn"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LinearIntents":
        """A classifier that knows nothing yet."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the lines that have an intent, and stores what it learnt."""
        from sklearn.linear_model import LogisticRegression

        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        self._weighing, features = Weighing.learnt([_counts(example) for example in examples])
        learner = LogisticRegression(
            C=self._config["regularisation"],
            class_weight="balanced",  # an urgent situation with few lines weighs as much as a topic with many
            max_iter=self._config["max_iter"],
            random_state=self._config["random_state"],
        )
        learner.fit(features, [example.get(INTENT) for example in examples])
        with self._storage.write_to(self._resource) as folder:
            np.savez_compressed(
                folder / FILE,
                intents=np.asarray(learner.classes_, dtype=np.str_),
                weights=np.ascontiguousarray(learner.coef_.T, dtype=np.float32),
                bias=learner.intercept_.astype(np.float32),
                **self._weighing.arrays(),
            )
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "LinearIntents":
        """The classifier as it was stored."""
        found = cls(config, model_storage, resource)
        with (
            model_storage.read_from(resource) as folder,
            np.load(folder / FILE, allow_pickle=False) as stored,
        ):
            found._intents = [str(intent) for intent in stored["intents"]]
            found._weights = stored["weights"]
            found._bias = stored["bias"]
            found._weighing = Weighing.of(stored)
        return found

    def process(self, messages: list[Message]) -> list[Message]:
        """Puts the intent and the ranking on each message."""
        for message in messages:
            confidences = self._confidences(message)
            order = np.argsort(-confidences)[:RANKED]
            ranking = [
                {"name": self._intents[index], "confidence": float(confidences[index])} for index in order
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _confidences(self, message: Message) -> np.ndarray:
        rows, values = self._weighing.weigh(_counts(message))
        scores = (values @ self._weights[rows] + self._bias) * self._config["sharpness"]
        exponents = np.exp(scores - scores.max())
        return exponents / exponents.sum()


def _counts(message: Message) -> list[Any]:
    return [
        feature.features
        for feature in message.features
        if feature.attribute == TEXT and feature.type == FEATURE_TYPE_SENTENCE
    ]
