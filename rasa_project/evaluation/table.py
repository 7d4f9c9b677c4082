"""An evaluation as text for the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rasa_project.evaluation import targets
from rasa_project.evaluation.runs import Change, Outcome

MISSED = "*"


def lines(run: Mapping[str, Any]) -> Iterator[str]:
    """The scores, what they rest on, and a star at every one that does not reach its target."""
    found = run["scores"]
    yield f"{'':24}" + "".join(f"{way:>11}" for way in found)
    for score in targets.SCORES:
        yield f"{score:24}" + "".join(f"{_cell(score, way, found[way][score]):>11}" for way in found)
        if score == "macro_f1":
            ends = [found[way]["macro_f1_95"] for way in found]
            shown = ("-" if pair is None else f"{pair[0]:.2f}-{pair[1]:.2f}" for pair in ends)
            yield f"{'  95 % interval':24}" + "".join(f"{interval:>11}" for interval in shown)
    yield f"{MISSED} does not reach its target"
    for way in found:
        yield f"weakest in {way}: {found[way]['weakest']}"
    yield ""
    yield f"widest gap between two ways of writing  {_against(run['gap'], targets.WIDEST_GAP)}"
    sure = run["calibration"]
    yield f"calibration error (ECE)                 {_against(sure['error'], targets.CALIBRATION_ERROR)}"
    for one in sure["bins"]:
        yield f"  sure {one['confidence']:.2f}  right {one['right']:.2f}  {one['messages']:5} messages"
    latency = run["latency"]
    yield (
        f"a message takes {latency['p50_ms']:.2f} ms at the median, {latency['p95_ms']:.2f} ms at 95 %"
        f" ({latency['cpu_p50_ms']:.2f} ms of processor time; to reach: {targets.MILLISECONDS:.0f} ms)"
    )
    yield from _robustness(run["robustness"])


def _robustness(found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield f"{'spoilt by':28} messages  before   after    cost  the same  distress"
    for kind, of in found.items():
        distress = of["distress_still_found"]
        star = MISSED if missed(kind, of) else ""
        yield (
            f"{kind + star:28}{of['messages']:>9}{of['before']:>8.3f}{of['after']:>8.3f}{of['cost']:>8.3f}"
            f"{of['same']:>10.3f}{'-' if distress is None else f'{distress:.3f}':>10}"
        )


def missed(kind: str, of: Mapping[str, Any]) -> bool:
    """Whether this way of spoiling costs more than it may."""
    if of["must_be_free"]:
        return bool(of["same"] < 1)
    return kind == "one typo" and bool(of["cost"] > targets.ONE_TYPO_COSTS)


def comparison(found: Sequence[Change], missed: Sequence[Outcome], common: int, total: int) -> Iterator[str]:
    """The change since the last saved run, losses said clearly."""
    yield f"Against the last saved run, on {common} messages with the same label in both ({total} now):"
    for change in found:
        what = "LOSS" if change.loss else "better" if change.low > 0 else ""
        yield (
            f"  {change.score:22}{change.old:>8.3f} ->{change.new:>7.3f}"
            f"   gain {change.gain:+.3f} ({change.low:+.3f} to {change.high:+.3f})  {what}"
        )
    for outcome in missed:
        yield f"  distress that was found before and is not now: {outcome.meant}: {outcome.text}"


def _cell(score: str, way: str, value: float | None) -> str:
    if value is None:
        return "-"
    if score == "messages":
        return str(value)
    target = targets.TARGETS.get(score)
    return f"{value:.3f}" + (MISSED if target and target.reached(way, value) is False else " ")


def _against(value: float | None, most: float) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}{MISSED if value > most else ''} (to reach: {most})"
