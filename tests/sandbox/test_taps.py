"""A tapped button: the query it sends, and the one answer it takes."""

import pytest

from bot.sandbox import PersonError, PersonHandle, Sandbox
from tests.sandbox.conftest import RawBot

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Help", "callback_data": "help"}, {"text": "Menu", "callback_data": "menu"}],
        [{"text": "Site", "url": "https://example.org"}, {"text": "16135", "copy_text": {"text": "16135"}}],
    ]
}
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def card(bot: RawBot, rina: PersonHandle) -> int:
    """The id of a message with buttons."""
    message = await bot.do("sendMessage", chat_id=rina.id, text="card", reply_markup=KEYBOARD)
    return int(message["message_id"])


async def test_a_tap_sends_data_message_and_person(bot: RawBot, rina: PersonHandle, card: int) -> None:
    tapped = rina.tap("Help")
    (update,) = await bot.do("getUpdates")
    query = update["callback_query"]
    assert (query["id"], query["data"], query["from"]["id"]) == (tapped["query_id"], "help", rina.id)
    assert query["message"]["message_id"] == card
    assert query["message"]["reply_markup"]["inline_keyboard"][0][1]["callback_data"] == "menu"
    assert query["chat_instance"]


async def test_an_answer_reaches_the_person_once(bot: RawBot, rina: PersonHandle, card: int) -> None:
    query = rina.tap(data="menu", message_id=card)["query_id"]
    assert await bot.do("answerCallbackQuery", callback_query_id=query, text="here", show_alert=True) is True
    assert rina.chat.answers == [{"query_id": query, "message_id": card, "text": "here", "show_alert": True}]
    assert await bot.refused("answerCallbackQuery", callback_query_id=query) == TOO_OLD


async def test_a_late_answer_is_refused(sandbox: Sandbox, bot: RawBot, rina: PersonHandle, card: int) -> None:
    query = rina.tap("Help")["query_id"]
    sandbox.clock.move(151)
    assert await bot.refused("answerCallbackQuery", callback_query_id=query) == TOO_OLD


async def test_an_answer_has_two_hundred_characters_at_most(
    bot: RawBot, rina: PersonHandle, card: int
) -> None:
    query = rina.tap("Help")["query_id"]
    words = await bot.refused("answerCallbackQuery", callback_query_id=query, text="ক" * 201)
    assert words == "Bad Request: MESSAGE_TOO_LONG"
    await bot.do("answerCallbackQuery", callback_query_id=query, text="ক" * 200)


async def test_links_and_copy_buttons_tell_the_bot_nothing(
    bot: RawBot, rina: PersonHandle, card: int
) -> None:
    assert rina.tap("Site") == {"opened": "https://example.org/"}
    assert rina.tap("16135") == {"copied": "16135"}
    assert await bot.do("getUpdates") == []


async def test_the_newest_button_with_a_label_is_tapped(bot: RawBot, rina: PersonHandle, card: int) -> None:
    other = {"inline_keyboard": [[{"text": "Help", "callback_data": "newer"}]]}
    await bot.do("sendMessage", chat_id=rina.id, text="card", reply_markup=other)
    rina.tap("Help")
    (update,) = await bot.do("getUpdates")
    assert update["callback_query"]["data"] == "newer"


async def test_a_missing_button_is_named_with_those_in_sight(rina: PersonHandle, card: int) -> None:
    with pytest.raises(PersonError, match='no button "Exit" in sight, only: "Help", "Menu", "Site", "16135"'):
        rina.tap("Exit")


async def test_data_no_button_has_any_more_can_be_sent_on_purpose(
    bot: RawBot, rina: PersonHandle, card: int
) -> None:
    rina.tap(data="from-an-old-release", message_id=card, anyway=True)
    (update,) = await bot.do("getUpdates")
    assert update["callback_query"]["data"] == "from-an-old-release"
