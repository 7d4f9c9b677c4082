"""Chats in parallel, one chat in order, and nobody's flood is another's silence."""

import asyncio

import pytest
from telegram import Chat, Message, Update, User

from bot.telegram.order import MOST_AT_ONCE, MOST_WAITING, ChatOrder


def update(chat: int, number: int) -> Update:
    message = Message(number, date=None, chat=Chat(chat, "private"), from_user=User(chat, "Asha", False))
    return Update(number, message=message)


class Desk:
    """Handlers that note when they run, and wait until they are let go."""

    def __init__(self) -> None:
        self.order = ChatOrder()
        self.done: list[tuple[int, int]] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.tasks: list[asyncio.Task[None]] = []

    def send(self, chat: int, number: int, fails: bool = False) -> asyncio.Task[None]:
        async def handle() -> None:
            if chat in self.gates:
                await self.gates[chat].wait()
            self.done.append((chat, number))
            if fails:
                raise RuntimeError

        # As PTB does it: through the processor's limit, not around it.
        task = asyncio.create_task(self.order.process_update(update(chat, number), handle()))
        self.tasks.append(task)
        return task

    def numbers(self, chat: int) -> list[int]:
        return [number for there, number in self.done if there == chat]

    async def settle(self) -> None:
        await asyncio.gather(*self.tasks, return_exceptions=True)


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_one_chat_is_answered_in_order(desk):
    desk.gates[1] = asyncio.Event()
    for number in range(10):
        desk.send(1, number)
    await asyncio.sleep(0)
    desk.gates[1].set()
    await desk.settle()
    assert desk.numbers(1) == list(range(10))


async def test_a_slow_answer_to_one_person_does_not_hold_up_another(desk):
    desk.gates[1] = asyncio.Event()
    desk.send(1, 0)
    await desk.send(2, 0)
    assert desk.done == [(2, 0)]
    desk.gates[1].set()
    await desk.settle()


async def test_of_a_burst_the_first_and_the_last_messages_are_answered(desk):
    desk.gates[1] = asyncio.Event()
    for number in range(100):
        desk.send(1, number)
    await asyncio.sleep(0.01)
    desk.gates[1].set()
    await desk.settle()
    assert desk.numbers(1) == [0, *range(100 - MOST_WAITING, 100)]


async def test_a_flooding_chat_leaves_the_places_of_everybody_else_free(desk):
    desk.gates[1] = asyncio.Event()
    for number in range(2 * MOST_AT_ONCE):
        desk.send(1, number)
    await asyncio.wait_for(desk.send(2, 0), 1)
    assert desk.numbers(2) == [0]
    desk.gates[1].set()
    await desk.settle()


async def test_a_handler_that_fails_lets_the_next_message_in(desk):
    desk.send(1, 0, fails=True)
    desk.send(1, 1)
    await desk.settle()
    assert desk.numbers(1) == [0, 1]


@pytest.mark.parametrize("which", [0, 1], ids=["the one that runs", "the one that waits"])
async def test_an_update_that_is_cancelled_lets_the_next_one_in(which, desk):
    desk.gates[1] = asyncio.Event()
    tasks = [desk.send(1, number) for number in range(3)]
    await asyncio.sleep(0.01)
    tasks[which].cancel()
    await asyncio.sleep(0.01)
    desk.gates[1].set()
    await desk.settle()
    assert desk.numbers(1) == [number for number in range(3) if number != which]


async def test_nothing_is_remembered_of_a_chat_that_is_quiet(desk):
    for number in range(5):
        desk.send(1, number)
    await desk.settle()
    assert desk.order._behind == {}


async def test_what_only_shows_something_has_a_line_of_its_own_in_order_too():
    desk = Desk()
    desk.order = ChatOrder(lambda update: "shown" if update.update_id >= 10 else "said")
    desk.gates[1] = asyncio.Event()
    slow = desk.send(1, 0)
    await asyncio.sleep(0)
    gate = desk.gates.pop(1)
    await asyncio.gather(desk.send(1, 10), desk.send(1, 11))
    assert desk.numbers(1) == [10, 11]
    gate.set()
    await slow


async def test_an_update_without_a_chat_is_served_too(desk):
    ran = asyncio.Event()

    async def handle() -> None:
        ran.set()

    await desk.order.process_update(Update(1), handle())
    assert ran.is_set()
