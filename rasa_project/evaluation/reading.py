"""Reads messages with a model as /parse does, without a server; counts how long each takes."""

import asyncio
import contextlib
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rasa_project import card_references, quiet_log, serve, without_tensorflow

WARM_UP = 20


class Reader:
    """A loaded model. The same text is read once, as the model gives the same answer every time."""

    def __init__(self, model: Path) -> None:
        os.environ |= {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
        if not without_tensorflow.needed(serve.description(model)):
            without_tensorflow.leave_out()
        began = time.perf_counter()
        with _quietly():
            from rasa.core.agent import Agent

            self._agent = Agent.load(model)
        self.start_seconds = time.perf_counter() - began
        quiet_log.silence()
        self._loop = asyncio.new_event_loop()
        self._known: dict[str, Mapping[str, Any]] = {}
        self._wall: list[float] = []
        self._cpu: list[float] = []

    def read(self, text: str) -> Mapping[str, Any]:
        """Intent, ranking and entities of a normalised text."""
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def latency(self) -> dict[str, float]:
        """Milliseconds a message, without the first few; of the processor, as others may share it."""
        return {
            "p50_ms": _at(self._wall, 0.5),
            "p95_ms": _at(self._wall, 0.95),
            "cpu_p50_ms": _at(self._cpu, 0.5),
        }

    def _read(self, text: str) -> Mapping[str, Any]:
        wall, cpu = time.perf_counter(), time.process_time()
        with _quietly():
            parsed = self._loop.run_until_complete(self._agent.parse_message(text.lstrip("/ ")))
        self._wall.append(1000 * (time.perf_counter() - wall))
        self._cpu.append(1000 * (time.process_time() - cpu))
        entities = card_references.entities(parsed["entities"])
        ranking = parsed.get("intent_ranking", [])
        return {"intent": parsed["intent"]["name"], "ranking": ranking, "entities": entities}


def _at(times: Sequence[float], share: float) -> float:
    counted = sorted(times[WARM_UP:] or times)
    return round(counted[int(share * (len(counted) - 1))], 3) if counted else 0.0


@contextlib.contextmanager
def _quietly() -> Any:
    # Rasa and its libraries warn of each other's age; what fails is raised.
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stderr(nowhere):
        yield
