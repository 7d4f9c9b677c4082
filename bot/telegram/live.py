"""The Reader of the newest good packs."""

from dataclasses import dataclass

from bot.packs.watching import Stamp
from bot.reader import Reader


@dataclass
class LiveReader:
    """Called for each message; `reader` is exchanged when the packs change."""

    reader: Reader
    seen: Stamp | None = None  # of the content, from before it was read

    def __call__(self) -> Reader:
        return self.reader
