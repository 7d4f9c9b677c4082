"""Every way in which Rasa can fail is one DialogueError, and it never says what the person wrote."""

import asyncio
import json

import pytest
from aiohttp import web

from bot import dialogue as module
from bot.cards import CardReference
from bot.dialogue import DialogueError, RasaDialogue
from bot.language import Money

SAID = "amar passport niye gese"


class FakeRasa:
    """A real HTTP server in Rasa's place; `answer` is what it does with a request."""

    def __init__(self) -> None:
        self.requests: list[tuple[str, str, str, object]] = []
        self.url = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"cards": [{"card": "menu"}]})

    async def handle(self, request: web.Request) -> web.StreamResponse:
        secret = request.headers.get("X-Dishari-Secret", "")
        body = await request.json() if request.can_read_body else None
        self.requests.append((request.method, request.path, secret, body))
        return await self.answer(request)


@pytest.fixture
async def fake():
    fake = FakeRasa()
    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", fake.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield fake
    await runner.cleanup()


@pytest.fixture
async def rasa(fake):
    async with RasaDialogue(fake.url + "/", "the secret") as dialogue:
        yield dialogue


def answers(fake, body="", status=200, **more):
    async def answer(_request):
        return web.Response(body=body.encode() if isinstance(body, str) else body, status=status, **more)

    fake.answer = answer


def cards(*values):
    return json.dumps({"cards": values})


FAILURES = [
    pytest.param(500, '{"error": "x"}', "status-500", id="an error inside"),
    pytest.param(503, "", "status-503", id="still starting"),
    pytest.param(401, "", "status-401", id="another secret"),
    pytest.param(404, "", "status-404", id="another server"),
    pytest.param(200, "[]", "no-cards", id="an empty list means Rasa failed inside"),
    pytest.param(200, "{}", "no-cards", id="an empty object"),
    pytest.param(200, cards(), "no-cards", id="no card"),
    pytest.param(200, '{"cards": {"card": "menu"}}', "no-cards", id="one card instead of a list"),
    pytest.param(200, "null", "no-cards", id="null"),
    pytest.param(204, "", "no-cards", id="no content"),
    pytest.param(200, "", "JSONDecodeError", id="nothing at all"),
    pytest.param(200, '{"cards": [', "JSONDecodeError", id="half an answer"),
    pytest.param(200, "<html>Sanic</html>", "JSONDecodeError", id="a page for people"),
    pytest.param(200, b"\xff\xfe{", "UnicodeDecodeError", id="another encoding"),
    pytest.param(200, "[" * 30_000, "RecursionError", id="lists in lists in lists"),
    pytest.param(200, " " * 100_000, "too-long", id="an answer without end"),
    pytest.param(200, cards("menu"), "malformed-card", id="a name instead of a reference"),
    pytest.param(200, cards(["menu"]), "malformed-card", id="a list instead of a reference"),
    pytest.param(200, cards(None), "malformed-card", id="a null instead of a reference"),
    pytest.param(200, cards({"text": "Hello"}), "malformed-card", id="a sentence instead of a card"),
    pytest.param(200, cards({"card": "menu", "x": 1}), "malformed-card", id="a key that nobody knows"),
    pytest.param(200, cards({"card": 1}), "malformed-card", id="a card that is a number"),
    pytest.param(
        200, cards({"card": "help", "country": "None"}), "malformed-card", id="a slot that is not set"
    ),
    pytest.param(200, cards({"card": "help", "country": ["SA"]}), "malformed-card", id="two countries"),
    pytest.param(200, cards({"card": "fees", "money": 5}), "malformed-card", id="money without a currency"),
    pytest.param(
        200, '{"cards": [{"card": "help", "page": Infinity}]}', "malformed-card", id="an endless page"
    ),
    pytest.param(
        200, cards({"card": "menu"}, {"card": "no name"}), "malformed-card", id="one good and one bad"
    ),
    pytest.param(200, cards(*[{"card": "menu"}] * 6), "too-many-cards", id="more cards than anybody reads"),
]


