"""A server on one port of this machine alone; the sandbox's, and any other page of ours."""

from typing import Final

from aiohttp import web

HOST: Final = "127.0.0.1"
FAREWELL_SECONDS: Final = 1.0  # for connections that are still open when the server closes


class PortBusyError(OSError):
    """Another program has the port; the message says so in one sentence."""


async def listen(app: web.Application, port: int) -> tuple[web.AppRunner, int]:
    """Serve `app` on `port`, or on a free one for 0; the runner to clean up, and the port it got."""
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=FAREWELL_SECONDS)
    await runner.setup()
    site = web.TCPSite(runner, HOST, port, reuse_address=True)
    try:
        await site.start()
    except OSError as problem:
        await runner.cleanup()
        raise PortBusyError(
            problem.errno, f"Port {port} on {HOST} can't be opened: another program is using it."
        ) from None
    return runner, int(runner.addresses[0][1])
