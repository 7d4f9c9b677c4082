"""A card as text: Telegram's HTML for the chat, plain text for the terminal."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from bot.cards.card import Block, Card


@dataclass(frozen=True, slots=True)
class _Look:
    plain: Callable[[str], str]
    bold: Callable[[str], str]
    small: Callable[[str], str]


def _escaped(text: str) -> str:
    return escape(text, quote=False)


_HTML = _Look(
    plain=_escaped,
    bold=lambda text: f"<b>{_escaped(text)}</b>",
    small=lambda text: f"<i>{_escaped(text)}</i>",
)
_PLAIN = _Look(plain=str, bold=str, small=str)


def to_html(card: Card) -> str:
    """The card in the HTML that Telegram accepts."""
    return _whole(card, _HTML)


def to_plain(card: Card) -> str:
    """The card as plain text."""
    return _whole(card, _PLAIN)


def _whole(card: Card, look: _Look) -> str:
    return "\n\n".join([look.bold(card.title), *(_block(block, look) for block in card.blocks)])


def _block(block: Block, look: _Look) -> str:
    label = look.bold(block.label) if block.label else ""
    lines = [look.plain(line) for line in block.lines]
    match block.kind:
        case "points":
            lines = [f"• {line}" for line in lines]
        case "steps":
            lines = [f"{mark}. {line}" for mark, line in zip(block.marks, lines, strict=True)]
        case "warning":
            label = f"⚠️ {label}"
        case "next":
            label = f"👉 {label}"
        case "contact":
            label = f"📞 {label}"
        case "small":
            lines = [look.small(line) for line in block.lines]
    return "\n".join([label, *lines] if label else lines)
