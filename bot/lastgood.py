"""The last content that could be served, kept so that a start while the content is broken serves people."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import structlog

from bot.packs import Finding, Packs, PacksError
from bot.packs.apart import NotRead, check_apart, load_apart
from bot.packs.watching import Stamp, stamp

FOLDER = "last-good"  # in DISHARI_DATA

log = structlog.get_logger()


def begin(content: Path, data: Path) -> tuple[Stamp, Packs, list[Finding]]:
    """What `load` finds, and the stamp of the content from before it was read."""
    return (stamp(content), *load(content, data))


def load(content: Path, data: Path) -> tuple[Packs, list[Finding]]:
    """The packs of `content`; the last good ones and what is broken now; PacksError if there are none."""
    try:
        return _kept(content, data), []
    except Exception as error:  # also a mistake of ours that only some content shows
        with contextlib.suppress(PacksError, OSError):
            packs = load_apart(data / FOLDER)
            todo = "mend what script/dishari content check tells"
            log.warning("packs.last_good", reason=type(error).__name__, todo=todo)
            return packs, error.findings if isinstance(error, PacksError) else []
        raise


def keep(content: Path, data: Path) -> None:
    """Keep what is in `content` now, whole or not at all, and only if it can be served."""
    try:
        with _draft(content, data) as draft:
            check_apart(draft)
            _put(draft, data / FOLDER)
    except PacksError:
        pass  # saved anew meanwhile: the next good change is kept
    except (OSError, NotRead) as error:  # people are served without a copy too
        log.warning("packs.not_kept", kind=type(error).__name__)


def _kept(content: Path, data: Path) -> Packs:
    """The packs of `content`, read from the copy, so that what is kept is what was good."""
    try:
        with _draft(content, data) as draft:
            packs = load_apart(draft)
            _put(draft, data / FOLDER)
            return packs
    except OSError as error:  # people are served without a copy too
        log.warning("packs.not_kept", kind=type(error).__name__)
        return load_apart(content)


@contextlib.contextmanager
def _draft(content: Path, data: Path) -> Iterator[Path]:
    """A copy of `content` beside its place, gone at the end if it was not put there."""
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{FOLDER}-", dir=data) as folder:
        yield Path(shutil.copytree(content, Path(folder, FOLDER), ignore_dangling_symlinks=True))


def _put(draft: Path, place: Path) -> None:
    if place.exists():
        place.rename(draft.parent / "before")
    draft.rename(place)
