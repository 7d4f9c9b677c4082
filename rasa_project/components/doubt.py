"""Says "not understood" in doubt and where there is nothing to read, but not in doubt about which alarm."""

import unicodedata
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import ENTITIES, FEATURE_TYPE_SENTENCE, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_project.components import tables
from rasa_project.components.kept import Kept
from rasa_project.components.mentions import MONEY
from rasa_project.slot_values import CHOICE

MEANT = "meant"  # the entity that says what may have been meant: "what_it_costs,difference"
NOTHING = "-"
MOST_OFFERED = 2
OUT_OF_SCOPE = "out_of_scope"
SHORTEST = 1  # letters; one alone says nothing
SHORT = 4  # up to so many letters must be a word that somebody typed before


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Doubt(Kept, IntentClassifier):
    """Rasa's FallbackClassifier, and more careful with people in danger.

    The urgent situations are weighed as one against all the rest. Somebody who is beaten and locked in may
    leave the model torn between two of them: together they stand, as the likelier one. And where even
    together they hardly outweigh the rest, nobody is frightened with a card about suicide or a child.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`threshold` for one intent, `urgent_threshold` for all urgent situations together.

        `offered`: from which confidence a meaning is worth asking "did you mean".
        """
        return {"threshold": 0.24, "urgent_threshold": 0.33, "offered": 0.08}

    @staticmethod
    def told(training_data: TrainingData) -> list[str]:
        """The ids of the urgent situations."""
        return tables.urgent(training_data)

    def knows(self, kept: list[str]) -> None:
        """Takes in the ids."""
        self._urgent = frozenset(kept)

    def process(self, messages: list[Message]) -> list[Message]:
        """Keeps the intent of each message, or puts `nlu_fallback` in its place."""
        for message in messages:
            ranking = message.get(INTENT_RANKING_KEY)
            # "The first one" chooses, whatever else it sounds like.
            says = _says_something(message) and not _chooses(message)
            found = self.decide(ranking) if says else _doubted(ranking)
            message.set(INTENT, found, add_to_output=True)
            if found["name"] == DEFAULT_NLU_FALLBACK_INTENT_NAME:
                # Said every time, so that nothing of an earlier doubt is offered.
                meant = {"entity": MEANT, "value": ",".join(self.offered(ranking)) if says else NOTHING}
                message.set(ENTITIES, [*message.get(ENTITIES, []), meant], add_to_output=True)
        return messages

    def offered(self, ranking: list[dict[str, Any]]) -> list[str]:
        """The likeliest intents, or NOTHING; which of them it can show is the bot's business."""
        likely = [intent["name"] for intent in ranking if intent["confidence"] >= self._config["offered"]]
        return [intent for intent in likely if intent != OUT_OF_SCOPE][:MOST_OFFERED] or [NOTHING]

    def decide(self, ranking: list[dict[str, Any]]) -> dict[str, Any]:
        """The intent that stands, out of a ranking with the likeliest first."""
        alarms = [intent for intent in ranking if intent["name"] in self._urgent]
        if sum(intent["confidence"] for intent in alarms) >= self._config["urgent_threshold"]:
            return alarms[0]
        first = ranking[0]
        if first["name"] not in self._urgent and first["confidence"] >= self._config["threshold"]:
            return first
        return _doubted(ranking)


def _doubted(ranking: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": ranking[0]["confidence"]}


def _chooses(message: Message) -> bool:
    return any(entity["entity"].startswith(CHOICE) for entity in message.get(ENTITIES, []))


def _says_something(message: Message) -> bool:
    """Whether there is more in the text than numbers without a price, or letters nobody ever typed."""
    text = message.get(TEXT) or ""
    # Of Bangla the vowel signs too: "\u09a8\u09be" (no) is a word of two.
    letters = sum(char.isalpha() or unicodedata.category(char)[0] == "M" for char in text)
    if not letters:
        return any(entity["entity"] == MONEY for entity in message.get(ENTITIES, []))
    return letters > SHORTEST and (letters > SHORT or _has_known_word(message))


def _has_known_word(message: Message) -> bool:
    """Whether a word was ever seen: the first counts are of words, what is new in the last column."""
    counts = [feature.features for feature in message.features if feature.type == FEATURE_TYPE_SENTENCE]
    return not counts or bool((counts[0].col < counts[0].shape[1] - 1).any())
