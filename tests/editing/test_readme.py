"""The page for editors, in both languages: every command runs, links lead somewhere, examples are true."""

import re
import shlex
from pathlib import Path
from typing import get_args

import pytest

from bot.packs import check
from bot.packs.names import FindingName
from bot.packs.source import parse
from bot.settings import ROOT

PAGES = {name: (ROOT / "content" / name).read_text("utf-8") for name in ("README.md", "README.bn.md")}
each_page = pytest.mark.parametrize("page", PAGES)


def blocks(page: str, kind: str) -> list[str]:
    found = re.findall(rf"^( *)```{kind}\n(.*?)^ *```$", PAGES[page], re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", text, flags=re.MULTILINE) for indent, text in found]


def commands(page: str) -> list[str]:
    return [line for block in blocks(page, "bash") for line in block.splitlines()]


def test_every_command_runs(house, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path / "house")
    every = dict.fromkeys(command for page in PAGES for command in commands(page))
    assert len(every) >= 10
    for command in every:
        program, group, *words = shlex.split(command)
        assert (program, group) == ("script/dishari", "content")
        result = house(*words)
        assert result.exit_code == 0, f"{command}: {result.output}"
        assert "Traceback" not in result.output
    assert (tmp_path / "house" / "preview" / "index.html").is_file()
    assert {finding.name for finding in check(house.content) if finding.severity == "error"} == {
        "not-written"
    }


def test_both_pages_have_the_same_commands_and_chapters():
    one, two = PAGES
    assert commands(one) == [command.replace("content/bn/", "content/en/") for command in commands(two)]
    assert blocks(one, "text") == blocks(two, "text")
    assert [PAGES[page].count("\n## ") for page in PAGES] == [PAGES[one].count("\n## ")] * 2
    rows = {page: re.findall(r"^\| (?!`\[|যাচাই যা বলে).*", PAGES[page], re.MULTILINE) for page in PAGES}
    assert len(rows[one]) == len(rows[two])


def test_what_the_check_says_most_often_is_explained_in_bangla():
    table = re.findall(r"^\| (`\[.*?) \|", PAGES["README.bn.md"], re.MULTILINE)
    explained = re.findall(r"`\[([a-z0-9-]+)\]`", " ".join(table))
    assert set(explained) <= set(get_args(FindingName))
    assert len(explained) == len(set(explained)) >= 40


@each_page
def test_every_link_and_every_place_is_there(page):
    for link in re.findall(r"\]\(([^)]+)\)", PAGES[page]):
        assert (ROOT / "content" / link).is_file(), link
    for place in re.findall(r"`((?:bn|en|facts)/[a-z_/.]*)`", PAGES[page]):
        assert (ROOT / "content" / place).exists(), place
    for file in re.findall(r"content/[\w/]+\.yaml", PAGES[page]):
        assert (ROOT / file).is_file(), file


@each_page
def test_every_example_of_yaml_is_sound(page):
    for block in blocks(page, "yaml"):
        findings: list[object] = []
        assert parse(block, "example", findings)
        assert findings == []


@each_page
def test_what_the_check_says_there_it_really_says(page, house):
    file = house.content / "en/topics/warning_signs.yaml"
    file.write_text(re.sub("^title:", "title", file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    file = house.content / "en/topics/difference.yaml"
    file.write_text(re.sub(r"  - \|\n.*\n(?=next_step)", "", file.read_text("utf-8")), "utf-8")
    really = {finding.name: finding for finding in check(house.content)}
    for text in blocks(page, "text"):
        first, todo = text.splitlines()
        name = re.search(r"\[([a-z-]+)\]", first)
        assert name
        assert really[name[1]].todo == todo.strip()
        assert Path(first.split(":")[0]).relative_to("content").as_posix() == really[name[1]].file
    for name in re.findall(r"`\[([a-z-]+)\]`", PAGES[page]):
        assert name in get_args(FindingName)
