"""What the bot can put into a chat, change there and take back."""

from typing import Any

import aiohttp
import pytest

from bot.sandbox import PersonHandle, Sandbox
from tests.sandbox.conftest import TOKEN, RawBot

OK = {"inline_keyboard": [[{"text": "ok", "callback_data": "ok"}]]}
HOURS = 3600


@pytest.fixture
async def message(bot: RawBot, rina: PersonHandle) -> dict[str, Any]:
    """Something the bot has said, with a button."""
    sent: dict[str, Any] = await bot.do("sendMessage", chat_id=rina.id, text="first", reply_markup=OK)
    return sent


async def test_a_message_has_all_that_telegram_gives_it(bot: RawBot, rina: PersonHandle) -> None:
    message = await bot.do("sendMessage", chat_id=rina.id, text="hello")
    assert message["from"] == {
        "id": 123456,
        "is_bot": True,
        "first_name": "Dishari",
        "username": "sandbox_bot",
    }
    assert message["chat"] == {"id": rina.id, "type": "private", "first_name": "Rina"}
    assert isinstance(message["date"], int)
    assert message["message_id"] == rina.messages[-1].id


async def test_message_ids_grow_over_all_chats(sandbox: Sandbox, bot: RawBot, rina: PersonHandle) -> None:
    first = await bot.do("sendMessage", chat_id=rina.id, text="one")
    second = sandbox.add_person("Karim").send_text("two")
    assert second.id == first["message_id"] + 1


async def test_a_bot_can_not_write_first(sandbox: Sandbox, bot: RawBot) -> None:
    stranger = sandbox.add_person("Karim")
    assert await bot.refused("sendMessage", chat_id=stranger.id, text="x") == "Bad Request: chat not found"


@pytest.mark.parametrize(
    ("chat", "words"), [("", "chat_id is empty"), (1, "chat not found"), ("@nobody", "chat not found")]
)
async def test_an_unknown_chat_is_not_found(bot: RawBot, chat: object, words: str) -> None:
    assert await bot.refused("sendMessage", chat_id=chat, text="x") == f"Bad Request: {words}"


async def test_a_person_who_blocked_the_bot_gets_nothing(bot: RawBot, rina: PersonHandle) -> None:
    rina.block()
    status, body = await bot.answer("sendMessage", chat_id=rina.id, text="x")
    assert (status, body["description"]) == (403, "Forbidden: bot was blocked by the user")
    rina.unblock()
    await bot.do("sendMessage", chat_id=rina.id, text="x")
    changes = [update["my_chat_member"]["new_chat_member"]["status"] for update in await bot.do("getUpdates")]
    assert changes == ["kicked", "member"]


async def test_a_person_whose_account_is_gone_is_deactivated(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    sandbox.world.remove_person(rina.chat)
    assert await bot.refused("sendMessage", chat_id=rina.id, text="x") == "Forbidden: user is deactivated"


async def test_an_edit_changes_words_and_keyboard(
    bot: RawBot, rina: PersonHandle, message: dict[str, Any]
) -> None:
    edited = await bot.do("editMessageText", chat_id=rina.id, message_id=message["message_id"], text="second")
    assert (edited["text"], "edit_date" in edited, "reply_markup" in edited) == ("second", True, False)
    assert rina.messages[-1].text == "second"


async def test_an_edit_that_changes_nothing_is_refused(
    bot: RawBot, rina: PersonHandle, message: dict[str, Any]
) -> None:
    same = {"chat_id": rina.id, "message_id": message["message_id"], "reply_markup": OK}
    words = await bot.refused("editMessageText", text="<b></b>first", parse_mode="HTML", **same)
    assert words.startswith(
        "Bad Request: message is not modified: specified new message content and reply markup"
    )
    assert (await bot.refused("editMessageReplyMarkup", **same)) == words


async def test_only_the_keyboard_can_be_edited_too(
    bot: RawBot, rina: PersonHandle, message: dict[str, Any]
) -> None:
    edited = await bot.do("editMessageReplyMarkup", chat_id=rina.id, message_id=message["message_id"])
    assert (edited["text"], "reply_markup" in edited) == ("first", False)


async def test_what_can_not_be_edited_is_named(bot: RawBot, rina: PersonHandle) -> None:
    contact = await bot.do("sendContact", chat_id=rina.id, phone_number="999", first_name="Police")
    own = rina.send_text("mine").id
    answers = {
        number: await bot.refused("editMessageText", chat_id=rina.id, message_id=number, text="x")
        for number in (0, 999_999, own, contact["message_id"])
    }
    assert list(answers.values()) == [
        "Bad Request: message identifier is not specified",
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: there is no text in the message to edit",
    ]


async def test_messages_of_both_sides_can_be_deleted(
    bot: RawBot, rina: PersonHandle, message: dict[str, Any]
) -> None:
    own = rina.send_text("mine").id
    assert await bot.do("deleteMessage", chat_id=rina.id, message_id=own) is True
    assert await bot.do("deleteMessage", chat_id=rina.id, message_id=message["message_id"]) is True
    assert [one.text for one in rina.messages] == ["/start"]
    words = await bot.refused("deleteMessage", chat_id=rina.id, message_id=own)
    assert words == "Bad Request: message to delete not found"


async def test_after_48_hours_a_message_stays(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle, message: dict[str, Any]
) -> None:
    sandbox.clock.move(48 * HOURS + 2)
    words = await bot.refused("deleteMessage", chat_id=rina.id, message_id=message["message_id"])
    assert words == "Bad Request: message can't be deleted for everyone"
    young = await bot.do("sendMessage", chat_id=rina.id, text="young")
    ids = [young["message_id"], message["message_id"]]
    assert await bot.refused("deleteMessages", chat_id=rina.id, message_ids=ids) == words


async def test_many_messages_go_at_once_and_unknown_ones_are_passed_over(
    bot: RawBot, rina: PersonHandle, message: dict[str, Any]
) -> None:
    ids = [message["message_id"], *range(10_000, 10_099)]
    assert await bot.do("deleteMessages", chat_id=rina.id, message_ids=ids) is True
    assert [one.text for one in rina.messages] == ["/start"]


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ([], "message identifiers are not specified"),
        (list(range(1, 102)), "too many message identifiers specified"),
        ([0], "invalid message identifier specified"),
        ("x", "can't parse message identifiers JSON object"),
    ],
)
async def test_wrong_lists_of_messages_are_refused(
    bot: RawBot, rina: PersonHandle, ids: object, words: str
) -> None:
    assert await bot.refused("deleteMessages", chat_id=rina.id, message_ids=ids) == f"Bad Request: {words}"


