"""Parts what was written without spaces, into the words that people type."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

SHORTEST = 6  # letters; what is shorter is one strange word
SHORTEST_PART = 2  # letters
OFTEN = 5  # times; a rare word may be a slip itself, and would part words that it only happens to stand in
_LONGEST_PART = 20  # letters
_LETTERS_A_PART = 2.5  # on average; below it, what is found is chance
_STRANGE = 12.0  # what a letter of no known word costs, as much as a word typed once in 160,000
_SHORTEST_WITH_STRANGE = 12  # letters
_KNOWN = 0.7  # of its letters must be parts of known words


class Joined:
    """Words and how often they were typed, found again in a run of letters."""

    def __init__(self, times: Mapping[str, int]) -> None:
        total = sum(times.values())
        self._cost = {
            word: -log(often / total)
            for word, often in times.items()
            if often >= OFTEN and SHORTEST_PART <= len(word) <= _LONGEST_PART
        }

    def parts(self, run: str) -> list[str]:
        """The likeliest words in `run`, in order; nothing if it is more likely one word.

        A part may be no known word, such as a name: "amarbhairahimdubai". All parts together are `run`.
        """
        if len(run) < SHORTEST:
            return []
        parts = self._likeliest(run)
        known = sum(len(part) for part, is_known in parts if is_known)
        if known < len(run) and (len(run) < _SHORTEST_WITH_STRANGE or known < _KNOWN * len(run)):
            return []
        if len(parts) < 2 or (len(parts) > 2 and len(run) < _LETTERS_A_PART * len(parts)):
            return []
        return [part for part, _ in parts]

    def _likeliest(self, run: str) -> list[tuple[str, bool]]:
        """The parts of the cheapest way through `run`, and whether each is a known word."""
        cheapest = [0.0]
        began = [(0, True)]  # of each place: where its last part begins, and whether that is a known word
        for end in range(1, len(run) + 1):
            best, start = cheapest[end - 1] + _STRANGE, (end - 1, False)
            for begin in range(max(0, end - _LONGEST_PART), end - SHORTEST_PART + 1):
                cost = self._cost.get(run[begin:end])
                if cost is not None and cheapest[begin] + cost < best:
                    best, start = cheapest[begin] + cost, (begin, True)
            cheapest.append(best)
            began.append(start)
        return _read(run, began)


def _read(run: str, began: list[tuple[int, bool]]) -> list[tuple[str, bool]]:
    """The parts from the end to the beginning, letters of no known word put together."""
    parts: list[tuple[str, bool]] = []
    end = len(run)
    while end:
        begin, is_known = began[end]
        if not is_known and parts and not parts[-1][1]:
            parts[-1] = (run[begin:end] + parts[-1][0], False)
        else:
            parts.append((run[begin:end], is_known))
        end = begin
    return parts[::-1]
