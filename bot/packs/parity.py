"""Checks of one language against another: nothing left out, nothing older, nothing merely copied."""

from bot.packs.models import FamilyWords
from bot.packs.names import FindingName
from bot.packs.packs import Packs, Words
from bot.packs.reading import Reader
from bot.packs.source import Path_

_SAME = "Say the same things in every language."


def check_parity(reader: Reader, packs: Packs, one: str, two: str) -> None:
    """Two languages side by side; the finding stands where something has to be written."""
    first, second = packs.languages[one], packs.languages[two]
    is_pattern = one == next(iter(packs.languages))  # of three, one that lacks a point must blame no other
    for topic in first.topics.keys() & second.topics.keys():
        a, b = first.topics[topic], second.topics[topic]
        for key in ("points", "steps", "warning") if is_pattern else ():
            _number(reader, f"topics/{topic}.yaml", (key,), (one, _size(a, key)), (two, _size(b, key)))
        serious = bool(a.warning or b.warning)
        _revision(reader, f"topics/{topic}.yaml", (), (one, a.revision), (two, b.revision), serious)
    for situation in first.urgent.keys() & second.urgent.keys():
        here, there = first.urgent[situation], second.urgent[situation]
        path = ("situations", situation)
        for key in ("steps", "warning") if is_pattern else ():
            _number(reader, "urgent.yaml", (*path, key), (one, _size(here, key)), (two, _size(there, key)))
            if here.family or there.family:
                _family(reader, (*path, "family"), (one, here.family), (two, there.family))
        _revision(reader, "urgent.yaml", path, (one, here.revision), (two, there.revision), True)
    if is_pattern and (first.family or second.family):
        _family(reader, ("family",), (one, first.family), (two, second.family))
    for desk in first.help_desks.keys() & second.help_desks.keys():
        _risk(reader, desk, (one, first), (two, second))
        revisions = (one, first.help_desks[desk].revision), (two, second.help_desks[desk].revision)
        _revision(reader, "help_desks.yaml", (desk,), *revisions, True)
    for kind in ("checks", "quizzes", "checklists"):
        here, there = getattr(first, kind), getattr(second, kind)
        for name in here.keys() & there.keys():
            revisions = (one, here[name].revision), (two, there[name].revision)
            _revision(reader, f"{kind}/{name}.yaml", (), *revisions, False)
    answered = {
        *packs.topics,
        *packs.situations,
        *packs.exercises(),
    }  # whose questions are missed by check_words
    _asked(reader, (one, first), (two, second), answered)
    _asked(reader, (two, second), (one, first), answered)


def _family(
    reader: Reader, path: Path_, one: tuple[str, FamilyWords | None], two: tuple[str, FamilyWords | None]
) -> None:
    """What a family is told, it is told in every language."""
    for key in ("steps", "warning"):
        sizes = (one[0], _size(one[1], key)), (two[0], _size(two[1], key))
        _number(reader, "urgent.yaml", (*path, key), *sizes)


def _size(words: object, key: str) -> int:
    value = getattr(words, key, None)
    return len(value) if isinstance(value, list) else int(value is not None)


def _number(reader: Reader, name: str, path: Path_, one: tuple[str, int], two: tuple[str, int]) -> None:
    if one[1] != two[1]:
        seen = f"{path[-1]}: {two[1]} here, {one[1]} in {one[0]}/{name}."
        reader.add(f"{two[0]}/{name}", path, "different-number", seen, _SAME)


def _once(
    reader: Reader, name: str, path: Path_, kind: FindingName, seen: str, todo: str, *, warning: bool = False
) -> None:
    """A finding that several languages have against one is told once."""
    place = (name, reader.line(name, path), kind)
    if not any((found.file, found.line, found.name) == place for found in reader.findings):
        reader.add(name, path, kind, seen, todo, warning=warning)


def _revision(
    reader: Reader, name: str, path: Path_, one: tuple[str, int], two: tuple[str, int], serious: bool
) -> None:
    if one[1] == two[1]:
        return
    (older, behind), (newer, ahead) = sorted((one, two), key=lambda language: language[1])
    seen = f"{newer}/{name} is at revision {ahead}, this one at {behind}."
    todo = f"Read {newer}/{name}, say the same here, then set revision: {ahead}"
    # An old warning or an old number can hurt; other old texts can wait for their translator.
    _once(reader, f"{older}/{name}", (*path, "revision"), "outdated", seen, todo, warning=not serious)


def _risk(reader: Reader, desk: str, one: tuple[str, Words], two: tuple[str, Words]) -> None:
    said = {code: words.help_desks[desk].risk is not None for code, words in (one, two)}
    if len(set(said.values())) == 2:
        silent, other = sorted(said, key=said.__getitem__)
        # A warning that only one language gives can cost the others their stay.
        seen = f'"{desk}" has a risk note in {other}/help_desks.yaml and none here.'
        todo = "Write the risk note in every language."
        _once(reader, f"{silent}/help_desks.yaml", (desk,), "missing", seen, todo)


def _asked(reader: Reader, one: tuple[str, Words], two: tuple[str, Words], answered: set[str]) -> None:
    """Nobody can ask in one language what only the other has questions for."""
    for intent in one[1].questions.keys() - two[1].questions.keys() - answered:
        name = f"{two[0]}/questions/{intent}.yaml"
        if not (reader.folder / name).is_file():
            todo = (
                f"Write down how people say it, a line each; compare with {one[0]}/questions/{intent}.yaml."
            )
            _once(reader, name, (), "missing", "This file is missing.", todo)
