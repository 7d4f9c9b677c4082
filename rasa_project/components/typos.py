"""Puts right what slipped: a word that nobody ever typed is read as the known word one letter away, or as
the words that ran into one.

A slip breaks a word, its sound and its group at once, and the classifier knows only what it has seen. Only
the features are put right: countries, amounts and urgent phrases are found in the text as it came.
"""

from collections import Counter
from typing import Any

from rapidfuzz.distance import OSA
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language.joined import Joined
from bot.language.skeleton import word_skeleton
from bot.language.spelling import SHORTEST, Spelling
from rasa_project.components.kept import Kept
from rasa_project.components.words import SOUND

TYPED_BY_MORE = 2  # lines; what stands in one alone may be a slip itself


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TypoMender(Kept):
    """Changes what the featurizers count of a token; must come right after the tokenizer."""

    @staticmethod
    def told(training_data: TrainingData) -> dict[str, int]:
        """Every word that was typed, and how often."""
        return dict(
            Counter(
                token.lemma
                for example in training_data.training_examples
                for token in example.get(TOKENS_NAMES[TEXT]) or ()
                if not _is_mask(token.lemma)
            )
        )

    def knows(self, kept: dict[str, int]) -> None:
        """Takes in the words."""
        self._times = kept
        self._spelling = Spelling(word for word, times in kept.items() if times >= TYPED_BY_MORE)
        self._joined = Joined(kept)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing: every word of a training line is known."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Mends the tokens of each message."""
        for message in messages:
            if tokens := message.get(TOKENS_NAMES[TEXT]):
                message.set(
                    TOKENS_NAMES[TEXT], [mended for token in tokens for mended in self._mended(token)]
                )
        return messages

    def _mended(self, token: Token) -> list[Token]:
        return [_token(token, word) for word in self.meant(token.lemma)] or [token]

    def meant(self, word: str) -> list[str]:
        """The known word, or those that ran into one; nothing for what is known, short, or like nothing."""
        if word in self._times or len(word) < SHORTEST or _is_mask(word) or not any(map(str.isalpha, word)):
            return []
        near = [known for known in self._spelling.near(word) if OSA.distance(word, known) == 1]
        if near:
            return [max(near, key=self._often)]
        return [meant for part in self._joined.parts(word) for meant in self.meant(part) or [part]]

    def _often(self, word: str) -> int:
        return self._times.get(word, 0)


def _is_mask(word: str) -> bool:
    return word.startswith("_")


def _token(typed: Token, meant: str) -> Token:
    data: dict[str, Any] = {**typed.data, SOUND: word_skeleton(meant)}
    return Token(typed.text, typed.start, typed.end, data=data, lemma=meant)
