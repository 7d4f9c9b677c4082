"""An evaluation as one HTML file that needs nothing else: for developers, with our own test lines."""

from collections.abc import Iterable, Mapping, Sequence, Set
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from rasa_project.evaluation import targets
from rasa_project.evaluation.matrix import confused, matrix
from rasa_project.evaluation.table import missed
from rasa_project.scores import Judged, wrong

WORST = 50
TEMPLATE = Path(__file__).with_name("page.html")
_SIDE = 220  # of the reliability plot, in pixels


def page(run: Mapping[str, Any], judged: Sequence[Judged], urgent: Set[str]) -> str:
    """The whole page."""
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        model=escape(run["model"]),
        messages=escape(run["messages"]),
        verdict=_verdict(run),
        scores=_scores(run["scores"]),
        gap=_number(run["gap"]),
        changes=_changes(run.get("changes", [])),
        reliability=_reliability(run["calibration"]["bins"]),
        calibration_error=_number(run["calibration"]["error"]),
        latency=" · ".join(f"{name} {value:.2f}" for name, value in run["latency"].items()),
        robustness=_robustness(run["robustness"]),
        matrix=matrix(judged, urgent),
        confused=_rows(
            ((str(times), *pair) for pair, times in confused(judged)), "times", "meant", "understood"
        ),
        worst=_rows(
            (
                (why, one.way, one.meant, one.label, one.by_phrase or "", f"{one.confidence:.2f}", one.text)
                for why, one in worst(judged, urgent)
            ),
            *("why", "way", "meant", "understood", "by a phrase", "sure", "message"),
        ),
    )


def worst(judged: Sequence[Judged], urgent: Set[str]) -> list[tuple[str, Judged]]:
    """The lines to look at first: distress missed, false alarms, wrong amounts, then the sure errors."""
    ranked = sorted(
        ((_fault(one, urgent), one) for one in judged),
        key=lambda found: (found[0][0], -found[1].confidence),
    )
    return [(fault, one) for (_, fault), one in ranked if fault][:WORST]


def _fault(one: Judged, urgent: Set[str]) -> tuple[int, str]:
    if one.meant in urgent and not one.alarms(urgent):
        return 0, "distress missed"
    if one.meant not in urgent and one.alarms(urgent):
        return 1, "false alarm"
    if any(wrong(*values) for values in one.mentions.values()):
        return 2, "wrong country or amount"
    return (3, "misread") if one.label != one.meant else (4, "")


def _verdict(run: Mapping[str, Any]) -> str:
    losses = [change["score"] for change in run.get("changes", []) if change["loss"]]
    if losses:
        return f'<p class="missed">Significant loss: {escape(", ".join(losses))}</p>'
    return "<p>No significant loss.</p>" if run.get("changes") else "<p>No run to compare with.</p>"


def _scores(found: Mapping[str, Mapping[str, Any]]) -> str:
    rows = []
    for score in targets.SCORES:
        target = targets.TARGETS.get(score)
        cells = [f"<th>{score}</th>"]
        for way, of in found.items():
            value, interval = of[score], ""
            if score == "macro_f1" and (ends := of["macro_f1_95"]):
                interval = f"<small>{ends[0]:.2f}–{ends[1]:.2f}</small>"
            cells.append(_cell(value, interval, target is not None and target.reached(way, value) is False))
        bounds = {of for way in found if target and (of := target.of(way)) is not None}
        sign = "≤" if target and target.at_most else "≥"
        aim = f"{sign} {' / '.join(f'{bound:g}' for bound in sorted(bounds, reverse=True))}" if bounds else ""
        rows.append(f"<tr>{''.join(cells)}<td>{aim}</td></tr>")
    head = "".join(f"<th>{escape(way)}</th>" for way in found)
    return f"<table><tr><th></th>{head}<th>to reach</th></tr>{''.join(rows)}</table>"


def _changes(changes: Sequence[Mapping[str, Any]]) -> str:
    return _rows(
        (
            (
                change["score"],
                _number(change["old"]),
                _number(change["new"]),
                f"{change['gain']:+.3f} ({change['low']:+.3f} to {change['high']:+.3f})",
                "LOSS" if change["loss"] else "better" if change["low"] > 0 else "",
            )
            for change in changes
        ),
        *("score", "before", "now", "gain, surer than 98 in 100", ""),
    )


def _robustness(found: Mapping[str, Mapping[str, Any]]) -> str:
    if not found:
        return "<p>Not measured in this run.</p>"
    rows = (
        f"<tr><th>{escape(kind)}</th><td>{of['messages']}</td>"
        + "".join(
            _cell(of[key], "", missed(kind, of) and key == _measure(of))
            for key in ("before", "after", "cost", "same")
        )
        + _cell(of["distress_still_found"], "", False)
        + "</tr>"
        for kind, of in found.items()
    )
    head = "<tr><th>spoilt by</th><th>messages</th><th>before</th><th>after</th><th>cost</th>"
    return f"<table>{head}<th>the same</th><th>distress still found</th></tr>{''.join(rows)}</table>"


def _measure(of: Mapping[str, Any]) -> str:
    return "same" if of["must_be_free"] else "cost"


def _reliability(bins: Sequence[Mapping[str, Any]]) -> str:
    """Confidence to the right, truth upwards; the area of a dot is how many messages it stands for."""
    total = sum(one["messages"] for one in bins) or 1
    dots = "".join(
        f'<circle cx="{_SIDE * one["confidence"]:.1f}" cy="{_SIDE * (1 - one["right"]):.1f}"'
        f' r="{3 + 20 * (one["messages"] / total) ** 0.5:.1f}">'
        f"<title>sure {one['confidence']:.2f}, right {one['right']:.2f}, {one['messages']} messages</title>"
        "</circle>"
        for one in bins
    )
    return (
        f'<svg viewBox="-24 -24 {_SIDE + 48} {_SIDE + 48}" width="{_SIDE + 48}" role="img" class="plot">'
        f'<rect width="{_SIDE}" height="{_SIDE}"/><line x1="0" y1="{_SIDE}" x2="{_SIDE}" y2="0"/>{dots}</svg>'
    )


def _rows(rows: Iterable[Sequence[str]], *head: str) -> str:
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{''.join(f'<th>{escape(name)}</th>' for name in head)}</tr>{body}</table>"


def _cell(value: float | None, more: str, bad: bool) -> str:
    return f"<td{' class=missed' if bad else ''}>{_number(value)}{more}</td>"


def _number(value: float | None) -> str:
    return "–" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"
