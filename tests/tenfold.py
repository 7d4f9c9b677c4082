"""Content of ten times the size, made from the real one: for measuring how long the check and the bot take.

Every topic, check, quiz, checklist, help desk, fee, question and urgent phrase stands there ten times, under
other names and in other words. Countries and the texts of buttons stay: there are no more of them. So a
country has ten times the help desks, and its card is too long: the only errors.
"""

import json
import re
import shutil
from pathlib import Path
from zlib import crc32

from bot.packs.source import read

LONGEST_ID = 24
_ENTRY = re.compile(r"(?m)^(?=[a-z][a-z0-9_]*:)")
_NAMED = re.compile(
    r"(?m)\A[a-z][a-z0-9_]*(?=:)|(?<=\A- id: )[a-z][a-z0-9_]*|(?<=^    [A-Z]{2}: )[a-z][a-z0-9_]*$"
)
"""The name of an entry, and those of topics that stand for it in one country."""
_FEE = re.compile(r"(?m)^(?=- id: )")
_PHRASE = re.compile(r"      - \S")
_BANGLA = re.compile("[\u0985-\u09ce]")
_SYLLABLES = ("ba", "de", "gu", "hi", "jo", "ku", "la", "mi", "no", "pe", "ru", "so")
_IN_BANGLA = ("বা", "দে", "গু", "হি", "জো", "কু", "লা", "মি", "নো", "পে", "রু", "সো")


def manyfold(content: Path, folder: Path, times: int = 10) -> Path:
    """Makes in `folder` the packs of `content`, `times` as many of everything that editors add to."""
    shutil.copytree(content, folder)
    copies = range(1, times)
    _again(folder / "facts/topics.yaml", _ENTRY, copies)
    for file in folder.glob("facts/help_desks/*.yaml"):
        _again(file, _ENTRY, copies)
    for file in folder.glob("facts/fees/*.yaml"):
        _again(file, _FEE, copies)
    for file in folder.glob("*/help_desks.yaml"):
        _again(file, _ENTRY, copies)
    for kind in ("topics", "checks", "quizzes", "checklists"):
        for file in sorted(folder.glob(f"*/{kind}/*.yaml")):
            for copy in copies:
                shutil.copy(file, file.with_stem(_name(file.stem, copy)))
    topics = {file.stem for file in content.glob("*/topics/*.yaml")}
    topics |= {
        file.stem for kind in ("checks", "quizzes", "checklists") for file in content.glob(f"facts/{kind}/*")
    }
    for file in sorted(folder.glob("*/questions/*.yaml")):
        _ask(file, copies, beside=file.stem in topics)
    for file in folder.glob("*/urgent.yaml"):
        _tell(file, copies)
    return folder


def _name(name: str, copy: int) -> str:
    return f"{name[: LONGEST_ID - 3]}_{copy}" if copy < 10 else f"{name[: LONGEST_ID - 4]}_{copy}"


def _again(file: Path, entry: re.Pattern[str], copies: range) -> None:
    """Every entry of the file once more for each copy, under a name of its own."""
    text = file.read_text(encoding="utf-8").rstrip("\n") + "\n"
    pieces = entry.split(text)[1:]
    text += "".join(
        _NAMED.sub(lambda found, copy=copy: _name(found[0], copy), piece)  # type: ignore[misc]
        for copy in copies
        for piece in pieces
    )
    file.write_text(text, encoding="utf-8")


def _ask(file: Path, copies: range, *, beside: bool) -> None:
    """The questions in other words: in files beside, or, of what has no topic, in the same."""
    document = read(file, file.name, [])
    assert document, file
    lines = document.data
    for copy in copies:
        said = "".join(f"- {json.dumps(_other(line, copy), ensure_ascii=False)}\n" for line in lines)
        if beside:
            file.with_stem(_name(file.stem, copy)).write_text(said, encoding="utf-8")
        else:
            with file.open("a", encoding="utf-8") as added:
                added.write(said)


def _tell(file: Path, copies: range) -> None:
    """The urgent phrases in other words, each below the one it comes from."""
    lines, inside = [], False
    for line in file.read_text(encoding="utf-8").splitlines():
        inside = bool(_PHRASE.match(line)) if inside else line == "    phrases:"
        lines.append(line)
        if inside and _PHRASE.match(line):
            phrase = line.partition("- ")[2].strip("'\"")
            lines += [f"      - {json.dumps(_other(phrase, copy), ensure_ascii=False)}" for copy in copies]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _other(line: str, copy: int) -> str:
    """The line as somebody else might say it: a third of its words are others, and one is added."""
    words = [
        word + _syllable(word, copy)
        if crc32(f"{word}{copy}".encode()) % 3 == 0 and word[-1:].isalpha()
        else word
        for word in line.split(" ")
    ]
    own = _syllable(line, copy) + _syllable(line, copy + len(line))
    return " ".join((*words, own))


def _syllable(text: str, number: int) -> str:
    syllables = _IN_BANGLA if _BANGLA.search(text) else _SYLLABLES
    return syllables[number % len(syllables)]
