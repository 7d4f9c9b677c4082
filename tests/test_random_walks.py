"""Two thousand turns of people who type anything and tap whatever is left on their screens.

Nobody meets silence, a raw id, a brace, "None", another language, or a check that will not end. A failure
names the seed and the last steps of the person.
"""

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import RunningRasa
from reading import wrong_with
from rehearsal import Cut, Rehearsal, rehearsing

from bot.cards import CardReference
from bot.cards.actions import ChooseLanguage, Forget, Show, Tell, Turn, decode
from bot.cards.own import OWN_NAMES
from bot.cards.text import to_plain
from bot.dialogue import DialogueError, RasaDialogue
from bot.language import Money
from bot.packs import Packs
from bot.packs.answers import join_answers
from bot.packs.exercises import CheckFacts
from bot.sandbox import PersonHandle

SEED = 20260301
NONSENSE = (
    "asdf qwer", "{card}", "None", "<b>x</b>", "&amp; <", "/nosuchcommand", "/affirm{\"a\": 1}", "utter_menu",
    "offer_check", "...", "???", "\U0001f62d\U0001f64f", "\u200b", "\u200d\u0995\u09cd", "0", "12", "16135",
    "a", "\u0995", "'; drop table", "\u202eabc", "\ufdfd" * 50, "no " * 900, "\u09a8\u09be " * 900, "https://t.me/x",
)  # fmt: skip
ASIDE = (
    "yes", "no", "not sure", "skip", "stop", "go back", "start over", "why", "again", "shorter", "in english",
    "b", "2", "the first one", "bye", "is my offer real", "i want to play the quiz", "what happened to me",
    "\u09b9\u09cd\u09af\u09be\u0981", "\u09a8\u09be", "\u099c\u09be\u09a8\u09bf \u09a8\u09be", "ha",
    "na", "thambo",
)  # fmt: skip
COMMANDS = ("/start", "/menu", "/help", "/language", "/privacy", "/forget", "/help@sandbox_bot now")
DATA = (
    "",
    "x",
    "s:",
    "t::",
    "s:menu;p=99",
    "t:stop:stopped;d=offer_check;a=zz",
    "s:help;c=XX",
    "p:none",
    "l:xx",
)


class Anything:
    """A stand-in for Rasa that names any card there is, several at once, or fails."""

    def __init__(self, packs: Packs, seed: int) -> None:
        self._packs, self._random = packs, random.Random(seed)  # noqa: S311

    async def say(self, sender: str, text: str) -> list[CardReference]:
        return self._any()

    async def tell(
        self, sender: str, intent: str, entities: Mapping[str, str], answers: str | None = None
    ) -> list[CardReference]:
        return self._any()

    async def forget(self, sender: str) -> None:
        self._any()

    def _any(self) -> list[CardReference]:
        if self._random.random() < 0.1:
            raise DialogueError("status-503")
        return [self._reference() for _ in range(self._random.choice((1, 1, 1, 2, 3)))]

    def _reference(self) -> CardReference:
        dice, packs = self._random, self._packs
        country = dice.choice([None, *packs.destinations])
        if dice.random() < 0.3:
            name = dice.choice([*packs.checks, *packs.quizzes])
            facts = packs.exercises()[name]
            letters = "ynus-" if isinstance(facts, CheckFacts) else "ab-"
            given = {
                step: dice.choice(letters) for step in facts.steps[: dice.randrange(len(facts.steps) + 1)]
            }
            return CardReference(name, answers=join_answers(facts.steps, given))
        name = dice.choice(
            [*packs.topics, *packs.situations, *OWN_NAMES, "help", "languages", "no_such_card"]
        )
        money = dice.choice([None, Money(500_000, "BDT"), Money(3000, "SAR"), Money(1, "XXX")])
        return CardReference(name, country, money)


