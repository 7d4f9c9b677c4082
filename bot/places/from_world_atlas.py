"""Makes countries.json from a file of the npm package world-atlas; SOURCE.md says how to call it."""

import json
import sys
from pathlib import Path
from typing import Any

from babel.core import get_global

from bot.places.shapes import FILE, STEPS

# Shapes without a country code of their own. Others of that kind are uninhabited and left out.
_NAMED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}


def compact(atlas: dict[str, Any]) -> dict[str, Any]:
    """Country -> rings of arcs, each arc as whole hundredths of a degree: one point, then steps."""
    (scale_x, scale_y), (from_x, from_y) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    countries: dict[str, list[list[int]]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        if iso2 := _iso2(shape):
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            countries.setdefault(iso2, []).extend(ring for polygon in polygons for ring in polygon)
    arcs = []
    for stored in atlas["arcs"]:
        x = y = 0
        points: list[tuple[int, int]] = []
        for step_x, step_y in stored:
            x, y = x + step_x, y + step_y
            point = (
                round((x * scale_x + from_x) * STEPS),
                round((y * scale_y + from_y) * STEPS),
            )
            if not points or point != points[-1]:
                points.append(point)
        before = [(0, 0), *points]
        arcs.append(
            [
                value
                for (x1, y1), (x2, y2) in zip(before, points, strict=False)
                for value in (x2 - x1, y2 - y1)
            ]
        )
    return {"source": "Natural Earth 4.1, 1:50m, public domain", "countries": countries, "arcs": arcs}


def _iso2(shape: dict[str, Any]) -> str | None:
    alias: list[str] = get_global("territory_aliases").get(shape.get("id", ""), [])
    return alias[0] if alias else _NAMED.get(shape["properties"]["name"])


if __name__ == "__main__":
    made = compact(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    FILE.write_text(json.dumps(made, separators=(",", ":")) + "\n", "utf-8")
