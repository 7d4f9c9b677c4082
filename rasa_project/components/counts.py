"""Counts of words, letters, sounds and word groups: the features of the intent classifier.

Rasa's own featurizer cuts Bangla at every vowel sign (its word pattern is `\\b\\w+\\b`), so the pattern is
ours. The same builders run on load, so the fix survives persistence.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

from rasa_project.components.groups import with_pairs
from rasa_project.components.words import GROUPS, SOUND

_FEATURIZER = DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER


class SentenceCounts(CountVectorsFeaturizer):
    """Counts over the whole message, and in a last column of their own how many it has that were never seen.

    Nobody reads features of single tokens, and they cost time.
    """

    @staticmethod
    def _attributes_for(analyzer: str) -> list[str]:
        return [TEXT]

    def _get_processed_message_tokens_by_attribute(
        self, message: Message, attribute: str = TEXT
    ) -> list[str]:
        # The tokenizer has normalised and masked already.
        return [self._counted(token) for token in message.get(TOKENS_NAMES[TEXT]) or ()]

    def _counted(self, token: Token) -> str:
        return str(token.lemma)

    def _create_features(self, attribute: str, all_tokens: list[list[str]]) -> tuple[list[Any], list[Any]]:
        sentences = [self._count(" ".join(tokens), attribute) for tokens in all_tokens]
        return [None] * len(all_tokens), sentences

    def _count(self, text: str, attribute: str) -> sparse.coo_matrix:
        # There is none if no training line had anything to count.
        known = getattr(self.vectorizers[attribute], "vocabulary_", {})
        unseen = len(known)
        counts: Counter[int] = Counter()
        for found, times in Counter(self._analysing(attribute)(text)).items():
            if (column := known.get(found)) is None:
                counts[unseen] += 1
            else:
                counts[column] = times
        places = (np.zeros(len(counts), dtype=np.int64), np.fromiter(counts.keys(), dtype=np.int64))
        return sparse.coo_matrix(
            (np.fromiter(counts.values(), dtype=np.float32), places), shape=(1, unseen + 1)
        )

    def _analysing(self, attribute: str) -> Callable[[str], list[str]]:
        # Building it anew for each message would cost more than using it.
        if not hasattr(self, "_analysers"):
            self._analysers: dict[str, Callable[[str], list[str]]] = {}
        if attribute not in self._analysers:
            self._analysers[attribute] = self.vectorizers[attribute].build_analyzer()
        return self._analysers[attribute]


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class WordCounts(SentenceCounts):
    """Whole words: whatever stands between two spaces, vowel signs and all."""

    @classmethod
    def _create_independent_vocab_vectorizers(
        cls, parameters: dict[str, Any], vocabulary: Any | None = None
    ) -> dict[str, CountVectorizer]:
        vectorizers = super()._create_independent_vocab_vectorizers(parameters, vocabulary)
        return _keep_words_whole(vectorizers)

    @classmethod
    def _create_shared_vocab_vectorizers(
        cls, parameters: dict[str, Any], vocabulary: Any | None = None
    ) -> dict[str, CountVectorizer]:
        return _keep_words_whole(super()._create_shared_vocab_vectorizers(parameters, vocabulary))


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class CharCounts(SentenceCounts):
    """Runs of letters inside words: a typing slip costs a few of them, not the word."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Rasa's options, counting letters inside words."""
        return {**CountVectorsFeaturizer.get_default_config(), "analyzer": "char_wb"}


class BySound(SentenceCounts):
    """Counts the sound skeleton, which is the same for Bangla script and for Banglish."""

    def _counted(self, token: Token) -> str:
        return str(token.get(SOUND))


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class SkeletonCounts(BySound, CharCounts):
    """Runs of letters of the sound skeleton."""


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class SkeletonWordCounts(BySound, WordCounts):
    """Whole words by their sound: রাখছে, rakhse and rakche are one."""


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class GroupCounts(WordCounts):
    """Groups of words that mean the same, and every two of them."""

    def _get_processed_message_tokens_by_attribute(
        self, message: Message, attribute: str = TEXT
    ) -> list[str]:
        return with_pairs(message.get(GROUPS) or ())


def _keep_words_whole(vectorizers: dict[str, CountVectorizer]) -> dict[str, CountVectorizer]:
    for vectorizer in vectorizers.values():
        vectorizer.token_pattern = r"(?u)\S+"  # noqa: S105  a pattern, not a password
    return vectorizers
