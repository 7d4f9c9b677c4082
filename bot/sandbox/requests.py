"""Reading the people's requests, and saying in one sentence what is wrong with them."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web

from bot.sandbox.api import reply
from bot.sandbox.faults import FaultError
from bot.sandbox.people import PersonError
from bot.sandbox.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class RequestError(Exception):
    """A request that can't be served, with its HTTP status."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def asked(handler: Handler) -> Handler:
    """The handler, with every refusal turned into `{"error": ...}`."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except RequestError as problem:
            return reply({"error": str(problem)}, problem.status)
        except PersonError as problem:
            return reply({"error": str(problem)}, 409)
        except FaultError as problem:
            return reply({"error": str(problem)}, 400)

    return answer


async def body_of(request: web.Request) -> dict[str, Any]:
    """The JSON object a request brings; an empty one when it brings nothing."""
    if not request.can_read_body:
        return {}
    try:
        body = await request.json()
    except ValueError:
        raise RequestError(400, "the body must be JSON") from None
    if not isinstance(body, dict):
        raise RequestError(400, "the body must be a JSON object")
    return body


def person_of(request: web.Request, world: World) -> int:
    """Whom the address names."""
    person = int(request.match_info["person"])
    if person not in world.chats:
        raise RequestError(404, "there is no such person")
    return person


def word(body: Mapping[str, Any], name: str, default: str = "") -> str:
    """A text of the body."""
    value = body.get(name, default)
    if not isinstance(value, str):
        raise RequestError(400, f"{name} must be text")
    return value


def number(body: Mapping[str, Any], name: str, default: float | None = None) -> float:
    """A number of the body."""
    value = body.get(name, default)
    try:
        return float(value)
    except (TypeError, ValueError):
        raise RequestError(400, f"{name} must be a number") from None
