"""What an operator gets to see of errors in libraries: enough to act on, nothing of a person."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from telegram.error import Conflict, NetworkError

from bot.telegram.logs import quiet_logs

WRITTEN = "they took my passport"


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the bot prints, set up as the bot does it."""
    sink = io.StringIO()
    monkeypatch.setattr("sys.stdout", sink)
    before, level = logging.root.handlers[:], logging.root.level
    logging.root.handlers.clear()
    quiet_logs()
    yield sink
    logging.root.handlers[:] = before
    logging.root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.parametrize(
    ("error", "event"),
    [
        pytest.param(NetworkError(WRITTEN), "telegram.ext.Updater", id="network"),
        pytest.param(Conflict(WRITTEN), "another program polls with this token; stop it", id="conflict"),
    ],
)
def test_an_error_of_a_library_is_its_place_and_its_kind(
    printed: io.StringIO, error: Exception, event: str
) -> None:
    logging.getLogger("telegram.ext.Updater").error("%s", WRITTEN, exc_info=error)
    kind = type(error).__name__
    assert json.loads(printed.getvalue()) == {"level": "error", "event": event, "kind": kind}


def test_a_warning_without_an_error_is_told_too(printed: io.StringIO) -> None:
    logging.getLogger("httpx").warning(WRITTEN)
    assert json.loads(printed.getvalue()) == {"level": "warning", "event": "httpx", "kind": ""}
