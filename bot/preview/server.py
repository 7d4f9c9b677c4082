"""The preview as a server on one loopback port."""

import asyncio
import contextlib
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from aiohttp import web

from bot.preview.shelf import Shelf
from bot.sandbox.guard import add_headers, guard
from bot.sandbox.loopback import HOST, listen
from bot.sandbox.server import LOOK

STATIC: Final = Path(__file__).parent / "static"
HEARTBEAT: Final = 15.0  # seconds after which a silent stream shows that it is alive


class PreviewServer:
    """The page of all cards, and the stream that tells it to load them again."""

    def __init__(self, folder: Path, port: int = 0, as_of: date | None = None) -> None:
        self.port = port
        self._as_of = as_of
        self._shelf = Shelf(folder)
        self._runner: web.AppRunner | None = None
        self._watching: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{HOST}:{self.port}"

    async def __aenter__(self) -> Self:
        self._runner, self.port = await listen(self._app(), self.port)
        await asyncio.to_thread(self._shelf.read)
        self._watching = asyncio.create_task(self._shelf.watch())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._watching:
            self._watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watching
        if self._runner:
            await self._runner.cleanup()

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[guard])
        app.router.add_get("/", self._page)
        app.router.add_get("/cards.json", self._cards)
        app.router.add_get("/changes", self._changes)
        app.router.add_static("/static", STATIC)
        app.router.add_static("/look", LOOK)
        app.on_response_prepare.append(add_headers)
        app.on_shutdown.append(self._say_goodbye)
        return app

    async def _page(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC / "index.html")

    async def _cards(self, request: web.Request) -> web.Response:
        try:
            asked = request.query.get("as_of")
            today = date.fromisoformat(asked) if asked else self._as_of or date.today()
        except ValueError:
            raise web.HTTPBadRequest(text="as_of is a date such as 2026-05-31.\n") from None
        page = await asyncio.to_thread(self._shelf.page, today)
        return web.Response(text=page, content_type="application/json")

    async def _changes(self, request: web.Request) -> web.StreamResponse:
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        async with self._shelf.following() as versions:
            version: int | None = self._shelf.version
            with contextlib.suppress(ConnectionResetError):  # the page was loaded again, or closed
                await stream.prepare(request)
                while version is not None:
                    await stream.write(f"data: {version}\n\n".encode())
                    version = await self._next(versions, stream)
        return stream

    async def _next(self, versions: asyncio.Queue[int | None], stream: web.StreamResponse) -> int | None:
        """The next version; a stream that waits for long shows now and then that it is alive."""
        while True:
            try:
                return await asyncio.wait_for(versions.get(), HEARTBEAT)
            except TimeoutError:
                await stream.write(b": still here\n\n")

    async def _say_goodbye(self, _app: web.Application) -> None:
        self._shelf.close()
