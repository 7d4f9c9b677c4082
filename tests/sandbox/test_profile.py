"""The bot's card: name, descriptions, commands, each by language and the last by scope."""

import pytest

from bot.sandbox import PersonHandle, Sandbox
from tests.sandbox.conftest import RawBot

START = {"command": "start", "description": "Start again"}
SHURU = {"command": "start", "description": "আবার শুরু"}
PRIVATE = {"type": "all_private_chats"}


async def test_commands_are_kept_by_scope_and_language(bot: RawBot, rina: PersonHandle) -> None:
    await bot.do("setMyCommands", commands=[START])
    await bot.do("setMyCommands", commands=[SHURU], language_code="bn")
    assert await bot.do("getMyCommands") == [START]
    assert await bot.do("getMyCommands", language_code="bn") == [SHURU]
    assert await bot.do("getMyCommands", scope=PRIVATE) == []


async def test_a_person_sees_the_closest_menu(sandbox: Sandbox, bot: RawBot, rina: PersonHandle) -> None:
    def menu(language: str) -> str:
        commands = sandbox.world.profile.commands_for(rina.id, language)
        return commands[0]["description"] if commands else ""

    here = {"type": "chat", "chat_id": rina.id}
    expected = []
    for number, (scope, language) in enumerate(
        [({"type": "default"}, ""), ({"type": "default"}, "bn"), (PRIVATE, ""), (PRIVATE, "bn"), (here, "")]
    ):
        command = {"command": "start", "description": f"menu {number}"}
        await bot.do("setMyCommands", commands=[command], scope=scope, language_code=language)
        expected.append((menu("bn"), menu("en")))
    assert expected == [
        ("menu 0", "menu 0"),
        ("menu 1", "menu 0"),
        ("menu 2", "menu 2"),
        ("menu 3", "menu 2"),
        ("menu 4", "menu 4"),
    ]
    await bot.do("deleteMyCommands", scope=here)
    assert menu("bn") == "menu 3"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ({"command": "শুরু", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "Start", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "", "description": "x"}, "command name must be non-empty"),
        ({"command": "start", "description": ""}, "command description must be non-empty"),
        ({"command": "s" * 33, "description": "x"}, "command name length must not exceed 32"),
        ({"command": "s", "description": "x" * 257}, "command description length must not exceed 256"),
    ],
)
async def test_wrong_commands_are_refused(bot: RawBot, command: object, words: str) -> None:
    assert await bot.refused("setMyCommands", commands=[command]) == f"Bad Request: {words}"


async def test_a_hundred_commands_are_the_most(bot: RawBot) -> None:
    commands = [{"command": f"c{number}", "description": "x"} for number in range(101)]
    assert await bot.refused("setMyCommands", commands=commands) == "Bad Request: BOT_COMMANDS_TOO_MUCH"


@pytest.mark.parametrize(
    ("what", "field", "longest"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
async def test_name_and_descriptions_have_languages_and_limits(
    bot: RawBot, what: str, field: str, longest: int
) -> None:
    await bot.do(f"setMy{what}", **{field: "Dishari"})
    await bot.do(f"setMy{what}", **{field: "দিশারী"}, language_code="bn")
    assert await bot.do(f"getMy{what}", language_code="bn") == {field: "দিশারী"}
    assert await bot.do(f"getMy{what}", language_code="ar") == {field: "Dishari"}
    await bot.do(f"setMy{what}", **{field: ""}, language_code="bn")
    assert await bot.do(f"getMy{what}", language_code="bn") == {field: "Dishari"}
    assert "TOO_LONG" in await bot.refused(f"setMy{what}", **{field: "x" * (longest + 1)})


async def test_a_language_code_has_two_letters(bot: RawBot) -> None:
    words = await bot.refused("setMyName", name="x", language_code="bn-BD")
    assert words == "Bad Request: invalid language code specified"


async def test_an_unknown_scope_is_refused(bot: RawBot) -> None:
    words = await bot.refused("setMyCommands", commands=[START], scope={"type": "mars"})
    assert words == "Bad Request: can't parse BotCommandScope: Unsupported type specified"
