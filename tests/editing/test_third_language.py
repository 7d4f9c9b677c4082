"""A third language needs its own folder and a line in languages.yaml, nothing else: here Nepali."""

import re
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rehearsal import Rehearsal, StandIn, rehearsing

from bot.cards import CardReference
from bot.editing.new_language import new_language
from bot.packs import Packs, check, load_packs
from bot.packs.source import places, read
from bot.telegram.profile import set_profile
from rasa_project.training_lines import gather, typed

NEPALI = Path(__file__).parent / "nepali"
DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")
DEVANAGARI = re.compile(r"[\u0900-\u097f]")
FEWEST = 12


def written(name: str) -> Any:
    document = read(NEPALI / name, name, [])
    assert document
    return document.data


class Editor:
    """Writes a scaffolded folder as a person would; what is not in nepali/ is made up in Nepali."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made_up = 0
        self.typed = {"questions": written("questions.yaml")}
        self.words: dict[str, Any] = {
            name: written(name) for name in ("ui.yaml", "urgent.yaml", "destinations.yaml")
        } | {f"topics/{topic}.yaml": words for topic, words in written("topics.yaml").items()}

    def write(self) -> None:
        for file in sorted(self.folder.rglob("*.yaml")):
            name = file.relative_to(self.folder).as_posix()
            file.write_text("".join(self._parts(name, file.read_text("utf-8"))), "utf-8")

    def _parts(self, name: str, text: str) -> Iterator[str]:
        done = 0
        for path, start, end in places(text):
            marked = text[start:end].rstrip()
            if "???" not in marked:
                continue
            yield text[done:start]
            lines = self._lines(name, path, marked)
            indent = " " * (start - text.rfind("\n", 0, start) - 3)
            yield f"\n{indent}- ".join(f"'{line}'" for line in lines)
            done = start + len(marked)
        yield text[done:]

    def _lines(self, name: str, path: tuple[Any, ...], marked: str) -> list[str]:
        """What stands in place of `marked`: one text, or the whole of a list that people's words go into."""
        if name.startswith("questions/"):
            intent = Path(name).stem
            return self.typed["questions"].get(intent) or [self._make_up("प्रश्न") for _ in range(FEWEST)]
        found: Any = self.words.get(name, {})
        is_list = path[-2:-1] in (("phrases",), ("aliases",)) or path[0] == "hypothetical"
        for part in path[:-1] if is_list else path:
            inside = isinstance(found, list) and isinstance(part, int) and part < len(found)
            inside = inside or (isinstance(found, dict) and part in found)
            found = found[part] if inside else None
        if is_list:
            return found or [self._make_up("शब्द")]
        if isinstance(found, str):
            return [found.strip()]
        # CLDR's names of days and countries stand behind the mark already.
        hint = marked.strip("'\"").removeprefix("???").strip()
        if DEVANAGARI.search(hint):
            return [hint]
        return [self._make_up(" ".join(["नमुना", *re.findall(r"\{\w+\}", hint)]))]

    def _make_up(self, words: str) -> str:
        self.made_up += 1
        return f"{words} {self.made_up}".translate(DIGITS)


