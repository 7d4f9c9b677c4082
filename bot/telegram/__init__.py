"""The Telegram front end: the only package that imports `telegram`."""

from bot.telegram.application import build, run
from bot.telegram.live import LiveReader

__all__ = ["LiveReader", "build", "run"]
