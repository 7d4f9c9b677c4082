"""Sends cards: Telegram's HTML, its limits, its refusals."""

import structlog
from telegram import Bot, Message
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.cards import Card
from bot.cards.text import to_html
from bot.telegram.keyboards import Keyboard, inline

NO_PREVIEW = {"is_disabled": True}  # a preview tells a site that this person was sent its link
LONGEST = MessageLimit.MAX_TEXT_LENGTH

log = structlog.get_logger()


class Blocked(Exception):
    """The person blocked the bot: what is kept about them must go."""


async def send(bot: Bot, chat: int, card: Card, fixed: Keyboard | None = None) -> None:
    """Sends `card` as a new message; `fixed` sets the keyboard below the chat, not the card's buttons."""
    try:
        if card.contact:
            await bot.send_contact(chat, card.contact.phone, card.contact.name)
            return
        *before, last = parts(to_html(card))
        for part in before:
            await _send(bot, chat, part, None)
        await _send(bot, chat, last, fixed or inline(card))
    except Forbidden as error:
        raise Blocked from error


async def replace(message: Message, card: Card) -> bool:
    """Shows `card` in place of `message`; False if the message cannot be changed any more."""
    try:
        await message.edit_text(to_html(card), ParseMode.HTML, api_kwargs=_beside(inline(card)))
    except BadRequest as error:
        return "not modified" in str(error).lower()  # a second tap that changes nothing
    except Forbidden as error:
        raise Blocked from error
    return True


def parts(html: str) -> list[str]:
    """The message in pieces that Telegram takes, cut at blank lines only: no tag spans one."""
    pieces: list[str] = []
    for paragraph in html.split("\n\n"):
        # UTF-16 units, the stricter of the two ways in which Telegram's servers and apps count.
        if pieces and len(f"{pieces[-1]}\n\n{paragraph}".encode("utf-16-le")) // 2 <= LONGEST:
            pieces[-1] = f"{pieces[-1]}\n\n{paragraph}"
        else:
            pieces.append(paragraph)
    return pieces


async def _send(bot: Bot, chat: int, html: str, keyboard: Keyboard | None) -> None:
    async def once() -> None:
        await bot.send_message(chat, html, ParseMode.HTML, api_kwargs=_beside(keyboard))

    try:
        await once()
    except BadRequest:
        raise
    except NetworkError:
        # It may have arrived all the same: a number that comes twice harms less than one that never comes.
        await once()


def _beside(keyboard: Keyboard | None) -> dict[str, Keyboard | None]:
    """What goes with a text; without a keyboard Telegram is told of none."""
    return {"reply_markup": keyboard, "link_preview_options": NO_PREVIEW}
