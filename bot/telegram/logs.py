"""The bot's log: structured lines without tokens and without anything that people wrote."""

import json
import logging
import sys

import structlog

CONFLICT = "Conflict"  # the library's error when somebody else polls
ANOTHER_POLLS = "another program polls with this token; stop it"


class _Terse(logging.Formatter):
    """Who complains, and the kind of error: libraries' messages may hold tokens or people's words."""

    def format(self, record: logging.LogRecord) -> str:
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        event = ANOTHER_POLLS if kind == CONFLICT else record.name
        return json.dumps({"level": record.levelname.lower(), "event": event, "kind": kind})


def quiet_logs() -> None:
    """Structured lines on standard output. Request lines would hold the token, debug lines whole messages."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_Terse())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.raiseExceptions = False  # a line that cannot be written would be printed whole, message and all
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(),
        cache_logger_on_first_use=True,
    )