@pytest.mark.parametrize(("status", "body", "kind"), FAILURES)
async def test_every_way_rasa_can_fail_is_one_exception(status, body, kind, fake, rasa):
    answers(fake, body, status, content_type="application/json")
    with pytest.raises(DialogueError) as raised:
        await rasa.say("abc", SAID)
    assert raised.value.kind == kind
    assert SAID not in str(raised.value)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_what_a_person_wrote_is_never_carried_to_another_address(status, fake, rasa):
    answers(fake, status=status, headers={"Location": f"{fake.url}/elsewhere"})
    with pytest.raises(DialogueError, match=f"status-{status}"):
        await rasa.say("abc", SAID)
    assert [path for _, path, _, _ in fake.requests] == ["/webhooks/dishari/turn"]


async def test_a_server_that_does_not_answer_in_time_is_a_failure(fake, monkeypatch):
    monkeypatch.setattr(module, "ANSWER_WITHIN", 0.2)
    released = asyncio.Event()

    async def hang(_request):
        await released.wait()
        return web.Response()

    fake.answer = hang
    async with RasaDialogue(fake.url, "the secret") as rasa:
        with pytest.raises(DialogueError, match="timeout"):
            await asyncio.wait_for(rasa.say("abc", SAID), 2)
    released.set()


async def test_a_connection_that_breaks_is_a_failure(fake, rasa):
    async def break_off(request):
        request.transport.abort()
        return web.Response()

    fake.answer = break_off
    with pytest.raises(DialogueError):
        await rasa.say("abc", SAID)


async def test_nobody_listening_is_a_failure_at_once(unused_tcp_port):
    async with RasaDialogue(f"http://127.0.0.1:{unused_tcp_port}", "the secret") as rasa:
        with pytest.raises(DialogueError):
            await asyncio.wait_for(rasa.say("abc", SAID), 1)


async def test_before_it_is_opened_it_fails_and_does_not_crash():
    with pytest.raises(DialogueError, match="not-connected"):
        await RasaDialogue("http://127.0.0.1:1", "the secret").say("abc", SAID)


async def test_many_people_at_once_wait_for_their_turn_and_are_all_answered(fake, monkeypatch):
    """Waiting for a free connection is not Rasa being away."""
    monkeypatch.setattr(module, "MOST_AT_ONCE", 4)
    monkeypatch.setattr(module, "CONNECT_WITHIN", 0.1)

    async def slowly(_request):
        await asyncio.sleep(0.05)
        return web.json_response({"cards": [{"card": "menu"}]})

    fake.answer = slowly
    async with RasaDialogue(fake.url, "the secret") as rasa:
        said = await asyncio.gather(*(rasa.say(f"{number:x}", SAID) for number in range(40)))
    assert said == [[CardReference("menu")]] * 40


async def test_what_is_said_goes_out_with_the_secret_and_cards_come_back(fake, rasa):
    answers(fake, cards({"card": "what_it_costs", "country": "SA", "money": "500000 BDT"}, {"card": "menu"}))
    said = await rasa.say("abc", SAID)
    assert said == [CardReference("what_it_costs", "SA", Money(500_000, "BDT")), CardReference("menu")]
    assert fake.requests == [
        ("POST", "/webhooks/dishari/turn", "the secret", {"sender": "abc", "text": SAID})
    ]


async def test_what_a_tap_tells_goes_out_as_a_payload(fake, rasa):
    assert await rasa.tell("abc", "help_contacts", {"country": "SA"}) == [CardReference("menu")]
    payload = {"intent": "help_contacts", "entities": {"country": "SA"}}
    assert fake.requests[0][3] == {"sender": "abc", "payload": payload}


async def test_the_answers_of_a_check_go_with_it(fake, rasa):
    await rasa.tell("abc", "offer_check", {}, "4gyn")
    payload = {"intent": "offer_check", "entities": {}, "answers": "4gyn"}
    assert fake.requests[0][3] == {"sender": "abc", "payload": payload}


async def test_forgetting_deletes_the_conversation(fake, rasa):
    answers(fake, status=204)
    await rasa.forget("abc")
    assert fake.requests[0][:2] == ("DELETE", "/webhooks/dishari/conversations/abc")


async def test_forgetting_that_fails_is_told(fake, rasa):
    answers(fake, status=500)
    with pytest.raises(DialogueError):
        await rasa.forget("abc")
