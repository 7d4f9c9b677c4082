"""The bot process: python-telegram-bot, long polling, packs that reload, until it is told to stop."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable
from functools import partial

import structlog
from telegram.error import InvalidToken, NetworkError
from telegram.ext import AIORateLimiter, Application, ApplicationBuilder

from bot import heap, lastgood
from bot.conversation import Conversation
from bot.dialogue import Dialogue, RasaDialogue
from bot.health import Health, serve_health
from bot.memory import Counts, LanguageMemory, Pseudonyms
from bot.memory.counts import FILE
from bot.packs import Finding, Packs, PacksError
from bot.packs.watching import Stamp
from bot.processes import CONFIGURATION_ERROR, TRY_LATER
from bot.reader import Reader
from bot.settings import Settings
from bot.telegram import beside
from bot.telegram.connection import Connection
from bot.telegram.handlers import Handlers
from bot.telegram.live import LiveReader
from bot.telegram.logs import quiet_logs
from bot.telegram.order import ChatOrder

LISTENED_TO = ["message", "edited_message", "callback_query", "my_chat_member"]
CONNECTIONS = "connections"  # the name of ours in the application's data

Begun = tuple[Stamp, Packs, list[Finding]]

log = structlog.get_logger()


def build(
    settings: Settings,
    live: LiveReader,
    dialogue: Dialogue,
    memory: LanguageMemory,
    health: Health | None = None,
    counts: Counts | None = None,
) -> "Application":  # type: ignore[type-arg]
    """The python-telegram-bot application with everything but a started network."""
    handlers = Handlers(Conversation(live, dialogue), memory, Pseudonyms(settings.keys.person_key), counts)
    # When Telegram is slow, messages wait for a connection instead of being lost.
    sending = Connection(settings.api_url, connections=8, free_within=30)
    polling = Connection(settings.api_url, 1, 20, answered=health.polled if health else None)
    application = (
        ApplicationBuilder()
        .token(settings.token)
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        # No throttle of our own: 30 a second would make a crowd wait for seconds. Telegram says when to wait.
        .rate_limiter(AIORateLimiter(overall_max_rate=0, max_retries=3))
        .concurrent_updates(ChatOrder(handlers.line_of))
        .request(sending)
        .get_updates_request(polling)
        .build()
    )
    application.bot_data[CONNECTIONS] = (sending, polling)
    handlers.register(application)
    return application


async def run(settings: Settings, begun: Callable[[], Begun] | None = None) -> int:
    """Serves until SIGTERM or SIGINT; the exit status is 78 when a setting must be changed first.

    `begun` gives the packs that somebody began to read already.
    """
    quiet_logs()
    try:
        begin = begun or partial(lastgood.begin, settings.dishari_content, settings.dishari_data)
        seen, packs, broken = begin()
        live = LiveReader(Reader(packs), seen)
    except PacksError as error:
        print(f"The content packs cannot be served; run: script/dishari content check\n{error}", flush=True)
        return CONFIGURATION_ERROR
    memory = LanguageMemory(settings.dishari_data / "memory.db", settings.keys.memory_key.encode())
    counts = Counts.anew(settings.dishari_data / FILE)
    async with RasaDialogue(settings.rasa_address, settings.keys.rasa_secret) as dialogue:
        try:
            health = Health(packs, dialogue.model)
            del packs  # what people type is not needed any more
            heap.give_back()
            if broken:
                health.packs_broken(broken)
            application = build(settings, live, dialogue, memory, health, counts)
            return await _serve(settings, live, application, memory, health)
        except InvalidToken:
            print("Telegram refuses TELEGRAM_BOT_TOKEN; copy it again from @BotFather.", flush=True)
            return CONFIGURATION_ERROR
        except NetworkError as error:
            print(
                f"{settings.api_url} cannot be reached ({type(error).__name__}); check the network.",
                flush=True,
            )
            return TRY_LATER
        finally:
            memory.close()
            if counts:
                counts.close()


async def _serve(
    settings: Settings,
    live: LiveReader,
    application: "Application",  # type: ignore[type-arg]
    memory: LanguageMemory,
    health: Health,
) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with _closing(application), application:
        await application.start()
        if application.updater is None:
            raise RuntimeError("the application was built without an updater")
        await application.updater.start_polling(
            poll_interval=0, timeout=30, bootstrap_retries=-1, allowed_updates=LISTENED_TO
        )
        log.info("bot.ready", name=application.bot.username)
        page = await serve_health(health, settings.health_port)
        content = settings.dishari_content
        keep = partial(lastgood.keep, content, settings.dishari_data)
        async with beside.running(application.bot, content, live, memory, health, keep):
            await stop.wait()
        await page.cleanup()
        await application.updater.stop()
        await application.stop()
    return 0


@contextlib.asynccontextmanager
async def _closing(application: "Application") -> AsyncIterator[None]:  # type: ignore[type-arg]
    """Closes the connections in the end: the library leaves them open where its own beginning fails."""
    try:
        yield
    finally:
        for connection in application.bot_data[CONNECTIONS]:
            await connection.shutdown()
