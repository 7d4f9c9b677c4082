"""Buttons, and what Telegram says about wrong ones."""

from typing import Any

import pytest

from bot.sandbox import PersonHandle
from tests.sandbox.conftest import RawBot


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


async def refusal(bot: RawBot, person: PersonHandle, markup: Any) -> str:
    words = await bot.refused("sendMessage", chat_id=person.id, text="x", reply_markup=markup)
    return words.removeprefix("Bad Request: ")


@pytest.mark.parametrize(
    "button",
    [
        pytest.param({"text": "x", "callback_data": "a" * 64}, id="64-bytes"),
        pytest.param({"text": "x", "callback_data": "ক" * 21}, id="21-Bangla-letters"),
        pytest.param({"text": "x", "url": "https://example.org/a"}, id="https"),
        pytest.param({"text": "x", "url": "http://example.org/"}, id="http"),
        pytest.param({"text": "x", "url": "tg://resolve?domain=dishari_bot"}, id="tg"),
        pytest.param({"text": "x", "copy_text": {"text": "1" * 256}}, id="copy-256"),
    ],
)
async def test_good_buttons_come_back_as_they_were(bot: RawBot, rina: PersonHandle, button: Any) -> None:
    message = await bot.do("sendMessage", chat_id=rina.id, text="x", reply_markup=inline(button))
    assert message["reply_markup"] == inline(button)


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "a" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "ক" * 22}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "x", "copy_text": {"text": "1" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        (
            {"text": "x", "url": "tel:+880170"},
            "inline keyboard button URL 'tel:+880170' is invalid: Wrong port number specified in the URL",
        ),
        (
            {"text": "x", "url": "whatsapp://send"},
            "inline keyboard button URL 'whatsapp://send' is invalid: Unsupported URL protocol",
        ),
        (
            {"text": "x", "url": "http://localhost:8080"},
            "inline keyboard button URL 'http://localhost:8080' is invalid: Wrong HTTP URL",
        ),
        ({"text": "x", "url": ""}, "inline keyboard button URL '' is invalid: URL host is empty"),
        (
            {"text": "x"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": " ", "callback_data": "a"}, "inline keyboard button text must be non-empty"),
        ({"callback_data": "a"}, "can't parse inline keyboard button: Can't find field \"text\""),
        ("x", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
    ],
)
async def test_a_wrong_button_fails_the_whole_message(
    bot: RawBot, rina: PersonHandle, button: Any, words: str
) -> None:
    before = len(rina.messages)
    assert await refusal(bot, rina, inline(button)) == words
    assert len(rina.messages) == before


async def test_a_hundred_inline_buttons_are_the_most(bot: RawBot, rina: PersonHandle) -> None:
    buttons = [{"text": str(number), "callback_data": str(number)} for number in range(101)]
    await bot.do("sendMessage", chat_id=rina.id, text="x", reply_markup=inline(*buttons[:100]))
    assert await refusal(bot, rina, inline(*buttons)) == "reply markup is too long"


async def test_a_keyboard_of_more_than_ten_kilobytes_is_too_long(bot: RawBot, rina: PersonHandle) -> None:
    buttons = [{"text": "1234567890" * 6, "callback_data": "1234567890"}] * 100
    assert await refusal(bot, rina, inline(*buttons)) == "reply markup is too long"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ({"inline_keyboard": "x"}, 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array'),
        ({"inline_keyboard": ["x"]}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"keyboard": [[{"text": ""}]]}, "keyboard button text must be non-empty"),
    ],
)
async def test_a_keyboard_that_is_none_is_refused(
    bot: RawBot, rina: PersonHandle, markup: Any, words: str
) -> None:
    assert await refusal(bot, rina, markup) == words


async def test_a_reply_keyboard_stays_until_it_is_removed(bot: RawBot, rina: PersonHandle) -> None:
    keyboard = {
        "keyboard": [["Menu", {"text": "Where I am", "request_location": True}]],
        "resize_keyboard": True,
    }
    message = await bot.do("sendMessage", chat_id=rina.id, text="x", reply_markup=keyboard)
    assert "reply_markup" not in message
    await bot.do("sendMessage", chat_id=rina.id, text="another")
    assert rina.chat.reply_keyboard is not None
    assert [button["text"] for button in rina.chat.reply_keyboard["keyboard"][0]] == ["Menu", "Where I am"]
    await bot.do("sendMessage", chat_id=rina.id, text="y", reply_markup={"remove_keyboard": True})
    assert rina.chat.reply_keyboard is None


async def test_a_key_below_the_chat_sends_its_words(bot: RawBot, rina: PersonHandle) -> None:
    keyboard = {"keyboard": [["Menu"], [{"text": "My number", "request_contact": True}]]}
    await bot.do("sendMessage", chat_id=rina.id, text="x", reply_markup=keyboard)
    assert rina.tap("Menu")["sent"]["text"] == "Menu"
    assert rina.tap("My number")["sent"]["contact"]["user_id"] == rina.id
    assert [list(update["message"])[-1] for update in await bot.do("getUpdates")] == ["text", "contact"]


async def test_a_one_time_keyboard_goes_after_one_press(bot: RawBot, rina: PersonHandle) -> None:
    keyboard = {"keyboard": [["Yes"]], "one_time_keyboard": True}
    await bot.do("sendMessage", chat_id=rina.id, text="x", reply_markup=keyboard)
    rina.tap("Yes")
    assert rina.chat.reply_keyboard is None


async def test_an_edit_takes_no_reply_keyboard(bot: RawBot, rina: PersonHandle) -> None:
    message = await bot.do("sendMessage", chat_id=rina.id, text="x")
    words = await bot.refused(
        "editMessageText", chat_id=rina.id, message_id=message["message_id"], text="y",
        reply_markup={"keyboard": [["z"]]},
    )  # fmt: skip
    assert words == "Bad Request: inline keyboard expected"
