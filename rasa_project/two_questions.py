"""Two questions in one message: each half is read for itself, and both are answered where both are sure.

Why so, and how often it is wrong: docs/decisions/0009-two-questions.md. Plain Python: `parse` asks Rasa.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.language.questions import halves, only_tells
from rasa_project.slot_values import NO_AMOUNT

Parsed = dict[str, Any]  # what Rasa makes of a text: intent, entities
Parse = Callable[[str], Awaitable[Parsed]]
Responses = Mapping[str, Sequence[Mapping[str, Any]]]

SURE = 0.98  # confidence of both halves; one answer too many is worse than one too few
_FILLS_NOTHING = ("from", "theirs", "earned")  # roles: where somebody comes from, where a relative is, a wage
_NAMED_OTHERWISE = {"help_contacts": "utter_help"}


@dataclass(frozen=True, slots=True)
class Two:
    """`asked` is what the turn is about, `other` the response that is given besides; `known` fills it in.

    `intents`: of both, in the order in which they were asked.
    """

    intents: tuple[str, str]
    asked: Parsed
    other: str
    known: Mapping[str, str]
    other_first: bool


async def read(text: str, parse: Parse, responses: Responses) -> tuple[Parsed | None, Two | None]:
    """What Rasa makes of the whole `text`, and the two questions in it; nothing at all of a text with one.

    `text` has a line a sentence. They must be two different questions, each of them told surely enough to be
    the whole message, and the whole message must be understood as one of them.
    """
    parted = halves(text)
    if not parted:
        return None, None
    whole = await parse(" ".join(text.split()))
    found: list[tuple[float, Parsed, Parsed]] = []
    for one, other in parted:
        first, second = await parse(one), await parse(other)
        intents = {first["intent"]["name"], second["intent"]["name"]}
        sure = min(first["intent"]["confidence"], second["intent"]["confidence"])
        answered = all(_response(intent, responses) for intent in intents)
        asked = not _only_tells(one, first) and not _only_tells(other, second)
        asked = asked and not _is_one_offer(whole, (first, second), responses)
        if len(intents) == 2 and answered and asked and whole["intent"]["name"] in intents and sure >= SURE:
            found.append((sure, first, second))
    if not found:
        return whole, None
    _, first, second = max(found, key=lambda one: one[0])
    return whole, _two(whole, first, second, responses)


def _two(whole: Parsed, first: Parsed, second: Parsed, responses: Responses) -> Two:
    # "And Malaysia?" goes on with the price, else with what was asked last.
    other_first = not _is_price(first, responses) or _is_price(second, responses)
    asked, other = (second, first) if other_first else (first, second)
    entities = _together(asked, whole)
    if any(one["value"] == NO_AMOUNT for one in _of("money", other)) and not _of("money", asked):
        entities.append({"entity": "money", "value": NO_AMOUNT})  # the other is about a price, and names none
    return Two(
        (first["intent"]["name"], second["intent"]["name"]),
        {**asked, "text": "", "entities": entities},
        _response(other["intent"]["name"], responses) or "",
        _known(_together(other, whole)),
        other_first,
    )


def _only_tells(half: str, parsed: Parsed) -> bool:
    countries = [one for one in parsed["entities"] if one["entity"] == "country" and "start" in one]
    return only_tells(half, [(one["start"], one["end"]) for one in countries])


def _is_one_offer(whole: Parsed, parts: tuple[Parsed, Parsed], responses: Responses) -> bool:
    """Does one half name the price and the other what will be earned for it: "60k a month"?"""
    earned = any(one.get("role") == "earned" for one in whole["entities"])
    return earned and any(
        _is_price(price, responses) and any(map(str.isdigit, beside["text"]))
        for price, beside in (parts, parts[::-1])
    )


def _response(intent: str, responses: Responses) -> str | None:
    """The response that answers `intent` with a card of its own: a topic, a situation, help."""
    name = _NAMED_OTHERWISE.get(intent, f"utter_{intent}")
    for variation in responses.get(name, ()):
        custom = variation.get("custom") or {}
        if "country" in custom and "{" not in str(custom.get("card")):
            return name
    return None


def _is_price(parsed: Parsed, responses: Responses) -> bool:
    name = _response(parsed["intent"]["name"], responses)
    return any("money" in variation["custom"] for variation in responses.get(name or "", ()))


def _of(entity: str, parsed: Parsed) -> list[Mapping[str, Any]]:
    """What is told of `entity` that says something of the question."""
    return [
        one for one in parsed["entities"] if one["entity"] == entity and one.get("role") not in _FILLS_NOTHING
    ]


def _together(half: Parsed, whole: Parsed) -> list[Mapping[str, Any]]:
    """The entities of a half; what only the other one names, a country or an amount, holds for it too."""
    said = [one for one in half["entities"] if one["value"] != NO_AMOUNT]
    for entity in ("country", "money"):
        if not any(one["entity"] == entity for one in said):
            said += [one for one in _of(entity, whole) if one["value"] != NO_AMOUNT]
    none = [] if any(one["entity"] == "money" for one in said) else _of("money", half)
    return [*said, *none]


def _known(entities: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """What fills the slots of a response, as the slots of the domain would be filled."""
    there = [one for one in entities if one["entity"] == "country" and one.get("role") not in _FILLS_NOTHING]
    here = [one for one in there if one.get("role") != "to"]  # nobody is where they only want to go
    money = [one for one in entities if one["entity"] == "money" and "role" not in one]
    filled = {"destination": there, "country": here, "money": money}
    return {"money": NO_AMOUNT} | {slot: str(said[-1]["value"]) for slot, said in filled.items() if said}
