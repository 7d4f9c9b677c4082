"""What Telegram shows around the chat: name, description, commands; set when the packs say something new."""

from telegram import Bot, BotCommand

from bot.packs import Packs, Words
from bot.telegram.handlers import COMMANDS

DEFAULT = "en"  # for apps in a language we do not speak


async def set_profile(bot: Bot, packs: Packs) -> None:
    """Compares with what Telegram has and changes what differs: these calls are rationed."""
    for code, words in packs.languages.items():
        if len(code) == 2:  # Telegram knows no language that ISO 639-1 has no code for
            await _set(bot, words, code)
    await _set(bot, packs.languages.get(DEFAULT) or next(iter(packs.languages.values())), None)


async def _set(bot: Bot, words: Words, code: str | None) -> None:
    ui = words.ui
    commands = tuple(BotCommand(name, getattr(ui, f"command_{name}")) for name in COMMANDS)
    if await bot.get_my_commands(language_code=code) != commands:
        await bot.set_my_commands(commands, language_code=code)
    if (await bot.get_my_name(language_code=code)).name != ui.bot_name:
        await bot.set_my_name(ui.bot_name, language_code=code)
    if (await bot.get_my_description(language_code=code)).description != ui.bot_description:
        await bot.set_my_description(ui.bot_description, language_code=code)
    short = await bot.get_my_short_description(language_code=code)
    if short.short_description != ui.bot_short_description:
        await bot.set_my_short_description(ui.bot_short_description, language_code=code)
