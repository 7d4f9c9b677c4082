"""The rehearsal's own side over HTTP: time, trouble, the list of calls, uploaded files."""

from dataclasses import asdict

from aiohttp import web

from bot.sandbox.api import BotApi, reply
from bot.sandbox.faults import Faults
from bot.sandbox.requests import RequestError, asked, body_of, number
from bot.sandbox.world import World

PICTURES = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})


class RehearsalApi:
    """What a test can arrange, and what it can look up."""

    def __init__(self, world: World, faults: Faults, bot_api: BotApi) -> None:
        self._world = world
        self._faults = faults
        self._bot_api = bot_api

    def add_routes(self, app: web.Application) -> None:
        """Serve `/status`, `/clock`, `/faults`, `/calls` and `/files`."""
        app.router.add_get("/status", asked(self.status))
        app.router.add_get("/clock", asked(self.clock))
        app.router.add_post("/clock", asked(self.move_clock))
        app.router.add_get("/faults", asked(self.faults))
        app.router.add_post("/faults", asked(self.add_fault))
        app.router.add_delete("/faults", asked(self.clear_faults))
        app.router.add_get("/calls", asked(self.calls))
        app.router.add_get("/files/{file}", asked(self.file))

    async def clock(self, _request: web.Request) -> web.Response:
        """What time it is in here."""
        return reply({"now": self._world.clock.now()})

    async def move_clock(self, request: web.Request) -> web.Response:
        """Let time pass at once."""
        seconds = number(await body_of(request), "move")
        if seconds < 0:
            raise RequestError(400, "move must not be negative: the clock only moves forward")
        self._world.clock.move(seconds)
        return await self.clock(request)

    async def faults(self, _request: web.Request) -> web.Response:
        """The trouble that still waits."""
        return reply([fault.as_json() for fault in self._faults.waiting])

    async def add_fault(self, request: web.Request) -> web.Response:
        """Order trouble."""
        try:
            fault = self._faults.add(**await body_of(request))
        except TypeError:
            known = "kind, method, times, seconds, code, description"
            raise RequestError(400, f"a fault has a kind and may have more of: {known}") from None
        return reply(fault.as_json(), 201)

    async def clear_faults(self, _request: web.Request) -> web.Response:
        """No more trouble."""
        self._faults.clear()
        return reply({})

    async def calls(self, _request: web.Request) -> web.Response:
        """Which methods the bot called and how that went; nothing of what was said."""
        return reply([asdict(call) for call in self._bot_api.calls])

    async def status(self, _request: web.Request) -> web.Response:
        """Whether a bot listens, and how much waits for it."""
        return reply({"bot_listens": self._bot_api.is_polled, "updates_waiting": len(self._world.updates)})

    async def file(self, request: web.Request) -> web.Response:
        """A picture the bot has uploaded."""
        upload = self._world.files.get(request.match_info["file"])
        if upload is None or upload.content_type not in PICTURES:
            raise RequestError(404, "there is no such picture")
        return web.Response(body=upload.content, content_type=upload.content_type)
