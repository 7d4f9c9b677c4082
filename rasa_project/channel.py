"""The bot's own channel into Rasa: a shared secret, card references out, an honest 5xx if there are none.

Rasa's REST channel answers `200 []` to every failure and logs what people wrote; this one does neither. What
a person types is never read as one of Rasa's `/intent{...}` commands; what a button tells is a `payload`.
"""

import asyncio
import contextlib
import hmac
import logging
import os
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from rasa_project import card_references, quiet_log
from rasa_project.card_references import BadRequest, Turn
from rasa_project.hearing import both, hear, nothing_said, spoken, with_the_other
from rasa_project.resuming import resume
from rasa_project.tracker_store import SWEEP_SECONDS, EncryptedTrackerStore
from rasa_project.two_questions import Parsed

logger = logging.getLogger(__name__)

# Rasa's commands to itself: a button of ours never tells one, and `restart` would answer with nothing.
NOT_TOLD = frozenset({"restart", "back", "session_start", DEFAULT_NLU_FALLBACK_INTENT_NAME})
HEADER = "X-Dishari-Secret"
NAME = "dishari"
SWAP_SECONDS = 60.0  # a model is loaded in one or two
TURN_SECONDS = 4.0  # the bot waits no longer, and shows its fallback card then
SHORTEST_SECRET = 16
MOST_CARDS = 5  # the bot takes no more
BODY_LIMIT = 64_000  # a full message of four-byte letters, escaped as JSON

Handler = Callable[..., Awaitable[HTTPResponse]]


