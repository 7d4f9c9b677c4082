"""Trains the model: `python -m rasa_project.train --out var/models/x.tar.gz`, or names it: `--fingerprint`.

Reads the content folder named by DISHARI_CONTENT (default: content/). The same input gives the same model.
"""

import argparse
import contextlib
import os
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rasa_project import without_tensorflow
from rasa_project.fingerprint import fingerprint

HERE = Path(__file__).parent
CONFIG = HERE / "config.yml"


def main() -> int:
    """0 when the model (or the fingerprint) is there; 1 with one sentence per reason when not."""
    parser = argparse.ArgumentParser(prog="rasa_project.train", description=__doc__)
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--out", type=Path, help="where to put the model, a .tar.gz")
    action.add_argument(
        "--fingerprint", action="store_true", help="name what a model made now would depend on"
    )
    options = parser.parse_args()
    content = Path(os.environ.get("DISHARI_CONTENT") or HERE.parent / "content")
    if options.fingerprint:
        print(fingerprint(content))
        return 0
    return train(content, options.out)


def train(content: Path, out: Path) -> int:
    """Trains on `content` and puts the finished model at `out`, whole or not at all."""
    from bot.packs import PacksError
    from rasa_project.training_lines import read

    began = time.monotonic()
    print("Reading what people type ...", flush=True)
    try:
        _, lines = read(content)
    except PacksError as error:
        print(f"The content cannot be used yet:\n{error}", file=sys.stderr)
        return 1
    for line, intents in lines.torn.items():
        print(f'Left out, because it stands under {" and ".join(intents)}: "{line}"', flush=True)
    print(f"Training on {len(lines)} lines of {len(lines.of_intent)} intents ...", flush=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".training-") as folder:
        try:
            made = make(content, Path(folder))
        except Exception as error:  # noqa: BLE001  whoever trains needs the reason, in one line
            print(f"The training failed: {type(error).__name__}: {error}", file=sys.stderr)
            return 1
        made.replace(out)
    size = out.stat().st_size / 1e6
    print(f"Trained in {time.monotonic() - began:.0f} s: {out.name}, {size:.1f} MB.", flush=True)
    return 0


def make(content: Path, folder: Path) -> Path:
    """The model made of `content`, somewhere in `folder`."""
    os.environ["DISHARI_CONTENT"] = str(content)
    with training(CONFIG.read_text(), folder) as rasa:
        result = rasa.train(
            domain=str(HERE / "domain"),
            config=str(CONFIG),
            training_files=[str(HERE / "data")],
            output=str(folder),
            fixed_model_name="model",
            force_training=True,
        )
    if not result.model:
        raise RuntimeError("Rasa made no model")
    return Path(result.model)


def pipeline() -> str:
    """The pipeline of the configuration, as it stands there: for measuring it on other lines."""
    configured = CONFIG.read_text()
    return configured[configured.index("pipeline:") : configured.index("policies:")]


@contextlib.contextmanager
def training(config: str, folder: Path) -> Iterator[Any]:
    """Rasa's module of trainings, quiet, and without what our pipeline does not need."""
    os.environ |= {
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),  # what to train again is our fingerprint's business
        "RASA_MAX_CACHE_SIZE": "0",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    if not without_tensorflow.needed(config):
        without_tensorflow.leave_out()
    # Rasa's progress bars and warnings tell an editor nothing; what fails is raised.
    with (
        open(os.devnull, "w") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        import rasa.model_training
        from rasa.shared.nlu.training_data.training_data import TrainingData

        # Rasa hashes all lines after every step, for the cache switched off above: a third of the time.
        TrainingData.fingerprint = lambda self: uuid.uuid4().hex
        yield rasa.model_training


if __name__ == "__main__":
    sys.exit(main())
