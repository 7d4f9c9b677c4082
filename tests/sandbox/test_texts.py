"""What becomes of a text on its way into a chat."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox import PersonHandle
from bot.sandbox.entities import Entity, utf16_length
from bot.sandbox.html import parse_html
from bot.sandbox.tags import MarkupError
from bot.sandbox.texts import finish
from tests.sandbox.conftest import RawBot


async def sent(bot: RawBot, person: PersonHandle, text: str, **values: Any) -> dict[str, Any]:
    result: dict[str, Any] = await bot.do("sendMessage", chat_id=person.id, text=text, **values)
    return result


async def test_white_space_around_a_text_is_trimmed(bot: RawBot, rina: PersonHandle) -> None:
    assert (await sent(bot, rina, "\n  দিশারী \n"))["text"] == "দিশারী"


async def test_entities_move_along_when_the_start_is_trimmed(bot: RawBot, rina: PersonHandle) -> None:
    message = await sent(bot, rina, "  x <b>hi </b>\n", parse_mode="HTML")
    assert message["text"] == "x hi"
    assert message["entities"] == [{"type": "bold", "offset": 2, "length": 2}]


async def test_an_empty_text_is_refused(bot: RawBot, rina: PersonHandle) -> None:
    assert await bot.refused("sendMessage", chat_id=rina.id) == "Bad Request: message text is empty"


async def test_a_text_of_white_space_is_refused(bot: RawBot, rina: PersonHandle) -> None:
    assert (
        await bot.refused("sendMessage", chat_id=rina.id, text=" \n ")
        == "Bad Request: text must be non-empty"
    )
    refusal = await bot.refused("sendMessage", chat_id=rina.id, text="<b> </b>", parse_mode="HTML")
    assert refusal == "Bad Request: text must be non-empty"


async def test_4096_characters_are_counted_after_the_markup_is_parsed(
    bot: RawBot, rina: PersonHandle
) -> None:
    longest = "<b>" + "&lt;" * 4096 + "</b>"
    assert len((await sent(bot, rina, longest, parse_mode="HTML"))["text"]) == 4096
    refusal = await bot.refused("sendMessage", chat_id=rina.id, text="ক" * 4097)
    assert refusal == "Bad Request: message is too long"


async def test_an_edit_that_is_too_long_is_refused_in_other_words(bot: RawBot, rina: PersonHandle) -> None:
    message = await sent(bot, rina, "short")
    refusal = await bot.refused(
        "editMessageText", chat_id=rina.id, message_id=message["message_id"], text="ক" * 4097
    )
    assert refusal == "Bad Request: MESSAGE_TOO_LONG"


async def test_wrong_markup_is_refused_with_the_place(bot: RawBot, rina: PersonHandle) -> None:
    refusal = await bot.refused("sendMessage", chat_id=rina.id, text="hello<br>", parse_mode="HTML")
    assert refusal == 'Bad Request: can\'t parse entities: Unsupported start tag "br" at byte offset 5'


async def test_html_is_only_read_when_asked_for(bot: RawBot, rina: PersonHandle) -> None:
    assert (await sent(bot, rina, "a <b>"))["text"] == "a <b>"


async def test_other_markup_is_refused_rather_than_shown_raw(bot: RawBot, rina: PersonHandle) -> None:
    refusal = await bot.refused("sendMessage", chat_id=rina.id, text="*x*", parse_mode="MarkdownV2")
    assert refusal == "Bad Request: unsupported parse_mode"


async def test_entities_can_be_given_instead_of_markup(bot: RawBot, rina: PersonHandle) -> None:
    bold = {"type": "bold", "offset": 0, "length": 2}
    assert (await sent(bot, rina, "hi there", entities=[bold]))["entities"] == [bold]


async def test_a_given_link_must_be_a_link(bot: RawBot, rina: PersonHandle) -> None:
    link = {"type": "text_link", "offset": 0, "length": 2, "url": "tel:+8801700000000"}
    refusal = await bot.refused("sendMessage", chat_id=rina.id, text="hi", entities=[link])
    expected = "entity URL 'tel:+8801700000000' is invalid: Wrong port number specified in the URL"
    assert refusal == f"Bad Request: {expected}"


async def test_code_holds_no_other_entity_and_one_kind_is_not_kept_twice(
    bot: RawBot, rina: PersonHandle
) -> None:
    text = "<b>a<code>b</code>c<b>d</b></b>"
    assert (await sent(bot, rina, text, parse_mode="HTML"))["entities"] == [
        {"type": "bold", "offset": 0, "length": 1},
        {"type": "code", "offset": 1, "length": 1},
        {"type": "bold", "offset": 2, "length": 2},
    ]


async def test_only_the_first_hundred_entities_are_kept(bot: RawBot, rina: PersonHandle) -> None:
    assert len((await sent(bot, rina, "<b>x</b> " * 120, parse_mode="HTML"))["entities"]) == 100


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("call +880 9610 102030 now", "phone_number", "+880 9610 102030"),
        ("call +966-11-219-2202.", "phone_number", "+966-11-219-2202"),
        ("see https://probashi.gov.bd/a?b=c.", "url", "https://probashi.gov.bd/a?b=c"),
        ("see bmet.gov.bd", "url", "bmet.gov.bd"),
        ("write to help@example.org", "email", "help@example.org"),
        ("👍 /help me", "bot_command", "/help"),
        ("/start@sandbox_bot", "bot_command", "/start@sandbox_bot"),
        ("ask @dishari_bot", "mention", "@dishari_bot"),
        ("#বিদেশ now", "hashtag", "#বিদেশ"),
    ],
)
async def test_links_numbers_and_commands_are_found_in_a_text(
    bot: RawBot, rina: PersonHandle, text: str, kind: str, found: str
) -> None:
    (entity,) = (await sent(bot, rina, text))["entities"]
    units = text.encode("utf-16-le")
    start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
    assert (entity["type"], units[start:end].decode("utf-16-le")) == (kind, found)


@pytest.mark.parametrize(
    "text", ["999", "16135", "01700000000", "1,65,000", "3/4", "<code>+8801700000000</code>"]
)
async def test_short_codes_and_plain_numbers_are_not_linked(
    bot: RawBot, rina: PersonHandle, text: str
) -> None:
    kinds = [
        entity["type"] for entity in (await sent(bot, rina, text, parse_mode="HTML")).get("entities", [])
    ]
    assert "phone_number" not in kinds
    assert "bot_command" not in kinds


async def test_text_that_is_not_unicode_is_refused(bot: RawBot, rina: PersonHandle) -> None:
    body = json.dumps({"chat_id": rina.id, "text": "\ud800"})
    headers = {"Content-Type": "application/json"}
    address = f"{bot.base_url}123456:a-token_of_the_right_form/sendMessage"
    async with bot.session.post(address, data=body, headers=headers) as response:
        assert (await response.json())["description"] == "Bad Request: strings must be encoded in UTF-8"


MARKUP = st.lists(
    st.sampled_from(["<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<blockquote>", "</blockquote>"])
    | st.sampled_from(
        [" ", "\n", "\r", "\u202e", "\t", "x", "ক", "👍", "/help", " +880 9610 102030 ", "a.org"]
    ),
    max_size=20,
).map("".join)


@given(MARKUP)
def test_after_trimming_every_entity_is_inside_the_text(source: str) -> None:
    try:
        text, entities = finish(*parse_html(source))
    except MarkupError:
        return
    assert text == text.rstrip(" \n")
    for entity in entities:
        assert entity["length"] > 0
        assert 0 <= entity["offset"] <= entity["offset"] + entity["length"] <= utf16_length(text)
    assert no_kind_overlaps_itself(entities)


def no_kind_overlaps_itself(entities: list[Entity]) -> bool:
    ends: dict[str, int] = {}
    for entity in entities:
        if entity["offset"] < ends.get(entity["type"], 0):
            return False
        ends[entity["type"]] = entity["offset"] + entity["length"]
    return True
