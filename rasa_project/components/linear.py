"""The intent classifier: one linear layer over the counts, stored as plain arrays.

Rasa's LogisticRegressionClassifier does the same, but weighs no feature and needs skops, whose import alone
takes seconds (docs/decisions/0003-rasa-server.md).
"""

from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language import skeleton
from rasa_project.components.kept import Trained
from rasa_project.components.learning import confidences, learn
from rasa_project.components.weighing import Weighing

FILE = "linear.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntents(Trained, IntentClassifier):
    """Weighed counts, a linear score per intent, confidences that add up to one and can be believed."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._intents: list[str] = []
        self._weighing = Weighing((), np.zeros(0, dtype=np.float32), **_options(config))
        self._weights = np.zeros((0, 0), dtype=np.float32)  # one row a feature: a message touches few rows
        self._bias = np.zeros(0, dtype=np.float32)
        self._sharpness = 1.0

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`regularisation`: the C of the support vector machine; `strangeness`, `weights`: see Weighing."""
        return {"regularisation": 1.0, "strangeness": 1.0, "weights": [], "random_state": 42, "ranked": 10}

    @classmethod
    def required_components(cls) -> list[type]:
        """Something must have counted before."""
        return [Featurizer]

    @staticmethod
    def required_packages() -> list[str]:
        """Only for training."""
        return ["sklearn"]

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the lines that have an intent, and stores what it learnt."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        self._weighing, features = Weighing.learnt(
            [_counts(example) for example in examples], **_options(self._config)
        )
        learnt = learn(
            features,
            [example.get(INTENT) for example in examples],
            # A romanised copy sounds like its Bangla line, so they share this key.
            [skeleton(example.get(TEXT)).replace(" ", "") for example in examples],
            self._config["regularisation"],
            self._config["random_state"],
        )
        with self._storage.write_to(self._resource) as folder:
            np.savez_compressed(
                folder / FILE,
                intents=np.asarray(learnt.intents, dtype=np.str_),
                weights=learnt.weights,
                bias=learnt.bias,
                sharpness=learnt.sharpness,
                **self._weighing.arrays(),
            )
        return self._resource

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, *_: Any, **__: Any
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
            found._sharpness = float(stored["sharpness"])
            found._weighing = Weighing.of(stored, **_options(config))
        return found

    def process(self, messages: list[Message]) -> list[Message]:
        """Puts the intent and the ranking on each message."""
        for message in messages:
            confidences = self._confidences(message)
            order = np.argsort(-confidences)[: self._config["ranked"]]
            ranking = [
                {"name": self._intents[index], "confidence": float(confidences[index])} for index in order
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _confidences(self, message: Message) -> np.ndarray:
        rows, values = self._weighing.weigh(_counts(message))
        return confidences(values @ self._weights[rows] + self._bias, self._sharpness)


def _options(config: dict[str, Any]) -> dict[str, Any]:
    return {"strangeness": config["strangeness"], "weights": config["weights"]}


def _counts(message: Message) -> list[Any]:
    return [
        feature.features
        for feature in message.features
        if feature.attribute == TEXT and feature.type == FEATURE_TYPE_SENTENCE
    ]
