"""One message: help first, then what Rasa says, never the same help twice, never silence."""

import asyncio
import contextlib

import pytest
from rehearsal import StandIn

from bot.cards import CardReference
from bot.cards.actions import Tell
from bot.conversation import Conversation
from bot.dialogue import DialogueError

DANGER = "they took my passport"


@pytest.fixture
def say(reader):
    """What is shown for a text, as card references, when Rasa answers with `answers`."""

    async def shown(text, *answers, down=False):
        dialogue = StandIn()
        dialogue.answers, dialogue.down = [CardReference(*answer) for answer in answers], down
        conversation = Conversation(lambda: reader, dialogue)
        return [card async for card in conversation.text("a" * 32, text, "en")]

    return shown


def card(reader, *reference):
    return reader.cards.build(CardReference(*reference), "en")


async def test_in_danger_the_urgent_card_comes_first_and_rasas_answer_to_the_rest_follows(say, reader):
    cards = await say(f"{DANGER} in Libya, and what should it cost", ("what_it_costs", "LY"))
    assert cards == [card(reader, "passport_taken", "LY"), card(reader, "what_it_costs", "LY")]


@pytest.mark.parametrize(
    "answer",
    [
        ("passport_taken", "LY"),
        ("help", "LY"),
        ("not_understood",),
        ("out_of_scope",),
        ("menu",),
        ("welcome",),
    ],
    ids=lambda answer: answer[0],
)
async def test_the_same_help_is_not_given_twice_nor_taken_back(answer, say, reader):
    assert await say(f"I am in Libya, {DANGER}", answer) == [card(reader, "passport_taken", "LY")]


async def test_in_danger_help_comes_even_while_rasa_is_away_and_no_excuse_beside_it(say, reader):
    assert await say(f"I am in Libya, {DANGER}", down=True) == [card(reader, "passport_taken", "LY")]


async def test_where_somebody_comes_from_is_not_where_they_are(say, reader):
    assert await say(f"I am from Bangladesh, {DANGER}", down=True) == [card(reader, "passport_taken")]


async def test_what_if_is_a_question_and_no_alarm(say, reader):
    assert await say("what if they take my passport", ("warning_signs",)) == [card(reader, "warning_signs")]


async def test_a_card_that_does_not_exist_becomes_the_menu(say, reader):
    assert await say("hello", ("no_such_card",)) == [card(reader, "old_button")]


@pytest.mark.parametrize("text", ["", " ", "🙏🙏", "?!", "\u200d"])
async def test_nothing_to_read_is_told_without_asking_rasa(text, say, reader):
    assert await say(text, down=True) == [card(reader, "not_understood")]


class Refusing(StandIn):
    """Hears sentences, but will never know what a tap tells: the model is older than the packs."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.answers = [CardReference("difference")]
        self.kind = kind

    async def tell(self, *_):
        raise DialogueError(self.kind)


async def test_a_tap_that_rasa_refuses_does_not_silence_what_is_written(reader):
    conversation = Conversation(lambda: reader, Refusing("status-400"))
    await conversation.telling("a" * 32, Tell("what_it_costs", CardReference("what_it_costs", "SA")))
    for _ in range(2):
        shown = [one async for one in conversation.text("a" * 32, "what is the difference", "en")]
        assert shown == [card(reader, "difference")]


async def test_who_is_forgotten_is_not_told_of_again(reader):
    dialogue = StandIn()
    dialogue.down = True
    conversation = Conversation(lambda: reader, dialogue)
    telling = conversation.telling("a" * 32, Tell("what_it_costs", CardReference("what_it_costs", "SA")))
    with contextlib.suppress(DialogueError):
        await asyncio.gather(telling, conversation.forget("a" * 32))
    dialogue.down, dialogue.told = False, []
    assert [one async for one in conversation.text("a" * 32, "hello", "en")] == []
    assert dialogue.told == []


async def test_who_is_forgotten_is_not_known_to_have_been_at_a_loss(reader):
    conversation = Conversation(lambda: reader, StandIn())
    first, second = (conversation.cannot("a" * 32, "not_understood", "en") for _ in range(2))
    assert first != second
    await conversation.forget("a" * 32)
    assert conversation.cannot("a" * 32, "not_understood", "en") == first


async def test_a_relatives_country_is_never_the_one_where_somebody_is(say, reader):
    cards = await say("my brother is held by gang they want 10 lakh ransom", ("ransom", "MY"))
    assert cards == [reader.cards.build(CardReference("ransom", who="family"), "en")]


async def test_whom_to_call_for_a_relative_stands_on_the_card_for_the_family(say, reader):
    cards = await say("they hold my brother for ransom in Libya, I am in Qatar", ("help", "QA"))
    assert cards == [reader.cards.build(CardReference("ransom", "LY", who="family"), "en")]
