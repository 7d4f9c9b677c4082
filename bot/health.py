"""How the bot is doing, for whoever watches over it: `GET /healthz` on loopback. Nothing about people."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web

from bot.dialogue import DialogueError
from bot.packs import Finding, Packs

HOST = "127.0.0.1"
SILENT_TOO_LONG = 180.0  # seconds without a finished poll: Telegram is away, or polling stopped silently

log = structlog.get_logger()


class Health:
    """What the parts of the bot tell of themselves; `model` names the model that Rasa works with."""

    def __init__(
        self,
        packs: Packs,
        model: Callable[[], Awaitable[str]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._model_at_work = model
        self._clock = clock
        self._polled: float | None = None
        self._broken: list[Finding] = []
        self._served = packs.taught  # what people type, as the packs have it now
        self._trained = self._served  # the same, as the model at work learnt it
        self._model: str | None = None

    def polled(self) -> None:
        """A poll came back from Telegram."""
        self._polled = self._clock()

    def packs_changed(self, packs: Packs) -> None:
        """Good packs are served from now on."""
        self._broken = []
        self._served = packs.taught
        if self._served != self._trained:
            log.warning("packs.need_training", todo="script/dishari train")

    def packs_broken(self, findings: list[Finding]) -> None:
        """A saved change cannot be served; the last good packs still are."""
        self._broken = findings
        for finding in findings:
            log.error("packs.broken", file=finding.file, line=finding.line, name=finding.name)

    async def report(self) -> dict[str, Any]:
        """Everything there is to say; `serves` is what decides."""
        silence = None if self._polled is None else self._clock() - self._polled
        rasa = await self._ask_rasa()
        return {
            "serves": silence is not None and silence < SILENT_TOO_LONG,
            "seconds_since_poll": None if silence is None else round(silence, 1),
            "rasa": rasa,
            "needs_training": self._served != self._trained,
            "broken_packs": [finding.as_json() for finding in self._broken],
        }

    async def _ask_rasa(self) -> str:
        try:
            model = await self._model_at_work()
        except DialogueError as error:
            return error.kind
        if self._model is not None and model != self._model:
            self._trained = self._served
        self._model = model
        return "ready"


async def serve_health(health: Health, port: int) -> web.AppRunner:
    """Answers GET /healthz: 200 while people are served, else 503. A busy port costs only this page."""

    async def healthz(_request: web.Request) -> web.Response:
        report = await health.report()
        return web.json_response(report, status=200 if report["serves"] else 503)

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError:
        log.warning("health.port_busy", port=port, todo="set HEALTH_PORT to a free port")
    return runner
