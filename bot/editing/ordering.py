"""Keys in the order in which all files have them, moved with their comments; where that is unclear, left."""

from bot.editing.files import Refused, document
from bot.editing.shapes import models, order
from bot.packs.source import Document, Path_


def in_order(text: str, name: str) -> str:
    """The text with the keys of every entry in order, wherever they can be moved safely."""
    seen: set[Path_] = set()
    while True:
        try:
            found = document(text, name)
        except Refused:
            return text
        for path, model in models(name, found.data):
            if path not in seen:
                seen.add(path)
                moved = _moved(text, found, path, order(model))
                if moved is not None:
                    text = moved
                    break  # every line below has moved
        else:
            return text


def _moved(text: str, found: Document, path: Path_, keys: list[str]) -> str | None:
    entry = found.data
    for part in path:
        entry = entry[part]
    present = list(entry)
    wanted = [key for key in keys if key in entry]
    if present == wanted or len(wanted) < len(present):
        return None
    lines = text.split("\n")
    starts = [found.lines[*path, key] - 1 for key in present]
    if len(set(starts)) < len(starts):
        return None  # a map in braces
    first = lines[starts[0]]
    margin = first.find(present[0])
    prefix = first[:margin]
    if margin < 0 or prefix.strip(" -"):
        return None
    pieces = _pieces(lines, starts, margin)
    if pieces is None or not _comment_safe(lines, starts[0], prefix, pieces, present, wanted):
        return None
    by_key = dict(zip(present, pieces, strict=True))
    by_key[present[0]][0] = " " * margin + by_key[present[0]][0][margin:]
    moved = [line for key in wanted for line in by_key[key]]
    moved[0] = prefix + moved[0][margin:]
    return "\n".join([*lines[: starts[0]], *moved, *lines[starts[0] + len(moved) :]])


def _pieces(lines: list[str], starts: list[int], margin: int) -> list[list[str]] | None:
    """The lines of each key, those of its comments included; None if it is unclear whose a line is."""
    ends = [*starts[1:], end_of(lines, starts[-1], margin)]
    bounds = list(starts)
    for index in range(1, len(starts)):
        while bounds[index] - 1 > starts[index - 1] and _comment(lines[bounds[index] - 1]) == margin:
            bounds[index] -= 1
    pieces = [lines[start:end] for start, end in zip(bounds, [*bounds[1:], ends[-1]], strict=True)]
    for piece in pieces:
        last = piece[-1].strip()
        if not last or any(0 <= _comment(line) < margin for line in piece):
            return None
    return pieces


def end_of(lines: list[str], start: int, margin: int) -> int:
    """Where the last key's own lines end."""
    end = start + 1
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= margin and not _item(line, margin):
            break
        if line.strip():
            end = index + 1
    return end


def _item(line: str, margin: int) -> bool:
    """A list may stand exactly below its key: `points:` and then `- ` in the same column."""
    return line[margin:].startswith("- ") and not line[:margin].strip()


def _comment(line: str) -> int:
    """The column of a line that is nothing but a comment; -1 of any other."""
    bare = line.lstrip(" ")
    return len(line) - len(bare) if bare.startswith("#") else -1


def _comment_safe(
    lines: list[str], first: int, prefix: str, pieces: list[list[str]], present: list[str], wanted: list[str]
) -> bool:
    if wanted[0] == present[0]:
        return True
    if "-" in prefix:  # the dash moves to another key, which must have no comment before it
        return _comment(pieces[present.index(wanted[0])][0]) < 0
    # Whether a comment above belongs to the first key or to the whole is for a person to say.
    return first == 0 or _comment(lines[first - 1]) != len(prefix)
