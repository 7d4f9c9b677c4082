"""Which language a message is in: by its script, or by the words people use in each language."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.language.scripts import LETTERS

_SURE = 0.5  # log-odds below which two languages are not told apart
CLEAR = 3.0  # log-odds of a whole sentence that is in another language than those before it
_LATIN = "Latn"
_SIGNS = "?!।,.;:\"'()"


class LanguageGuess:
    """Learns from lines people type in each language; `scripts` is ISO 15924 per language."""

    def __init__(self, scripts: Mapping[str, str], lines: Mapping[str, Iterable[str]]) -> None:
        self._written: dict[str, list[str]] = {}
        for code, script in scripts.items():
            if script != _LATIN:
                self._written.setdefault(script, []).append(code)
        counts = {
            code: Counter(word for line in said for word in _words(line)) for code, said in lines.items()
        }
        # Banglish and the like: a language whose people never type Latin letters is not guessed from them.
        self._latin = [code for code, counter in counts.items() if any(map(_is_latin, counter))]
        known = len({word for counter in counts.values() for word in counter}) + 1
        most = max((counter.total() for counter in counts.values()), default=0)
        # The same for all: a language of which we have few lines must not win by knowing no word.
        self._unseen = -math.log(most + known)
        said = {code: counter.total() + known for code, counter in counts.items()}
        self._weights = {
            code: {word: math.log((count + 1) / said[code]) for word, count in counter.items()}
            for code, counter in counts.items()
        }

    def of(self, text: str, sure: float = _SURE) -> str | None:
        """The language of normalised `text`; None where nothing tells, or less than `sure`."""
        first = {
            script: letter.start() for script in self._written if (letter := LETTERS[script].search(text))
        }
        if first:
            among = self._written[min(first, key=first.__getitem__)]
            return among[0] if len(among) == 1 else self._likeliest(_words(text), among, sure) or among[0]
        return self._likeliest([word for word in _words(text) if _is_latin(word)], self._latin, sure)

    def _likeliest(self, words: list[str], among: list[str], sure: float) -> str | None:
        scores = {
            code: sum(self._weights.get(code, {}).get(word, self._unseen) for word in words) for code in among
        }
        ranked = sorted(scores, key=scores.__getitem__, reverse=True)
        if not words or len(ranked) < 2:
            return ranked[0] if words and ranked else None
        return ranked[0] if scores[ranked[0]] - scores[ranked[1]] >= sure else None


def _words(line: str) -> list[str]:
    return [word for part in line.lower().split() if (word := part.strip(_SIGNS))]


def _is_latin(word: str) -> bool:
    return word.isascii() and word.isalpha()
