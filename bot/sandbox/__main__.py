"""`python -m bot.sandbox --port 8080`: the sandbox until it is told to stop."""

import argparse
import asyncio
import signal
import sys

from bot.sandbox.loopback import PortBusyError
from bot.sandbox.server import Sandbox


async def serve(port: int, bot_name: str, bot_username: str) -> None:
    """Run until SIGINT or SIGTERM."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with Sandbox(port, bot_name=bot_name, bot_username=bot_username) as sandbox:
        print(f"Chat page: {sandbox.url}   Bot API: {sandbox.base_url}<token>/<method>", flush=True)
        await stopped.wait()


def main() -> int:
    """Read the arguments and serve; 1 when the port is busy."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8080, help="the port to listen on, on 127.0.0.1 only")
    parser.add_argument("--bot-name", default="Bot", help="the bot's name until it sets one")
    parser.add_argument("--bot-username", default="sandbox_bot", help="the bot's username")
    options = parser.parse_args()
    try:
        asyncio.run(serve(options.port, options.bot_name, options.bot_username))
    except PortBusyError as problem:
        print(problem.strerror, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
