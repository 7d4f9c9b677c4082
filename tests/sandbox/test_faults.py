"""Trouble on order, and how the bot meets it."""

import time

import aiohttp
import pytest

from bot.sandbox import PersonHandle, Sandbox
from tests.sandbox.conftest import RawBot


async def test_too_many_requests_say_how_long_to_wait(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    sandbox.faults.add("retry_after", "sendMessage", seconds=7)
    assert await bot.answer("sendMessage", chat_id=rina.id, text="x") == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        },
    )
    await bot.do("sendMessage", chat_id=rina.id, text="x")


async def test_an_error_comes_as_often_as_ordered(sandbox: Sandbox, bot: RawBot) -> None:
    sandbox.faults.add("error", "getMe", times=2, code=502, description="Bad Gateway")
    assert [(await bot.answer("getMe"))[0] for _ in range(3)] == [502, 502, 200]


async def test_a_cut_call_is_not_carried_out(sandbox: Sandbox, bot: RawBot, rina: PersonHandle) -> None:
    sandbox.faults.add("cut", "sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await bot.answer("sendMessage", chat_id=rina.id, text="lost")
    assert rina.replies == []


async def test_a_lost_answer_leaves_the_message(sandbox: Sandbox, bot: RawBot, rina: PersonHandle) -> None:
    sandbox.faults.add("cut_after", "sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await bot.answer("sendMessage", chat_id=rina.id, text="arrives")
    assert [message.text for message in rina.replies] == ["arrives"]


async def test_a_delayed_call_takes_its_time(sandbox: Sandbox, bot: RawBot) -> None:
    sandbox.faults.add("delay", "getMe", seconds=0.1)
    started = time.perf_counter()
    await bot.do("getMe")
    assert time.perf_counter() - started >= 0.1


async def test_trouble_for_any_method_spares_polling(sandbox: Sandbox, bot: RawBot) -> None:
    sandbox.faults.add("error")
    await bot.do("getUpdates")
    assert (await bot.answer("getMe"))[0] == 500


async def test_trouble_can_be_ordered_and_called_off_over_http(sandbox: Sandbox, bot: RawBot) -> None:
    body = {"kind": "error", "method": "getMe", "times": 3}
    async with bot.session.post(f"{sandbox.url}/faults", json=body) as response:
        assert response.status == 201
    async with bot.session.get(f"{sandbox.url}/faults") as response:
        assert [fault["times"] for fault in await response.json()] == [3]
    async with bot.session.delete(f"{sandbox.url}/faults") as response:
        assert response.status == 200
    await bot.do("getMe")
