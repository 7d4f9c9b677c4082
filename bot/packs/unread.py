"""Finds files that look like content and that nothing reads: a wrong ending, a wrong folder."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from bot.packs.reading import Reader, rightly

_NOTES = {".md", ".json"}  # for people and for their editors
MOST_FILES = 20_000


def check_misnamed(reader: Reader, languages: Iterable[str]) -> None:
    """A country's numbers must not be lost, nor be called obsolete, because of how a file's name ends."""
    for part in ("facts", *languages):
        for name in reader.misnamed(f"{part}/"):
            todo = f"Call it {rightly(name.rpartition('/')[2])}."
            reader.add(name, (), "unread-file", "Nothing reads this file: its name must end in .yaml.", todo)


def check_unread(reader: Reader, languages: Collection[str]) -> None:
    """What an editor wrote is either read or told; Notepad adds `.txt`, others write `.yml`.

    Of a folder that has another name now, one finding tells.
    """
    told: set[str] = set()
    misnamed = {name for part in ("facts", *languages) for name in reader.misnamed(f"{part}/")}
    for file in _visible(reader.folder, languages):
        name = file.relative_to(reader.folder).as_posix()
        if name in reader.asked or name in misnamed:
            continue
        folder = name.rpartition("/")[0]
        if folder and not any(asked.startswith(f"{folder}/") for asked in reader.asked):
            if folder not in told:
                todo = "Rename or move it: each language has the same folders, with the same names."
                reader.add(folder, (), "unread-file", "Nothing reads this folder.", todo, warning=True)
            told.add(folder)
            continue
        todo = "Rename or move it: files end in .yaml and stand in the folders of those around them."
        reader.add(name, (), "unread-file", "Nothing reads this file.", todo, warning=True)


def _visible(folder: Path, languages: Iterable[str]) -> Iterator[Path]:
    """The files in facts/ and in the folders of languages, and the YAML files beside them."""
    yield from (file for file in sorted(folder.glob("*.y*ml")) if not file.name.startswith("."))
    for part in ("facts", *languages):
        for count, file in enumerate(sorted((folder / part).rglob("*"))):
            inside = file.relative_to(folder).parts
            if count > MOST_FILES:
                return
            if (
                file.is_file()
                and file.suffix not in _NOTES
                and not any(one.startswith(".") for one in inside)
            ):
                yield file
