"""Counts of words, of letters and of the sound skeleton: the features of the intent classifier.

Rasa's own featurizer cuts Bangla at every vowel sign (its word pattern is `\\b\\w+\\b`), so the pattern is
ours. The same builders run on load, so the fix survives persistence.
"""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.shared.nlu.constants import TEXT
from sklearn.feature_extraction.text import CountVectorizer

from bot.language import skeleton

_FEATURIZER = DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER


class SentenceCounts(CountVectorsFeaturizer):
    """Counts over the whole message only: nobody reads features of single tokens, and they cost time."""

    @staticmethod
    def _attributes_for(analyzer: str) -> list[str]:
        return [TEXT]

    def _create_features(self, attribute: str, all_tokens: list[list[str]]) -> tuple[list[Any], list[Any]]:
        vectorizer = self.vectorizers.get(attribute)
        sentences = [
            vectorizer.transform([" ".join(tokens)]).tocoo() if vectorizer and tokens else None
            for tokens in all_tokens
        ]
        return [None] * len(all_tokens), sentences


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


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class SkeletonCounts(CharCounts):
    """Runs of letters of the sound skeleton, which is the same for Bangla script and for Banglish."""

    def _process_tokens(self, tokens: list[str], attribute: str = TEXT) -> list[str]:
        # Masks keep their shape: they are signs, not sounds.
        return [word if word.startswith("_") else skeleton(word) for word in tokens]


def _keep_words_whole(vectorizers: dict[str, CountVectorizer]) -> dict[str, CountVectorizer]:
    for vectorizer in vectorizers.values():
        vectorizer.token_pattern = r"(?u)\S+"  # noqa: S105  a pattern, not a password
    return vectorizers
