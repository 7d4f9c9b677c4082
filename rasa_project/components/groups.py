"""Finds words that mean the same: "kofil", "boss" and "মালিক" are all an employer.

The classifier knows only what it has seen. With the group as well as the word, what a line in one language
teaches holds for every other word of the group, in every language and way of writing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language import normalise
from bot.language.endings import stems
from bot.language.skeleton import word_skeleton
from rasa_project.components.kept import Kept
from rasa_project.components.words import GROUPS
from rasa_project.word_groups import word_groups

LONGEST_PHRASE = 3  # words
SHORTEST_SOUND = 3  # letters; of two alone nobody can tell which word they are
SHORTEST_STEM = 4  # letters before a *
ANY_ENDING = "*"


class WordGroups:
    """The groups of each word of a message; `groups`: id -> words and phrases of all languages."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._written: dict[str, set[str]] = defaultdict(set)
        self._sounding: dict[str, set[str]] = defaultdict(set)
        self._written_stem: dict[str, set[str]] = defaultdict(set)
        self._sounding_stem: dict[str, set[str]] = defaultdict(set)
        for group, entries in groups.items():
            for entry in entries:
                text = normalise(entry.removesuffix(ANY_ENDING))
                written, sounding = self._written, self._sounding
                if entry.endswith(ANY_ENDING):
                    written, sounding = self._written_stem, self._sounding_stem
                written[text].add(group)
                # English is not spelt as it sounds: "die" would be দিয়ে, "with".
                if not text.isascii():
                    sounding[" ".join(map(_sounds, text.split(" ")))].add(group)

    def find(self, words: Sequence[str]) -> list[str]:
        """The groups of normalised `words`, each once and in order; a mask stands for itself."""
        found = {group for word in words for group in ({word} if word.startswith("_") else self._of(word))}
        sounds = [word if word.startswith("_") else _sounds(word) for word in words]
        for length in range(2, LONGEST_PHRASE + 1):
            for start in range(len(words) - length + 1):
                found |= self._written.get(" ".join(words[start : start + length]), set())
                found |= self._sounding.get(" ".join(sounds[start : start + length]), set())
        return sorted(found)

    def _of(self, word: str) -> set[str]:
        found = self._written.get(word, set()) | _beginning(word, self._written_stem, SHORTEST_STEM)
        if found:
            return found
        for stem, ending in stems(word):
            if not word.isascii() and ending and stem in self._written:
                return self._written[stem]
        for stem, ending in stems(word):
            if len(sound := _sounds(stem)) < SHORTEST_SOUND:
                continue
            found = self._sounding.get(sound, set())
            if not ending:
                found = found | _beginning(sound, self._sounding_stem, SHORTEST_SOUND)
            if found:
                return found
        return set()


def with_pairs(groups: Sequence[str]) -> list[str]:
    """The groups, and every two of them: an employer *and* a passport say more than either."""
    return [*groups, *("+".join(pair) for pair in combinations(groups, 2))]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class GroupFinder(Kept):
    """Puts the groups of its words on each message, for GroupCounts; must come after the tokenizer."""

    @staticmethod
    def told(training_data: TrainingData) -> dict[str, list[str]]:
        """The groups as they are now; a model goes on with those it was trained with."""
        return word_groups()

    def knows(self, kept: dict[str, list[str]]) -> None:
        """Takes in the groups."""
        self._groups = WordGroups(kept)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Marks the training lines."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Marks the messages."""
        for message in messages:
            if message.get(TEXT):
                words = [token.lemma for token in message.get(TOKENS_NAMES[TEXT])]
                message.set(GROUPS, self._groups.find(words))
        return messages


def _beginning(word: str, of_stem: Mapping[str, set[str]], shortest: int) -> set[str]:
    ends = range(shortest, len(word) + 1)
    return {group for end in ends for group in of_stem.get(word[:end], ())}


def _sounds(word: str) -> str:
    # ছ is typed ch and s: করছে is korche and korse.
    return word_skeleton(word).replace("c", "s")
