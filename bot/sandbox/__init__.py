"""A local Telegram for rehearsals and tests; docs/sandbox.md tells how to use it."""

from bot.sandbox.loopback import PortBusyError
from bot.sandbox.people import PersonError, PersonHandle
from bot.sandbox.server import Sandbox

__all__ = ["PersonError", "PersonHandle", "PortBusyError", "Sandbox"]
