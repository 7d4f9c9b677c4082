"""`dishari ask`: one message through the real conversation, without a messenger."""

import contextlib
from typing import Any

from bot.cards.actions import Copy, encode
from bot.cards.card import Card
from bot.cards.text import to_plain
from bot.conversation import Conversation
from bot.dialogue import RasaDialogue
from bot.packs import load_packs
from bot.rasa_process import RasaError, Say, serving
from bot.reader import Reader
from bot.settings import Settings, SettingsError

SENDER = "0" * 32  # nobody's pseudonym


async def ask(settings: Settings, text: str, language: str, say: Say) -> list[dict[str, Any]]:
    """The cards for `text`: name, text, buttons. Raises SettingsError for a language that is not on offer."""
    packs = load_packs(settings.dishari_content)
    if language not in packs.languages:
        offered = ", ".join(packs.languages)
        raise SettingsError(f'No language is called "{language}"; those on offer: {offered}.')
    reader = Reader(packs)
    async with contextlib.AsyncExitStack() as stack:
        try:
            address = await stack.enter_async_context(serving(settings, say))
        except RasaError as error:
            say(f"{error} The answer comes from the packs alone.")
            address = settings.rasa_address
        dialogue = await stack.enter_async_context(RasaDialogue(address, settings.keys.rasa_secret))
        conversation = Conversation(lambda: reader, dialogue)
        return [_as_json(card) async for card in conversation.text(SENDER, text, language)]


def _as_json(card: Card) -> dict[str, Any]:
    return {
        "card": card.name,
        "language": card.language,
        "text": to_plain(card),
        "buttons": [
            [
                {"label": button.label}
                | (
                    {"copy": button.action.text}
                    if isinstance(button.action, Copy)
                    else {"data": encode(button.action)}
                )
                for button in row
            ]
            for row in card.buttons
        ],
    }
