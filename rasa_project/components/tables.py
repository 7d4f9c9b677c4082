"""What the importer tells the components beside the lines; it travels as Rasa lookup tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from rasa.shared.nlu.training_data.training_data import TrainingData

_COUNTRY = "country:"  # and the ISO2: the names of that country
_URGENT = "urgent"  # the ids of the urgent situations
_PRICES = "prices"  # the ids of the topics that are about one price
_TOLD = "told:"  # a slot and its value: the phrases that fill it


def tables(
    countries: Mapping[str, Iterable[str]],
    urgent: Iterable[str],
    told: Mapping[str, Iterable[str]],
    prices: Iterable[str],
) -> list[dict[str, Any]]:
    """The lookup tables that say this; `told`: "slot=value" -> phrases."""
    return [
        {"name": _URGENT, "elements": list(urgent)},
        {"name": _PRICES, "elements": list(prices)},
        *({"name": _TOLD + what, "elements": list(phrases)} for what, phrases in told.items()),
        *({"name": _COUNTRY + iso2, "elements": list(names)} for iso2, names in countries.items()),
    ]


def countries(training_data: TrainingData) -> dict[str, list[str]]:
    """The names of each country, by ISO2."""
    return _named(training_data, _COUNTRY)


def urgent(training_data: TrainingData) -> list[str]:
    """The ids of the urgent situations."""
    return _named(training_data, _URGENT).get("", [])


def prices(training_data: TrainingData) -> list[str]:
    """The ids of the topics that are about one price."""
    return _named(training_data, _PRICES).get("", [])


def told(training_data: TrainingData) -> dict[str, list[str]]:
    """The phrases that fill a slot, by "slot=value"."""
    return _named(training_data, _TOLD)


def _named(training_data: TrainingData, kind: str) -> dict[str, list[str]]:
    return {
        table["name"].removeprefix(kind): list(table["elements"])
        for table in training_data.lookup_tables
        if table["name"].startswith(kind)
    }
