"""Point in polygon, on the country shapes of countries.json (SOURCE.md says where they come from).

The file is read when somebody shares a place and let go of again: that is rare, and memory is small.
"""

import json
from collections.abc import Iterator
from math import cos, hypot, radians
from pathlib import Path

FILE = Path(__file__).parent / "countries.json"
STEPS = 100  # of the file's whole numbers to a degree
NEAR = 10.0  # kilometres to a border or a coast within which the shapes may be wrong
_KM = 111.2  # to a degree of latitude

Point = tuple[int, int]


def countries_at(latitude: float, longitude: float) -> tuple[str, ...]:
    """The countries (ISO2) that a place may lie in, likeliest first: of several a person has to be asked."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return ()
    place = (longitude * STEPS, latitude * STEPS)
    found = [(distance, iso2) for iso2, rings in shapes() if (distance := _distance(place, rings)) <= NEAR]
    return tuple(iso2 for _, iso2 in sorted(found))


def shapes() -> Iterator[tuple[str, list[list[Point]]]]:
    """Every country with its rings; a hole is a ring like any other."""
    stored = json.loads(FILE.read_text("utf-8"))
    arcs = [_points(arc) for arc in stored["arcs"]]
    for iso2, rings in stored["countries"].items():
        yield iso2, [_ring(arcs, ring) for ring in rings]


def _points(arc: list[int]) -> list[Point]:
    """The points of an arc, which is stored as one point and the steps from it."""
    points, x, y = [], 0, 0
    for at in range(0, len(arc), 2):
        x, y = x + arc[at], y + arc[at + 1]
        points.append((x, y))
    return points


def _ring(arcs: list[list[Point]], ring: list[int]) -> list[Point]:
    """Borders are stored once: ~3 is arc 3 from its end to its beginning."""
    points: list[Point] = []
    for arc in ring:
        part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points += part[1:] if points else part
    return points


def _distance(place: tuple[float, float], rings: list[list[Point]]) -> float:
    """Kilometres to the country: 0 inside, infinity where that is clearly too far."""
    x, y = place
    narrow = max(cos(radians(y / STEPS)), 0.01)
    reach_x, reach_y = NEAR / _KM * STEPS / narrow, NEAR / _KM * STEPS
    inside, nearest = False, float("inf")
    for ring in rings:
        xs, ys = [point[0] for point in ring], [point[1] for point in ring]
        if not (min(ys) - reach_y <= y <= max(ys) + reach_y):
            continue
        if x < min(xs) - reach_x or x > max(xs) + reach_x:
            continue
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
            if min(y1, y2) - reach_y <= y <= max(y1, y2) + reach_y:
                nearest = min(nearest, _to_line((x1 - x) * narrow, y1 - y, (x2 - x) * narrow, y2 - y))
    return 0.0 if inside else nearest / STEPS * _KM


def _to_line(x1: float, y1: float, x2: float, y2: float) -> float:
    """How far the origin lies from the line between two points."""
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, -(x1 * dx + y1 * dy) / length)) if length else 0.0
    return hypot(x1 + along * dx, y1 + along * dy)
