"""Reads the packs in a process of its own: what reading takes, libraries and all, goes with it.

Read in the bot's own process, every saved change would leave it some megabytes larger, and it would carry the
YAML library, the telephone plans of the world and every check for months (docs/decisions/0010-lean.md).
"""

import contextlib
import copyreg
import os
import pickle
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

from bot.packs.findings import PacksError
from bot.packs.packs import Packs

ROOT = Path(__file__).parents[2]
LONGEST = 60.0  # seconds; a slow, busy machine takes five
_CHECK = "check"
_WITHHELD = ("TELEGRAM", "DISHARI", "RASA")  # reading content takes no secret


class NotRead(Exception):
    """The packs could be neither read nor found broken; the text is the kind of the error."""


def load_apart(folder: Path) -> Packs:
    """As `load_packs`; raises NotRead where the reading itself failed."""
    with Reading() as reading:
        return reading.packs(folder)


def check_apart(folder: Path) -> None:
    """Raises PacksError if the packs cannot be served, NotRead where the reading itself failed."""
    with Reading() as reading:
        reading.check(folder)


class Reading:
    """The process. It makes itself ready from the beginning, reads one folder, and ends."""

    def __init__(self) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(_WITHHELD)}
        try:
            self._process = subprocess.Popen(  # noqa: S603  ourselves
                [sys.executable, "-m", __package__],
                env=environment | {"PYTHONPATH": str(ROOT)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise NotRead(type(error).__name__) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: Any, trace: TracebackType | None) -> None:
        self._process.kill()
        with contextlib.suppress(OSError):
            self._process.communicate()

    def packs(self, folder: Path) -> Packs:
        """The packs in `folder`; raises PacksError or NotRead."""
        packs = self._asked("", folder)
        if not isinstance(packs, Packs):
            raise NotRead(str(packs))
        return packs

    def check(self, folder: Path) -> None:
        """Raises PacksError if the packs in `folder` cannot be served, or NotRead."""
        if (told := self._asked(_CHECK, folder)) is not None:
            raise NotRead(str(told))

    def _asked(self, how: str, folder: Path) -> Any:
        try:
            said, _ = self._process.communicate(f"{how}\n{folder.absolute()}".encode(), LONGEST)
            told = pickle.loads(said)  # noqa: S301  from ourselves
        except (subprocess.SubprocessError, OSError, pickle.UnpicklingError, EOFError) as error:
            raise NotRead(type(error).__name__) from None
        if isinstance(told, list):
            raise PacksError(told)
        return told


def tell() -> None:
    """To standard output: the packs, None if only they are checked, findings, or the kind of an error."""
    from bot.packs.loading import load_packs

    how, _, folder = sys.stdin.read().partition("\n")
    if not folder:
        return  # nobody asks any more
    told: Any
    try:
        packs = load_packs(Path(folder))
        told = None if how == _CHECK else packs
    except PacksError as error:
        told = error.findings
    except Exception as error:  # noqa: BLE001  whoever asked must learn of it
        told = type(error).__name__
    copyreg.pickle(MappingProxyType, _taken_apart)
    sys.stdout.buffer.write(pickle.dumps(told, pickle.HIGHEST_PROTOCOL))


def fixed(entries: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """A mapping that nobody changes; by its own name the type cannot be found again."""
    return MappingProxyType(entries)


def _taken_apart(mapping: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    return fixed, (dict(mapping),)
