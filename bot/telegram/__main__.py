"""`python -m bot.telegram`: the bot process alone, as the supervisor starts it.

The command line's own libraries stay out of it: 12 MB that a process which serves for months does not need.
"""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor

from bot import heap

# structlog and httpx make use of them where they are; nobody looks at the bot's log in colours.
NOT_NEEDED = ("rich", "pygments", "greenlet")


def main() -> int:
    """Serves until it is told to stop; a wrong setting is one sentence and status 78."""
    sys.modules.update(dict.fromkeys(NOT_NEEDED))  # type: ignore[arg-type] # None: as if not installed
    heap.keep_small()
    from bot import lastgood
    from bot.processes import CONFIGURATION_ERROR
    from bot.settings import Settings, SettingsError
    from bot.telegram.logs import quiet_logs

    quiet_logs()
    try:
        settings = Settings.load()
        with ThreadPoolExecutor(1) as pool:
            # Another process reads them while this one imports what it needs: half a second each.
            packs = pool.submit(lastgood.begin, settings.dishari_content, settings.dishari_data)
            from bot.telegram.application import run
        return asyncio.run(run(settings, packs.result))
    except SettingsError as error:
        print(error, file=sys.stderr, flush=True)
        return CONFIGURATION_ERROR


if __name__ == "__main__":
    sys.exit(main())
