"""The Reader of the newest good packs."""

from dataclasses import dataclass

from bot.conversation import Reader


@dataclass
class LiveReader:
    """Called for each message; `reader` is exchanged when the packs change."""

    reader: Reader

    def __call__(self) -> Reader:
        return self.reader
