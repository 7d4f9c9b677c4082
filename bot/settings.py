"""What an operator can set: read once, from the environment and .env; what is wrong is one sentence."""

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.keys import SHORTEST_SECRET, DerivedKeys, SecretFileError, stored_secret

ROOT = Path(__file__).resolve().parent.parent
TELEGRAM = "https://api.telegram.org"
TOKEN_FORM = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{30,}")


class SettingsError(Exception):
    """A setting is wrong; the text says where, what was seen and what to do, and never a secret."""


class Settings(BaseSettings):
    """All settings, checked; `load` reads them."""

    model_config = SettingsConfigDict(
        env_ignore_empty=True, extra="ignore", populate_by_name=True, frozen=True
    )

    telegram_bot_token: SecretStr | None = Field(
        None, description="the bot's token from @BotFather; without it the bot serves the sandbox"
    )
    telegram_api_url: str = Field(TELEGRAM, description="where Telegram's Bot API is")
    rasa_url: str | None = Field(
        None, description="a Rasa server that runs elsewhere; without it one is started at RASA_PORT"
    )
    dishari_content: Path = Field(Path("content"), description="folder of the content packs")
    dishari_data: Path = Field(Path("var"), description="folder for models, memory and the secret file")
    dishari_secret: SecretStr | None = Field(
        None, description="what all keys are derived from; without it one is made in DISHARI_DATA/secret"
    )
    sandbox_port: int = Field(8080, description="port of the sandbox and its chat page")
    rasa_port: int = Field(5005, description="port of the Rasa process")
    health_port: int = Field(8081, description="port of the bot's own health page, /healthz, on loopback")

    @field_validator("telegram_bot_token")
    @classmethod
    def _token_has_its_form(cls, value: SecretStr | None) -> SecretStr | None:
        seen = value.get_secret_value() if value else ""
        if value and not TOKEN_FORM.fullmatch(seen):
            shape = f"{len(seen)} characters, {'with a' if ':' in seen else 'no'} colon"
            raise ValueError(
                f"does not look like a bot token ({shape}); "
                "copy the whole line from @BotFather: digits, a colon, then letters and digits"
            )
        return value

    @field_validator("telegram_api_url", "rasa_url")
    @classmethod
    def _address_is_whole(cls, value: str | None) -> str | None:
        if value is not None and not _is_address(value):
            raise ValueError("is not an address; write it with http:// or https:// and a host")
        return value and value.rstrip("/")

    @field_validator("dishari_content")
    @classmethod
    def _content_is_there(cls, value: Path) -> Path:
        if not (ROOT / value).is_dir():
            raise ValueError(
                f"names a folder that is not there ({value}); give the folder of the content packs"
            )
        return ROOT / value

    @field_validator("dishari_data")
    @classmethod
    def _data_is_a_folder(cls, value: Path) -> Path:
        if (ROOT / value).exists() and not (ROOT / value).is_dir():
            raise ValueError(f"names a file ({value}); give a folder, which is made when it is missing")
        return ROOT / value

    @field_validator("dishari_secret")
    @classmethod
    def _secret_is_long(cls, value: SecretStr | None) -> SecretStr | None:
        if value and len(value.get_secret_value()) < SHORTEST_SECRET:
            raise ValueError(
                f"has {len(value.get_secret_value())} characters and needs at least {SHORTEST_SECRET}; "
                "make one with: openssl rand -hex 32"
            )
        return value

    @field_validator("sandbox_port", "rasa_port", "health_port", mode="before")
    @classmethod
    def _port_is_a_port(cls, value: object) -> int:
        if not str(value).isascii() or not str(value).isdigit() or not 1 <= int(str(value)) <= 65535:
            raise ValueError(f'is "{value}"; write a whole number from 1 to 65535')
        return int(str(value))

    @classmethod
    def load(cls, env_file: Path | None = ROOT / ".env") -> Self:
        """Read the environment, then .env; the first wrong value is a SettingsError."""
        known = {name.upper() for name in cls.model_fields}
        for name in names_in(env_file):
            if name.upper() not in known and re.match(r"TELEGRAM|RASA|DISHARI|SANDBOX", name, re.IGNORECASE):
                near = get_close_matches(name.upper(), known, 1)
                hint = (
                    f"did you mean {near[0]}?" if near else "`script/dishari settings` lists those that are."
                )
                raise SettingsError(f"{name} in .env is not a setting of Dishari; {hint}")
        try:
            return cls(_env_file=env_file)
        except ValidationError as error:
            first = error.errors()[0]
            name = str(first["loc"][0]).upper()
            source = "the environment" if name in set_names(os.environ) else ".env"
            raise SettingsError(
                f"{name} (from {source}) {first['msg'].removeprefix('Value error, ')}."
            ) from None

    @cached_property
    def keys(self) -> DerivedKeys:
        """The keys derived from the secret, which is made on first use when none is set."""
        if self.dishari_secret:
            return DerivedKeys(self.dishari_secret.get_secret_value())
        try:
            return DerivedKeys(stored_secret(self.dishari_data / "secret"))
        except SecretFileError as error:
            raise SettingsError(str(error)) from None

    @property
    def rehearsal(self) -> bool:
        """Without a token the sandbox takes Telegram's place."""
        return self.telegram_bot_token is None

    @property
    def own_sandbox(self) -> bool:
        """The sandbox is ours to start: no token, and no other Bot API server named."""
        return self.rehearsal and self.telegram_api_url == TELEGRAM

    @property
    def own_rasa(self) -> bool:
        """Rasa is ours to start: RASA_URL names no other."""
        return self.rasa_url is None

    @property
    def token(self) -> str:
        """The token to poll with; in rehearsal one of the right form that stays the same between runs."""
        return (
            self.telegram_bot_token.get_secret_value() if self.telegram_bot_token else self.keys.sandbox_token
        )

    @property
    def api_url(self) -> str:
        """The Bot API server to talk to: Telegram, another one that was named, or our sandbox."""
        return f"http://127.0.0.1:{self.sandbox_port}" if self.own_sandbox else self.telegram_api_url

    @property
    def rasa_address(self) -> str:
        """Where the bot reaches Rasa."""
        return self.rasa_url or f"http://127.0.0.1:{self.rasa_port}"


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def names_in(env_file: Path | None) -> list[str]:
    """Names that have a value in a .env file; none when there is no file."""
    try:
        text = env_file.read_text(encoding="utf-8") if env_file else ""
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{env_file} cannot be read ({type(error).__name__}); save it as plain UTF-8 text."
        ) from None
    return re.findall(r"^\s*(?:export\s+)?(\w+)\s*=\s*\S", text, re.MULTILINE)


def set_names(environment: Mapping[str, str]) -> set[str]:
    """Names that have a value in the environment, in capitals."""
    return {name.upper() for name, value in environment.items() if value}
