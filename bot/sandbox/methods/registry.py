"""Where methods sign up, under names that Telegram reads in any case."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.refusals import unknown_method
from bot.sandbox.world import World

Method = Callable[[World, Arguments], Any | Awaitable[Any]]

_METHODS: dict[str, tuple[str, Method]] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Serve a Bot API method with this function."""

    def register(function: Method) -> Method:
        _METHODS[name.lower()] = (name, function)
        return function

    return register


def find(name: str) -> tuple[str, Method]:
    """The method's proper name and function, or Telegram's 404."""
    try:
        return _METHODS[name.lower()]
    except KeyError:
        raise unknown_method() from None
