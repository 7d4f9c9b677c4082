"""The connections to Telegram's Bot API, over aiohttp, which takes a fraction of httpx's processor time.

No file is ever uploaded. What fails is told by its kind only: a message of the library may hold the token.
"""

import json
import os
import ssl
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import certifi
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_WITHIN = 5.0  # seconds
ANSWER_WITHIN = 5.0  # seconds; a poll waits as much longer as Telegram was asked to wait
_JSON = {"Content-Type": "application/json"}


class Connection(BaseRequest):
    """How python-telegram-bot sends its requests; `answered` is called after each one that succeeded."""

    def __init__(
        self,
        url: str,
        connections: int,
        answer_within: float = ANSWER_WITHIN,
        free_within: float = 1.0,
        answered: Callable[[], None] | None = None,
    ) -> None:
        self._url = url
        self._connections = connections
        self._answer_within = answer_within
        self._free_within = free_within  # seconds that a request waits for one of the connections
        self._answered = answered
        self._session: aiohttp.ClientSession | None = None
        self._proxy: str | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds in which Telegram must answer."""
        return self._answer_within

    async def initialize(self) -> None:
        """Makes ready; connections open when they are needed."""
        if self._session:
            return
        self._proxy = proxy_for(self._url)
        secure = _certificates() if self._url.startswith("https:") else True
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._connections, ssl=secure),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Closes the connections."""
        if self._session:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of Telegram's answer."""
        if self._session is None:
            raise RuntimeError("the connection was not initialised")
        timeout = aiohttp.ClientTimeout(
            connect=self._free_within + CONNECT_WITHIN,
            sock_connect=CONNECT_WITHIN,
            sock_read=self._answer_within if read_timeout is self.DEFAULT_NONE else read_timeout,
        )
        said = request_data.json_parameters if request_data else {}
        body = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace") if said else None
        try:
            # A redirect would carry the token to somewhere else.
            async with self._session.request(
                method,
                url,
                data=body,
                headers=_JSON if body else None,
                timeout=timeout,
                proxy=self._proxy,
                allow_redirects=False,
            ) as response:
                answer = await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from error
        if self._answered and response.status == HTTPStatus.OK:
            self._answered()
        return response.status, answer

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Telegram's answer, without the echo of messages that we sent: nobody reads it again."""
        answer = BaseRequest.parse_json_payload(payload)
        match answer.get("result"):
            case {"message_id": _} as sent:
                answer["result"] = _known(sent)
            case [*updates]:
                for update in updates:
                    match update:
                        case {"callback_query": {"message": {"message_id": _} as sent} as query}:
                            query["message"] = _known(sent)
        return answer


def _known(message: Any) -> dict[str, Any]:
    """Which message it is: as much as changing it takes."""
    return {key: message[key] for key in ("message_id", "date", "chat") if key in message}


def proxy_for(url: str) -> str | None:
    """The proxy that the environment names for this address."""
    parts = urlsplit(url)
    proxies = getproxies()
    if not parts.hostname or proxy_bypass(parts.netloc):
        return None
    return proxies.get(parts.scheme) or proxies.get("all")


def _certificates() -> ssl.SSLContext:
    """Whom we believe to be Telegram: also where a machine brings no certificates of its own."""
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if file or folder:
        return ssl.create_default_context(cafile=file, capath=folder)
    return ssl.create_default_context(cafile=certifi.where())
