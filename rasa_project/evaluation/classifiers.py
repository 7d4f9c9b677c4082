"""Compares intent classifiers on the same features, lines and messages: the table of docs/decisions/0008.

    python -m rasa_project.evaluation.classifiers --every 3 --epochs 10 --json found.json

`--every 3` trains on every third question (and its romanised copies), because DIET takes long. Each
classifier is trained in a process of its own and measured in another, so that memory and start are its own.
What counts is the likeliest intent: doubt has thresholds that were found for one of them.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rasa_project import train
from rasa_project.evaluation.resampling import macro_f1

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
HELD_OUT = ROOT / "tests" / "understanding" / "messages.yaml"
OURS = "rasa_project.components.linear.LinearIntents"
COUNTS = "rasa_project.components.counts."
TOKEN_COUNTS = "rasa_project.evaluation.token_counts.Token"  # noqa: S105  a name of a module
LOGISTIC = """LogisticRegressionClassifier
    max_iter: {iterations}"""
DIET = """DIETClassifier
    epochs: {epochs}
    entity_recognition: false
    number_of_transformer_layers: 1
    transformer_size: 128
    constrain_similarities: true
    random_seed: 42"""
CLASSIFIERS = ("linear", "logistic", "diet")


def main() -> int:
    """Compares, or is one of the processes that the comparison starts."""
    parser = argparse.ArgumentParser(prog="rasa_project.evaluation.classifiers", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="train on every nth question")
    parser.add_argument("--epochs", type=int, default=10, help="of DIET")
    parser.add_argument("--iterations", type=int, default=100, help="of logistic regression, at most")
    parser.add_argument("--timeout", type=float, default=900, help="seconds for one training")
    parser.add_argument("--only", choices=CLASSIFIERS, action="append")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--train", choices=CLASSIFIERS, help=argparse.SUPPRESS)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.train:
        print(json.dumps(_trained(options)))
    elif options.measure:
        print(json.dumps(_measured(options.measure)))
    else:
        found = {name: _compared(name, options) for name in options.only or CLASSIFIERS}
        print("\n".join(_table(found)))
        if options.json:
            options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


def _compared(name: str, options: argparse.Namespace) -> dict[str, Any]:
    with TemporaryDirectory(prefix="dishari-classifier-") as folder:
        model = Path(folder) / "model.tar.gz"
        size = f"--every {options.every} --epochs {options.epochs} --iterations {options.iterations}"
        try:
            made = _process(["--train", name, "--out", str(model), *size.split()], options.timeout)
        except subprocess.TimeoutExpired:
            return {"error": f"not trained in {options.timeout:.0f} s"}
        return (
            made | _process(["--measure", str(model)], options.timeout) | {"mb": model.stat().st_size / 1e6}
        )


def _process(arguments: list[str], timeout: float) -> dict[str, Any]:
    program = [sys.executable, "-m", "rasa_project.evaluation.classifiers", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603  our own module
        program, cwd=ROOT, env=environment, timeout=timeout, check=True, stdout=subprocess.PIPE, text=True
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def configuration(name: str, epochs: int, iterations: int) -> str:
    """Our configuration, with this classifier in place of ours and, for DIET, counts of the tokens too."""
    pipeline = train.pipeline()
    if name == "logistic":
        pipeline = pipeline.replace(OURS, LOGISTIC.format(iterations=iterations))
    if name == "diet":
        pipeline = pipeline.replace(OURS, DIET.format(epochs=epochs)).replace(COUNTS, TOKEN_COUNTS)
    importer = "importers:\n  - name: rasa_project.packs_importer.PacksImporter\n"
    return f"recipe: default.v1\nlanguage: bn\n{importer}{pipeline}"


def _trained(options: argparse.Namespace) -> dict[str, Any]:
    work = options.out.parent
    config = work / "config.yml"
    config.write_text(configuration(options.train, options.epochs, options.iterations), encoding="utf-8")
    os.environ["DISHARI_CONTENT"] = str(CONTENT)
    with train.training(config.read_text(), work) as rasa:
        from rasa_project import packs_importer

        whole = packs_importer.typed
        packs_importer.typed = lambda packs: {
            intent: lines[:: options.every] for intent, lines in whole(packs).items()
        }
        began, cpu = time.monotonic(), time.process_time()
        model = rasa.train_nlu(str(config), str(train.HERE / "data"), str(work), fixed_model_name="trained")
        seconds, cpu = time.monotonic() - began, time.process_time() - cpu
    Path(model).replace(options.out)
    return {"training_seconds": seconds, "training_cpu_seconds": cpu, "training_mb": _memory("VmHWM")}


def _measured(model: Path) -> dict[str, Any]:
    began = time.process_time()
    from rasa_project.evaluation.reading import Reader

    reader = Reader(model)
    started = time.process_time() - began
    import yaml

    from bot.language import normalise

    messages = yaml.load(HELD_OUT.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  plain text
    pairs: dict[str, list[tuple[str, str]]] = {}
    for message in messages:
        likeliest = reader.read(normalise(message["text"]))["ranking"][0]["name"]
        as_good = likeliest in message.get("acceptable", ())
        pair = message["intent"], message["intent"] if as_good else likeliest
        pairs.setdefault(message["way"], []).append(pair)
    return {
        "ways": {
            way: {
                "accuracy": sum(meant == found for meant, found in of) / len(of),
                "macro_f1": macro_f1(of),
            }
            for way, of in sorted(pairs.items())
        },
        "latency": reader.latency(),
        "start_cpu_seconds": started,
        "serving_mb": _memory("VmRSS"),
    }


def _memory(kind: str) -> float:
    """Megabytes of this process: VmRSS now, VmHWM at its highest."""
    status = Path("/proc/self/status").read_text()
    return next(float(line.split()[1]) / 1e3 for line in status.splitlines() if line.startswith(kind))


def _table(found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """As Markdown."""
    ways = sorted({way for of in found.values() for way in of.get("ways", ())})
    head = [f"{way} accuracy / F1" for way in ways]
    head += [
        "ms a message (CPU)",
        "memory MB",
        "start s (CPU)",
        "training s (CPU)",
        "training MB",
        "model MB",
    ]
    yield "| | " + " | ".join(head) + " |"
    yield "|---" * (len(head) + 1) + "|"
    for name, of in found.items():
        if "error" in of:
            yield f"| {name} | {of['error']} |"
            continue
        cells = [f"{100 * w['accuracy']:.1f} / {100 * w['macro_f1']:.1f}" for w in of["ways"].values()]
        cells += [
            f"{of['latency']['p50_ms']:.1f} ({of['latency']['cpu_p50_ms']:.1f})",
            f"{of['serving_mb']:.0f}",
            f"{of['start_cpu_seconds']:.1f}",
            f"{of['training_seconds']:.0f} ({of['training_cpu_seconds']:.0f})",
            *(f"{of['training_mb']:.0f}", f"{of['mb']:.0f}"),
        ]
        yield f"| {name} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    sys.exit(main())
