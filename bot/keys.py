"""The secret file and the keys derived from it: one secret to keep, a separate key for each use."""

import base64
import hashlib
import hmac
import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path

SECRET_HEADER = "X-Dishari-Secret"  # noqa: S105  the name of a header, not a secret
SHORTEST_SECRET = 32  # characters: 128 bits when written as hex


class SecretFileError(Exception):
    """The secret file cannot be used; the text says why and what to do."""


@dataclass(frozen=True)
class DerivedKeys:
    """Keys that cannot be turned back into the secret or into one another."""

    secret: str = field(repr=False)

    def derive(self, label: str) -> bytes:
        """32 bytes that belong to this label only."""
        return hmac.new(self.secret.encode(), f"dishari {label}".encode(), hashlib.sha256).digest()

    @property
    def rasa_secret(self) -> str:
        """What the bot shows to Rasa's channel on every call."""
        return self.derive("rasa channel").hex()

    @property
    def tracker_key(self) -> str:
        """Fernet key of Rasa's tracker store."""
        return base64.urlsafe_b64encode(self.derive("rasa tracker store")).decode()

    @property
    def memory_key(self) -> str:
        """Fernet key of the little we keep about a person."""
        return base64.urlsafe_b64encode(self.derive("memory")).decode()

    @property
    def person_key(self) -> bytes:
        """Key of the HMAC that stands for a Telegram id outside memory."""
        return self.derive("person")

    @property
    def sandbox_token(self) -> str:
        """A token of Telegram's form for the sandbox: the same in every run."""
        return "1000000001:" + base64.urlsafe_b64encode(self.derive("sandbox token"))[:35].decode()


def stored_secret(path: Path) -> str:
    """The secret kept in this file; made, with mode 0600, when there is none."""
    try:
        if not path.exists():
            _make(path)
        mode = stat.S_IMODE(path.stat().st_mode)
        text = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not plain text"
        raise SecretFileError(
            f"{path} cannot be used ({reason}); check DISHARI_DATA and who owns that folder."
        ) from None
    if mode & 0o077:
        raise SecretFileError(f"{path} can be read by others (mode {mode:04o}); run: chmod 600 {path}")
    if len(text) < SHORTEST_SECRET:
        raise SecretFileError(
            f"{path} holds {len(text)} characters, not a secret; put a kept copy back, or remove the file: "
            "a new one is made, and people's languages are forgotten."
        )
    return text


def _make(path: Path) -> None:
    """Write a new secret whole or not at all, even when two processes start together."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".secret-{os.getpid()}-{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_hex(32) + "\n")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first: its secret stands
    finally:
        draft.unlink()
