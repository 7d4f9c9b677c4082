"""getUpdates: nothing lost, nothing repeated, nobody waits in vain."""

import asyncio
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox import PersonHandle, Sandbox
from bot.sandbox.clock import Clock
from bot.sandbox.updates import UpdateQueue
from tests.sandbox.conftest import RawBot

CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def texts(bot: RawBot, **values: Any) -> list[str]:
    return [update["message"]["text"] for update in await bot.do("getUpdates", **values)]


async def test_updates_stay_until_an_offset_confirms_them(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    for word in ("one", "two", "three"):
        rina.send_text(word)
    first = await bot.do("getUpdates")
    assert [update["message"]["text"] for update in first] == ["one", "two", "three"]
    sandbox.clock.move(1)
    assert await texts(bot) == ["one", "two", "three"]
    assert await texts(bot, offset=first[1]["update_id"]) == ["two", "three"]
    assert await texts(bot, offset=first[2]["update_id"] + 1) == []


async def test_update_ids_follow_each_other(bot: RawBot, rina: PersonHandle) -> None:
    rina.send_text("one")
    rina.send_location(24.7, 46.6)
    one, two = await bot.do("getUpdates")
    assert two["update_id"] == one["update_id"] + 1


async def test_a_negative_offset_counts_from_the_end_and_forgets_the_rest(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    for word in ("one", "two", "three"):
        rina.send_text(word)
    assert await texts(bot, offset=-2) == ["two", "three"]
    sandbox.clock.move(1)
    assert await texts(bot) == ["two", "three"]


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (100, 100), (0, 100), (500, 100)])
async def test_a_call_gets_at_most_a_hundred_updates(
    bot: RawBot, rina: PersonHandle, limit: int, count: int
) -> None:
    for number in range(105):
        rina.send_text(str(number))
    assert len(await bot.do("getUpdates", limit=limit)) == count


async def test_a_long_poll_wakes_at_once_when_somebody_writes(bot: RawBot, rina: PersonHandle) -> None:
    poll = asyncio.create_task(bot.do("getUpdates", timeout=50))
    await asyncio.sleep(0.02)
    started = time.perf_counter()
    rina.send_text("hello")
    (update,) = await poll
    assert update["message"]["text"] == "hello"
    assert time.perf_counter() - started < 0.25


async def test_a_long_poll_ends_empty_after_fifty_seconds_at_most(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    poll = asyncio.create_task(bot.do("getUpdates", timeout=600))
    await asyncio.sleep(0.02)
    sandbox.clock.move(49)
    await asyncio.sleep(0.02)
    assert not poll.done()
    sandbox.clock.move(1)
    assert await poll == []


async def test_of_two_pollers_the_older_gets_409(bot: RawBot, rina: PersonHandle) -> None:
    older = asyncio.create_task(bot.refused("getUpdates", timeout=50))
    await asyncio.sleep(0.02)
    newer = asyncio.create_task(bot.do("getUpdates", timeout=50))
    assert await older == CONFLICT
    rina.send_text("for the newer one")
    assert len(await newer) == 1


async def test_a_poller_that_hung_up_is_in_nobodys_way(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    gone = asyncio.create_task(bot.do("getUpdates", timeout=50))
    await asyncio.sleep(0.02)
    gone.cancel()
    await asyncio.sleep(0.02)
    assert not sandbox.world.updates.has_poller
    assert await bot.do("getUpdates", timeout=0) == []


async def test_the_same_offset_again_at_once_gets_one_update(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    rina.send_text("one")
    rina.send_text("two")
    assert await texts(bot) == ["one", "two"]
    assert await texts(bot) == ["one"]
    sandbox.clock.move(0.6)
    assert await texts(bot) == ["one", "two"]


async def test_a_busy_poller_has_to_wait_three_seconds(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    assert await bot.do("getUpdates", timeout=0) == []
    again = asyncio.create_task(bot.do("getUpdates", timeout=0))
    await asyncio.sleep(0.02)
    assert not again.done()
    sandbox.clock.move(3)
    assert await again == []


async def test_messages_wait_a_day_and_taps_150_seconds(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    keyboard = {"inline_keyboard": [[{"text": "ok", "callback_data": "ok"}]]}
    await bot.do("sendMessage", chat_id=rina.id, text="x", reply_markup=keyboard)
    rina.send_text("hello")
    rina.tap("ok")
    sandbox.clock.move(149)
    assert len(await bot.do("getUpdates")) == 2
    sandbox.clock.move(2)
    assert await texts(bot) == ["hello"]
    sandbox.clock.move(24 * 3600)
    assert await texts(bot) == []


async def test_allowed_updates_are_remembered_until_changed(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    await bot.do("getUpdates", allowed_updates=["edited_message"])
    message = rina.send_text("not asked for")
    rina.edit(message.id, "asked for")
    sandbox.clock.move(5)
    assert [list(update)[1] for update in await bot.do("getUpdates")] == ["edited_message"]
    await bot.do("getUpdates", offset=1, allowed_updates=[])
    rina.send_text("asked for again")
    assert len(await bot.do("getUpdates", offset=2)) == 2


async def test_pending_updates_can_be_dropped(bot: RawBot, rina: PersonHandle) -> None:
    rina.send_text("old")
    assert (await bot.do("getWebhookInfo"))["pending_update_count"] == 1
    assert await bot.do("deleteWebhook", drop_pending_updates=True) is True
    assert await bot.do("getUpdates") == []


async def test_a_webhook_is_refused_and_deleting_one_is_not(bot: RawBot) -> None:
    assert (await bot.refused("setWebhook", url="https://example.org/hook")).startswith(
        "Bad Request: bad webhook"
    )
    assert await bot.do("setWebhook", url="") is True
    assert await bot.do("deleteWebhook") is True


async def test_people_can_write_before_the_bot_is_there(sandbox: Sandbox, bot: RawBot) -> None:
    sandbox.add_person("Karim").send_text("is anybody there?")
    assert await texts(bot) == ["is anybody there?"]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.integers(0, 5)), max_size=30))
def test_with_any_pace_every_update_arrives_once_and_in_order(steps: list[tuple[int, int, int]]) -> None:
    async def read_all() -> tuple[list[int], list[int]]:
        clock = Clock()
        queue = UpdateQueue(clock, first_id=10)
        offset, sent, got = 0, [], []
        for written, limit, confirmed in [*steps, *[(0, 100, 100)] * 2]:
            for _ in range(written):
                update_id = queue.add("message", {}, lifetime=86_400)
                assert update_id is not None
                sent.append(update_id)
            clock.move(5)
            batch = (await queue.poll(offset, limit, 0))[:confirmed]
            if batch:
                got.extend(update["update_id"] for update in batch)
                offset = got[-1] + 1
        return sent, got

    sent, got = asyncio.run(read_all())
    assert got == sent
