"""How much of each language is written, offered or not; read file by file: a broken one hides no other."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.editing.files import Refused, document, text_of
from bot.editing.shapes import fits
from bot.packs import Packs
from bot.packs.models import DestinationWords, HelpDeskWords, Language, SituationWords, Strict
from bot.packs.ui import UiWords
from bot.packs.unwritten import is_unwritten, unwritten


def languages(folder: Path) -> dict[str, Language]:
    """The languages of the packs that are described well enough."""
    found = {}
    for code, data in _map(_data(folder, "languages.yaml")).items():
        try:
            found[code] = Language.model_validate(data)
        except ValidationError:
            continue
    return found


def written(folder: Path, code: str, packs: Packs) -> dict[str, dict[str, int]]:
    """Part of the packs -> how many of its entries are written in the language, and how many are needed."""
    ui = _map(_data(folder, f"{code}/ui.yaml"))
    situations = _map(_map(_data(folder, f"{code}/urgent.yaml")).get("situations"))
    desks = _map(_data(folder, f"{code}/help_desks.yaml"))
    places = _map(_data(folder, f"{code}/destinations.yaml"))
    asked = dict.fromkeys((*packs.asked_topics(), *packs.situations, *packs.exercises(), *_intents(folder)))

    def file(part: str) -> Callable[[str], bool]:
        return lambda id_: _whole(folder, f"{code}/{part}/{id_}.yaml")

    return {
        "words of the bot": _count(UiWords.model_fields, lambda id_: _said(ui.get(id_))),
        "topics": _count(packs.topics, file("topics")),
        "urgent cards": _count(packs.situations, lambda id_: _is(SituationWords, situations.get(id_))),
        "help desks": _count(
            (id_ for of_country in packs.help_desks.values() for id_ in of_country),
            lambda id_: _is(HelpDeskWords, desks.get(id_)),
        ),
        "destinations": _count(packs.destinations, lambda id_: _is(DestinationWords, places.get(id_))),
        "checks": _count(packs.checks, file("checks")),
        "quizzes": _count(packs.quizzes, file("quizzes")),
        "checklists": _count(packs.checklists, file("checklists")),
        "questions": _count(asked, file("questions")),
    }


def questions(folder: Path, code: str) -> dict[str, list[str]]:
    """Intent -> what people type for it in the language."""
    found = {}
    for file in sorted((folder / code / "questions").glob("*.yaml")):
        data = _data(folder, f"{code}/questions/{file.name}")
        lines = data if isinstance(data, list) else []
        found[file.stem] = [line for line in lines if isinstance(line, str) and _said(line)]
    return found


def _intents(folder: Path) -> list[str]:
    return sorted(
        {file.stem for code in languages(folder) for file in (folder / code / "questions").glob("*.yaml")}
    )


def _count(needed: Iterable[str], there: Callable[[str], bool]) -> dict[str, int]:
    have = [there(id_) for id_ in needed]
    return {"written": sum(have), "needed": len(have)}


def _whole(folder: Path, name: str) -> bool:
    data = _data(folder, name)
    return data is not None and fits(name, data) and not any(unwritten(data))


def _is(model: type[Strict], data: Any) -> bool:
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return not any(unwritten(data))


def _said(value: Any) -> bool:
    return bool(value) and not is_unwritten(value) and not any(unwritten(value))


def _data(folder: Path, name: str) -> Any:
    try:
        return document(text_of(folder / name), name).data
    except Refused:
        return None


def _map(data: Any) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}
