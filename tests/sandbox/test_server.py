"""Who is let in, in which form, and how the server starts and stops."""

import asyncio
import json
import re
import socket
import sys
from pathlib import Path

import aiohttp
import pytest

import bot.sandbox as sandbox_package
from bot.sandbox import PersonHandle, PortBusyError, Sandbox
from tests.sandbox.conftest import TOKEN, RawBot


async def test_the_first_token_claims_the_sandbox_and_others_are_strangers(bot: RawBot) -> None:
    assert (await bot.do("getMe"))["id"] == 123456
    stranger = "1:other"
    assert await bot.answer("getMe", stranger) == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )


@pytest.mark.parametrize("token", ["", "abc", "0:abc", "123", "123:", "12:a b"])
async def test_what_can_not_be_a_token_is_unauthorized(bot: RawBot, token: str) -> None:
    status, body = await bot.answer("getMe", token=token)
    assert (status, body["description"]) == (401, "Unauthorized: invalid token specified")


async def test_an_unknown_method_is_not_found(bot: RawBot) -> None:
    assert await bot.answer("sendPigeon") == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found: method not found"},
    )


async def test_methods_are_read_in_any_case(bot: RawBot) -> None:
    assert (await bot.do("GETME"))["is_bot"] is True


async def test_arguments_come_by_address_form_or_json(bot: RawBot, rina: PersonHandle) -> None:
    address = f"{bot.base_url}{TOKEN}/sendMessage"
    keyboard = {"inline_keyboard": [[{"text": "ok", "callback_data": "ok"}]]}
    async with bot.session.get(address, params={"chat_id": rina.id, "text": "by address"}) as response:
        assert (await response.json())["ok"]
    body = {"chat_id": rina.id, "text": "by JSON", "reply_markup": keyboard, "parse_mode": None}
    async with bot.session.post(address, json=body) as response:
        assert (await response.json())["result"]["reply_markup"] == keyboard
    form = aiohttp.FormData({"chat_id": str(rina.id), "text": "by form"}, default_to_multipart=True)
    async with bot.session.post(address, data=form) as response:
        assert (await response.json())["ok"]
    assert [message.text for message in rina.replies] == ["by address", "by JSON", "by form"]
    async with bot.session.post(address, data=b"{", headers={"Content-Type": "application/json"}) as response:
        assert (await response.json())["description"] == "Bad Request: can't parse request JSON"


@pytest.mark.parametrize("path", ["/", "/people", "/status", f"/bot{TOKEN}/getMe", "/static/main.js"])
@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Host": "evil.example:8080"}, id="foreign-host"),
        pytest.param({"Host": ""}, id="no-host"),
        pytest.param({"Origin": "https://evil.example"}, id="foreign-origin"),
        pytest.param({"Origin": "http://localhost:3000"}, id="another-local-page"),
        pytest.param({"Origin": "null"}, id="a-file-or-frame"),
    ],
)
async def test_other_sites_are_turned_away(
    sandbox: Sandbox, session: aiohttp.ClientSession, path: str, headers: dict[str, str]
) -> None:
    async with session.get(f"{sandbox.url}{path}", headers=headers) as response:
        assert response.status == 403


async def test_the_page_is_let_in_and_may_load_nothing_from_outside(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    async with session.get(sandbox.url, headers={"Origin": sandbox.url}) as response:
        assert response.status == 200
        policy = response.headers["Content-Security-Policy"]
        page = await response.text()
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    assert "http" not in page


async def test_the_sandbox_listens_on_loopback_only(sandbox: Sandbox) -> None:
    assert sandbox.url.startswith("http://127.0.0.1:")


async def test_a_busy_port_is_one_clear_sentence(sandbox: Sandbox) -> None:
    with pytest.raises(PortBusyError) as busy:
        await Sandbox(sandbox.port).start()
    sentence = f"Port {sandbox.port} on 127.0.0.1 can't be opened: another program is using it."
    assert busy.value.strerror == sentence
    assert isinstance(busy.value, OSError)


async def test_stopping_waits_for_nobody(sandbox: Sandbox, bot: RawBot, rina: PersonHandle) -> None:
    poll = asyncio.create_task(bot.do("getUpdates", timeout=50))
    page = asyncio.create_task(bot.session.get(f"{sandbox.url}/people/{rina.id}/events"))
    await asyncio.sleep(0.05)
    async with asyncio.timeout(2):
        await sandbox.stop()
    assert await poll == []
    (await page).close()


async def test_the_list_of_calls_holds_nothing_that_was_said(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    await bot.do("sendMessage", chat_id=rina.id, text="a secret")
    button = {"inline_keyboard": [[{"text": "a secret", "url": "tel:secret"}]]}
    await bot.refused("sendMessage", chat_id=rina.id, text="x", reply_markup=button)
    await bot.refused("sendMessage", chat_id=rina.id, text="<secret>", parse_mode="HTML")
    async with bot.session.get(f"{sandbox.url}/calls") as response:
        calls = await response.json()
    assert [(call["method"], call["code"]) for call in calls] == [
        ("getMe", 200),
        ("sendMessage", 200),
        ("sendMessage", 400),
        ("sendMessage", 400),
    ]
    assert calls[3]["description"] == (
        'Bad Request: can\'t parse entities: Unsupported start tag "..." at byte offset 0'
    )
    assert "secret" not in json.dumps(calls)


def test_the_sandbox_does_without_the_library_it_serves() -> None:
    sources = Path(sandbox_package.__file__).parent.rglob("*.py")
    importing = re.compile(r"^\s*(?:import|from) (?:telegram|bot\.(?!sandbox))", re.MULTILINE)
    assert [path.name for path in sources if importing.search(path.read_text(encoding="utf-8"))] == []


async def test_the_command_serves_until_it_is_told_to_stop(session: aiohttp.ClientSession) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "bot.sandbox", "--port", str(port)]
    pipe = asyncio.subprocess.PIPE
    first = await asyncio.create_subprocess_exec(*command, stdout=pipe)
    assert first.stdout is not None
    assert f"Chat page: http://127.0.0.1:{port}" in (await first.stdout.readline()).decode()
    second = await asyncio.create_subprocess_exec(*command, stderr=pipe)
    _, complaint = await second.communicate()
    assert (second.returncode, complaint.decode()) == (
        1,
        f"Port {port} on 127.0.0.1 can't be opened: another program is using it.\n",
    )
    first.terminate()
    assert await first.wait() == 0
