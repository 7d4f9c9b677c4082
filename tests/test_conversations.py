"""Every transcript twice: with a stand-in for Rasa, and with the really trained Rasa.

How a transcript is written: docs/conversations.md.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import yaml
from conftest import RunningRasa
from rehearsal import Cut, Rehearsal, StandIn, rehearsing, text_of

from bot.cards.actions import Show, Tell, encode
from bot.dialogue import RasaDialogue
from bot.language.scripts import LETTERS
from bot.packs import Packs
from bot.settings import ROOT

FILES = sorted((Path(__file__).parent / "conversations").glob("*.yaml"))
TRANSCRIPTS = {file.stem: yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader) for file in FILES}  # noqa: S506
HOUR = 3600 + 1

in_one_loop = pytest.mark.asyncio(loop_scope="module")
by_name = pytest.mark.parametrize("name", TRANSCRIPTS)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def with_stand_in(
    packs: Packs, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Rehearsal, StandIn]]:
    """One bot for all transcripts: each is somebody else's."""
    stand_in = StandIn()
    async with rehearsing(packs, stand_in, tmp_path_factory.mktemp("stand-in")) as rehearsal:
        yield rehearsal, stand_in


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def with_rasa(
    packs: Packs, rasa: RunningRasa, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Rehearsal, Cut]]:
    """The same with the trained Rasa."""
    async with RasaDialogue(rasa.url, rasa.secret) as dialogue:
        line = Cut(dialogue)
        async with rehearsing(packs, line, tmp_path_factory.mktemp("rasa")) as rehearsal:
            yield rehearsal, line


@in_one_loop
@by_name
async def test_the_bot_shows_what_rasa_names(name: str, with_stand_in: tuple[Rehearsal, StandIn]) -> None:
    rehearsal, stand_in = with_stand_in
    await Play(rehearsal, stand_in=stand_in).whole(TRANSCRIPTS[name])


@pytest.mark.rasa
@in_one_loop
@pytest.mark.parametrize("name", [name for name, one in TRANSCRIPTS.items() if "stand_in_only" not in one])
async def test_the_trained_rasa_names_it(
    name: str, with_rasa: tuple[Rehearsal, Cut], rasa: RunningRasa
) -> None:
    rehearsal, line = with_rasa
    await Play(rehearsal, line=line, rasa=rasa).whole(TRANSCRIPTS[name])


