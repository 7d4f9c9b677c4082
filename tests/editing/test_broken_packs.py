"""The commands for editors on broken packs: what is mechanical is mended, nothing gives a traceback."""

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.packs import check
from bot.settings import ROOT

PACKS = ROOT / "tests" / "broken_packs"
NAMES = sorted(folder.name for folder in PACKS.iterdir() if (folder / "expected.yaml").is_file())
MECHANICAL = ("tab", "not-nfc", "invisible-character", "phone-digits", "curly-quotes")
COMMANDS = (
    ["due"],
    ["status"],
    ["confirm", "bd_police", "--by", "Karim", "--number", "999"],
    ["fix", "--yes"],
    ["undo", "--yes", "--kept"],
)


def _pack(name: str, content: Path) -> dict[str, object]:
    shutil.rmtree(content, ignore_errors=True)  # of the example before
    shutil.copytree(PACKS / "_valid", content)
    for language in ("bn", "en"):
        shutil.copy(ROOT / "content" / language / "ui.yaml", content / language / "ui.yaml")
    shutil.copytree(PACKS / name, content, dirs_exist_ok=True)
    expected = yaml.safe_load((PACKS / name / "expected.yaml").read_text())
    (content / "expected.yaml").unlink()
    for gone in expected.get("without", []):
        (content / gone).unlink()
    return expected


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith(MECHANICAL)])
def test_what_is_mechanical_is_mended(empty_house, name):
    expected = _pack(name, empty_house.content)
    day = expected.get("today")
    assert expected["finding"] in {one.name for one in check(empty_house.content, day)}
    assert empty_house("fix", "--yes").exit_code == 0
    assert expected["finding"] not in {one.name for one in check(empty_house.content, day)}


@pytest.mark.parametrize("name", NAMES)
def test_no_broken_pack_gives_a_traceback(empty_house, name):
    _pack(name, empty_house.content)
    for command in COMMANDS:
        empty_house(*command)


MUTATIONS = st.sampled_from(["drop", "tab", "swap", "cut", "binary", "empty", "list", "folder", "delete"])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_nor_do_random_accidents(empty_house, data):
    _pack("due", empty_house.content)
    files = sorted(empty_house.content.rglob("*.yaml"))
    for file in data.draw(st.lists(st.sampled_from(files), min_size=1, max_size=4, unique=True)):
        _break(file, data.draw(MUTATIONS), data.draw)
    for command in COMMANDS:
        empty_house(*command)


def _break(file: Path, how: str, draw: st.DrawFn) -> None:
    lines = file.read_text().split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    match how:
        case "drop":
            del lines[at]
        case "tab":
            lines[at] = "\t" + lines[at]
        case "swap":
            lines[at] = lines[at].split(":")[0] + ": [{a: [b]}, 1]"
        case "cut":
            lines = [*lines[:at], lines[at][: len(lines[at]) // 2]]
        case "empty":
            lines = []
        case "list":
            lines = ["- - a", "  - {b: }"]
    file.write_text("\n".join(lines))
    if how == "binary":
        file.write_bytes(b"\x00\xff\xfe" + bytes(range(256)))
    elif how in ("delete", "folder"):
        file.unlink()
        if how == "folder":
            file.mkdir()
