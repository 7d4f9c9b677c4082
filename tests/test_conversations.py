"""Every transcript twice: with a stand-in for Rasa, and with the really trained Rasa."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from rehearsal import Rehearsal, StandIn, reference_of, rehearsing, text_of

from bot.dialogue import RasaDialogue
from bot.packs import Packs

FILES = sorted((Path(__file__).parent / "conversations").glob("*.yaml"))
TRANSCRIPTS = {file.stem: yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader) for file in FILES}  # noqa: S506
by_name = pytest.mark.parametrize("name", TRANSCRIPTS)


@by_name
async def test_the_bot_shows_what_rasa_names(
    name: str, packs: Packs, stand_in: StandIn, tmp_path: Path
) -> None:
    async with rehearsing(packs, stand_in, tmp_path) as rehearsal:
        await play(TRANSCRIPTS[name], rehearsal, stand_in)


@pytest.mark.rasa
@pytest.mark.parametrize(
    "name",
    [name for name, t in TRANSCRIPTS.items() if not any(turn.get("rasa") == "down" for turn in t["turns"])],
)
async def test_the_trained_rasa_names_it(name: str, packs: Packs, rasa: Any, tmp_path: Path) -> None:
    async with (
        RasaDialogue(rasa.url, rasa.secret) as dialogue,
        rehearsing(packs, dialogue, tmp_path) as rehearsal,
    ):
        await play(TRANSCRIPTS[name], rehearsal, None)


async def play(transcript: dict[str, Any], rehearsal: Rehearsal, stand_in: StandIn | None) -> None:
    """Plays the person turn by turn; every message of the bot must be the card that the transcript names."""
    language = transcript["language"]
    person = rehearsal.person()
    await rehearsal.arrive(person, language)
    for turn in transcript["turns"]:
        if stand_in:
            answer = turn.get("rasa", [])
            stand_in.down = answer == "down"
            stand_in.answers = (
                [] if stand_in.down else [reference_of(card, rehearsal.cards.packs) for card in answer]
            )
        acted_on = person.replies[-1]
        texts = await rehearsal.after(person, lambda turn=turn: _act(turn, person, rehearsal))
        if "edits" in turn:
            assert texts == [], "a page replaces the message, it sends none"
            texts = [text_of(acted_on)]
        expected = [turn["edits"]] if "edits" in turn else turn["shows"]
        assert texts == [rehearsal.text(reference, language) for reference in expected], turn
        for words in turn.get("says", []):
            assert any(words in text for text in texts), f"{words!r} is not said: {texts}"


def _act(turn: dict[str, Any], person: Any, rehearsal: Rehearsal) -> None:
    if "user" in turn:
        person.send_text(turn["user"])
    elif "place" in turn:
        person.send_location(*map(float, turn["place"]))
    elif "sends" in turn:
        {
            "voice": person.send_voice,
            "sticker": person.send_sticker,
            "photo": person.send_photo,
            "contact": person.send_contact,
        }[turn["sends"]]()
    else:
        person.tap(_label(person.replies, turn["tap"]))


def _label(replies: list[Any], part: str) -> str:
    """The whole label of the newest button that contains `part`."""
    for message in reversed(replies):
        rows = (message.reply_markup or {}).get("inline_keyboard", [])
        for button in (button for row in rows for button in row):
            if part in button["text"]:
                return str(button["text"])
    raise AssertionError(f"no button says {part!r}")
