"""The README: its conversation is what the bot says now, its tree is complete, its commands run."""

import re
import shlex
import shutil
import subprocess

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from bot.cards import CardReference, Cards
from bot.cards.text import to_plain
from bot.cli import app
from bot.language import Countries, find_money, normalise
from bot.packs import Packs
from bot.reader import Reader
from bot.settings import ROOT

README = (ROOT / "README.md").read_text("utf-8")
LANGUAGE_OF = {"আপনি": "bn", "you": "en"}
LEFT_OUT = "…"
# Fenced commands that no test runs here, and what they need.
NEEDS_MORE = {
    "script/run": "the network, minutes for a first model, and a browser; tests/operations has its parts",
    "script/test": "the network and minutes; it is what runs this",
}


def blocks(kind: str) -> list[str]:
    found = re.findall(rf"^( *)```{kind}\n(.*?)^ *```$", README, re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", text, flags=re.MULTILINE) for indent, text in found]


CONVERSATION, TREE = blocks("text")
COMMANDS = [
    shlex.split(line, comments=True) for block in blocks("bash") for line in block.splitlines() if line
]


def exchanges() -> list[tuple[str, str, str]]:
    """(language, what the person writes, what the bot shows) of the conversation."""
    found = []
    for part in CONVERSATION.strip().split("\n\n"):
        asked, _, answer = part.partition("\n")
        speaker, text = asked.split(maxsplit=1)
        found.append((LANGUAGE_OF[speaker], text, answer.split(maxsplit=1)[1]))
    return found


def reference(packs: Packs, text: str) -> CardReference:
    """The card for `text`: by an urgent phrase, or as Rasa has it when a price and a country are named."""
    if urgent := Reader(packs).urgent(text):
        return urgent
    read = normalise(text)
    (asked,) = find_money(read)
    (going,) = Countries(packs.country_names()).find(read)
    return CardReference("what_it_costs", going.iso2, asked.money)


def shown(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(("language", "text", "answer"), exchanges())
def test_the_bot_says_now_what_the_readme_shows(language, text, answer, packs):
    card = shown(to_plain(Cards(packs).build(reference(packs, text), language)))
    first, *others = (shown(piece) for piece in answer.split(LEFT_OUT))
    assert card.startswith(first)
    position = len(first)
    for piece in others:
        assert piece in card[position:], piece
        position = card.index(piece, position) + len(piece)


def folders() -> set[str]:
    """The folders at the top of the project; a copy without git has no others but those that are set up."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)  # noqa: S607
    if listed.returncode == 0 and listed.stdout:
        return {file.split("/")[0] for file in listed.stdout.splitlines() if "/" in file}
    made = {"var", ".venv", ".venv-rasa", ".venv-tools", ".git", ".hypothesis"}
    return {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.endswith("_cache")} - made


def test_the_tree_names_every_folder_and_every_package():
    assert set(re.findall(r"^(\.?\w+)/", TREE, re.MULTILINE)) == folders()
    bot = TREE[TREE.index("\nbot/") : TREE.index("\nschemas/")]
    packages = {path.parent.name for path in (ROOT / "bot").glob("*/__init__.py")}
    assert set(re.findall(r"^  (\w+)/", bot, re.MULTILINE)) == packages
    modules = re.findall(r"\b\w+\.py\b", bot)
    assert {"health.py", "conversation.py"} <= set(modules)
    assert [name for name in modules if not (ROOT / "bot" / name).is_file()] == []


def test_every_script_that_the_tree_names_is_there():
    line = re.search(r"^script/ +(.*)$", TREE, re.MULTILINE)
    assert line
    assert [name for name in line[1].split(", ") if not (ROOT / "script" / name).is_file()] == []


def test_every_fenced_command_runs_or_is_said_to_need_more(lean, tmp_path, monkeypatch):
    shutil.copytree(lean, tmp_path / "house" / "content")
    monkeypatch.setenv("DISHARI_CONTENT", str(tmp_path / "house" / "content"))
    monkeypatch.setenv("DISHARI_DATA", str(tmp_path / "var"))
    monkeypatch.chdir(tmp_path / "house")
    for program, *words in COMMANDS:
        if program in NEEDS_MORE:
            assert not words
            continue
        assert (program, words[0]) == ("script/dishari", "content")
        result = CliRunner().invoke(app, words, input="y\n")
        assert result.exit_code == 0, f"{shlex.join(words)}: {result.output}"


def test_every_command_for_editors_is_shown():
    shown_ones = {words[1] for program, *words in COMMANDS if program == "script/dishari"}
    assert shown_ones == get_command(app).commands["content"].commands.keys()
