"""Keeps what people write out of the log: after start, other people's log lines lose their words.

Rasa logs a message's text with many of its errors, and an exception's message may quote it. So once a person
can be talking to us, a line from any logger but our own shrinks to its place and the kind of the error.
"""

import json
import logging
from collections.abc import MutableMapping
from typing import Any

import structlog

OURS = "rasa_project"


class QuietFormatter(logging.Formatter):
    """Level, place and kind of error; the words only of our own lines, which carry none of a person's."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON, never a traceback: its last line is the exception's message."""
        place = f"{record.name}:{record.lineno}"
        words = f" {record.getMessage()}" if record.name.split(".")[0] == OURS else ""
        error = record.exc_info[0] if record.exc_info else None
        entry = {"level": record.levelname.lower(), "event": f"{place}{words}"}
        return json.dumps(entry | ({"kind": error.__name__} if error else {}))


def silence() -> None:
    """From now on nothing a person wrote can reach standard output, standard error or a log file."""
    logging.captureWarnings(True)
    # A line that cannot be formatted would be printed with its arguments.
    logging.raiseExceptions = False
    # Much of Rasa logs through structlog, which prints everything as long as nobody configures it.
    structlog.configure(
        processors=[_event_only],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.StreamHandler())
    known = [logger for logger in root.manager.loggerDict.values() if isinstance(logger, logging.Logger)]
    for logger in (root, *known):
        for handler in logger.handlers:
            handler.setFormatter(QuietFormatter())
        # Debug lines of Rasa hold whole messages; shrunk they would only be noise.
        if logger.name.split(".")[0] != OURS:
            logger.setLevel(max(logger.getEffectiveLevel(), logging.WARNING))


def _event_only(logger: object, method: str, event: MutableMapping[str, Any]) -> str:
    return str(event["event"])
