"""Chats in parallel, one chat in order: a slow answer to one person never holds up another."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

MOST_AT_ONCE = 256  # updates in hand; the rest wait in PTB's queue
MOST_WAITING = (
    20  # updates of one chat; of a longer burst the oldest are dropped: what is written last counts
)


class ChatOrder(BaseUpdateProcessor):
    """Runs updates of different chats at once and those of one chat one after the other."""

    def __init__(self) -> None:
        super().__init__(MOST_AT_ONCE)
        # For every chat with an update in hand: those behind it, each waiting for its turn.
        self._behind: dict[int, deque[asyncio.Future[bool]]] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close: PTB waits for what is running."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the chat's earlier updates, then runs this one."""
        chat = update.effective_chat.id if isinstance(update, Update) and update.effective_chat else None
        if chat is None:
            await coroutine
        elif chat not in self._behind:
            self._behind[chat] = deque()
            await self._run(chat, coroutine)
        else:
            await self._wait(chat, coroutine)

    async def _wait(self, chat: int, coroutine: Awaitable[Any]) -> None:
        turn: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        behind = self._behind[chat]
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
                self._next(chat)
            raise
        if runs:
            await self._run(chat, coroutine)
        else:
            _close(coroutine)

    async def _run(self, chat: int, coroutine: Awaitable[Any]) -> None:
        try:
            await coroutine
        finally:
            self._next(chat)

    def _next(self, chat: int) -> None:
        behind = self._behind[chat]
        while behind:
            if _tell(behind.popleft(), runs=True):
                return
        del self._behind[chat]


def _tell(turn: asyncio.Future[bool], *, runs: bool) -> bool:
    """Whether somebody still waits for this turn and was told."""
    if turn.done():  # cancelled
        return False
    turn.set_result(runs)
    return True


def _close(coroutine: Awaitable[Any]) -> None:
    if isinstance(coroutine, Coroutine):
        coroutine.close()
