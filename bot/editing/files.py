"""The pack files an editor means: found by name, read whatever their encoding, written all or nothing."""

import codecs
import os
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from bot.packs import Finding
from bot.packs.reading import LARGEST_FILE
from bot.packs.source import Document, parse


class Refused(Exception):
    """What was asked cannot be done, or had better not be; the text says why and what to do."""


def chosen(folder: Path, asked: Iterable[Path]) -> list[str]:
    """Names below `folder` of the files and folders that were asked for; of all pack files if none was."""
    every = [
        file.relative_to(folder).as_posix()
        for file in sorted(folder.rglob("*.yaml"))
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    ]
    wanted = list(asked)
    return (
        list(dict.fromkeys(name for one in wanted for name in _named(folder, one, every)))
        if wanted
        else every
    )


def _named(folder: Path, asked: Path, every: list[str]) -> list[str]:
    for place in (Path.cwd() / asked, folder / asked, folder.parent / asked):
        if place.exists() and place.resolve().is_relative_to(folder.resolve()):
            name = place.resolve().relative_to(folder.resolve()).as_posix()
            if found := [one for one in every if name in (".", one) or one.startswith(f"{name}/")]:
                return found
            raise Refused(f"{asked} is not a pack file; these end in .yaml.")
    if asked.exists():
        raise Refused(f"{asked} is not in {folder.name}/; only the packs in there are touched.")
    near = get_close_matches(asked.as_posix().removeprefix(f"{folder.name}/"), every, 1, 0.5)
    raise Refused(f"There is no file {asked}." + (f" Did you mean {near[0]}?" if near else ""))


def text_of(file: Path) -> str:
    """The text of a file with its line ends as they are; also of one that Notepad saved as "Unicode"."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Refused(f"{file.name} cannot be opened: {error.strerror}.") from None
    if len(data) > LARGEST_FILE:
        raise Refused(f"{file.name} is larger than 1 MB; remove what got in by mistake.")
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return "\ufeff" + data.decode("utf-16") if wide else data.decode()
    except UnicodeDecodeError:
        raise Refused(f"{file.name} is not UTF-8 text; save it again with the encoding UTF-8.") from None


def document(text: str, name: str) -> Document:
    """The values in `text` and their lines; Refused, naming the line, if it is not sound YAML."""
    findings: list[Finding] = []
    found = parse(text.removeprefix("\ufeff"), name, findings)
    if findings or found is None:
        first = findings[0]
        raise Refused(f"{name}:{first.line}: {first.seen} {first.todo}")
    return found


def write(file: Path, data: bytes) -> None:
    """Replace the whole file in one step: a running bot never reads half of it."""
    beside = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        if file.exists():
            beside.chmod(file.stat().st_mode & 0o777)
        os.replace(beside, file.resolve())
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refused(f"{file.name} cannot be written: {error.strerror}.") from None
