"""What goes wrong inside is an honest 5xx with a kind, and nobody's words get out with it."""

import asyncio
import io
import json
import logging
from types import SimpleNamespace

import pytest
import structlog
from rasa.core.lock_store import InMemoryLockStore

from rasa_project import channel, quiet_log
from rasa_project.channel import HEADER, DishariInput

SECRET = "a secret only for these tests"  # noqa: S105
SPOKEN = "my boss locked me in"


class FailingAgent:
    """An agent on which something goes wrong."""

    def __init__(self, failure: Exception | None = None, seconds: float = 0, ready: bool = True) -> None:
        self.failure, self.seconds, self.ready = failure, seconds, ready
        self.lock_store = InMemoryLockStore()
        self.processor = SimpleNamespace(parse_message=self.handle_message)
        self.domain = SimpleNamespace(responses={})

    def is_ready(self) -> bool:
        return self.ready

    async def handle_message(self, message) -> None:
        await asyncio.sleep(self.seconds)
        if self.failure:
            raise self.failure


async def turn(agent, path="_turn") -> tuple[int, dict]:
    """What the channel answers to a sentence when it has this agent."""
    body = {"sender": "0123456789abcdef", "text": SPOKEN}
    request = SimpleNamespace(
        headers={HEADER: SECRET},
        body=json.dumps(body).encode(),
        json=body,
        app=SimpleNamespace(ctx=SimpleNamespace(agent=agent)),
    )
    ours = DishariInput(SECRET)
    reply = await ours._guarded(getattr(ours, path))(request)
    return reply.status, json.loads(reply.body)


async def test_an_exception_is_a_500_with_its_kind_and_without_its_words(caplog):
    assert await turn(FailingAgent(KeyError(SPOKEN))) == (500, {"error": "KeyError"})
    assert SPOKEN not in caplog.text


async def test_an_exception_while_parsing_is_a_500(caplog):
    assert await turn(FailingAgent(ValueError(SPOKEN)), "_parse") == (500, {"error": "ValueError"})


async def test_conversations_are_swept_while_nobody_speaks(monkeypatch):
    monkeypatch.setattr(channel, "SWEEP_SECONDS", 0.01)
    swept = asyncio.Event()
    store = SimpleNamespace(sweep=swept.set)
    agent = SimpleNamespace(tracker_store=SimpleNamespace(_tracker_store=store))
    sweeping = asyncio.create_task(channel._sweeping(SimpleNamespace(ctx=SimpleNamespace(agent=agent))))
    await asyncio.wait_for(swept.wait(), 5)
    sweeping.cancel()


async def test_no_card_is_a_500_and_what_led_there_is_forgotten():
    agent, forgotten = FailingAgent(), []

    async def delete(sender):
        forgotten.append(sender)

    agent.tracker_store = SimpleNamespace(delete=delete)
    assert await turn(agent) == (500, {"error": "no_card"})
    assert forgotten == ["0123456789abcdef"]


async def test_too_slow_is_a_500(monkeypatch):
    monkeypatch.setattr(channel, "TURN_SECONDS", 0.05)
    assert await turn(FailingAgent(seconds=5)) == (500, {"error": "timeout"})


@pytest.mark.parametrize("agent", [None, FailingAgent(ready=False)])
async def test_without_a_model_it_is_a_503(agent):
    assert await turn(agent, "_ready") == (503, {"error": "not_ready"})


@pytest.mark.parametrize("secret", ["", "short", None])
def test_it_does_not_start_without_a_secret_worth_the_name(secret):
    with pytest.raises(ValueError, match="DISHARI_RASA_SECRET"):
        DishariInput.from_credentials({"secret": secret} if secret is not None else None)


@pytest.fixture
def log(monkeypatch):
    """What stands in the log after start."""
    written = io.StringIO()
    monkeypatch.setattr(logging.getLogger(), "handlers", [logging.StreamHandler(written)])
    monkeypatch.setattr(logging, "raiseExceptions", True)
    quiet_log.silence()
    yield written
    logging.captureWarnings(False)
    structlog.reset_defaults()


def test_foreign_log_lines_lose_their_words(log):
    logging.getLogger("rasa.core.processor").error("Could not read %s", SPOKEN)
    try:
        raise KeyError(SPOKEN)
    except KeyError:
        logging.getLogger("sanic.error").exception("Failed at %s", SPOKEN)
    structlog.get_logger().error("rest.message.received.failure", text=SPOKEN)
    structlog.get_logger().debug("processor.message.parse", parse_data_text=SPOKEN)
    written = log.getvalue()
    assert SPOKEN not in written
    entries = [json.loads(line) for line in written.splitlines()]
    assert entries[0].keys() == {"level", "event"}
    assert entries[0]["level"] == "error"
    assert entries[0]["event"].startswith("rasa.core.processor:")
    assert entries[1]["kind"] == "KeyError"


def test_a_line_that_cannot_be_formatted_loses_its_words_too(log, capsys):
    logging.getLogger("rasa_project.channel").error("No answer: %d", SPOKEN)
    assert SPOKEN not in log.getvalue() + "".join(capsys.readouterr())


def test_our_own_log_lines_keep_theirs(log):
    logging.getLogger("rasa_project.channel").error("No answer: %s", "timeout")
    assert "No answer: timeout" in log.getvalue()
