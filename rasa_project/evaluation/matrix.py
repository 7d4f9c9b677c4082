"""The confusion matrix: one row for what is meant, one column for what is understood."""

from collections import Counter
from collections.abc import Sequence, Set
from html import escape

from rasa_project.scores import Judged

_CELL = 9  # pixels; a hundred intents must fit on a screen
_DOT = _CELL - 1
_LABELS = 150
_NAMED = 40  # of the most confused pairs


def confused(judged: Sequence[Judged]) -> list[tuple[tuple[str, str], int]]:
    """(meant, understood) and how often, most often first."""
    return Counter((one.meant, one.label) for one in judged if one.meant != one.label).most_common(_NAMED)


def matrix(judged: Sequence[Judged], urgent: Set[str]) -> str:
    """As SVG; urgent situations stand together at the top, and each cell says on hovering what it counts."""
    names = {name for one in judged for name in (one.meant, one.label)}
    order = sorted(names, key=lambda name: (name not in urgent, name))
    place = {name: at for at, name in enumerate(order)}
    counted = Counter((one.meant, one.label) for one in judged)
    of_intent = Counter(one.meant for one in judged)
    cells = "".join(
        f'<rect x="{place[label] * _CELL}" y="{place[meant] * _CELL}" width="{_DOT}" height="{_DOT}"'
        f' class="{_kind(meant, label, urgent)}"'
        f' opacity="{0.25 + 0.75 * times / of_intent[meant]:.2f}">'
        f"<title>{escape(meant)} → {escape(label)}: {times} of {of_intent[meant]}</title></rect>"
        for (meant, label), times in counted.items()
    )
    size = len(order) * _CELL
    rows = "".join(
        f'<text x="-4" y="{at * _CELL + _CELL - 2}" text-anchor="end">{escape(name)}</text>'
        for at, name in enumerate(order)
    )
    columns = "".join(
        f'<text transform="translate({at * _CELL + _CELL - 2} -4) rotate(-90)">{escape(name)}</text>'
        for at, name in enumerate(order)
    )
    return (
        f'<svg viewBox="{-_LABELS} {-_LABELS} {size + _LABELS} {size + _LABELS}" width="{size + _LABELS}"'
        f' role="img" class="matrix"><rect width="{size}" height="{size}" class="ground"/>'
        f"{cells}{rows}{columns}</svg>"
    )


def _kind(meant: str, label: str, urgent: Set[str]) -> str:
    if meant == label:
        return "right"
    return "grave" if (meant in urgent) != (label in urgent) else "wrong"
