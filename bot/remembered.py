"""What is remembered of a talk: in memory, under the keyed hash, for an hour, of no more people than some."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

REMEMBERED = 3600.0  # seconds; Rasa forgets a conversation after as long
MOST = 10_000  # people; the oldest are let go of

T = TypeVar("T")


class Remembered(Generic[T]):
    """One thing of each person."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._of: dict[str, tuple[float, T]] = {}

    def of(self, sender: str) -> T | None:
        """What was kept last, if that was less than an hour ago."""
        at, kept = self._of.get(sender, (0.0, None))
        return kept if self._clock() - at < REMEMBERED else None

    def keep(self, sender: str, value: T) -> None:
        """Remembers `value` from now on, in place of what was."""
        self._of.pop(sender, None)
        self._of[sender] = (self._clock(), value)
        if len(self._of) > MOST:
            del self._of[next(iter(self._of))]

    def forget(self, sender: str) -> None:
        """Nothing of it is known any more."""
        self._of.pop(sender, None)
