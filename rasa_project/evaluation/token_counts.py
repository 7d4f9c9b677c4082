"""The same counts, of every single token too: DIET reads a message as a sequence and cannot do without."""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from scipy import sparse

from rasa_project.components.counts import (
    CharCounts,
    GroupCounts,
    SentenceCounts,
    SkeletonCounts,
    SkeletonWordCounts,
    WordCounts,
)

_FEATURIZER = DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER


class WithTokens(SentenceCounts):
    """Only to compare classifiers; ours needs no features of single tokens."""

    def _create_features(self, attribute: str, all_tokens: list[list[str]]) -> tuple[list[Any], list[Any]]:
        sequences = [
            sparse.vstack([self._count(token, attribute) for token in tokens]).tocoo() if tokens else None
            for tokens in all_tokens
        ]
        return sequences, super()._create_features(attribute, all_tokens)[1]

    def _count(self, text: str, attribute: str) -> sparse.coo_matrix:
        # A column that is empty in training would keep its random weight in a neural network.
        return super()._count(text, attribute).tocsr()[:, :-1].tocoo()


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class TokenWordCounts(WithTokens, WordCounts):
    """Whole words."""


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class TokenCharCounts(WithTokens, CharCounts):
    """Letters inside words."""


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class TokenSkeletonCounts(WithTokens, SkeletonCounts):
    """Letters of the sound skeleton."""


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class TokenSkeletonWordCounts(WithTokens, SkeletonWordCounts):
    """Whole words by their sound."""


@DefaultV1Recipe.register(_FEATURIZER, is_trainable=True)
class TokenGroupCounts(GroupCounts):
    """Groups belong to a message, not to a token."""
