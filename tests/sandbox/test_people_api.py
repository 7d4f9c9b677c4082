"""The people's side over HTTP, as docs/sandbox.md describes it."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Sandbox
from tests.sandbox.conftest import RawBot


class Client:
    """Calls paths of the people's side."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url

    async def __call__(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        async with self._session.request(method, self._url + path, json=body) as response:
            return response.status, await response.json()


@pytest.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[Client]:
    """A script that plays people."""
    async with aiohttp.ClientSession() as session:
        yield Client(session, sandbox.url)


@pytest.fixture
async def person(client: Client) -> str:
    """The path of somebody created over HTTP."""
    status, rina = await client("POST", "/people", {"first_name": "Rina", "language_code": "bn"})
    assert (status, rina["first_name"], rina["language_code"]) == (201, "Rina", "bn")
    return f"/people/{rina['id']}"


async def test_people_are_listed_changed_and_removed(client: Client, person: str) -> None:
    await client("POST", "/people", {"first_name": "Karim", "username": "karim"})
    assert [one["first_name"] for one in (await client("GET", "/people"))[1]] == ["Rina", "Karim"]
    assert (await client("PATCH", person, {"language_code": "en"}))[1]["language_code"] == "en"
    assert (await client("DELETE", person))[0] == 200
    assert (await client("GET", person))[0] == 404
    assert await client("DELETE", "/people") == (200, {})
    assert await client("GET", "/people") == (200, [])


async def test_everything_a_person_can_send_reaches_the_bot(bot: RawBot, client: Client, person: str) -> None:
    place = {"latitude": 24.7136, "longitude": 46.6753}
    bodies: list[dict[str, Any]] = [
        {"text": "/help me"},
        {"location": place},
        {"contact": {}},
        {"voice": {"duration": 7}},
        {"sticker": {"emoji": "🙏"}},
        {"photo": {"caption": "my contract"}},
    ]
    for body in bodies:
        assert (await client("POST", f"{person}/messages", body))[0] == 201
    messages = [update["message"] for update in await bot.do("getUpdates")]
    assert messages[0]["entities"] == [{"type": "bot_command", "offset": 0, "length": 5}]
    assert messages[1]["location"] == place
    assert messages[2]["contact"]["phone_number"].startswith("+88017")
    assert messages[3]["voice"]["duration"] == 7
    assert messages[4]["sticker"]["emoji"] == "🙏"
    assert messages[5]["caption"] == "my contract"


async def test_the_app_makes_several_messages_of_a_long_text(
    bot: RawBot, client: Client, person: str
) -> None:
    await client("POST", f"{person}/messages", {"text": "ক" * 5000})
    assert [len(update["message"]["text"]) for update in await bot.do("getUpdates")] == [4096, 904]


async def test_an_own_text_can_be_edited(bot: RawBot, client: Client, person: str) -> None:
    _, message = await client("POST", f"{person}/messages", {"text": "helo"})
    status, edited = await client("PATCH", f"{person}/messages/{message['message_id']}", {"text": "hello"})
    assert (status, edited["text"]) == (200, "hello")
    assert [list(update)[1] for update in await bot.do("getUpdates")] == ["message", "edited_message"]


async def test_the_chat_shows_what_the_phone_shows(bot: RawBot, client: Client, person: str) -> None:
    await client("POST", f"{person}/messages", {"text": "/start"})
    chat_id = int(person.rpartition("/")[2])
    keyboard = {"inline_keyboard": [[{"text": "Help", "callback_data": "help"}]]}
    await bot.do("setMyCommands", commands=[{"command": "help", "description": "Help now"}])
    await bot.do("sendMessage", chat_id=chat_id, text="<b>hi</b>", parse_mode="HTML", reply_markup=keyboard)
    await bot.do("sendMessage", chat_id=chat_id, text="x", reply_markup={"keyboard": [["Menu"]]})
    _, tap = await client("POST", f"{person}/taps", {"label": "Help"})
    await bot.do("answerCallbackQuery", callback_query_id=tap["query_id"], text="done")
    await bot.do("sendChatAction", chat_id=chat_id, action="typing")
    _, chat = await client("GET", f"{person}/chat")
    assert [message.get("text") for message in chat["messages"]] == ["/start", "hi", "x"]
    assert chat["messages"][1]["entities"][0]["type"] == "bold"
    assert chat["messages"][1]["reply_markup"] == keyboard
    assert chat["reply_keyboard"]["keyboard"] == [[{"text": "Menu"}]]
    assert chat["answers"][0]["text"] == "done"
    assert chat["action"] == "typing"
    assert chat["bot"]["commands"] == [{"command": "help", "description": "Help now"}]


async def test_a_script_can_wait_for_the_next_change(bot: RawBot, client: Client, person: str) -> None:
    await client("POST", f"{person}/messages", {"text": "hello"})
    version = (await client("GET", f"{person}/chat"))[1]["version"]
    wait = asyncio.create_task(client("GET", f"{person}/chat?after={version}&timeout=5"))
    await asyncio.sleep(0.02)
    assert not wait.done()
    await bot.do("sendMessage", chat_id=person.rpartition("/")[2], text="hello, Rina")
    assert (await wait)[1]["messages"][-1]["text"] == "hello, Rina"
    _, chat = await client("GET", f"{person}/chat?after=9999&timeout=0.01")
    assert chat["messages"]


async def test_the_page_hears_of_every_change_in_order(
    sandbox: Sandbox, bot: RawBot, client: Client, person: str
) -> None:
    chat_id = int(person.rpartition("/")[2])
    async with bot.session.get(f"{sandbox.url}{person}/events") as events:
        assert events.content_type == "text/event-stream"
        await client("POST", f"{person}/messages", {"text": "hello"})
        message = await bot.do("sendMessage", chat_id=chat_id, text="one", reply_markup={"keyboard": [["x"]]})
        this = {"chat_id": chat_id, "message_id": message["message_id"]}
        await bot.do("editMessageText", text="two", **this)
        await bot.do("deleteMessage", **this)
        await bot.do("sendChatAction", chat_id=chat_id, action="typing")
        await client("POST", f"{person}/block")
        await client("PATCH", person, {"language_code": "en"})
        await client("DELETE", f"{person}/chat")
        kinds: list[str] = []
        while len(kinds) < 10:
            line = (await events.content.readline()).decode().strip()
            if line:
                kinds.append(json.loads(line.removeprefix("data: "))["kind"])
    assert kinds == [
        *("chat", "message", "message", "keyboard", "edited", "deleted", "action", "blocked", "person"),
        "cleared",
    ]


async def test_a_blocked_bot_is_told_and_can_not_be_written_to(
    bot: RawBot, client: Client, person: str
) -> None:
    await client("POST", f"{person}/messages", {"text": "/start"})
    assert (await client("POST", f"{person}/block"))[1]["blocked"] is True
    status, problem = await client("POST", f"{person}/messages", {"text": "hello?"})
    assert (status, problem["error"]) == (409, "the bot is blocked; unblock it first")
    assert (await client("POST", f"{person}/unblock"))[1]["blocked"] is False
    kinds = [list(update)[1] for update in await bot.do("getUpdates")]
    assert kinds == ["message", "my_chat_member", "my_chat_member"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "problem"),
    [
        ("POST", "/people", {}, 400, "first_name must say who this is"),
        ("POST", "/people", [], 400, "the body must be a JSON object"),
        ("GET", "/people/1/chat", None, 404, "there is no such person"),
        ("GET", "/people/1/events", None, 404, "there is no such person"),
        ("POST", "{person}/messages", {"text": " "}, 409, "there is nothing to send"),
        ("POST", "{person}/messages", {"voice": 3}, 400, "voice must be an object, if only {}"),
        ("POST", "{person}/messages", {"location": {"latitude": 1}}, 400, "longitude must be a number"),
        ("POST", "{person}/taps", {"label": "x"}, 409, 'there is no button "x" in sight, only: none at all'),
        ("PATCH", "{person}/messages/99", {"text": "x"}, 409, "only an own text message can be edited"),
        ("POST", "/clock", {"move": -1}, 400, "move must not be negative"),
        ("POST", "/faults", {"kind": "earthquake"}, 400, "kind must be one of"),
        ("POST", "/faults", {"kind": "cut", "colour": "red"}, 400, "a fault has a kind and may have more of"),
        ("GET", "/files/nothing", None, 404, "there is no such picture"),
    ],
)
async def test_a_wrong_request_gets_one_clear_sentence(
    client: Client, person: str, method: str, path: str, body: Any, status: int, problem: str
) -> None:
    answer = await client(method, path.replace("{person}", person), body)
    assert answer[0] == status
    assert answer[1]["error"].startswith(problem)


async def test_the_clock_can_be_moved_over_http(sandbox: Sandbox, client: Client) -> None:
    before = (await client("GET", "/clock"))[1]["now"]
    assert (await client("POST", "/clock", {"move": 3600}))[1]["now"] >= before + 3600


async def test_the_status_tells_whether_a_bot_listens(bot: RawBot, client: Client, person: str) -> None:
    await client("POST", f"{person}/messages", {"text": "hello"})
    assert (await client("GET", "/status"))[1] == {"bot_listens": False, "updates_waiting": 1}
    await bot.do("getUpdates")
    assert (await client("GET", "/status"))[1]["bot_listens"] is True