class Walker:
    """One person: what they did, and what they see."""

    def __init__(self, number: int, rehearsal: Rehearsal, language: str) -> None:
        self.random = random.Random(f"{SEED}-{number}")  # noqa: S311
        self.person: PersonHandle = rehearsal.person(f"Walker{number}")
        self.language: str | None = language
        self.steps: list[str] = []
        self._rehearsal = rehearsal
        self._packs = rehearsal.packs
        self._lines = [
            line
            for words in self._packs.languages.values()
            for lines in words.questions.values()
            for line in lines
        ]
        self._unchanged: Any = None  # the message that a tap leaves as it is, and rightly so

    def step(self) -> None:
        """Does one thing, whatever it is."""
        self._seen = self._screen()
        self._unchanged = None
        dice = self.random
        kind = dice.choices(
            ("says", "aside", "nonsense", "command", "taps", "data", "sends", "place", "edits"),
            (30, 12, 8, 6, 32, 2, 4, 2, 4),
        )[0]
        getattr(self, f"_{kind}")()

    def seen_wrong(self) -> str | None:
        """What is wrong with what came back; None if nothing is."""
        now = self._screen()
        fresh = [message for message in now if now[message] != self._seen.get(message)]
        if not fresh:
            return None if self._unchanged else "silence"
        for message in fresh:
            text, labels = now[message]
            for said, long in ((text, True), *((label, False) for label in labels)):
                if wrong := wrong_with(said, self.language, self._packs, long=long):
                    return f"{wrong}: {said[:200]!r}"
        return None

    def _screen(self) -> dict[int, tuple[str, tuple[str, ...]]]:
        return {
            message.id: (_words(message), tuple(button["text"] for button in _buttons(message)))
            for message in self.person.replies
        }

    def _says(self) -> None:
        line = self.random.choice(self._lines)
        if self.random.random() < 0.3:
            line = f"{line} {self.random.choice(self._lines)}"
        self._send(_perturbed(line, self.random))

    def _aside(self) -> None:
        self._send(self.random.choice(ASIDE))

    def _nonsense(self) -> None:
        self._send(self.random.choice(NONSENSE))

    def _command(self) -> None:
        self._send(self.random.choice(COMMANDS))

    def _send(self, text: str) -> None:
        self.steps.append(f"says {text[:80]!r}")
        self.person.send_text(text if text.strip() else "x")

    def _taps(self) -> None:
        """Any button of any message, the newest ones more often."""
        with_buttons = [message for message in self.person.replies if _callbacks(message)]
        if not with_buttons:
            return self._command()
        message = with_buttons[-1 - min(int(self.random.expovariate(0.5)), len(with_buttons) - 1)]
        data = self.random.choice(_callbacks(message))
        self._tap(message, data)
        return None

    def _data(self) -> None:
        self._tap(self.person.replies[-1], self.random.choice(DATA))

    def _tap(self, message: Any, data: str) -> None:
        self.steps.append(f"taps {data!r}")
        action = decode(data)
        match action:
            case ChooseLanguage(language) if language in self._packs.languages:
                self.language = language
            case Forget():
                self.language = None  # forgotten too: then it is guessed
            case Turn(reference) | Tell(_, reference) | Show(reference):
                card = self._rehearsal.cards.build(reference, self.language or "bn")
                self._unchanged = _words(message) == to_plain(card).strip()
        self.person.tap(data=data, message_id=message.id, anyway=True)

    def _sends(self) -> None:
        self.steps.append("sends something")
        self.random.choice(
            (
                self.person.send_voice,
                self.person.send_sticker,
                self.person.send_photo,
                self.person.send_contact,
            )
        )()

    def _place(self) -> None:
        self.steps.append("sends a place")
        self.person.send_location(self.random.uniform(-60, 70), self.random.uniform(-180, 180))

    def _edits(self) -> None:
        own = [one for one in self.person.messages if not one.from_bot and one.text]
        if not own:
            return self._says()
        self.steps.append("edits")
        self.person.edit(own[-1].id, _perturbed(self.random.choice(self._lines), self.random))
        return None


def _perturbed(line: str, dice: random.Random) -> str:
    """The line as clumsy thumbs type it."""
    letters = list(line)
    for _ in range(dice.randrange(4)):
        at = dice.randrange(len(letters))
        match dice.randrange(4):
            case 0 if len(letters) > 1:
                del letters[at]
            case 1:
                letters.insert(at, letters[at])
            case 2 if at:
                letters[at - 1], letters[at] = letters[at], letters[at - 1]
            case _:
                letters[at] = letters[at].swapcase()
    return "".join(letters).strip() or line


def _words(message: Any) -> str:
    return str(message.text or message.content["contact"]["first_name"])


def _buttons(message: Any) -> list[dict[str, Any]]:
    rows = (message.reply_markup or {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _callbacks(message: Any) -> list[str]:
    return [button["callback_data"] for button in _buttons(message) if "callback_data" in button]


async def walk(rehearsal: Rehearsal, people: int, turns: int) -> list[Walker]:
    """So many people, each so many turns, all at the same time; stops at the first thing that is wrong."""
    walkers = [Walker(number, rehearsal, ("bn", "en")[number % 2]) for number in range(people)]
    for walker in walkers:
        await rehearsal.arrive(walker.person, walker.language or "bn")
    for _ in range(turns):
        for walker in walkers:
            walker.step()
        await rehearsal.idle(within=60)
        for walker in walkers:
            wrong = walker.seen_wrong()
            assert wrong is None, f"{wrong}\nseed {SEED}, in {walker.language}, after {walker.steps[-6:]}"
    return walkers


async def test_whatever_rasa_names_and_people_do_there_is_an_answer_to_read(
    packs: Packs, tmp_path: Path
) -> None:
    async with rehearsing(packs, Anything(packs, SEED), tmp_path) as rehearsal:
        await walk(rehearsal, people=40, turns=50)


@pytest.mark.rasa
async def test_the_trained_rasa_answers_everything_and_nobody_is_stuck_in_a_check(
    packs: Packs, rasa: RunningRasa, tmp_path: Path
) -> None:
    async with RasaDialogue(rasa.url, rasa.secret) as dialogue:
        line = Cut(dialogue)
        async with rehearsing(packs, line, tmp_path) as rehearsal:
            walkers = await walk(rehearsal, people=10, turns=40)
            assert line.failed == [], "Rasa did not know what to say"
            for walker in walkers:
                person, language = walker.person, walker.language or "bn"
                await rehearsal.arrive(person, language)
                # Out of whatever is asked, and a question is answered with its card alone.
                await rehearsal.after(person, lambda person=person: person.send_text("stop"))
                shown = await rehearsal.after(
                    person, lambda person=person: person.send_text("whom can I call in Malaysia")
                )
                assert shown == [rehearsal.text({"card": "help", "country": "MY"}, language)], walker.steps[
                    -8:
                ]
