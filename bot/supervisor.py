"""Keeps child processes running: starts them, starts again what dies, ends them all together."""

import asyncio
import json
from asyncio.subprocess import Process
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.processes import CONFIGURATION_ERROR, PATIENCE, TRY_LATER, lines, spawn, stop
from bot.settings import ROOT

LINES_KEPT = 200  # of a child: it may end with many findings
LAST_LINES = 8  # of a child that died, shown so that the operator sees why
FROM_A_LIBRARY = {"level", "event", "kind"}  # all that is told of a library's log line
LONGEST_SHOWN = 300  # characters of a child's line
POLL_SECONDS = 0.1

Say = Callable[[str], None]
CommandSource = Callable[[], Awaitable[Sequence[str]]]


class ChildMisconfigured(Exception):
    """A child ended because of a wrong setting; the text is the sentence it ended with."""


class CannotStart(Exception):
    """A child's command could not be prepared; the text is one sentence."""


@dataclass(frozen=True)
class Child:
    """One process to keep running."""

    name: str
    command: CommandSource  # may take its time: Rasa's trains a model first
    environment: Mapping[str, str]
    poll: Callable[[], Awaitable[bool]] | None = None  # without it the child logs {"event": "<name>.ready"}


@dataclass(frozen=True)
class Pauses:
    """How long to wait before a child is started again, in seconds."""

    first: float = 0.5
    longest: float = 30.0
    healthy: float = 60.0  # a child that ran this long starts again with the first pause
    check: float = 10.0  # between two questions whether a child that was ready still answers
    unanswered: int = 4  # in a row; a busy machine may miss one or two


class Supervisor:
    """Runs children until it is stopped or one of them cannot run at all."""

    def __init__(
        self,
        children: Sequence[Child],
        say: Say,
        *,
        verbose: bool = False,
        pauses: Pauses | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self.ready = {child.name: asyncio.Event() for child in children}
        self.ready_events: dict[str, dict[str, Any]] = {}
        self._children = children
        self._heard_last: dict[str, dict[str, Any]] = {}
        self._waits_since: dict[str, str] = {}  # what a child that ended with TRY_LATER waits for
        self._say = say
        self._verbose = verbose
        self._pauses = pauses or Pauses()
        self._patience = patience

    async def run(self, stopping: asyncio.Event, once_ready: Callable[[], None]) -> None:
        """Keep every child until `stopping` is set; all have ended when this returns or raises."""
        keepers = [asyncio.create_task(self._keep(child)) for child in self._children]
        waiting = [asyncio.create_task(stopping.wait()), *keepers]
        announcing = asyncio.create_task(self._announce(once_ready))
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (*waiting, announcing):
                task.cancel()
            ends = await asyncio.gather(*waiting, announcing, return_exceptions=True)
        for end in ends:
            if isinstance(end, Exception):
                raise end

    async def _announce(self, once_ready: Callable[[], None]) -> None:
        for ready in self.ready.values():
            await ready.wait()
        once_ready()

    async def _keep(self, child: Child) -> None:
        """Start the child, and start it again whenever it ends, each time a little later."""
        pause = self._pauses.first
        clock = asyncio.get_running_loop().time
        while True:
            began = clock()
            try:
                why = await self._once(child, await child.command())
            except CannotStart as error:
                why, pause = str(error), self._pauses.longest
            except OSError as error:
                why, pause = f"cannot be started ({error.strerror})", self._pauses.longest
            self.ready[child.name].clear()
            if clock() - began >= self._pauses.healthy:
                pause = self._pauses.first
            if why:
                self._say(f"{child.name}: {why}; starting it again in {pause:g} s")
            await asyncio.sleep(pause)
            pause = min(pause * 2, self._pauses.longest)

    async def _once(self, child: Child, command: Sequence[str]) -> str:
        """One life of the child; says how it ended, or nothing if that was said before."""
        process = await spawn(command, child.environment, ROOT)
        polling = asyncio.create_task(self._poll(child, process))
        last = deque[str](maxlen=LINES_KEPT)
        try:
            async for line in lines(process):
                last.append(line)
                self._heard(child, line)
            status = await process.wait()
        finally:
            polling.cancel()
            await self._end(process)
        words = [line for line in last if line.strip() and not _log_entry(line)]
        if status == CONFIGURATION_ERROR:
            if child.name not in self.ready_events:
                raise ChildMisconfigured("\n".join(words) or f"{child.name} cannot run with these settings.")
            return words[0][:LONGEST_SHOWN].rstrip(".") if words else "cannot run with these settings now"
        if status == TRY_LATER and words:
            return self._later(child, words[0][:LONGEST_SHOWN])
        if not self._verbose:
            for line in list(last)[-LAST_LINES:]:
                self._say(f"  {child.name}| {line[:LONGEST_SHOWN]}")
        return f"ended with status {status}"

    def _later(self, child: Child, sentence: str) -> str:
        """What the child waits for: said once, then it is tried quietly until it is ready."""
        if self._waits_since.get(child.name) != sentence:
            self._waits_since[child.name] = sentence
            self._say(f"{child.name}: {sentence} It is tried again until that works.")
        return ""

    async def _end(self, process: Process) -> None:
        """Stop a child, reading on meanwhile so that it can say its last words."""
        rest = asyncio.create_task(_drain(process))
        await stop(process, self._patience)
        rest.cancel()

    async def _poll(self, child: Child, process: Process) -> None:
        """Ask the child whether it is ready, and later whether it still is; end it when it only hangs."""
        if not child.poll:
            return
        while not await child.poll():  # noqa: ASYNC110  no event tells us
            await asyncio.sleep(POLL_SECONDS)
        self._set_ready(child, {})
        unanswered = 0
        while unanswered < self._pauses.unanswered:
            await asyncio.sleep(self._pauses.check)
            unanswered = 0 if await child.poll() else unanswered + 1
        self._say(f"{child.name}: runs but does not answer any more; ending it")
        await stop(process, self._patience)

    def _heard(self, child: Child, line: str) -> None:
        """React to one line of a child: ready, a warning, or nothing to show."""
        entry = _log_entry(line)
        if not child.poll and entry.get("event") == f"{child.name}.ready":
            self._set_ready(child, entry)
        facts = {name: value for name, value in entry.items() if name != "timestamp"}
        repeated = bool(entry) and self._heard_last.get(child.name) == facts
        if entry:
            self._heard_last[child.name] = facts
        grave = str(entry.get("level")).lower() in ("warning", "error", "critical")
        if self._verbose or (grave and not repeated):
            self._say(f"  {child.name}| {_shown(line, entry)[:LONGEST_SHOWN]}")

    def _set_ready(self, child: Child, entry: dict[str, Any]) -> None:
        self.ready_events[child.name] = entry
        self.ready[child.name].set()
        self._waits_since.pop(child.name, None)
        self._say(f"{child.name}: ready")


async def _drain(process: Process) -> None:
    async for _ in lines(process):
        pass


def _shown(line: str, entry: dict[str, Any]) -> str:
    """A library's line in words, as people read it; any other line as it is."""
    if not entry or not entry.keys() <= FROM_A_LIBRARY:
        return line
    kind = f" ({entry['kind']})" if entry.get("kind") else ""
    return f"{entry.get('level')}: {entry.get('event')}{kind}"


def _log_entry(line: str) -> dict[str, Any]:
    """A line of structured log, or nothing."""
    if not line.startswith("{"):
        return {}
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}
