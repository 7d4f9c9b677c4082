"""The bot's side over HTTP: `/bot<token>/<method>`."""

import asyncio
import json
import re
import time
from collections import deque
from dataclasses import dataclass
from http import HTTPStatus
from inspect import isawaitable
from typing import Any

from aiohttp import web

from bot.sandbox.arguments import read_arguments
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.methods import find
from bot.sandbox.refusals import Refusal
from bot.sandbox.world import World

CALLS_KEPT = 10_000
QUIET_SECONDS = 3.0  # between two polls of a bot that still counts as listening
QUOTED_LINK = re.compile(r"(?s)(?<=URL ').*(?=' is invalid)")
QUOTED_WORD = re.compile(r'(?s)(?<=")[^"]*(?=")')


@dataclass(frozen=True, slots=True)
class Call:
    """That a method was called, and how it went; never with what was said."""

    method: str
    code: int
    milliseconds: float
    description: str = ""


class BotApi:
    """Answers the bot, and keeps a list of its calls."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self._last_poll = float("-inf")

    @property
    def is_polled(self) -> bool:
        """Whether a bot waits for updates, or did a moment ago."""
        return self._world.updates.has_poller or time.monotonic() - self._last_poll < QUIET_SECONDS

    def add_routes(self, app: web.Application) -> None:
        """Serve any token and method under one address each."""
        app.router.add_route("*", "/bot{token:[^/]*}/{method:[^/]*}", self.answer)

    async def answer(self, request: web.Request) -> web.Response:
        """One call, with Telegram's status and body."""
        started = time.perf_counter()
        name = request.match_info["method"]
        try:
            self._world.claim(request.match_info["token"])
            name, method = find(name)
            fault = await self._meet(request, name)
            result = method(self._world, await read_arguments(request))
            if isawaitable(result):
                result = await result
            if fault is not None and fault.kind == "cut_after":
                _cut(request)
            code, body, description = 200, {"ok": True, "result": result}, ""
        except Refusal as refusal:
            code, body, description = refusal.code, refusal.as_json(), _public(refusal.description)
        if name == "getUpdates" and code == HTTPStatus.OK:
            self._last_poll = time.monotonic()
        self.calls.append(Call(name, code, (time.perf_counter() - started) * 1000, description))
        return reply(body, code)

    async def _meet(self, request: web.Request, name: str) -> Fault | None:
        fault = self._faults.take(name)
        if fault is None:
            return None
        refusal = fault.refusal()
        if refusal is not None:
            raise refusal
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        elif fault.kind == "cut":
            _cut(request)
            raise Refusal(503, "connection cut")
        return fault


def reply(body: Any, status: int = 200) -> web.Response:
    """JSON, in the letters people use."""
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return web.Response(body=content, status=status, content_type="application/json")


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


def _public(description: str) -> str:
    # Telegram's words may quote a link or a tag from the message; the list of calls must not.
    return QUOTED_LINK.sub("...", QUOTED_WORD.sub("...", description))
