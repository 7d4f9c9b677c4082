"""Scores a model: `python -m rasa_project.evaluate --model x.tar.gz --messages messages.yaml`.

Every message goes through the model as /parse would send it, and through the urgent phrases as the bot would.
The run is compared with the last one saved: status 1 means that something became worse, and not by chance.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rasa_project.evaluation import calibration, massive, page, runs, table, targets
from rasa_project.evaluation.reading import Reader
from rasa_project.evaluation.resampling import f1_interval
from rasa_project.evaluation.robustness import robustness
from rasa_project.scores import EVERY_WAY, Judged, judged, scores

ROOT = Path(__file__).parent.parent
HELD_OUT = ROOT / "tests" / "understanding" / "messages.yaml"


def main() -> int:
    """Prints the scores; 1 on a significant loss."""
    options = _options()
    if options.massive:
        return massive.main(options.massive, options.json)
    run, results, urgent = evaluate(options.model, options.messages, options.quick)
    print("\n".join(table.lines(run)), end="\n\n")
    saved = _saved(options.messages)
    kept, before = runs.outcomes(results, urgent), runs.last(saved)
    both = runs.paired(before, kept)
    changes, missed = runs.changes(both, urgent), runs.newly_missed(both, urgent)
    losses = [change.score for change in changes if change.loss]
    run["changes"] = [{**asdict(change), "loss": change.loss} for change in changes]
    if before:
        print("\n".join(table.comparison(changes, missed, len(both), len(kept))), end="\n\n")
    if options.wrong:
        _print_wrong(results)
    if options.json:
        _write(options.json, json.dumps(run, ensure_ascii=False, indent=2) + "\n")
    if options.page:
        _write(options.page, page.page(run, results, urgent))
    if losses and not options.accept:
        print(f"SIGNIFICANT LOSS: {', '.join(losses)}. The last saved run stays the one to compare with.")
        print("Put it right; or, if it is meant, save this run instead: script/dishari evaluate --accept")
        return 1
    runs.save(saved, run, kept)
    compared = "no significant loss" if before else "there was no run to compare with"
    print(f"Saved as {saved.name}: {'a loss, accepted' if losses else compared}.")
    return 0


def evaluate(model: Path, file: Path, quick: bool = False) -> tuple[dict[str, Any], list[Judged], Set[str]]:
    """All that is measured on the messages of `file`, the messages judged, and the urgent situations."""
    reader = Reader(model)  # before anything else, as it decides whether TensorFlow is loaded
    import yaml

    from bot.language import normalise
    from bot.packs import load_packs

    packs = load_packs(Path(os.environ.get("DISHARI_CONTENT") or ROOT / "content"))
    urgent = set(packs.situations)
    phrases = packs.urgent()
    messages = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  plain text only

    def judge(message: Mapping[str, Any]) -> Judged:
        # The phrases get it as typed: full stops tell where a clause ends.
        return judged(message, reader.read(normalise(message["text"])), phrases.match)

    results = [judge(message) for message in messages]
    latency = reader.latency()
    found = scores(results, urgent)
    for way, of in found.items():
        of["macro_f1_95"] = f1_interval([one for one in results if way in (EVERY_WAY, one.way)])
    run = {
        "model": model.name,
        "messages": str(file.relative_to(ROOT) if file.is_relative_to(ROOT) else file.name),
        "scores": found,
        "gap": targets.gap(found),
        "calibration": calibration.summary(results),
        "latency": latency,
        "robustness": {} if quick else robustness(messages, results, judge, urgent),
    }
    return run, results, urgent


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="rasa_project.evaluate", description=__doc__)
    parser.add_argument("--model", type=Path, help="a trained .tar.gz")
    parser.add_argument("--messages", type=Path, default=HELD_OUT, help="labelled messages, a .yaml")
    parser.add_argument("--json", metavar="FILE", help="write all that was measured; - for standard output")
    parser.add_argument("--page", metavar="FILE", help="write a page with the confusion matrix, an .html")
    parser.add_argument("--wrong", action="store_true", help="print each message that was misread")
    parser.add_argument("--quick", action="store_true", help="leave the spoilt messages out")
    parser.add_argument("--accept", action="store_true", help="save the run even after a loss")
    parser.add_argument("--massive", type=Path, metavar="DIR", help="measure on MASSIVE instead")
    options = parser.parse_args()
    if not options.massive and not options.model:
        parser.error("--model is needed")
    return options


def _saved(messages: Path) -> Path:
    """Where the last run on these messages is kept: each set has its own."""
    folder = Path(os.environ.get("DISHARI_DATA") or ROOT / "var") / "evaluation"
    return folder / ("last.json" if messages.resolve() == HELD_OUT else f"last-{messages.stem}.json")


def _print_wrong(results: Sequence[Judged]) -> None:
    for message in results:
        if message.label != message.meant:
            print(f"{message.way:9} {message.meant} -> {message.understood}: {message.text}", file=sys.stderr)


def _write(file: str, text: str) -> None:
    if file == "-":
        print(text)
    else:
        Path(file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
