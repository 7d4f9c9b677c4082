"""One message the bot shows, by the roles of its parts; how they look is text.py's business."""

from dataclasses import dataclass
from typing import Literal

from bot.cards.actions import Action

Kind = Literal["text", "points", "steps", "warning", "next", "contact", "small"]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a card: its role, a label in front (a contact's name), and its lines."""

    kind: Kind
    lines: tuple[str, ...]
    label: str = ""
    marks: tuple[str, ...] = ()  # of steps: their numbers, in the digits of the language


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Contact:
    """A number to be sent as a contact, so that it can be called or saved with one tap."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What somebody understood before a quiz and after it; counted without saying who."""

    quiz: str
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Card:
    """`name` is the card reference's and may be logged; everything else is for the person."""

    name: str
    language: str
    title: str
    blocks: tuple[Block, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    contact: Contact | None = None  # sent instead of text
    measured: Measured | None = None  # counted when the card is shown
