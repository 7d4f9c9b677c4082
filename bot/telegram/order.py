"""Chats in parallel, one chat in order: a slow answer to one person never holds up another.

What needs no Rasa, and what is urgent, have lines of their own: help is there at once while a sentence waits.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

MOST_AT_ONCE = 256  # updates in hand; the rest wait in PTB's queue
MOST_WAITING = (
    20  # updates of one chat; of a longer burst the oldest are dropped: what is written last counts
)

Line = tuple[int, str]  # a chat, and the name of one of its lines


class ChatOrder(BaseUpdateProcessor):
    """Runs updates of different chats at once and those of one chat one after the other."""

    def __init__(self, line_of: Callable[[Update], str] = lambda _: "") -> None:
        super().__init__(MOST_AT_ONCE)
        self._line_of = line_of
        # For every line with an update in hand: those behind it, each waiting for its turn.
        self._behind: dict[Line, deque[asyncio.Future[bool]]] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close: PTB waits for what is running."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the chat's earlier updates, then runs this one."""
        if not isinstance(update, Update) or update.effective_chat is None:
            await coroutine
            return
        line = (update.effective_chat.id, self._line_of(update))
        if line in self._behind:
            await self._wait(line, coroutine)
        else:
            self._behind[line] = deque()
            await self._run(line, coroutine)

    async def _wait(self, line: Line, coroutine: Awaitable[Any]) -> None:
        turn: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        behind = self._behind[line]
        behind.append(turn)
        if len(behind) > MOST_WAITING:
            # At once, not when its turn comes: one flooding chat must not fill the places of everybody else.
            _tell(behind.popleft(), runs=False)
        try:
            runs = await turn
        except asyncio.CancelledError:
            _close(coroutine)
            if turn in behind:
                behind.remove(turn)
            elif turn.done() and not turn.cancelled() and turn.result():
                self._next(line)
            raise
        if runs:
            await self._run(line, coroutine)
        else:
            _close(coroutine)

    async def _run(self, line: Line, coroutine: Awaitable[Any]) -> None:
        try:
            await coroutine
        finally:
            self._next(line)

    def _next(self, line: Line) -> None:
        behind = self._behind[line]
        while behind:
            if _tell(behind.popleft(), runs=True):
                return
        del self._behind[line]


def _tell(turn: asyncio.Future[bool], *, runs: bool) -> bool:
    """Whether somebody still waits for this turn and was told."""
    if turn.done():  # cancelled
        return False
    turn.set_result(runs)
    return True


def _close(coroutine: Awaitable[Any]) -> None:
    if isinstance(coroutine, Coroutine):
        coroutine.close()
