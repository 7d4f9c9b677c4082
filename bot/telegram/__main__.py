"""`python -m bot.telegram`: the bot process alone, as the supervisor starts it.

The command line's own libraries stay out of it: 12 MB that a process which serves for months does not need.
"""

import asyncio
import sys

from bot.processes import CONFIGURATION_ERROR
from bot.settings import Settings, SettingsError
from bot.telegram import run


def main() -> int:
    """Serves until it is told to stop; a wrong setting is one sentence and status 78."""
    try:
        return asyncio.run(run(Settings.load()))
    except SettingsError as error:
        print(error, file=sys.stderr, flush=True)
        return CONFIGURATION_ERROR


if __name__ == "__main__":
    sys.exit(main())
