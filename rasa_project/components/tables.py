"""What the importer tells the components beside the lines; it travels as Rasa lookup tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from rasa.shared.nlu.training_data.training_data import TrainingData

_COUNTRY = "country:"  # and the ISO2: the names of that country
_URGENT = "urgent"  # the ids of the urgent situations
_MEANT = "meant:"  # and a card: the intent that it answers, for "did you mean"


def tables(
    countries: Mapping[str, Iterable[str]], urgent: Iterable[str], meant: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The lookup tables that say this; `meant`: intent -> card."""
    return [
        {"name": _URGENT, "elements": list(urgent)},
        *({"name": _MEANT + card, "elements": [intent]} for intent, card in meant.items()),
        *({"name": _COUNTRY + iso2, "elements": list(names)} for iso2, names in countries.items()),
    ]


def countries(training_data: TrainingData) -> dict[str, list[str]]:
    """The names of each country, by ISO2."""
    return {
        table["name"].removeprefix(_COUNTRY): list(table["elements"])
        for table in training_data.lookup_tables
        if table["name"].startswith(_COUNTRY)
    }


def urgent(training_data: TrainingData) -> list[str]:
    """The ids of the urgent situations."""
    return [
        situation
        for table in training_data.lookup_tables
        if table["name"] == _URGENT
        for situation in table["elements"]
    ]


def meant(training_data: TrainingData) -> dict[str, str]:
    """Intent -> its card, of whatever may be offered as "did you mean"."""
    return {
        table["elements"][0]: table["name"].removeprefix(_MEANT)
        for table in training_data.lookup_tables
        if table["name"].startswith(_MEANT)
    }
