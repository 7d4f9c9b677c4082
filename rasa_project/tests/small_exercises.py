"""A small check, a small quiz, and what people say to them, in the place of the real ones."""

import re
import shutil
from pathlib import Path

from conftest import CONTENT

from bot.packs.answers import order_mark

CHECK, QUIZ = "tiny_check", "tiny_quiz"
FACTS = {
    "checks": """
        questions:
          licence: {part: risk, weight: 3, alarming: "no"}
          tourist: {part: risk, weight: 3, alarming: "yes"}
          receipt: {part: risk, weight: 1, alarming: "no"}
        results: {high: {needs: {risk: 3}}, low: {}}
        """,
    "quizzes": "stories: {boat: {right: a1, answers: [a1, a2]}, visa: {right: a2, answers: [a1, a2]}}",
}
WORDS = {
    "checks": """
        {revision: 1, title: T, button: T, summary: T,
         questions: {licence: {ask: A, why: W, todo: D},
                     tourist: {ask: B, why: W, todo: D, told: [tourist visa]},
                     receipt: {ask: C, why: W, todo: D}},
         results: {high: {title: T, text: T, next_step: N}, low: {title: T, text: T, next_step: N}}}
        """,
    "quizzes": """
        {revision: 1, title: T, button: T, summary: T,
         stories: {boat: {story: S, answers: {a1: {label: L, why: W}, a2: {label: M, why: W}}},
                   visa: {story: S, answers: {a1: {label: L, why: W}, a2: {label: M, why: W}}}},
         results: {all: A, most: M, some: S}}
        """,
}
TALK = {
    CHECK: ["is my offer real", "check my offer", "is this offer genuine", "can you check the offer i got"],
    QUIZ: ["quiz please", "start the quiz", "i want to play the quiz", "give me the quiz stories"],
    "not_sure": ["not sure", "i am not sure", "i do not know that", "no idea about it"],
    "skip": ["skip this", "skip the question", "skip it please", "next question please"],
    "stop": ["stop the check", "stop now", "stop asking me", "end this please"],
    "go_back": [
        "back to the question before",
        "back to the last question",
        "previous question",
        "one step back",
    ],
    "start_over": ["begin it all anew", "from the beginning again", "begin anew", "restart the check"],
    "why": ["why do you ask", "why is that", "why do you want to know", "what is the reason"],
    "repeat": ["say it again", "repeat that", "once more please", "again please"],
    "shorter": ["shorter please", "too long say it short", "in short words", "make it shorter"],
}
SAID_HERE = {*TALK, "affirm", "deny", "difference"}
MARK = order_mark(["licence", "tourist", "receipt"])
QUIZ_MARK = order_mark(["boat", "visa"])


def write_content(folder: Path) -> Path:
    """The real packs in `folder`, with the small exercises and nothing that leads to the real ones."""
    shutil.copytree(CONTENT, folder)
    kinds = (*FACTS, "checklists")
    gone = {file.stem for kind in kinds for file in (folder / "facts").glob(f"{kind}/*.yaml")}
    for intent in gone | TALK.keys():
        for language in ("bn", "en"):
            (folder / language / "questions" / f"{intent}.yaml").unlink(missing_ok=True)
    for kind in kinds:
        for part in ("facts", "bn", "en"):
            shutil.rmtree(folder / part / kind, ignore_errors=True)
    for file in (folder / "facts").glob("*.yaml"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if line.strip().removeprefix("- ") not in gone]
        file.write_text("".join(kept), encoding="utf-8")
    for kind, name in (("checks", CHECK), ("quizzes", QUIZ)):
        _write(folder / "facts" / kind / f"{name}.yaml", FACTS[kind])
        _write(folder / "en" / kind / f"{name}.yaml", WORDS[kind])
        _write(folder / "bn" / kind / f"{name}.yaml", _in_bangla(WORDS[kind]))
    for intent, lines in TALK.items():
        _write(folder / "en" / "questions" / f"{intent}.yaml", "".join(f"- {line}\n" for line in lines))
        _write(folder / "bn" / "questions" / f"{intent}.yaml", "".join(f"- {line} bhai\n" for line in lines))
    return folder


def _in_bangla(words: str) -> str:
    said = re.sub(r"\b[A-Z]\b", lambda found: chr(0x995 + ord(found[0]) - 65), words)
    return said.replace("tourist visa", "\u099f\u09c1\u09b0\u09bf\u09b8\u09cd\u099f \u09ad\u09bf\u09b8\u09be")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
