"""Which model describes which part of a pack file."""

from collections.abc import Iterator
from fnmatch import fnmatch
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from bot.packs.exercises import (
    CheckFacts,
    ChecklistFacts,
    ChecklistWords,
    CheckWords,
    QuizFacts,
    QuizWords,
)
from bot.packs.models import (
    Checked,
    DestinationFacts,
    DestinationWords,
    Fee,
    HelpDesk,
    HelpDeskWords,
    Language,
    Rates,
    SituationFacts,
    Strict,
    TopicFacts,
    TopicWords,
    UrgentWords,
    WhoPays,
    WordGroups,
)
from bot.packs.preview_words import PreviewWords
from bot.packs.source import Path_
from bot.packs.ui import UiWords

_SHAPES: tuple[tuple[str, Any], ...] = (
    ("languages.yaml", dict[str, Language]),
    ("facts/topics.yaml", dict[str, TopicFacts]),
    ("facts/urgent.yaml", dict[str, SituationFacts]),
    ("facts/destinations.yaml", dict[str, DestinationFacts]),
    ("facts/help_desks/*.yaml", dict[str, HelpDesk]),
    ("facts/fees/*.yaml", list[Fee]),
    ("facts/rates.yaml", Rates),
    ("facts/who_pays.yaml", WhoPays),
    ("facts/checks/*.yaml", CheckFacts),
    ("facts/quizzes/*.yaml", QuizFacts),
    ("facts/checklists/*.yaml", ChecklistFacts),
    ("*/topics/*.yaml", TopicWords),
    ("*/urgent.yaml", UrgentWords),
    ("*/help_desks.yaml", dict[str, HelpDeskWords]),
    ("*/destinations.yaml", dict[str, DestinationWords]),
    ("*/questions/*.yaml", list[str]),
    ("*/word_groups.yaml", WordGroups),
    ("*/checks/*.yaml", CheckWords),
    ("*/quizzes/*.yaml", QuizWords),
    ("*/checklists/*.yaml", ChecklistWords),
    ("*/ui.yaml", UiWords),
    ("*/preview.yaml", PreviewWords),
)


def shape(name: str) -> Any:
    """The type of everything in the file `name`; Any of a file that no model describes."""
    return next((found for pattern, found in _SHAPES if fnmatch(name, pattern)), Any)


def fits(name: str, data: Any) -> bool:
    """Whether `data` could stand in the file `name`."""
    try:
        TypeAdapter(shape(name)).validate_python(data)
    except ValidationError:
        return False
    return True


def models(name: str, data: Any) -> Iterator[tuple[Path_, type[Strict]]]:
    """Every map in `data` whose keys are those of a model: where it stands, and the model."""
    return _models(shape(name), data, ())


def _models(kind: Any, data: Any, path: Path_) -> Iterator[tuple[Path_, type[Strict]]]:
    if get_origin(kind) in (Union, UnionType):
        kind = next((one for one in get_args(kind) if one is not type(None)), Any)
    parts = get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Strict) and isinstance(data, dict):
        yield path, kind
        for key, value in data.items():
            if key in kind.model_fields:
                yield from _models(kind.model_fields[key].annotation, value, (*path, key))
    elif get_origin(kind) is dict and isinstance(data, dict):
        for key, value in data.items():
            yield from _models(parts[1], value, (*path, key))
    elif get_origin(kind) is list and isinstance(data, list):
        for index, value in enumerate(data):
            yield from _models(parts[0], value, (*path, index))


def order(model: type[Strict]) -> list[str]:
    """Its keys as a file has them: who checked stands last."""
    last = list(Checked.model_fields) if issubclass(model, Checked) else []
    return [key for key in model.model_fields if key not in last] + last
