"""What `dishari up` runs: the sandbox when there is no token, the bot, and Rasa with its model."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Sequence

import aiohttp

from bot import rasa_process
from bot.processes import is_free
from bot.settings import ROOT, Settings, SettingsError
from bot.supervisor import (
    POLL_SECONDS,
    CannotStart,
    Child,
    ChildMisconfigured,
    CommandSource,
    Say,
    Supervisor,
)

SANDBOX_SECONDS = 20.0
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


async def serve(settings: Settings, say: Say, *, verbose: bool = False) -> None:
    """Serve until Ctrl-C or SIGTERM; a setting that makes it impossible is a SettingsError."""
    _check_ports(settings)
    supervisor = Supervisor(children(settings, say), say, verbose=verbose)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in STOP_SIGNALS:
        loop.add_signal_handler(number, stopping.set)
    early = asyncio.create_task(_say_what_works_already(supervisor, settings, say))
    try:
        await supervisor.run(stopping, lambda: say(f"Ready: {_where(supervisor, settings)}"))
    except ChildMisconfigured as error:
        raise SettingsError(str(error)) from None
    finally:
        early.cancel()
    say("Stopped.")


async def sandbox_answers(settings: Settings) -> None:
    """Returns when the sandbox answers, if that is where we poll; it starts at the same time as we do."""
    with contextlib.suppress(TimeoutError):  # then polling says what is wrong
        async with asyncio.timeout(SANDBOX_SECONDS):
            while settings.own_sandbox and not await _answers(settings.api_url):  # noqa: ASYNC110  it is not ours
                await asyncio.sleep(POLL_SECONDS)


def children(settings: Settings, say: Say) -> list[Child]:
    """The processes that belong to these settings, in the order they start."""
    everything = dict(os.environ) | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    family = []
    if settings.own_sandbox:
        public = {name: value for name, value in everything.items() if name not in rasa_process.WITHHELD}
        command = [sys.executable, "-m", "bot.sandbox", "--port", str(settings.sandbox_port)]
        family.append(Child("sandbox", _always(command), public, lambda: _answers(settings.api_url)))
    family.append(Child("bot", _always([sys.executable, "-m", "bot.telegram"]), everything))
    if settings.own_rasa:
        family.append(_rasa(settings, say))
    return family


def _rasa(settings: Settings, say: Say) -> Child:
    served = asyncio.Event()

    async def command() -> Sequence[str]:
        try:
            trained = await rasa_process.model(settings, say)
        except rasa_process.RasaError as error:
            newest = rasa_process.newest_model(settings) if served.is_set() else None
            if newest is None:
                raise CannotStart(str(error)) from None
            say(f"{error}\nRasa goes on with the model it had until this is mended.")
            trained = newest
        return rasa_process.command(trained, settings.rasa_port)

    async def ready() -> bool:
        if await rasa_process.is_ready(settings, settings.rasa_address):
            served.set()
            return True
        return False

    return Child("rasa", command, rasa_process.environment(settings), ready)


def _always(command: Sequence[str]) -> CommandSource:
    async def source() -> Sequence[str]:
        return command

    return source


def _check_ports(settings: Settings) -> None:
    """A port that somebody else uses is told before anything starts."""
    wanted = {"SANDBOX_PORT": (settings.sandbox_port, settings.own_sandbox)}
    wanted["RASA_PORT"] = (settings.rasa_port, settings.own_rasa)
    for variable, (port, ours) in wanted.items():
        if ours and not is_free(port):
            raise SettingsError(
                f"Port {port} is used by another program; stop that one, or set {variable} to a free port, "
                f"for example: {variable}={port + 1} script/run"
            )
    if settings.own_sandbox and settings.own_rasa and settings.sandbox_port == settings.rasa_port:
        raise SettingsError(
            f"SANDBOX_PORT and RASA_PORT are both {settings.rasa_port}; give them different ports."
        )


async def _say_what_works_already(supervisor: Supervisor, settings: Settings, say: Say) -> None:
    await supervisor.ready["bot"].wait()
    if settings.own_rasa and not supervisor.ready["rasa"].is_set():
        say(f"The menu and the help numbers answer already: {_where(supervisor, settings)}; Rasa follows.")


def _where(supervisor: Supervisor, settings: Settings) -> str:
    """Where people find the bot."""
    if settings.own_sandbox:
        return settings.api_url
    name = supervisor.ready_events.get("bot", {}).get("name")
    return f"@{name} on Telegram" if name else settings.api_url


async def _answers(address: str) -> bool:
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as session,
            session.get(address) as reply,
        ):
            return reply.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False