async def test_a_contact_keeps_its_number_as_written(bot: RawBot, rina: PersonHandle) -> None:
    contact = {"phone_number": "16135", "first_name": "প্রবাস বন্ধু"}
    assert (await bot.do("sendContact", chat_id=rina.id, **contact))["contact"] == contact
    words = await bot.refused("sendContact", chat_id=rina.id, first_name="x")
    assert words == "Bad Request: phone number is empty"


async def test_a_place_and_a_venue_are_shown(bot: RawBot, rina: PersonHandle) -> None:
    place = {"latitude": 24.7136, "longitude": 46.6753}
    assert (await bot.do("sendLocation", chat_id=rina.id, **place))["location"] == place
    venue = await bot.do("sendVenue", chat_id=rina.id, title="Embassy", address="Riyadh", **place)
    assert venue["venue"] == {"location": place, "title": "Embassy", "address": "Riyadh"}
    assert await bot.refused("sendLocation", chat_id=rina.id, latitude=1) == "Bad Request: longitude is empty"


async def test_an_uploaded_picture_is_kept_in_memory_and_can_be_sent_again(
    sandbox: Sandbox, bot: RawBot, rina: PersonHandle
) -> None:
    form = aiohttp.FormData({"chat_id": str(rina.id), "photo": "attach://one", "caption": "<b>hi</b>"})
    form.add_field("parse_mode", "HTML")
    form.add_field("one", b"not really a picture", filename="x.png", content_type="image/png")
    async with bot.session.post(f"{bot.base_url}{TOKEN}/sendPhoto", data=form) as response:
        message = (await response.json())["result"]
    assert message["caption"] == "hi"
    file = message["photo"][0]["file_id"]
    async with bot.session.get(f"{sandbox.url}/files/{file}") as response:
        assert (await response.read(), response.content_type) == (b"not really a picture", "image/png")
    again = await bot.do("sendPhoto", chat_id=rina.id, photo=file)
    assert again["photo"][0]["file_id"] == file
    words = await bot.refused("sendVoice", chat_id=rina.id, voice="https://example.org/x.ogg")
    assert words == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_a_reply_carries_what_it_replies_to(bot: RawBot, rina: PersonHandle) -> None:
    question = rina.send_text("why?")
    reply = {"message_id": question.id}
    message = await bot.do("sendMessage", chat_id=rina.id, text="so", reply_parameters=reply)
    assert message["reply_to_message"]["text"] == "why?"
    gone = {"message_id": 999_999}
    words = await bot.refused("sendMessage", chat_id=rina.id, text="so", reply_parameters=gone)
    assert words == "Bad Request: message to be replied not found"
    lenient = gone | {"allow_sending_without_reply": True}
    await bot.do("sendMessage", chat_id=rina.id, text="so", reply_parameters=lenient)


async def test_typing_ends_with_the_next_message(bot: RawBot, rina: PersonHandle) -> None:
    assert await bot.do("sendChatAction", chat_id=rina.id, action="typing") is True
    assert rina.chat.action is not None
    await bot.do("sendMessage", chat_id=rina.id, text="here")
    assert rina.chat.action is None
    words = await bot.refused("sendChatAction", chat_id=rina.id, action="dancing")
    assert words == "Bad Request: wrong parameter action in request"


async def test_get_chat_shows_what_a_bot_may_know(bot: RawBot, rina: PersonHandle) -> None:
    chat = await bot.do("getChat", chat_id=rina.id)
    assert (chat["id"], chat["type"], chat["first_name"]) == (rina.id, "private", "Rina")
