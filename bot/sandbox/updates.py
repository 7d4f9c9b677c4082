"""The queue between people and the bot, with the promises of Telegram's `getUpdates`."""

import asyncio
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from bot.sandbox import limits
from bot.sandbox.clock import Clock
from bot.sandbox.refusals import other_poller

# Kinds that Telegram sends only to bots that ask for them by name.
ON_REQUEST: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KNOWN: Final = frozenset(
    {"message", "edited_message", "callback_query", "my_chat_member", "inline_query", "poll", "poll_answer"}
    | {"channel_post", "edited_channel_post", "chosen_inline_result", "chat_join_request"}
    | ON_REQUEST
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One update nobody has confirmed yet."""

    update_id: int
    expires: float
    body: dict[str, Any]


class UpdateQueue:
    """Keeps each update until an offset confirms it or its time is over; one poller at a time."""

    def __init__(self, clock: Clock, first_id: int = 700_000_001) -> None:
        self._clock = clock
        self._next_id = first_id
        self._waiting: deque[Waiting] = deque()
        self._allowed = KNOWN - ON_REQUEST
        self._poller: asyncio.Future[None] | None = None
        self._deadline = 0.0
        self._answered: tuple[int, float] | None = (
            None  # offset and time of the last poll that got its answer
        )
        self._next_conflict = 0.0
        clock.when_moved(self._wake_if_due)

    def __len__(self) -> int:
        self._expire()
        return len(self._waiting)

    @property
    def allowed(self) -> frozenset[str]:
        """The kinds of update the bot last asked for."""
        return self._allowed

    @property
    def has_poller(self) -> bool:
        """Whether a bot is waiting for updates right now."""
        return self._poller is not None

    def add(self, kind: str, content: dict[str, Any], lifetime: float) -> int | None:
        """Queue an update and wake the poller; nothing happens when the bot did not ask for this kind."""
        if kind not in self._allowed:
            return None
        update_id = self._next_id
        self._next_id += 1
        body = {"update_id": update_id, kind: content}
        self._waiting.append(Waiting(update_id, self._clock.now() + lifetime, body))
        self._wake()
        return update_id

    def allow(self, kinds: Iterable[str]) -> None:
        """Remember which kinds to queue from now on; an empty or unknown list means Telegram's default."""
        self._allowed = (frozenset(kinds) & KNOWN) or (KNOWN - ON_REQUEST)

    def forget(self) -> None:
        """Drop everything that waits."""
        self._waiting.clear()

    def close(self) -> None:
        """Let a waiting poller go, empty-handed."""
        self._wake()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """Up to `limit` updates from `offset` on; waits up to `seconds` for the first one."""
        limit = limit if 1 <= limit <= limits.UPDATES_A_POLL else limits.UPDATES_A_POLL
        seconds = min(max(seconds, 0), limits.LONG_POLL_SECONDS)
        limit, seconds = self._slow_down(offset, limit, seconds)
        self._confirm(offset)
        if seconds and not len(self):
            await self._wait(seconds)
        self._expire()
        self._answered = (offset, self._clock.now())
        return [update.body for _, update in zip(range(limit), self._waiting, strict=False)]

    def _slow_down(self, offset: int, limit: int, seconds: float) -> tuple[int, float]:
        # Telegram brakes a bot that asks for the same thing again and again. Only polls that got their answer
        # count here, so that a bot which hangs up in order to stop is not made to wait for it.
        if self._answered is not None and self._answered[0] == offset:
            since = self._clock.now() - self._answered[1]
            if since < limits.REPEATED_POLL_SECONDS:
                limit = 1
            if since < limits.BUSY_POLL_SECONDS:
                seconds = max(seconds, limits.BUSY_POLL_SECONDS)
        return limit, seconds

    def _confirm(self, offset: int) -> None:
        if offset > 0:
            while self._waiting and self._waiting[0].update_id < offset:
                self._waiting.popleft()
        elif offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()

    def _expire(self) -> None:
        now = self._clock.now()
        if any(update.expires <= now for update in self._waiting):
            self._waiting = deque(update for update in self._waiting if update.expires > now)

    async def _wait(self, seconds: float) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(other_poller())
        loop = asyncio.get_running_loop()
        poller: asyncio.Future[None] = loop.create_future()
        self._poller, self._deadline = poller, self._clock.now() + seconds
        alarm = loop.call_later(seconds, _finish, poller)
        try:
            await poller
        except Exception:
            await self._hold_back_conflict()
            raise
        finally:
            alarm.cancel()
            if self._poller is poller:
                self._poller = None

    async def _hold_back_conflict(self) -> None:
        now = self._clock.now()
        if now < self._next_conflict:
            await asyncio.sleep(limits.CONFLICT_SECONDS)
        self._next_conflict = now + limits.CONFLICT_SECONDS

    def _wake_if_due(self) -> None:
        if self._clock.now() >= self._deadline:
            self._wake()

    def _wake(self) -> None:
        if self._poller is not None:
            _finish(self._poller)


def _finish(poller: "asyncio.Future[None]") -> None:
    if not poller.done():
        poller.set_result(None)
