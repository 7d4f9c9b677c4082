"""An unmodified python-telegram-bot, pointed at the sandbox."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.sandbox import PersonHandle, Sandbox
from tests.sandbox.conftest import TOKEN

CARD = "<b>হ্যালো</b>, {}"
KEYBOARD = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("সাহায্য", callback_data="help"),
            InlineKeyboardButton("Slow", callback_data="slow"),
        ],
        [InlineKeyboardButton("Copy", copy_text=CopyTextButton("16135"))],
    ]
)
Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]


async def start(update: Update, _context: Context) -> None:
    assert update.message
    keyboard = [[KeyboardButton("Where I am", request_location=True)]]
    await update.message.reply_text("started", reply_markup=ReplyKeyboardMarkup(keyboard))


async def echo(update: Update, _context: Context) -> None:
    assert update.message
    await update.message.reply_html(CARD.format(update.message.text), reply_markup=KEYBOARD)


async def thank(update: Update, _context: Context) -> None:
    assert update.message
    await update.message.reply_text("thank you", reply_markup=ReplyKeyboardRemove())


async def tapped(update: Update, _context: Context) -> None:
    query = update.callback_query
    assert query
    await query.answer("help comes")
    await query.edit_message_text(f"you tapped {query.data}")
    await query.message.chat.send_contact("+8809610102030", "Hotline")  # type: ignore[union-attr]


async def corrected(update: Update, _context: Context) -> None:
    assert update.edited_message
    await update.edited_message.reply_text(f"corrected to {update.edited_message.text}")


async def left(update: Update, context: Context) -> None:
    assert update.my_chat_member
    context.bot_data["left"] = update.my_chat_member.new_chat_member.status


@asynccontextmanager
async def running(sandbox: Sandbox) -> AsyncIterator[App]:
    application: App = Application.builder().token(TOKEN).base_url(sandbox.base_url).build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, corrected))
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(MessageHandler(filters.ALL, thank))
    application.add_handler(CallbackQueryHandler(tapped))
    application.add_handler(ChatMemberHandler(left))
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        try:
            yield application
        finally:
            await application.updater.stop()
            await application.stop()


@pytest.fixture
async def application(sandbox: Sandbox) -> AsyncIterator[App]:
    """A small bot, polling."""
    async with running(sandbox) as started:
        yield started


@pytest.fixture
async def karim(sandbox: Sandbox, application: App) -> PersonHandle:
    """Somebody who has started the bot and seen its greeting."""
    person = sandbox.add_person("Karim", "bn", "karim")
    person.send_text("/start")
    assert (await person.next_message()).text == "started"
    return person


async def test_a_conversation_with_every_kind_of_message(sandbox: Sandbox, karim: PersonHandle) -> None:
    karim.send_text("কেমন আছেন?")
    card = await karim.next_message()
    assert card.text == "হ্যালো, কেমন আছেন?"
    assert card.content["entities"][0] == {"type": "bold", "offset": 0, "length": 6}
    assert karim.chat.reply_keyboard is not None
    karim.send_location(24.7136, 46.6753)
    assert (await karim.next_message()).text == "thank you"
    assert karim.chat.reply_keyboard is None
    for send in (karim.send_contact, karim.send_voice, karim.send_sticker, karim.send_photo):
        send()
        assert (await karim.next_message()).text == "thank you"


async def test_a_tap_is_answered_and_edits_the_card(karim: PersonHandle) -> None:
    karim.send_text("hi")
    card = await karim.next_message()
    karim.tap("সাহায্য")
    contact = await karim.next_message()
    assert card.text == "you tapped help"
    assert [answer["text"] for answer in karim.chat.answers] == ["help comes"]
    assert contact.content["contact"]["phone_number"] == "+8809610102030"


async def test_a_correction_arrives_as_an_edit(karim: PersonHandle) -> None:
    message = karim.send_text("helo")
    await karim.next_message()
    karim.edit(message.id, "hello")
    assert (await karim.next_message()).text == "corrected to hello"


async def test_blocking_is_told_and_then_writing_is_forbidden(application: App, karim: PersonHandle) -> None:
    karim.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await application.bot.send_message(karim.id, "x")


async def test_what_was_written_while_the_bot_was_away_is_answered(sandbox: Sandbox) -> None:
    person = sandbox.add_person("Mina")
    person.send_text("anybody?")
    async with running(sandbox):
        assert (await person.next_message()).text == "হ্যালো, anybody?"
    person.send_text("still there?")
    async with running(sandbox):
        assert (await person.next_message()).text == "হ্যালো, still there?"
    assert len(person.replies) == 2


async def test_errors_become_the_librarys_own(
    sandbox: Sandbox, application: App, karim: PersonHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # the library warns about its own older type
    bot = application.bot
    with pytest.raises(BadRequest, match='[Uu]nsupported start tag "br" at byte offset 1'):
        await bot.send_message(karim.id, "a<br>b", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(7, "x")
    sandbox.faults.add("retry_after", "sendMessage", seconds=3)
    with pytest.raises(RetryAfter) as flood:
        await bot.send_message(karim.id, "x")
    assert flood.value.retry_after == timedelta(seconds=3)
    sandbox.faults.add("error", "sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(karim.id, "x")
    sandbox.faults.add("cut", "sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(karim.id, "x")


async def test_of_two_bots_with_one_token_the_older_conflicts(sandbox: Sandbox) -> None:
    async with Bot(TOKEN, base_url=sandbox.base_url) as older, Bot(TOKEN, base_url=sandbox.base_url) as newer:
        poll = asyncio.create_task(older.get_updates(timeout=50))
        await asyncio.sleep(0.02)
        other = asyncio.create_task(newer.get_updates(timeout=50))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await poll
        sandbox.clock.move(50)
        assert await other == ()


async def test_a_bot_with_another_token_is_not_let_in(sandbox: Sandbox, application: App) -> None:
    stranger = Bot("9:other", base_url=sandbox.base_url)
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_the_profile_calls_of_the_library_work(application: App, karim: PersonHandle) -> None:
    bot = application.bot
    await bot.set_my_commands([BotCommand("help", "এখনই সাহায্য")], BotCommandScopeChat(karim.id), "bn")
    assert (await bot.get_my_commands(BotCommandScopeChat(karim.id), "bn"))[0].description == "এখনই সাহায্য"
    await bot.set_my_name("দিশারী", language_code="bn")
    assert (await bot.get_my_name("bn")).name == "দিশারী"
    await bot.set_my_description("পথ দেখায়")
    await bot.set_my_short_description("পথ")
    assert (await bot.get_my_description("bn")).description == "পথ দেখায়"
    assert (await bot.get_my_short_description()).short_description == "পথ"
    assert (await bot.get_chat(karim.id)).username == "karim"
    assert (await bot.get_webhook_info()).url == ""
    await bot.delete_my_commands(BotCommandScopeChat(karim.id), "bn")
    assert await bot.get_my_commands(BotCommandScopeChat(karim.id), "bn") == ()


async def test_the_other_sending_calls_of_the_library_work(application: App, karim: PersonHandle) -> None:
    bot = application.bot
    assert (await bot.send_venue(karim.id, 24.7, 46.6, "Embassy", "Riyadh")).venue.title == "Embassy"  # type: ignore[union-attr]
    photo = await bot.send_photo(karim.id, b"picture", caption="<i>x</i>", parse_mode="HTML")
    assert photo.caption == "x"
    voice = await bot.send_voice(karim.id, b"sound", duration=2)
    assert voice.voice is not None
    assert await bot.send_chat_action(karim.id, "typing") is True
    assert await bot.delete_messages(karim.id, [photo.message_id, voice.message_id, 10_000]) is True
