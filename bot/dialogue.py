"""Rasa over HTTP: what a person wrote goes in, card references come out. The only door to Rasa.

Anything but a well-formed, non-empty list of card references counts as one failure, DialogueError, and the
caller answers from the packs: Rasa has too many ways of failing silently.
"""

import json
from collections.abc import Mapping
from typing import Any, Protocol

import aiohttp

from bot.cards import CardReference, WrongReference
from bot.keys import SECRET_HEADER

ANSWER_WITHIN = 4.0  # seconds; a person in need looks at an empty chat no longer than that
CONNECT_WITHIN = 1.0  # seconds; Rasa runs on the same machine
LONGEST_ANSWER = 64 * 1024  # bytes; a few card references are some hundred
MOST_CARDS = 5  # nobody reads more at once
MOST_AT_ONCE = 32  # requests; Rasa reads one message at a time anyway


class DialogueError(Exception):
    """Rasa did not say what to show; `kind` says why, and never what the person wrote."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(kind)

    @property
    def may_pass(self) -> bool:
        """Whether the same could succeed later: Rasa was away, it did not refuse."""
        return not self.kind.startswith("status-4")


class Dialogue(Protocol):
    """Whatever turns a sentence into card references."""

    async def say(self, sender: str, text: str) -> list[CardReference]: ...

    async def tell(
        self, sender: str, intent: str, entities: Mapping[str, str], answers: str | None = None
    ) -> list[CardReference]: ...

    async def forget(self, sender: str) -> None: ...


class RasaDialogue:
    """The Dialogue of a running Rasa server. Use as an async context manager: it owns the connections."""

    def __init__(self, url: str, secret: str) -> None:
        self._base = f"{url.rstrip('/')}/webhooks/dishari"
        self._secret = secret
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "RasaDialogue":
        self._session = aiohttp.ClientSession(
            headers={SECRET_HEADER: self._secret},
            # sock_connect, not connect: that one would count the wait for a free connection too.
            timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN, sock_connect=CONNECT_WITHIN),
            connector=aiohttp.TCPConnector(limit=MOST_AT_ONCE),
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()

    async def say(self, sender: str, text: str) -> list[CardReference]:
        """The cards for what a person wrote; raises DialogueError."""
        return await self._turn({"sender": sender, "text": text})

    async def tell(
        self, sender: str, intent: str, entities: Mapping[str, str], answers: str | None = None
    ) -> list[CardReference]:
        """The cards for a tap that tells us something; raises DialogueError.

        `answers` are all that were given so far in the exercise `intent`: Rasa takes them over as they are.
        """
        payload: dict[str, Any] = {"intent": intent, "entities": dict(entities)}
        if answers is not None:
            payload["answers"] = answers
        return await self._turn({"sender": sender, "payload": payload})

    async def forget(self, sender: str) -> None:
        """Deletes what Rasa remembers of the conversation; raises DialogueError."""
        await self._request("DELETE", f"/conversations/{sender}", None)

    async def model(self) -> str:
        """The name of the model that Rasa works with; raises DialogueError while there is none."""
        answer = await self._request("GET", "/ready", None)
        return str(answer.get("model")) if isinstance(answer, dict) else ""

    async def _turn(self, body: dict[str, Any]) -> list[CardReference]:
        answer = await self._request("POST", "/turn", body)
        cards = answer.get("cards") if isinstance(answer, dict) else None
        if not isinstance(cards, list) or not cards:
            raise DialogueError("no-cards")
        if len(cards) > MOST_CARDS:
            raise DialogueError("too-many-cards")
        try:
            return [CardReference.from_mapping(card) for card in cards]
        except (WrongReference, AttributeError, TypeError) as error:
            raise DialogueError("malformed-card") from error

    async def _request(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        if self._session is None:
            raise DialogueError("not-connected")
        try:
            # A redirect would carry what the person wrote to somewhere else.
            async with self._session.request(
                method, self._base + path, json=body, allow_redirects=False
            ) as response:
                if response.status not in (200, 204):
                    raise DialogueError(f"status-{response.status}")
                return None if response.status == 204 else json.loads(await _read(response))
        except TimeoutError as error:
            raise DialogueError("timeout") from error
        except (aiohttp.ClientError, ValueError, OSError, RecursionError) as error:
            raise DialogueError(type(error).__name__) from error


async def _read(response: aiohttp.ClientResponse) -> bytes:
    answer = b""
    async for chunk in response.content.iter_any():
        answer += chunk
        if len(answer) > LONGEST_ANSWER:
            raise DialogueError("too-long")
    return answer
