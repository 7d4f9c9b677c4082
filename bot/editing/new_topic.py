"""`content new-topic`: its facts, and in every language its words and how people ask for it."""

import re
from pathlib import Path
from typing import get_args

from bot.editing.files import Refused
from bot.editing.scaffolding import Scaffold
from bot.packs.identifiers import OWN_CARDS, OWN_INTENTS
from bot.packs.models import Section

NAME = re.compile(r"[a-z][a-z0-9_]{0,23}")

_FACTS = """
{name}:
  menu: {menu}
  related: []
  sources:
    - title: ???
      url: ???
      as_of: ???
  checked_on:
  checked_by:
"""
_WORDS = """\
revision: 1
button: ???
title: ???
summary: |
  ???
points:
  - |
    ???
  - |
    ???
  - |
    ???
next_step: |
  ???
"""
_QUESTIONS = "- ???\n"


def new_topic(folder: Path, name: str, menu: str = "learn") -> Scaffold:
    """Everything a topic called `name` needs, ready to be written."""
    if not NAME.fullmatch(name):
        raise Refused(
            f'"{name}" cannot be the name of a topic. '
            "Write 1 to 24 small Latin letters, digits and _, beginning with a letter, such as: medical_test"
        )
    if menu not in get_args(Section):
        raise Refused(
            f'No part of the menu is called "{menu}". Choose one of: {", ".join(get_args(Section))}.'
        )
    scaffold = Scaffold(folder)
    if name in OWN_CARDS | OWN_INTENTS:
        raise Refused(f'"{name}" is a card of the bot itself. Choose another name.')
    if scaffold.has("facts/urgent.yaml", name):
        raise Refused(f'"{name}" is an urgent situation (facts/urgent.yaml). Choose another name.')
    scaffold.add(
        "facts/topics.yaml",
        name,
        _FACTS.format(name=name, menu=menu),
        "Say where it was read: title, link, and the date of the source (2024, 2024-05 or 2024-05-31). "
        "Up to three related topics become buttons. The order here is the order in the menu.",
    )
    for code, language in scaffold.languages().items():
        scaffold.make(
            f"{code}/topics/{name}.yaml",
            _WORDS,
            f"Write the card in {language.name}. button: at most 24 letters. summary: the answer in the "
            "first line. points: up to five, the same number in every language. next_step: what to do now.",
        )
        scaffold.make(
            f"{code}/questions/{name}.yaml",
            _QUESTIONS,
            f"Write how people who speak {language.name} ask for it, mistakes included: "
            "a line each, at least 12 in each way of writing.",
        )
    return scaffold
