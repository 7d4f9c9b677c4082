"""A saved change is live within two seconds; a broken one leaves the last good packs serving and says why."""

import asyncio
import contextlib

import pytest
from structlog.testing import capture_logs

from bot.dialogue import DialogueError
from bot.health import Health
from bot.packs import PacksError, load_packs
from bot.packs.watching import changes, stamp

TOPIC = "en/topics/warning_signs.yaml"


async def no_model() -> str:
    raise DialogueError("not-connected")


@pytest.fixture
async def seen(pack):
    """The titles that went live, as they come."""
    titles: asyncio.Queue[str] = asyncio.Queue()

    async def watch() -> None:
        health = Health(load_packs(pack.folder), no_model)
        async for change in changes(pack.folder):
            if isinstance(change, PacksError):
                health.packs_broken(change.findings)
            else:
                titles.put_nowait(change.languages["en"].topics["warning_signs"].title)

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0.3)  # the watcher needs a moment to begin
    yield titles
    watching.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await watching


async def told(logs) -> None:
    """Returns when something was logged."""
    async with asyncio.timeout(5):
        while not logs:  # noqa: ASYNC110  nobody tells
            await asyncio.sleep(0.05)


async def test_a_saved_change_is_live_within_two_seconds(pack, seen):
    pack.change(TOPIC, "Signs of a false offer", "New signs")
    assert await asyncio.wait_for(seen.get(), 2) == "New signs"


async def test_a_broken_change_is_told_by_file_and_line_and_the_next_good_one_is_live(pack, seen):
    with capture_logs() as logs:
        pack.change(TOPIC, "title: Signs of", "title: Broken: signs of")
        await told(logs)
        assert seen.empty()
    assert {"file": TOPIC, "line": 3, "name": "colon"}.items() <= logs[0].items()
    pack.change(TOPIC, "Broken: signs of", "Mended signs of")
    assert await asyncio.wait_for(seen.get(), 2) == "Mended signs of a false offer"


async def test_the_words_of_a_broken_file_stay_out_of_the_log(pack, seen):
    with capture_logs() as logs:
        pack.change(TOPIC, "title:", "person_0171:")
        await told(logs)
    assert "0171" not in str(logs)


async def test_an_editor_program_that_saves_by_renaming_is_seen(pack, seen):
    text = pack.path(TOPIC).read_text("utf-8").replace("Signs of", "Renamed signs of")
    pack.write("en/topics/.warning_signs.yaml.part", text)
    pack.path("en/topics/.warning_signs.yaml.part").rename(pack.path(TOPIC))
    assert await asyncio.wait_for(seen.get(), 2) == "Renamed signs of a false offer"


async def test_a_folder_that_goes_away_and_comes_back_does_not_end_the_watching(pack, seen):
    away = pack.folder.parent / "away"
    pack.path("en").rename(away)
    await asyncio.sleep(0.5)
    away.rename(pack.path("en"))
    await asyncio.sleep(0.5)
    pack.change(TOPIC, "Signs of", "Back: signs of")
    pack.change(TOPIC, "Back: signs of", "Back to the signs of")
    while (title := await asyncio.wait_for(seen.get(), 2)) != "Back to the signs of a false offer":
        assert title == "Signs of a false offer"


async def test_what_was_saved_before_the_watching_began_goes_live_too(pack):
    seen = stamp(pack.folder)
    pack.change(TOPIC, "Signs of a false offer", "Saved in between")
    async with contextlib.aclosing(changes(pack.folder, seen)) as following:
        change = await asyncio.wait_for(anext(following), 5)
    assert change.languages["en"].topics["warning_signs"].title == "Saved in between"
