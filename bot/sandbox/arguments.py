"""A Bot API request's arguments, from any of the bodies Telegram takes."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.sandbox.refusals import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request, in memory only."""

    content_type: str
    content: bytes


@dataclass(slots=True)
class Arguments:
    """Named values, read as leniently as Telegram reads them."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the request names it at all."""
        return name in self.values

    def text(self, name: str) -> str:
        """The value as text; empty when absent."""
        value = self.values.get(name, "")
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        """The value as a whole number; the default when it is absent or isn't one."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def number(self, name: str) -> float | None:
        """The value as a number; nothing when it is absent or isn't one."""
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def boolean(self, name: str) -> bool:
        """True for Telegram's ways of saying yes."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def structure(self, name: str) -> Any:
        """The value read as JSON; nothing when it is absent or isn't JSON."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            return None


async def read_arguments(request: web.Request) -> Arguments:
    """From the address, a form, JSON or a multipart body; the body wins."""
    arguments = Arguments(dict(request.query))
    if not request.can_read_body:
        return arguments
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            raise bad_request("Can't parse request JSON") from None
        if isinstance(body, dict):
            arguments.values.update({name: value for name, value in body.items() if value is not None})
        return arguments
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            arguments.files[name] = Upload(value.content_type, value.file.read())
            value.file.close()
        else:
            arguments.values[name] = (
                value if isinstance(value, str) else bytes(value).decode(errors="replace")
            )
    return arguments
