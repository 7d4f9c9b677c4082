"""The three files of labelled messages, and what the running Rasa makes of a message."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import yaml

HERE = Path(__file__).parent
SPLITS = ("messages", "held_back")
FILES = (*SPLITS, "strangers")
WAYS = ("bangla", "banglish", "english")


@cache
def read(name: str) -> list[dict[str, Any]]:
    """The messages of one file."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load((HERE / f"{name}.yaml").read_text("utf-8"), loader)  # noqa: S506  plain text only


@cache
def parse(rasa, text: str) -> dict[str, Any]:
    """Asked once a text: the answer depends on nothing else, and nobody changes it."""
    request = Request(  # noqa: S310  loopback
        f"{rasa.url}/webhooks/dishari/parse",
        data=json.dumps({"text": text}).encode(),
        headers={"X-Dishari-Secret": rasa.secret, "Content-Type": "application/json"},
    )
    with urlopen(request, timeout=10) as reply:  # noqa: S310
        return json.load(reply)
