"""Scores a model: `python -m rasa_project.evaluate --model x.tar.gz --messages messages.yaml`.

Every message goes through the model as /parse would send it, and through the urgent phrases as the bot would;
nothing is stored. With --json the scores come as JSON, with --wrong each message that was misread as well.
"""

import argparse
import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rasa_project import card_references, quiet_log, serve, without_tensorflow
from rasa_project.scores import Judged, judged, scores

HERE = Path(__file__).parent
COLUMNS = (
    *(
        "macro_f1",
        "accuracy",
        "urgent_recall",
        "urgent_recall_model",
        "urgent_recall_phrases",
        "false_alarms",
    ),
    *("false_alarms_near", "out_of_scope_recall", "in_scope_rejected", "country", "money"),
)


def main() -> int:
    """Prints the scores."""
    parser = argparse.ArgumentParser(prog="rasa_project.evaluate", description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--messages", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    content = Path(os.environ.get("DISHARI_CONTENT") or HERE.parent / "content")
    messages, found = evaluate(options.model, options.messages, content)
    if options.json:
        print(json.dumps(found["scores"], ensure_ascii=False, indent=2))
    else:
        _print_table(found["scores"])
    if options.wrong:
        for message, result in zip(messages, found["judged"], strict=True):
            if result.label != result.meant:
                print(
                    f"{result.way:9} {result.meant} -> {result.understood}: {message['text']}",
                    file=sys.stderr,
                )
    return 0


def evaluate(model: Path, file: Path, content: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The messages of `file`, and their `judged` and `scores`."""
    os.environ |= {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    if not without_tensorflow.needed(serve.description(model)):
        without_tensorflow.leave_out()
    import yaml

    from bot.language import UrgentPhrases, normalise
    from bot.packs import load_packs

    packs = load_packs(content)
    matcher = UrgentPhrases(packs.urgent_phrases(), packs.hypothetical())
    messages = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  plain text only
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stderr(nowhere):
        parsed = asyncio.run(_parse(model, [normalise(message["text"]) for message in messages]))
    results: Sequence[Judged] = [
        judged(message, answer, matcher.match)  # as typed: full stops tell where a clause ends
        for message, answer in zip(messages, parsed, strict=True)
    ]
    return messages, {"judged": results, "scores": scores(results, set(packs.situations))}


async def _parse(model: Path, texts: Sequence[str]) -> list[Mapping[str, Any]]:
    from rasa.core.agent import Agent

    agent = Agent.load(model)
    quiet_log.silence()
    answers: list[Mapping[str, Any]] = []
    for text in texts:
        parsed = await agent.parse_message(text.lstrip("/ "))
        entities = [card_references.entity(entity) for entity in parsed["entities"]]
        answers.append({"intent": parsed["intent"]["name"], "entities": entities})
    return answers


def _print_table(found: Mapping[str, Mapping[str, Any]]) -> None:
    print(f"{'':24}" + "".join(f"{way:>10}" for way in found))
    for column in COLUMNS:
        values = [found[way][column] for way in found]
        print(f"{column:24}" + "".join(f"{'-' if value is None else f'{value:.3f}':>10}" for value in values))
    for way in found:
        print(f"weakest in {way}: {found[way]['weakest']}")


if __name__ == "__main__":
    sys.exit(main())
