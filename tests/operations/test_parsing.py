"""`parse --jsonl` with a stand-in for Rasa: every line gets its answer, in order, whatever the others are."""

import io
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from hypothesis import given
from hypothesis import strategies as st

from bot.language import UrgentPhrases
from bot.parsing import PARSE_PATH, Reader, Unreadable, answer_all, message

RIYADH = {"entity": "country", "value": "SA", "start": 0, "end": 6, "role": "in"}


async def meaning(request: web.Request) -> web.Response:
    """A Rasa that understands three words."""
    text = (await request.json())["text"]
    if "broken" in text:
        return web.json_response({"error": "inside"}, status=500)
    if "strange" in text:
        return web.json_response({"intent": "fees"})
    intent = "locked_in" if "locked" in text else "greet"
    entities = [RIYADH] if "riyadh" in text else []
    return web.json_response({"intent": intent, "confidence": 0.75, "entities": entities})


@pytest.fixture
async def reader() -> AsyncIterator[Reader]:
    app = web.Application()
    app.router.add_post(PARSE_PATH, meaning)
    phrases = UrgentPhrases({"passport_taken": ["took my passport"]}, ["if"])
    async with TestServer(app) as server, ClientSession(str(server.make_url("/"))) as session:
        yield Reader(session, phrases, frozenset({"passport_taken", "locked_in"}))


async def parsed(reader: Reader, *lines: bytes) -> tuple[int, list[dict[str, Any]]]:
    sink = io.StringIO()
    status = await answer_all(reader, io.BytesIO(b"\n".join(lines)), sink)
    return status, [json.loads(line) for line in sink.getvalue().splitlines()]


def line(name: object, text: object) -> bytes:
    return json.dumps({"id": name, "text": text}).encode()


async def test_an_answer_has_exactly_its_five_parts(reader: Reader) -> None:
    status, answers = await parsed(reader, line("a", "hello from riyadh"))
    country = {"entity": "country", "value": "SA"}
    assert answers == [
        {"id": "a", "intent": "greet", "confidence": 0.75, "entities": [country], "urgent": False}
    ]
    assert status == 0


async def test_urgent_by_phrase_or_by_intent(reader: Reader) -> None:
    texts = ["they took my passport", "i am locked here", "hello"]
    _, answers = await parsed(reader, *(line(number, text) for number, text in enumerate(texts)))
    assert [answer["urgent"] for answer in answers] == [True, True, False]


async def test_answers_come_in_the_order_of_the_lines(reader: Reader) -> None:
    status, answers = await parsed(reader, *(line(number, f"hello {number}") for number in range(200)))
    assert [answer["id"] for answer in answers] == list(range(200))
    assert status == 0


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        pytest.param(b"{", "not a line of JSON", id="half-an-object"),
        pytest.param(b"\xff\xfe", "not a line of JSON", id="not-text"),
        pytest.param(b"[" * 100_000, "not a line of JSON", id="too-deep"),
        pytest.param(b'["a", "b"]', "not an object", id="a-list"),
        pytest.param(b'{"text": "hello"}', '"id" is missing', id="no-id"),
        pytest.param(b'{"id": null, "text": "hello"}', '"id" is missing', id="null-id"),
        pytest.param(b'{"id": "x"}', '"text" is missing', id="no-text"),
        pytest.param(b'{"id": "x", "text": 5}', '"text" is missing', id="text-is-a-number"),
        pytest.param(line("x", "broken secret words"), "status 500", id="rasa-fails"),
        pytest.param(line("x", "strange secret words"), "another form", id="rasa-says-something-else"),
    ],
)
async def test_a_bad_line_costs_only_itself(reader: Reader, bad: bytes, says: str) -> None:
    status, answers = await parsed(reader, line(1, "hello"), bad, line(3, "hello"))
    assert status == 1
    assert [answers[0]["id"], answers[2]["id"]] == [1, 3]
    assert answers[1]["error"].startswith("line 2: ")
    assert says in answers[1]["error"]
    assert "secret" not in answers[1]["error"]


async def test_blank_lines_and_no_lines_at_all_are_fine(reader: Reader) -> None:
    assert await parsed(reader, b"", b"   ", b"") == (0, [])


async def test_a_text_with_half_a_character_still_gets_an_answer(reader: Reader) -> None:
    _, answers = await parsed(reader, b'{"id": "\\ud800", "text": "\\ud800 hello"}')
    assert answers[0]["id"] == "\ud800"


@given(st.binary(max_size=200))
def test_any_bytes_are_either_a_message_or_unreadable(data: bytes) -> None:
    try:
        name, text = message(data)
    except Unreadable as error:
        assert str(error)  # noqa: PT017  either outcome is right
    else:
        assert isinstance(name, str | int)
        assert isinstance(text, str)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=9),
        lambda x: st.lists(x) | st.dictionaries(st.sampled_from(["id", "text", "a"]), x),
    )
)
def test_any_json_is_either_a_message_or_unreadable(value: object) -> None:
    try:
        message(json.dumps(value).encode())
    except Unreadable as error:
        assert "\n" not in str(error)  # noqa: PT017  either outcome is right
