"""The same pipeline on MASSIVE, a public test of 60 intents, beside published numbers.

For measuring only: nothing of its files (CC BY 4.0, Amazon.com Inc. or its affiliates) enters the project.
One model learns the English and the Bangla training lines, with romanised copies as our importer makes them.
What counts is the likeliest intent, as in the publications: the doubt that protects people is left out.
"""

import csv
import json
import os
import re
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from bot.language import normalise
from rasa_project import train
from rasa_project.evaluation.reading import Reader
from rasa_project.training_lines import gather

FOLDER = "DISHARI_MASSIVE"  # tells the importer, which Rasa makes, where the files are
TRAINED_ON = ("en-US", "bn-BD")
_MARKED = re.compile(r"\[[^:\]]*: ([^\]]*)\]")  # [date : this week]
# Accuracy in per cent. linear: tf-idf with LinearSVC, its best of several feature sets and trainings.
# XLM-R: base, 270 M parameters, trained on all 51 languages (arXiv 2204.08582); 85.1 on average over them.
PUBLISHED: dict[str, dict[str, float]] = {
    "en-US": {"to reach": 87.0, "linear": 86.0, "XLM-R": 88.3},
    "bn-BD": {"to reach": 85.0, "linear": 83.3},
    "bn-Latn": {"to reach": 84.0, "linear": 82.5},
}
COLUMNS = ("to reach", "linear", "XLM-R")
CONFIG = """
recipe: default.v1
language: bn
importers:
  - name: rasa_project.evaluation.massive_importer.MassiveImporter
"""


def main(folder: Path, out: str | None = None, part: str = "test") -> int:
    """Trains, prints the accuracies, and writes them as JSON to `out`."""
    missing = [name for name in _files(part) if not (folder / name).is_file()]
    if missing:
        print(f"{folder} lacks {', '.join(missing)}.")
        return 2
    found = measure(folder.resolve(), part)
    print(f"{'accuracy, per cent':20}{'here':>8}" + "".join(f"{column:>10}" for column in COLUMNS))
    for way, accuracy in found["accuracy"].items():
        beside = (PUBLISHED[way].get(column) for column in COLUMNS)
        print(f"{way:20}{accuracy:>8.1f}" + "".join(f"{'-' if n is None else n:>10}" for n in beside))
    print(f"trained on {found['lines']} lines in {found['training_seconds']:.0f} s; {found['latency']}")
    if out:
        text = json.dumps(found | {"published": PUBLISHED}, indent=2)
        print(text) if out == "-" else Path(out).write_text(text + "\n", encoding="utf-8")
    return 0


def measure(folder: Path, part: str = "test") -> dict[str, Any]:
    """Accuracy per way of writing, from one joint model."""
    os.environ[FOLDER] = str(folder)
    with tempfile.TemporaryDirectory(prefix="dishari-massive-") as work:
        config = Path(work) / "config.yml"
        config.write_text(CONFIG + train.pipeline(), encoding="utf-8")
        began = time.monotonic()
        with train.training(config.read_text(), Path(work)) as rasa:
            model = rasa.train_nlu(str(config), str(folder), work, fixed_model_name="massive")
        seconds = time.monotonic() - began
        reader = Reader(Path(model))
        accuracy = {
            way: _accuracy(reader, folder / f"{way}.{part}.tsv") for way in PUBLISHED if _has(way, part)
        }
    return {
        "part": part,
        "accuracy": accuracy,
        "lines": len(lines(folder)),
        "training_seconds": round(seconds, 1),
        "latency": reader.latency(),
    }


def lines(folder: Path) -> list[tuple[str, str]]:
    """(line, intent) of the training part of both languages, and the romanised copies."""
    typed: dict[str, list[str]] = defaultdict(list)
    for way in TRAINED_ON:
        for text, intent in read(folder / f"{way}.train.tsv"):
            typed[intent].append(text)
    return [(line, intent) for intent, of_intent in gather(typed).of_intent.items() for line in of_intent]


def read(file: Path) -> list[tuple[str, str]]:
    """(text, intent) of every row; slots lose their marks."""
    with file.open(encoding="utf-8", newline="") as rows:
        return [
            (_MARKED.sub(r"\1", row.get("annot_utt") or row["utt"]), row["intent"])
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def _accuracy(reader: Reader, file: Path) -> float:
    rows = read(file)
    right = sum(reader.read(normalise(text))["ranking"][0]["name"] == intent for text, intent in rows)
    return round(100 * right / len(rows), 2)


def _has(way: str, part: str) -> bool:
    return part == "test" or way in TRAINED_ON  # what is romanised has no development part


def _files(part: str) -> list[str]:
    tested = [f"{way}.{part}.tsv" for way in PUBLISHED if _has(way, part)]
    return [f"{way}.train.tsv" for way in TRAINED_ON] + tested
