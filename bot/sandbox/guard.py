"""Keeps other sites' pages, and other machines, away from a page of ours."""

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

OURSELVES: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})
CONTENT_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse a foreign Host (DNS rebinding) or Origin (a page of another site) before anything is read."""
    host = request.headers.get("Host", "")
    origin = request.headers.get("Origin")
    if host.rpartition(":")[0] not in OURSELVES and host not in OURSELVES:
        raise web.HTTPForbidden(text="This server answers to 127.0.0.1 and localhost only.\n")
    if origin is not None and origin != f"http://{host}":
        raise web.HTTPForbidden(text="This server answers to its own page only.\n")
    return await handler(request)


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Tell the browser to load nothing from outside and to keep nothing."""
    response.headers.update(HEADERS)
