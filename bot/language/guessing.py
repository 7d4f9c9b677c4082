"""Which language a message is in: by its script, or by the words people use in each language."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

_SCRIPTS = {"Beng": ("\u0980", "\u09ff"), "Deva": ("\u0900", "\u097f")}
_SURE = 0.5  # log-odds a word below which two languages are not told apart


class LanguageGuess:
    """Learns from lines people type in each language; `scripts` is ISO 15924 per language."""

    def __init__(self, scripts: Mapping[str, str], lines: Mapping[str, Iterable[str]]) -> None:
        self._scripts = {script: code for code, script in scripts.items() if script in _SCRIPTS}
        counts = {
            code: Counter(word for line in said for word in _latin(line)) for code, said in lines.items()
        }
        vocabulary = len({word for counter in counts.values() for word in counter}) + 1
        self._unseen = {code: -math.log(counter.total() + vocabulary) for code, counter in counts.items()}
        self._weights = {
            code: {word: math.log(count + 1) + self._unseen[code] for word, count in counter.items()}
            for code, counter in counts.items()
        }

    def of(self, text: str) -> str | None:
        """The language of normalised `text`; None where nothing tells."""
        for letter in text:
            for script, code in self._scripts.items():
                low, high = _SCRIPTS[script]
                if low <= letter <= high:
                    return code
        words = _latin(text)
        scores = {
            code: sum(weights.get(word, self._unseen[code]) for word in words)
            for code, weights in self._weights.items()
        }
        ranked = sorted(scores, key=scores.__getitem__, reverse=True)
        if not words or len(ranked) < 2:
            return ranked[0] if words and ranked else None
        return ranked[0] if scores[ranked[0]] - scores[ranked[1]] >= _SURE else None


def _latin(line: str) -> list[str]:
    return [word for word in line.lower().split() if word.isascii() and word.isalpha()]
