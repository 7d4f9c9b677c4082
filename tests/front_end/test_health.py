"""What the operator's monitoring sees: whether people are served, broken packs, a training that is due."""

from dataclasses import replace

import aiohttp
import pytest

from bot.dialogue import DialogueError
from bot.health import SILENT_TOO_LONG, Health, serve_health
from bot.packs import Finding


class Rasa:
    """A model that may be there or not."""

    def __init__(self) -> None:
        self.model = "first.tar.gz"
        self.away = False

    async def name(self) -> str:
        if self.away:
            raise DialogueError("status-503")
        return self.model


@pytest.fixture
def rasa() -> Rasa:
    return Rasa()


@pytest.fixture
def health(packs, rasa, clock) -> Health:
    return Health(packs, rasa.name, clock)


def with_another_question(packs):
    """The packs after an editor added a sentence that people type (tests/packs/test_taught.py)."""
    return replace(packs, taught="something else")


def with_another_title(packs):
    """The packs after an editor changed what the bot says."""
    words = packs.languages["en"]
    topic = words.topics["difference"].model_copy(update={"title": "Another title"})
    topics = dict(words.topics) | {"difference": topic}
    return replace(packs, languages=dict(packs.languages) | {"en": replace(words, topics=topics)})


async def test_people_are_served_while_polls_come_back(health, clock):
    assert (await health.report())["serves"] is False
    health.polled()
    assert (await health.report())["serves"] is True
    clock.seconds += SILENT_TOO_LONG + 1
    assert (await health.report())["serves"] is False


async def test_a_stopped_rasa_is_told_and_does_not_count_as_not_serving(health, rasa):
    health.polled()
    assert (await health.report())["rasa"] == "ready"
    rasa.away = True
    report = await health.report()
    assert (report["rasa"], report["serves"]) == ("status-503", True)


async def test_broken_packs_are_told_by_place_until_they_are_mended(health, packs):
    health.packs_broken([Finding("en/ui.yaml", 7, "colon", "seen", "do this")])
    told = (await health.report())["broken_packs"]
    assert [(one["file"], one["line"], one["name"]) for one in told] == [("en/ui.yaml", 7, "colon")]
    health.packs_changed(packs)
    assert (await health.report())["broken_packs"] == []


async def test_words_need_no_training_but_questions_do_until_a_new_model_is_at_work(health, packs, rasa):
    await health.report()
    health.packs_changed(with_another_title(packs))
    assert (await health.report())["needs_training"] is False
    health.packs_changed(with_another_question(packs))
    assert (await health.report())["needs_training"] is True
    rasa.model = "second.tar.gz"
    assert (await health.report())["needs_training"] is False


async def test_the_page_answers_503_until_people_are_served(health):
    page = await serve_health(health, 0)
    host, port = page.addresses[0]
    async with aiohttp.ClientSession() as session:
        for status in (503, 200):
            async with session.get(f"http://{host}:{port}/healthz") as answer:
                assert answer.status == status
                assert (await answer.json())["serves"] is (status == 200)
            health.polled()
    await page.cleanup()


async def test_a_busy_port_costs_only_the_page(health):
    first = await serve_health(health, 0)
    second = await serve_health(health, first.addresses[0][1])
    assert second.addresses == []
    await first.cleanup()
    await second.cleanup()
