"""What is remembered of people in memory only, under their keyed hash: for an hour, and of so many people."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

REMEMBERED = 3600.0  # seconds; Rasa forgets a conversation after as long
MOST_REMEMBERED = 10_000  # people; the oldest are let go of

T = TypeVar("T")


class Remembered(Generic[T]):
    """One thing of each person."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._of: dict[str, tuple[float, T]] = {}  # with when it was kept; the oldest stand first

    def of(self, sender: str) -> T | None:
        """What was kept of the person within the hour."""
        at, kept = self._of.get(sender, (0.0, None))
        if kept is not None and self._clock() - at >= REMEMBERED:
            self.forget(sender)
            return None
        return kept

    def keep(self, sender: str, value: T) -> None:
        """In place of what was kept before; its hour begins now. What is too old of anybody goes."""
        now = self._clock()
        self.forget(sender)
        self._of[sender] = (now, value)
        while len(self._of) > MOST_REMEMBERED or now - self._oldest() >= REMEMBERED:
            del self._of[next(iter(self._of))]

    def take(self, sender: str) -> T | None:
        """What was kept, for the last time."""
        kept = self.of(sender)
        self.forget(sender)
        return kept

    def forget(self, sender: str) -> None:
        """Nothing is known of the person any more."""
        self._of.pop(sender, None)

    def _oldest(self) -> float:
        at, _ = next(iter(self._of.values()))
        return at
