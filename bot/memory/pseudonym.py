"""A person's Telegram id outside memory exists only as a keyed hash."""

import hashlib
import hmac


class Pseudonyms:
    """Names people by HMAC-SHA256: ids are small numbers, a plain hash of one could be tried out."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, channel: str, person: int) -> str:
        """The name of `person` on `channel`: 32 hex digits (128 bits), the same each time."""
        return hmac.new(self._key, f"{channel}:{person}".encode(), hashlib.sha256).hexdigest()[:32]
