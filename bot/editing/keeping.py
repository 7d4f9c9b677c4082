"""States of the content folder: the present one, those kept before each change, and going to one."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from shutil import rmtree

from bot.editing.files import Refused, write
from bot.editing.invisible import shown

State = Mapping[str, bytes]
"""File name below the content folder -> what it holds."""

MOST_KEPT = 50  # states; the oldest go first


@dataclass(frozen=True, slots=True)
class Kept:
    """A state that was kept: where, and before which command."""

    folder: Path
    before: str
    when: datetime

    def state(self) -> State:
        """What it holds."""
        return present(self.folder)


def present(folder: Path) -> State:
    """The packs in the folder as they are now; other files are none of our business."""
    try:
        return {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in sorted(folder.rglob("*.yaml"))
            if is_pack(file.relative_to(folder)) and file.is_file()
        }
    except OSError as error:
        raise Refused(f"{error.filename} cannot be read: {error.strerror}.") from None


def is_pack(file: PurePath) -> bool:
    """Whether a file below the folder belongs to the packs."""
    return file.suffix == ".yaml" and not any(part.startswith(".") for part in file.parts)


def keep(folder: Path, data: Path, before: str) -> Path:
    """Keeps the present state of `folder` below `data`, before the command `before` changes it."""
    store = data / "undo"
    place = store / f"{datetime.now():%Y%m%d-%H%M%S-%f}-{before}"
    unfinished = store / f".{place.name}"
    try:
        for name, content in present(folder).items():
            file = unfinished / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        unfinished.mkdir(parents=True, exist_ok=True)
        unfinished.rename(place)
        for old in kept(data)[:-MOST_KEPT]:
            rmtree(old.folder, ignore_errors=True)
    except OSError as error:
        raise Refused(
            f"The present state cannot be kept in {store}: {error.strerror}. Nothing was changed."
        ) from None
    return place


def kept(data: Path) -> list[Kept]:
    """The states that were kept below `data`, oldest first."""
    found = []
    for place in sorted((data / "undo").glob("[0-9]*-*")):
        day, time, part, before = [*place.name.split("-", 3), "", "", ""][:4]
        try:
            when = datetime.strptime(f"{day}-{time}-{part}", "%Y%m%d-%H%M%S-%f")
        except ValueError:
            continue
        found.append(Kept(place, before, when))
    return found


def changes(now: State, then: State) -> list[tuple[str, str]]:
    """What going from `now` to `then` does: ("changed" | "added" | "deleted", file name)."""
    done = []
    for name in sorted(now.keys() | then.keys()):
        if name not in then:
            done.append(("deleted", name))
        elif name not in now:
            done.append(("added", name))
        elif _lines(now[name]) != _lines(then[name]):
            done.append(("changed", name))
    return done


def _lines(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")  # git may have changed the line ends on the way


def go_to(folder: Path, then: State, steps: Iterable[tuple[str, str]]) -> None:
    """Takes the `steps` of `changes` to the state `then`, and touches nothing outside the folder."""
    root = folder.resolve()
    for what, name in steps:
        file = folder / name
        if not file.parent.resolve().is_relative_to(root):
            raise Refused(f"{name} lies outside {folder.name}/; nothing is written there.")
        if what == "deleted":
            file.unlink(missing_ok=True)
        else:
            write(file, then[name])


def differences(now: State, then: State, steps: Iterable[tuple[str, str]]) -> list[str]:
    """The lines that the `steps` change, as a unified diff."""
    lines: list[str] = []
    for _, name in steps:
        before, after = (_shown(state.get(name, b"")) for state in (now, then))
        lines += difflib.unified_diff(before, after, f"{name} (now)", f"{name} (then)", n=1, lineterm="")
    return lines


def _shown(content: bytes) -> list[str]:
    return [shown(line) for line in content.decode(errors="replace").replace("\r\n", "\n").splitlines()]