@pytest.fixture(scope="module")
def content(lean: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content with Nepali, written and offered."""
    folder = Path(shutil.copytree(lean, tmp_path_factory.mktemp("third") / "content"))
    new_language(folder, "ne").write()
    Editor(folder / "ne").write()
    languages = folder / "languages.yaml"
    languages.write_text(languages.read_text("utf-8").replace("  offered: no\n", ""), "utf-8")
    return folder


@pytest.fixture(scope="module")
def packs(content: Path) -> Packs:
    return load_packs(content)


@pytest.fixture
async def rehearsal(packs: Packs, stand_in: StandIn, tmp_path: Path) -> AsyncIterator[Rehearsal]:
    async with rehearsing(packs, stand_in, tmp_path) as running:
        yield running


def test_nothing_but_its_folder_and_one_entry_is_new(content, lean):
    for file in lean.rglob("*.yaml"):
        name = file.relative_to(lean)
        if name.as_posix() != "languages.yaml":
            assert (content / name).read_bytes() == file.read_bytes(), name


def test_the_check_finds_no_error(content):
    assert [str(finding) for finding in check(content) if finding.severity == "error"] == []


async def test_it_is_offered_by_its_own_name(rehearsal):
    person = rehearsal.person()
    (asked,) = await rehearsal.after(person, lambda: person.send_text("/start"))
    assert "कृपया आफ्नो भाषा छान्नुहोस्।" in asked
    rows = person.replies[-1].reply_markup["inline_keyboard"]
    assert [button["text"] for row in rows for button in row] == ["বাংলা", "English", "नेपाली"]

    welcome = await rehearsal.after(person, lambda: person.tap("नेपाली"))
    assert "नमस्ते। म दिशारी हुँ।" in welcome[-1]


async def test_the_fixed_buttons_the_menu_and_help_speak_it(rehearsal):
    person = rehearsal.person()
    await rehearsal.arrive(person, "ne")
    (menu,) = await rehearsal.after(person, lambda: person.send_text("मेनु"))
    assert menu.startswith("के जान्न चाहनुहुन्छ?")
    (help_card,) = await rehearsal.after(person, lambda: person.send_text("मद्दत चाहियो"))
    assert help_card.startswith("तपाईं अहिले कहाँ हुनुहुन्छ?")
    (numbers,) = await rehearsal.after(person, lambda: person.tap("🇸🇦 साउदी अरब"))
    assert "साउदी अरब का नम्बर" in numbers
    assert re.search(r"\b[0-9]{3,}", numbers), "telephone numbers stay in digits that can be tapped"


async def test_a_topic_is_read_and_its_steps_are_counted_in_its_digits(rehearsal, stand_in):
    person = rehearsal.person()
    await rehearsal.arrive(person, "ne")
    stand_in.answers = [CardReference("what_is_trafficking")]
    (topic,) = await rehearsal.after(person, lambda: person.send_text("बेचबिखन भनेको के हो"))
    assert topic.startswith("मानव बेचबिखन के हो?")
    stand_in.answers = [CardReference("migration_steps")]
    (steps,) = await rehearsal.after(person, lambda: person.send_text("कसरी जाने"))
    assert steps.startswith("सुरक्षित वैदेशिक रोजगारीका चरण (१० मध्ये १ देखि ५)")


async def test_amounts_and_years_are_written_as_cldr_says(rehearsal, stand_in):
    person = rehearsal.person()
    await rehearsal.arrive(person, "ne")
    asked = {"card": "what_it_costs", "country": "SA", "money": "500000 BDT"}
    stand_in.answers = [CardReference.from_mapping(asked)]
    (fees,) = await rehearsal.after(person, lambda: person.send_text("साउदी जान ५ लाख माग्यो"))
    assert "साउदी अरब: कति लाग्नुपर्छ" in fees
    assert "तपाईंसँग ५,००,००० टाका मागियो।" in fees
    assert "२०१६" in fees


async def test_somebody_in_danger_is_answered_without_rasa(rehearsal, stand_in):
    stand_in.down = True
    person = rehearsal.person()
    await rehearsal.arrive(person, "ne")
    texts = await rehearsal.after(person, lambda: person.send_text("म लिबियामा छु, मेरो पासपोर्ट खोस्यो"))
    assert texts[0].startswith("कागजपत्रबारे")
    assert "+218916994207" in texts[0], "the embassy in the country that the message names"


async def test_who_writes_it_without_choosing_is_answered_in_it(rehearsal, stand_in):
    person = rehearsal.person(app_language="en")
    stand_in.answers = [CardReference("thanks")]
    (answer,) = await rehearsal.after(person, lambda: person.send_text("धन्यवाद"))
    assert answer == "स्वागत छ। चाहिएको बेला म यहीँ छु।"


async def test_who_uses_telegram_in_it_is_answered_in_it(rehearsal):
    person = rehearsal.person(app_language="ne")
    (card,) = await rehearsal.after(person, lambda: person.send_voice())
    assert card.startswith("म लेखेको सन्देश मात्र पढ्न सक्छु।")


def test_rasa_learns_its_questions_and_urgent_phrases(packs):
    lines = gather(typed(packs)).of_intent
    for intent, asked in written("questions.yaml").items():
        assert len(asked) >= FEWEST
        assert {line for line in lines[intent] if DEVANAGARI.search(line)}, intent
        assert packs.questions()[intent][-len(asked) :] == tuple(asked)
    # Banglish copies are made of Bangla only.
    copies = [
        line for of_intent in lines.values() for line in of_intent if re.search(r"[\u0900-\u097f][a-z]", line)
    ]
    assert copies == []
    assert "साउदी अरब" in packs.country_names()["SA"]


def test_each_language_is_told_of_what_it_lacks_itself_and_once(content, tmp_path):
    folder = Path(shutil.copytree(content, tmp_path / "content"))
    for code in ("en", "ne"):
        file = folder / code / "topics" / "difference.yaml"
        text = file.read_text("utf-8")
        newer = re.sub(r"revision: \d+", "revision: 99", text, count=1)
        file.write_text(newer if code == "ne" else re.sub(r"  - \|\n.*\n(?=next_step)", "", text), "utf-8")
    found = [(one.file, one.name) for one in check(folder) if one.name in ("different-number", "outdated")]
    assert sorted(found) == [
        ("bn/topics/difference.yaml", "outdated"),
        ("en/topics/difference.yaml", "different-number"),
        ("en/topics/difference.yaml", "outdated"),
    ]


async def test_telegram_is_told_of_each_language_it_knows(packs):
    told: list[tuple[str, str | None]] = []

    class Bot:
        def __getattr__(self, name: str) -> Any:
            async def call(*said: Any, language_code: str | None) -> Any:
                if name == "set_my_description":
                    told.append((said[0], language_code))
                return (
                    ()
                    if name == "get_my_commands"
                    else SimpleNamespace(name="", description="", short_description="")
                )

            return call

    languages = {"ne": packs.languages["ne"], "rhg": packs.languages["bn"]}
    await set_profile(Bot(), replace(packs, languages=languages))
    nepali = packs.languages["ne"].ui.bot_description
    assert told == [(nepali, "ne"), (nepali, None)]


def test_the_two_others_say_what_they_said_before(packs, lean):
    before = load_packs(lean)
    assert list(packs.languages) == ["bn", "en", "ne"]
    for code in ("bn", "en"):
        assert packs.languages[code] == before.languages[code]
