"""Checks of what people type: nothing under two intents, enough of each, nothing urgent among the rest."""

from collections.abc import Callable, Iterator

from bot.language import UrgentPhrases
from bot.language.scripts import LETTERS
from bot.packs.packs import Packs
from bot.packs.reading import Reader
from bot.packs.unwritten import is_unwritten

FEWEST = 12  # of one intent in one way of writing: below, the model guesses (understanding.md)
_LATIN = "Latn"


def check_asked_once(reader: Reader, packs: Packs) -> None:
    """No question stands under two intents: the model could learn neither."""
    seen: dict[str, tuple[str, str]] = {}
    for file, intent, index, line in _lines(packs):
        first_intent, first_file = seen.setdefault(reader.normalised(line), (intent, file))
        if first_intent != intent:
            what = f'"{line}" also stands in {first_file}.'
            reader.add(file, (index,), "same-question", what, "Keep it where it belongs, delete the other.")


def check_enough(reader: Reader, packs: Packs) -> None:
    """Every intent has questions enough in both ways of writing: the language's own script, Latin letters."""
    for code, words in packs.languages.items():
        script = words.language.script
        letter = LETTERS[script]
        for intent, lines in words.questions.items():
            if any(map(is_unwritten, lines)):
                continue
            own = sum(letter.search(line) is not None for line in lines)
            ways = [(own, script)] if script == _LATIN else [(own, script), (len(lines) - own, _LATIN)]
            for count, way in ways:
                if count < FEWEST:
                    of = f"in {_NAMES.get(way, way)} letters"
                    seen = f"Only {count} questions {of}; {FEWEST} are the least to learn from."
                    todo = "Add more, written the way people type them, mistakes included."
                    name = f"{code}/questions/{intent}.yaml"
                    reader.add(name, (), "few-questions", seen, todo, warning=True)


_NAMES = {"Beng": "Bangla", "Latn": "Latin", "Deva": "Devanagari"}


def check_urgent(reader: Reader, packs: Packs) -> None:
    """What the urgent phrases recognise stands under an urgent situation: its card goes out first anyway."""
    if not all(reader.whole(f"{code}/urgent.yaml") for code in packs.languages):
        return
    urgent = _ManyLines(packs, reader.normalised)
    for file, intent, index, line in _lines(packs):
        if intent not in packs.situations and (situation := urgent.match(line)):
            seen = f'"{line}" is answered with the urgent card "{situation}".'
            todo = f"Move it to {situation}.yaml, or change it so that nobody is in danger in it."
            reader.add(file, (index,), "urgent-question", seen, todo, warning=True)


class _ManyLines(UrgentPhrases):
    """Remembers each word and line: in the packs the same ones come again and again.

    Only as long as the check lasts, and never for what people write: their words must not stay in memory.
    """

    def __init__(self, packs: Packs, normalised: Callable[[str], str]) -> None:
        self._normalised = normalised
        self._known: dict[str, set[int]] = {}
        self._heard: dict[str, str] = {}
        super().__init__(*packs.urgent_words())

    def _words(self, text: str) -> list[str]:
        return self._normalised(text).split()

    def _meant(self, word: str) -> set[int]:
        if word not in self._known:
            self._known[word] = super()._meant(word)
        return self._known[word]

    def _skeleton(self, word: str) -> str:
        if word not in self._heard:
            self._heard[word] = super()._skeleton(word)
        return self._heard[word]


def _lines(packs: Packs) -> Iterator[tuple[str, str, int, str]]:
    """(file, intent, place in the file, question) of every question that is written."""
    for code, words in packs.languages.items():
        for intent, lines in words.questions.items():
            for index, line in enumerate(lines):
                if not is_unwritten(line):
                    yield f"{code}/questions/{intent}.yaml", intent, index, line
