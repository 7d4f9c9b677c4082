"""The sandbox as one server on one loopback port."""

from collections import deque
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from aiohttp import web

from bot.sandbox import limits
from bot.sandbox.api import BotApi, Call
from bot.sandbox.clock import Clock
from bot.sandbox.faults import Faults
from bot.sandbox.guard import add_headers, guard
from bot.sandbox.loopback import HOST, listen
from bot.sandbox.people import PersonHandle
from bot.sandbox.people_api import PeopleApi
from bot.sandbox.rehearsal import RehearsalApi
from bot.sandbox.world import World

STATIC: Final = Path(__file__).parent / "static"
LOOK: Final = Path(__file__).parent / "look"  # what a chat looks like; other pages show it too


class Sandbox:
    """A local Telegram: a Bot API server, the people who write to the bot, and a chat page."""

    def __init__(self, port: int = 0, *, bot_name: str = "Bot", bot_username: str = "sandbox_bot") -> None:
        self.port = port
        self.world = World(bot_name, bot_username)
        self.faults = Faults()
        self._bot_api = BotApi(self.world, self.faults)
        self._handles: dict[int, PersonHandle] = {}
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Where the chat page is; the people's side is below it."""
        return f"http://{HOST}:{self.port}"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as its base URL."""
        return f"{self.url}/bot"

    @property
    def clock(self) -> Clock:
        """The sandbox's time."""
        return self.world.clock

    @property
    def calls(self) -> deque[Call]:
        """The bot's calls so far, oldest first."""
        return self._bot_api.calls

    @property
    def people(self) -> list[PersonHandle]:
        """Everybody there is."""
        return [self.person(one) for one in self.world.chats]

    def add_person(self, first_name: str, language_code: str = "en", username: str = "") -> PersonHandle:
        """Somebody new, whom the bot does not know before they write."""
        return self.person(self.world.add_person(first_name, language_code, username).person.id)

    def person(self, person_id: int) -> PersonHandle:
        """Somebody by id; `KeyError` when there is nobody."""
        chat = self.world.chats[person_id]
        return self._handles.setdefault(person_id, PersonHandle(self.world, chat))

    async def start(self) -> None:
        """Listen; with port 0 on a free one, which `port` then tells. `PortBusyError` when that can't be."""
        self._runner, self.port = await listen(self._app(), self.port)

    async def stop(self) -> None:
        """Let everybody go and forget everything."""
        if self._runner is not None:
            runner, self._runner = self._runner, None
            await runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[guard], client_max_size=limits.UPLOAD_BYTES)
        self._bot_api.add_routes(app)
        PeopleApi(self.world, self.person).add_routes(app)
        RehearsalApi(self.world, self.faults, self._bot_api).add_routes(app)
        app.router.add_get("/", _page)
        app.router.add_static("/static", STATIC)
        app.router.add_static("/look", LOOK)
        app.on_response_prepare.append(add_headers)
        app.on_shutdown.append(self._say_goodbye)
        return app

    async def _say_goodbye(self, _app: web.Application) -> None:
        self.world.updates.close()
        for chat in self.world.chats.values():
            chat.feed.close()


async def _page(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(STATIC / "index.html")