class DishariInput(InputChannel):
    """POST turn and parse, DELETE conversations/<sender>, GET ready, PUT model."""

    def __init__(self, secret: str) -> None:
        if len(secret) < SHORTEST_SECRET:
            raise ValueError(f"DISHARI_RASA_SECRET must have at least {SHORTEST_SECRET} characters.")
        self._secret = secret.encode()

    @classmethod
    def name(cls) -> str:
        """The name in the address: /webhooks/dishari/."""
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "DishariInput":
        """The channel as credentials.yml describes it."""
        return cls(str((credentials or {}).get("secret", "")))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The five routes; `on_new_message` is not used, because it hides that no agent is loaded."""
        routes = Blueprint("dishari_channel")

        @routes.listener("after_server_start")
        async def begin(app: Sanic, loop: Any) -> None:
            quiet_log.silence()
            app.add_task(_sweeping(app))

        routes.add_route(self._guarded(self._turn), "/turn", methods=["POST"], name="turn")
        routes.add_route(self._guarded(self._parse), "/parse", methods=["POST"], name="parse")
        routes.add_route(
            self._guarded(self._forget), "/conversations/<sender:str>", methods=["DELETE"], name="forget"
        )
        routes.add_route(self._guarded(self._ready), "/ready", methods=["GET"], name="ready")
        routes.add_route(self._guarded(self._swap, SWAP_SECONDS), "/model", methods=["PUT"], name="model")
        return routes

    def _guarded(self, handle: Handler, seconds: float | None = None) -> Handler:
        async def answer(request: Request, **parts: str) -> HTTPResponse:
            given = request.headers.get(HEADER, "")
            if not hmac.compare_digest(given.encode("utf-8", "replace"), self._secret):
                return _error("unauthorised", 401)
            if len(request.body) > BODY_LIMIT:
                return _error("too_large", 413)
            try:
                agent = getattr(request.app.ctx, "agent", None)
                if agent is None or not agent.is_ready():
                    return _error("not_ready", 503)
                async with asyncio.timeout(seconds or TURN_SECONDS):
                    return await handle(agent, request, **parts)
            except BadRequest:
                return _error("bad_request", 400)
            except TimeoutError:
                return _failed("timeout")
            except Exception as error:  # noqa: BLE001  whatever it is, the bot must learn that there is no answer
                return _failed(type(error).__name__)

        return answer

    async def _ready(self, agent: Agent, request: Request) -> HTTPResponse:
        return json({"ready": True, "model": agent.processor.model_filename})

    async def _swap(self, agent: Agent, request: Request) -> HTTPResponse:
        """Loads another model beside the one at work; turns in hand end with the old one, none is lost."""
        path = _model_file(_body(request))
        other = Agent(tracker_store=agent.tracker_store, lock_store=agent.lock_store)
        await asyncio.to_thread(other.load_model, path)
        request.app.ctx.agent = other
        return empty()

    async def _turn(self, agent: Agent, request: Request) -> HTTPResponse:
        turn = card_references.turn(_body(request))
        output = CollectingOutputChannel()
        parsed, two = await hear(agent, turn)
        if turn.intent:
            message = _payload_message(agent, turn, output)
        else:
            message = _text_message(turn, output, parsed)
        if turn.intent and turn.answers is not None:
            await resume(agent, turn.sender, turn.intent, turn.answers)
        await agent.handle_message(message)
        if change := card_references.changed(output.messages):
            await resume(agent, turn.sender, *change)
        cards = card_references.cards(output.messages)
        if two and cards:
            cards = await with_the_other(agent, turn.sender, two, cards)
        if 0 < len(cards) <= MOST_CARDS:
            return json({"cards": cards})
        # No rule fits what is remembered: begun anew, the next message has an answer.
        await self._forget(agent, request, turn.sender)
        return _failed("too_many_cards" if cards else "no_card")

    async def _parse(self, agent: Agent, request: Request) -> HTTPResponse:
        whole = card_references.text(_body(request))
        text, shift = spoken(whole)
        parsed = await agent.processor.parse_message(UserMessage(text)) if text else nothing_said()
        entities = card_references.entities(parsed["entities"])
        for entity in entities:
            entity["start"] += shift
            entity["end"] += shift
        intent = parsed["intent"]
        said = {"intent": intent["name"], "confidence": intent["confidence"], "entities": entities}
        return json(said | await both(agent, whole))

    async def _forget(self, agent: Agent, request: Request, sender: str) -> HTTPResponse:
        key = card_references.sender(sender)
        async with agent.lock_store.lock(key):
            await _store(agent).delete(key)
        return empty()


def _model_file(body: Any) -> Path:
    """The model `{"model": "<file name>"}` means; only from the models folder, whoever asks."""
    name = body.get("model") if isinstance(body, dict) else None
    path = Path(os.environ["DISHARI_DATA"], "models", str(name))
    if path.name != name or not path.is_file():
        raise BadRequest
    return path


async def _sweeping(app: Sanic) -> None:
    """Forgets on time even when nobody speaks."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        with contextlib.suppress(sqlite3.Error):
            _store(app.ctx.agent).sweep()


def _store(agent: Agent) -> EncryptedTrackerStore:
    return getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)  # Rasa wraps it


def _body(request: Request) -> Any:
    try:
        return request.json
    except Exception as error:  # Sanic's own error quotes the body
        raise BadRequest from error


def _text_message(turn: Turn, output: CollectingOutputChannel, parsed: Parsed | None) -> UserMessage:
    text, _ = spoken(turn.text or "")
    parsed = parsed if text else nothing_said()
    return UserMessage(text, output, turn.sender, parse_data=parsed, input_channel=NAME)


def _payload_message(agent: Agent, turn: Turn, output: CollectingOutputChannel) -> UserMessage:
    if turn.intent in NOT_TOLD or turn.intent not in agent.domain.intents:
        raise BadRequest
    entities = [{"entity": name, "value": value} for name, value in turn.entities.items()]
    parsed = {"text": "", "intent": {"name": turn.intent, "confidence": 1.0}, "entities": entities}
    return UserMessage("", output, turn.sender, parse_data=parsed, input_channel=NAME)


def _failed(kind: str) -> HTTPResponse:
    logger.error("No answer: %s", kind)
    return _error(kind, 500)


def _error(kind: str, status: int) -> HTTPResponse:
    return json({"error": kind}, status=status)
