"""The connection to Telegram: what goes out, what is kept of the answer, and how it fails."""

import asyncio
import ssl

import pytest
from aiohttp import web
from telegram import Bot, Update
from telegram.error import NetworkError, TimedOut

from bot.sandbox.loopback import HOST, listen
from bot.telegram import connection as door
from bot.telegram.connection import Connection, proxy_for

TOKEN = "1000000001:the-token-of-no-bot-aaaaaaaaaaaaaaaa"  # noqa: S105
CHAT = {"id": 7, "type": "private"}
SENT = {
    "message_id": 5,
    "date": 1,
    "chat": CHAT,
    "text": "Asha asked",
    "reply_markup": {"inline_keyboard": []},
}


class Api:
    """An HTTP server in Telegram's place; `answer` is what it does with a call."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.heard = 0
        self.url = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"ok": True, "result": SENT})

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.calls.append((request.content_type, await request.json() if request.can_read_body else {}))
        return await self.answer(request)

    def hear(self) -> None:
        self.heard += 1


@pytest.fixture
async def api():
    api = Api()
    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/{{method}}", api.handle)
    runner, port = await listen(app, 0)
    api.url = f"http://{HOST}:{port}"
    yield api
    await runner.cleanup()


@pytest.fixture
async def bot(api):
    """The library's bot on our connections; nothing is asked before the test does."""
    connections = [Connection(api.url, 2, answered=api.hear) for _ in range(2)]
    for connection in connections:
        await connection.initialize()
    yield Bot(TOKEN, base_url=f"{api.url}/bot", request=connections[0], get_updates_request=connections[1])
    for connection in connections:
        await connection.shutdown()


def result(of):
    async def answer(_request):
        return web.json_response({"ok": True, "result": of})

    return answer


async def test_a_call_goes_out_as_json_and_is_counted_when_it_succeeded(api, bot):
    await bot.send_message(7, "“সাহায্য”", api_kwargs={"reply_markup": {"keyboard": [[{"text": "a"}]]}})
    kind, said = api.calls[0]
    assert kind == "application/json"
    assert said == {"chat_id": "7", "text": "“সাহায্য”", "reply_markup": '{"keyboard": [[{"text": "a"}]]}'}
    assert api.heard == 1


async def test_what_we_sent_is_not_read_again(api, bot):
    message = await bot.send_message(7, "Asha asked")
    assert (message.message_id, message.chat.id, message.text) == (5, 7, None)


async def test_of_the_message_under_a_tapped_button_only_its_place_is_kept(api, bot):
    asha = {"id": 7, "is_bot": False, "first_name": "Asha"}
    tap = {"id": "1", "from": asha, "chat_instance": "1", "data": "s:menu", "message": SENT}
    words = {"message_id": 6, "date": 1, "chat": CHAT, "from": asha, "text": "hello"}
    api.answer = result([{"update_id": 1, "callback_query": tap}, {"update_id": 2, "message": words}])
    tapped, said = await bot.get_updates(allowed_updates=Update.ALL_TYPES)
    assert tapped.callback_query.data == "s:menu"
    assert (tapped.callback_query.message.message_id, tapped.callback_query.message.text) == (5, None)
    assert said.message.text == "hello"


async def test_an_answer_that_does_not_come_is_a_timeout(api, bot):
    async def hang(_request):
        await asyncio.sleep(30)

    api.answer = hang
    with pytest.raises(TimedOut):
        await bot.send_message(7, "hello", read_timeout=0.05)
    assert api.heard == 0


async def test_who_finds_all_connections_taken_waits_and_is_told_in_the_end(api, monkeypatch):
    monkeypatch.setattr(door, "CONNECT_WITHIN", 0.05)

    async def slowly(_request):
        await asyncio.sleep(0.4)
        return web.json_response({"ok": True, "result": True})

    api.answer = slowly
    async with Connection(api.url, 1, free_within=0.05) as connection:
        address = f"{api.url}/bot{TOKEN}/x"
        first = asyncio.create_task(connection.post(address, None))
        await asyncio.sleep(0.1)
        with pytest.raises(TimedOut):
            await connection.post(address, None)
        await asyncio.gather(first, return_exceptions=True)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "http://nowhere.invalid"])
async def test_what_fails_is_told_by_its_kind_without_the_token(address):
    async with Connection(address, 1) as connection:
        with pytest.raises(NetworkError) as failed:
            await connection.post(f"{address}/bot{TOKEN}/getMe")
    assert TOKEN not in str(failed.value)


async def test_a_redirect_is_not_followed(api, bot):
    async def elsewhere(_request):
        raise web.HTTPFound(f"{api.url}/elsewhere")

    api.answer = elsewhere
    with pytest.raises(NetworkError):
        await bot.send_message(7, "hello")
    assert len(api.calls) == 1


def test_the_proxy_of_the_environment_is_used_and_its_exceptions_are_kept(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    assert proxy_for("https://api.telegram.org") is None
    monkeypatch.setenv("ALL_PROXY", "http://proxy:1")
    assert proxy_for("https://api.telegram.org") == "http://proxy:1"
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy:2")
    assert proxy_for("https://api.telegram.org") == "http://proxy:2"
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    assert proxy_for("http://127.0.0.1:8080") is None


def test_telegram_is_believed_by_its_certificate_only(monkeypatch, tmp_path):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    context = door._certificates()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.cert_store_stats()["x509_ca"] > 50
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    assert door._certificates().cert_store_stats()["x509_ca"] == 0
