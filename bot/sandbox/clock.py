"""The sandbox's time, which a test can move."""

import time
from collections.abc import Callable


class Clock:
    """The machine's time plus whatever has been added to it."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> float:
        """Seconds since 1970, as the sandbox sees them."""
        return time.time() + self._ahead

    def move(self, seconds: float) -> None:
        """Let this much time pass at once; whoever waits for a moment in it is woken."""
        if seconds < 0:
            raise ValueError("the clock only moves forward")
        self._ahead += seconds
        for listener in self._listeners:
            listener()

    def when_moved(self, listener: Callable[[], None]) -> None:
        """Call `listener` after every move."""
        self._listeners.append(listener)
