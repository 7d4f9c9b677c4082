"""What people type, per intent, as the model reads it: normalised, each line once and under one intent.

Plain Python, so that the bot's environment can test it too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.language import normalise, romanise
from bot.packs import Packs, load_packs
from bot.packs.watching import Stamp, stamp

COPIES = 1  # romanised copies of a Bangla line; more cost time and teach nothing more (docs/decisions/0005)


@dataclass(frozen=True, slots=True)
class TrainingLines:
    """Lines per intent; `torn` holds the lines that stand under several intents and so teach nothing."""

    of_intent: Mapping[str, tuple[str, ...]]
    torn: Mapping[str, tuple[str, ...]]

    def __len__(self) -> int:
        return sum(len(lines) for lines in self.of_intent.values())


def read(content: Path) -> tuple[Packs, TrainingLines]:
    """The packs as they are saved now and what people type; raises PacksError if they cannot be served.

    What was read last is not read again: a training asks several times, and it takes seconds.
    """
    return _read(content, stamp(content))


@lru_cache(maxsize=1)
def _read(content: Path, as_saved: Stamp) -> tuple[Packs, TrainingLines]:
    packs = load_packs(content)
    return packs, gather(typed(packs))


def typed(packs: Packs) -> dict[str, tuple[str, ...]]:
    """What people type, per intent, as the packs say it: the questions, and the urgent phrases too."""
    phrases = packs.urgent_phrases()
    questions = packs.questions()
    return {
        intent: (*questions.get(intent, ()), *phrases.get(intent, ()))
        for intent in sorted({*questions, *phrases})
    }


def gather(questions: Mapping[str, Iterable[str]], romanised: bool = True) -> TrainingLines:
    """The lines of `questions`, and a romanised copy of each Bangla one, because people type both."""
    written = {intent: _unique(normalise(line) for line in lines) for intent, lines in questions.items()}
    owners = _owners(written)
    torn = {line: tuple(intents) for line, intents in owners.items() if len(intents) > 1}
    copies = {
        intent: _unique(copy for line in lines for copy in _copies(line) if copy not in owners)
        for intent, lines in written.items()
        if romanised
    }
    copy_owners = _owners(copies)
    return TrainingLines(
        {
            intent: (
                *(line for line in lines if line not in torn),
                # A spelling that two intents share is nobody's: we made it, so we drop it silently.
                *(copy for copy in copies.get(intent, ()) if len(copy_owners[copy]) == 1),
            )
            for intent, lines in written.items()
        },
        torn,
    )


def _copies(line: str) -> Iterable[str]:
    return (normalise(copy) for copy in romanise(line)[:COPIES]) if not line.isascii() else ()


def _unique(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for line in lines if line))


def _owners(lines: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    owners: dict[str, list[str]] = defaultdict(list)
    for intent, of_intent in lines.items():
        for line in of_intent:
            owners[line].append(intent)
    return owners
