"""Splits text into words without breaking Bangla, and masks what names a country, an amount or a number."""

from typing import Any

import regex
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from bot.language.skeleton import word_skeleton
from rasa_project.components.mentions import MENTIONS

SOUND = "sound"  # the property of a token: its sound skeleton; a mask keeps its shape
GROUPS = "groups"  # the property of a message: the groups of words that it has

# Letters with their vowel signs (\p{M}: Python's re would cut at each), digits, currency, question marks.
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*|\p{Sc}|\?+|\p{So}")


# "number" and "telephone" are also words that people type; their letters must not count as these.
_MASKS = {"number": "_0_", "telephone": "_000_", "adult": "_18_", "minor": "_17_"}


def mask(kind: str) -> str:
    """The word that stands for any mention of `kind`."""
    return _MASKS.get(kind) or f"_{kind}_"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class WordTokenizer(Tokenizer):
    """One token a word; its lemma is what the featurizers count, one mask for each mention."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Rasa's own options, and `mask`: the mentions whose words are hidden from the featurizers."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "mask": ["country", "money", *_MASKS],
        }

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The tokens of `message`; the whole text is one token if nothing in it is a word."""
        text = message.get(attribute)
        mentions = [mention for mention in message.get(MENTIONS, []) if mention[2] in self._config["mask"]]
        tokens: list[Token] = []
        for found in _WORD.finditer(text):
            over = next((m for m in mentions if m[0] < found.end() and found.start() < m[1]), None)
            if over is None:
                word = found.group()
                tokens.append(Token(word, found.start(), data={SOUND: word_skeleton(word)}))
            elif not tokens or tokens[-1].get(MENTIONS) != over:
                hidden = mask(over[2])
                data = {MENTIONS: over, SOUND: hidden}
                tokens.append(Token(found.group(), found.start(), data=data, lemma=hidden))
        return tokens or [Token(text, 0, data={SOUND: word_skeleton(text)})]
