"""The Telegram front end: the only package that imports `telegram`."""

from bot.telegram.application import LiveReader, build, run

__all__ = ["LiveReader", "build", "run"]
