"""A place on the map: its country, or an honest "ask"."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.places import countries_at
from bot.places.shapes import FILE, shapes

PLACES = {
    "SA": [(24.71, 46.67), (21.5, 39.17)],
    "AE": [(25.2, 55.27), (25.08, 55.13)],
    "QA": [(25.28, 51.53)],
    "KW": [(29.37, 47.98)],
    "OM": [(23.6, 58.4)],
    "BH": [(26.22, 50.58)],
    "MY": [(3.14, 101.69)],
    "SG": [(1.30, 103.85)],
    "MV": [(4.175, 73.509)],
    "LY": [(32.89, 13.18)],
    "IT": [(45.46, 9.19), (38.11, 13.36)],
    "RS": [(44.8, 20.46)],
    "BD": [(23.8, 90.4), (21.43, 92.0)],
    "XK": [(42.66, 21.16)],
}


@pytest.mark.parametrize(
    ("iso2", "place"), [(iso2, place) for iso2, all_ in PLACES.items() for place in all_]
)
def test_a_town_lies_in_its_country(iso2, place):
    assert countries_at(*place) == (iso2,)


@pytest.mark.parametrize(
    ("place", "among"),
    [
        pytest.param((1.49, 103.74), {"MY", "SG"}, id="across the water from Singapore"),
        pytest.param((45.65, 13.77), {"IT", "SI"}, id="Trieste"),
        pytest.param((20.86, 92.3), {"BD", "MM"}, id="Teknaf"),
        pytest.param((34.5, 15.0), set(), id="in the middle of the sea"),
        pytest.param((91.0, 0.0), set(), id="nowhere"),
        pytest.param((float("nan"), 0.0), set(), id="no number"),
    ],
)
def test_near_a_border_several_are_named_and_at_sea_none(place, among):
    assert set(countries_at(*place)) == among


@settings(max_examples=25, deadline=None)
@given(st.floats(-90, 90), st.floats(-180, 180))
def test_any_place_is_looked_up(latitude, longitude):
    found = countries_at(latitude, longitude)
    assert len(found) == len(set(found))


def test_every_destination_has_a_shape(packs):
    drawn = {iso2 for iso2, _ in shapes()}
    assert packs.destinations.keys() <= drawn


def test_the_file_says_where_it_comes_from_and_stays_small():
    assert "Natural Earth" in (FILE.parent / "SOURCE.md").read_text("utf-8")
    assert FILE.stat().st_size < 500_000
