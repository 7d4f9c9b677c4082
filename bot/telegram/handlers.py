"""What comes from Telegram, and what is done with it. Nothing here writes a sentence or reads one."""

import contextlib
import secrets

import structlog
from telegram import CallbackQuery, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.cards import Card
from bot.cards.actions import ChooseLanguage, Forget, Show, Tell, Turn, decode
from bot.conversation import Conversation
from bot.dialogue import DialogueError
from bot.memory import Counts, LanguageMemory, Pseudonyms
from bot.telegram.keyboards import fixed, locating
from bot.telegram.sending import Blocked, replace, send

CHANNEL = "tg"
MOST_COUNTED = 10_000  # people remembered so that nobody is counted twice
# A command that shows one card. The words beside them in Telegram's menu stand in the packs.
COMMANDS = {"menu": "menu", "help": "help", "language": "languages", "privacy": "privacy", "forget": "forget"}

log = structlog.get_logger()
Context = ContextTypes.DEFAULT_TYPE


class Handlers:
    """Telegram's side of one Conversation."""

    def __init__(
        self,
        conversation: Conversation,
        memory: LanguageMemory,
        pseudonyms: Pseudonyms,
        counts: Counts | None = None,
    ) -> None:
        self._conversation = conversation
        self._memory = memory
        self._pseudonyms = pseudonyms
        self._counts = counts
        self._counted: dict[tuple[str, str], None] = {}  # who was counted for which quiz, until a restart

    def register(self, application: "Application") -> None:  # type: ignore[type-arg]
        """Adds the handlers, in reading order; private chats only, a group would read along."""
        private = filters.ChatType.PRIVATE
        add = application.add_handler
        add(CommandHandler("start", self.start, private))
        for command in COMMANDS:
            add(CommandHandler(command, self.command, private))
        add(MessageHandler(private & filters.LOCATION, self.location))
        add(MessageHandler(private & (filters.TEXT | filters.CAPTION), self.text))
        add(MessageHandler(private & ~filters.StatusUpdate.ALL, self.only_text))
        add(CallbackQueryHandler(self.tap))
        add(ChatMemberHandler(self.member, ChatMemberHandler.MY_CHAT_MEMBER))
        application.add_error_handler(self.trouble)

    def line_of(self, update: Update) -> str:
        """Which of a chat's lines it stands in: nothing that the packs alone answer waits for a sentence."""
        if update.callback_query:
            return "said" if isinstance(decode(update.callback_query.data or ""), Forget) else "shown"
        text = _text(update)
        place = update.effective_message and update.effective_message.location
        if place or _command(text) in COMMANDS or self._conversation.is_fixed(text):
            return "shown"
        return "urgent" if self._conversation.is_urgent(text) else "said"

    async def start(self, update: Update, context: Context) -> None:
        """/start, with or without a deep link: choose a language, or be welcomed back."""
        person = self._name(update.effective_user)
        chosen = await self._chosen(person)
        if chosen is None:
            await self._send(update, context, self._conversation.card("languages", self._first()))
        else:
            await self._welcome(update, context, chosen)

    async def command(self, update: Update, context: Context) -> None:
        """/menu, /help, /language, /privacy, /forget: all from the packs, none needs Rasa."""
        language = await self._language(update, "")
        card = self._conversation.card(COMMANDS[_command(_text(update))], language)
        await self._send(update, context, card)

    async def text(self, update: Update, context: Context) -> None:
        """A message in words, new or edited; words below a picture too."""
        text = _text(update)
        language = await self._language(update, text)
        async for card in self._conversation.text(self._name(update.effective_user), text, language):
            await self._send(update, context, card)

    async def location(self, update: Update, context: Context) -> None:
        """A place: its country is found here; the place is not kept, not logged, not passed on."""
        language = await self._language(update, "")
        place = update.effective_message and update.effective_message.location
        if not place:
            return
        # A live location is sent again and again: only its first message is answered.
        if update.edited_message is None:
            person = self._name(update.effective_user)
            card = await self._conversation.place(person, place.latitude, place.longitude, language)
            await self._put_back(update, context, language)
            await self._send(update, context, card)

    async def only_text(self, update: Update, context: Context) -> None:
        """A voice message, a photo, a sticker, a file: an honest answer instead of silence."""
        language = await self._language(update, "")
        person = self._name(update.effective_user)
        await self._send(update, context, self._conversation.cannot(person, "only_text", language))

    async def tap(self, update: Update, context: Context) -> None:
        """A tapped button, however old."""
        query = update.callback_query
        if query is None:
            return
        answered = context.application.create_task(_answer(query))  # the spinner stops while the card is made
        action = decode(query.data or "")
        person = self._name(update.effective_user)
        language = await self._language(update, "")
        match action:
            case ChooseLanguage(chosen) if chosen in self._conversation.languages():
                await self._memory.choose(person, chosen)
                await self._welcome(update, context, chosen)
            case Forget():
                everything = await self._forget(person)
                name = "forgotten" if everything else "forgotten_soon"
                await self._send(update, context, self._conversation.card(name, language))
            case Show() | Turn() | Tell():
                await self._show(update, context, action, person, language)
            case _:
                await self._send(update, context, self._conversation.card("old_button", language))
        await answered

    async def member(self, update: Update, context: Context) -> None:
        """Who blocks the bot wants to be forgotten."""
        change = update.my_chat_member
        # In a group it would be whoever removed the bot from it.
        if not change or change.chat.type != ChatType.PRIVATE:
            return
        if change.new_chat_member.status == ChatMemberStatus.BANNED:
            await self._forget(self._name(update.effective_user))

    async def trouble(self, update: object, context: Context) -> None:
        """Something broke: a reference for the operator, an honest card with a number for the person."""
        error = context.error
        if isinstance(error, Blocked) and isinstance(update, Update):
            await self._forget(self._name(update.effective_user))
            return
        reference = secrets.token_hex(4)
        # The kind only: the message of an exception may hold what a person wrote.
        log.error("update.failed", reference=reference, kind=type(error).__name__)
        # A refused message (in PTB a kind of NetworkError) is our mistake; without a network nothing arrives.
        no_network = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
        if isinstance(update, Update) and update.effective_chat and not no_network:
            with contextlib.suppress(Exception):
                language = await self._language(update, "")
                await self._send(update, context, self._conversation.card("trouble", language))

    async def _show(
        self, update: Update, context: Context, action: Show | Turn | Tell, person: str, language: str
    ) -> None:
        query = update.callback_query
        message = query.message if query else None
        if isinstance(action, Tell):
            context.application.create_task(self._conversation.telling(person, action))
        card = self._conversation.tap(person, action, language)
        # The next page belongs where the list is, the next question where the last one was; anything else is
        # a new message to come back to.
        in_place = isinstance(action, Turn) or (isinstance(action, Tell) and action.reference.answers)
        if in_place and isinstance(message, Message) and await replace(message, card):
            await self._count(update, card)
        else:
            await self._send(update, context, card)

    async def _welcome(self, update: Update, context: Context, language: str) -> None:
        chat = update.effective_chat
        if chat is None:
            return
        card = self._conversation.card("welcome", language)
        opening = self._conversation.card("opening", language)
        await send(context.bot, chat.id, opening, fixed(self._conversation.ui(language)))
        await send(context.bot, chat.id, card)

    async def _put_back(self, update: Update, context: Context, language: str) -> None:
        """The usual two buttons in the place of the one that sends where somebody is."""
        if update.effective_chat:
            line = self._conversation.card("let_go", language)
            await send(context.bot, update.effective_chat.id, line, fixed(self._conversation.ui(language)))

    async def _send(self, update: Update, context: Context, card: Card) -> None:
        if not update.effective_chat:
            return
        asks_place = card.name == "share_location"
        keyboard = locating(self._conversation.ui(card.language)) if asks_place else None
        await send(context.bot, update.effective_chat.id, card, keyboard)
        await self._count(update, card)

    async def _count(self, update: Update, card: Card) -> None:
        """Counts what a quiz taught, once a person and quiz; what is kept says nothing about who."""
        learnt, person = card.measured, self._name(update.effective_user)
        if not learnt or not self._counts or (person, learnt.quiz) in self._counted:
            return
        self._counted[person, learnt.quiz] = None
        if len(self._counted) > MOST_COUNTED:
            del self._counted[next(iter(self._counted))]
        await self._counts.learnt(card.language, learnt.quiz, before=learnt.before, after=learnt.after)

    async def _forget(self, person: str) -> bool:
        """Whether everything is gone; what Rasa keeps, without words, goes by itself while it runs."""
        await self._memory.forget(person)
        try:
            await self._conversation.forget(person)
        except DialogueError as error:
            log.warning("dialogue.failed", kind=error.kind)
            return False
        return True

    async def _chosen(self, person: str) -> str | None:
        chosen = await self._memory.language(person)
        return chosen if chosen in self._conversation.languages() else None

    async def _language(self, update: Update, text: str) -> str:
        """The language they chose; before they did, the one they write in or use Telegram in."""
        user = update.effective_user
        person = self._name(user)
        chosen = await self._chosen(person)
        return chosen or self._conversation.guess(person, text, (user and user.language_code) or "")

    def _first(self) -> str:
        return self._conversation.languages()[0]

    def _name(self, user: User | None) -> str:
        return self._pseudonyms.of(CHANNEL, user.id if user else 0)


def _text(update: Update) -> str:
    """What the person wrote, be it below a picture; empty if nothing."""
    message = update.effective_message
    return (message and (message.text or message.caption)) or ""


def _command(text: str) -> str:
    """The name of the command that begins `text`; empty if none does."""
    words = text.split(maxsplit=1)
    return words[0][1:].split("@")[0].lower() if words and words[0].startswith("/") else ""


async def _answer(query: CallbackQuery) -> None:
    # Too old, or no network just now: the app stops waiting by itself, and the card matters more.
    with contextlib.suppress(TelegramError):
        await query.answer()
