"""A sandbox for each test, somebody in it, and a bot made of plain HTTP calls."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox import PersonHandle, Sandbox

TOKEN = "123456:a-token_of_the_right_form"  # noqa: S105 - opens nothing


class RawBot:
    """A bot without a library: what it gets is what the server said."""

    def __init__(self, session: aiohttp.ClientSession, base_url: str) -> None:
        self.session = session
        self.base_url = base_url

    async def answer(self, method: str, token: str = TOKEN, **values: Any) -> tuple[int, dict[str, Any]]:
        """The status and the whole body of a call, sent as a form the way python-telegram-bot does it."""
        form = {
            name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()
        }
        async with self.session.post(f"{self.base_url}{token}/{method}", data=form) as response:
            return response.status, await response.json()

    async def do(self, method: str, **values: Any) -> Any:
        """The result of a call that must go well."""
        status, body = await self.answer(method, **values)
        assert (status, body["ok"]) == (200, True), body
        return body["result"]

    async def refused(self, method: str, **values: Any) -> str:
        """The words of a call that must be turned down."""
        status, body = await self.answer(method, **values)
        assert body["ok"] is False
        assert body["error_code"] == status
        return str(body["description"])


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox on a free port."""
    async with Sandbox(bot_name="Dishari") as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    """An HTTP client."""
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
async def bot(sandbox: Sandbox, session: aiohttp.ClientSession) -> RawBot:
    """A bot that has claimed its token."""
    raw = RawBot(session, sandbox.base_url)
    await raw.do("getMe")
    return raw


@pytest.fixture
async def rina(sandbox: Sandbox, bot: RawBot) -> PersonHandle:
    """Somebody who has started the bot; nothing waits in the queue."""
    person = sandbox.add_person("Rina", "bn")
    person.send_text("/start")
    sandbox.world.updates.forget()
    return person
