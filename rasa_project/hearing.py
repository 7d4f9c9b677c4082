"""What Rasa reads of a message: all of it as plain words, and each half of two questions for itself."""

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME

from bot.language import normalise
from bot.language.questions import in_sentences
from rasa_project import card_references, two_questions
from rasa_project.card_references import Turn
from rasa_project.two_questions import Parsed, Two


async def hear(agent: Agent, turn: Turn) -> tuple[Parsed | None, Two | None]:
    """What the turn says, where that takes more than Rasa's own reading, and the two questions in it."""
    parsed, two = await _two_questions(agent, turn.text or "")
    if two is None:
        return parsed, None
    async with agent.lock_store.lock(turn.sender):
        tracker = await agent.processor.fetch_tracker_and_update_session(turn.sender)
    # In a check what is said first is an answer.
    return (parsed, None) if tracker.active_loop_name else (two.asked, two)


async def _two_questions(agent: Agent, text: str) -> tuple[Parsed | None, Two | None]:
    async def parse(half: str) -> Parsed:
        said, _ = spoken(half)
        return await agent.processor.parse_message(UserMessage(said)) if said else nothing_said()

    return await two_questions.read(in_sentences(text), parse, agent.domain.responses)


async def both(agent: Agent, text: str) -> dict[str, list[str]]:
    """The two questions of a text, for who measures."""
    _, two = await _two_questions(agent, text)
    return {"both": list(two.intents)} if two else {}


async def with_the_other(
    agent: Agent, sender: str, two: Two, cards: list[dict[str, str]]
) -> list[dict[str, str]]:
    """The cards, and that of the other question in its place: one turn, filled from the same slots."""
    async with agent.lock_store.lock(sender):
        tracker = await agent.processor.fetch_tracker_and_update_session(sender)
    response = await agent.processor.nlg.generate(two.other, tracker, "", **two.known)
    other = card_references.cards([response or {}])
    return other + cards if two.other_first else cards + other


def spoken(text: str) -> tuple[str, int]:
    """The normalised text without leading slashes, and how many characters that took away."""
    whole = normalise(text)
    # Rasa reads "/intent{...}" as a command to itself; only our own buttons may do that.
    plain = whole.lstrip("/ ")
    return plain, len(whole) - len(plain)


def nothing_said() -> Parsed:
    """What Rasa would make of no words at all."""
    return {
        "text": "",
        "intent": {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": 0.0},
        "entities": [],
    }
