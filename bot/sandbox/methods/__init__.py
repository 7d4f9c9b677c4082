"""The Bot API's methods, by name; `find` gives the one a request asks for."""

from bot.sandbox.methods import deleting, editing, polling, presenting, sending
from bot.sandbox.methods.registry import Method, find

__all__ = ["Method", "deleting", "editing", "find", "polling", "presenting", "sending"]
