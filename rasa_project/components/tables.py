"""What the importer tells the components beside the lines; it travels as Rasa lookup tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from rasa.shared.nlu.training_data.training_data import TrainingData

_COUNTRY = "country:"  # and the ISO2: the names of that country
_URGENT = "urgent"  # the ids of the urgent situations


def tables(countries: Mapping[str, Iterable[str]], urgent: Iterable[str]) -> list[dict[str, Any]]:
    """The lookup tables that say this."""
    return [
        {"name": _URGENT, "elements": list(urgent)},
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
