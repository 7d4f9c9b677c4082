"""Chats in parallel, one chat in order: a slow answer to one person never holds up another."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

MOST_AT_ONCE = 256  # updates in hand; the rest wait in PTB's queue
MOST_WAITING = (
    20  # updates of one chat; who sends more than that in a burst is answered for the last ones only
)


class ChatOrder(BaseUpdateProcessor):
    """Runs updates of different chats at once and those of one chat one after the other."""

    def __init__(self) -> None:
        super().__init__(MOST_AT_ONCE)
        self._last: dict[int, asyncio.Future[None]] = {}
        self._waiting: dict[int, int] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close: PTB waits for what is running."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the chat's earlier updates, then runs this one."""
        chat = update.effective_chat.id if isinstance(update, Update) and update.effective_chat else None
        if chat is None:
            await coroutine
            return
        before = self._last.get(chat)
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._last[chat] = done
        try:
            if before:
                # One flooding chat must not fill the places of everybody else.
                if self._waiting.get(chat, 0) >= MOST_WAITING and hasattr(coroutine, "close"):
                    coroutine.close()
                    await before
                    return
                self._waiting[chat] = self._waiting.get(chat, 0) + 1
                await before
            await coroutine
        finally:
            done.set_result(None)
            if self._last.get(chat) is done:
                self._last.pop(chat)
                self._waiting.pop(chat, None)
            elif chat in self._waiting and before:
                self._waiting[chat] -= 1