class Play:
    """Plays one person turn by turn; every message of the bot must be the card that the transcript names."""

    def __init__(
        self,
        rehearsal: Rehearsal,
        *,
        stand_in: StandIn | None = None,
        line: Cut | None = None,
        rasa: RunningRasa | None = None,
    ) -> None:
        self._rehearsal, self._stand_in, self._line, self._rasa = rehearsal, stand_in, line, rasa
        self._person = rehearsal.person()
        self._language = ""
        self._acted_on: Any = None  # the bot's message whose button was tapped

    async def whole(self, transcript: dict[str, Any]) -> None:
        self._language = transcript["language"]
        # As if chosen a while ago; choosing takes half the time of a short talk.
        await self._rehearsal.memory.choose(self._rehearsal.sender(self._person), self._language)
        for turn in transcript["turns"]:
            self._prepare(turn)
            if "happens" in turn:
                await self._let_happen(turn["happens"])
            else:
                await self._turn(turn)

    def _prepare(self, turn: dict[str, Any]) -> None:
        self._language = turn.get("language", self._language)
        down = turn.get("rasa") == "down"
        if self._line:
            self._line.down = down
        if self._stand_in:
            self._stand_in.down = down
            # Rasa never says who speaks: the bot reads that in the words.
            shown = [{key: card[key] for key in card if key != "who"} for card in turn.get("shows", ())]
            named = [] if down else turn.get("rasa", shown)
            self._stand_in.answers = [self._rehearsal.reference(card) for card in named]

    async def _turn(self, turn: dict[str, Any]) -> None:
        person, rehearsal = self._person, self._rehearsal
        texts = await rehearsal.after(person, lambda: self._act(turn))
        if "edits" in turn:
            assert texts == [], f"it replaces the message and sends none: {turn}"
            texts = [text_of(self._acted_on)]
        expected = [turn["edits"]] if "edits" in turn else turn["shows"]
        assert [self._known(text, card) for text, card in zip(texts, expected, strict=False)] == [
            rehearsal.text(card, self._language) for card in expected
        ], turn
        assert len(texts) == len(expected), (turn, texts)
        for words in turn.get("says", []):
            assert any(words in text for text in texts), f"{words!r} is not said: {texts}"
        said = [
            button["text"] for button in _buttons(self._acted_on if "edits" in turn else person.replies[-1])
        ]
        for words in turn.get("offers", []):
            assert any(words in label for label in said), f"no button {words!r}, only {said}"

    def _known(self, text: str, card: dict[str, str]) -> str:
        """The text; where only "not understood" is asked for, whatever was guessed is as good."""
        if card["card"] == "not_understood" and "page" not in card:
            plain = self._rehearsal.text(card, self._language)
            return plain if text.split("\n")[0] == plain.split("\n")[0] else text
        return text

    def _act(self, turn: dict[str, Any]) -> None:
        person = self._person
        if "user" in turn:
            person.send_text(turn["user"] * int(turn.get("times", 1)))
        elif "corrects" in turn:
            own = [message for message in person.messages if not message.from_bot]
            person.edit(own[-1].id, turn["corrects"])
        elif "place" in turn:
            person.send_location(*map(float, turn["place"]))
        elif "sends" in turn:
            {
                "voice": person.send_voice,
                "sticker": person.send_sticker,
                "photo": lambda: person.send_photo(turn.get("below", "")),
                "contact": person.send_contact,
            }[turn["sends"]]()
        elif "old_button" in turn:
            self._acted_on = person.replies[0]
            person.tap(data=self._data(turn["old_button"]), message_id=self._acted_on.id, anyway=True)
        else:
            label, self._acted_on = self._button(turn["tap"], turn.get("on", ""))
            person.tap(label, message_id=self._acted_on.id)

    def _data(self, button: Any) -> str:
        if isinstance(button, str):
            return button
        reference = self._rehearsal.reference(button)
        exercise = button["card"] in self._rehearsal.cards.packs.exercises()
        return encode(Tell(reference.card, reference) if exercise else Show(reference))

    def _button(self, part: str, on: str) -> tuple[str, Any]:
        """The newest button whose label contains `part`, on a message that says `on`, and that message."""
        for message in reversed(self._person.replies):
            for button in _buttons(message) if on in text_of(message) else ():
                if part in button["text"]:
                    return str(button["text"]), message
        raise AssertionError(f"no button says {part!r}")

    async def _let_happen(self, what: str) -> None:
        match what:
            case "an hour passes":
                # Rasa's memory does this by itself then (rasa_project/tests/test_tracker_store.py).
                self._rehearsal.sandbox.clock.move(HOUR)
                if self._line:
                    await self._line.forget(self._rehearsal.sender(self._person))
            case "the bot starts again":
                await self._rehearsal.stop()
                await self._rehearsal.start()
            case "Rasa starts again":
                if self._rasa:
                    await asyncio.to_thread(self._rasa.restart)
            case _:
                raise AssertionError(f"nobody knows how to let this happen: {what}")


def _buttons(message: Any) -> list[dict[str, Any]]:
    rows = (message.reply_markup or {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _way(transcript: dict[str, Any]) -> str:
    """How the person of a transcript writes: bangla, banglish or english."""
    if transcript["language"] == "en":
        return "english"
    written = "".join(turn.get("user", "") for turn in transcript["turns"])
    return "bangla" if not written or LETTERS["Beng"].search(written) else "banglish"


def test_every_way_of_writing_and_above_all_what_goes_wrong_is_rehearsed() -> None:
    ways = [_way(transcript) for transcript in TRANSCRIPTS.values()]
    assert len(ways) >= 80
    assert all(ways.count(way) >= len(ways) * 0.28 for way in ("bangla", "banglish", "english"))
    unhappy = [name for name, transcript in TRANSCRIPTS.items() if "unhappy" in transcript]
    assert len(unhappy) >= len(ways) / 2


def test_the_page_about_conversations_counts_the_turns_of_the_ten_stories() -> None:
    page = (ROOT / "docs" / "conversations.md").read_text("utf-8")
    stories = {name: len(one["turns"]) for name, one in TRANSCRIPTS.items() if name.startswith("story_")}
    assert len(stories) >= 10
    for name, turns in stories.items():
        assert re.search(rf"\| `{name}` \|.*\| {turns} \|", page), (name, turns)
