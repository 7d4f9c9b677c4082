"""The real content with few lines of what people type: most of reading and checking it is these.

For tests that read a copy of the content again and again, and for which a few questions are as good as all.
"""

import shutil
from functools import cache
from pathlib import Path

from bot.language.scripts import LETTERS
from bot.packs import Packs, load_packs
from bot.settings import ROOT

CONTENT = ROOT / "content"
FEW = 15  # questions of each intent in each way of writing: the check wants twelve
GROUPS = 3  # of the words that mean the same


@cache
def real_packs() -> Packs:
    """The packs as they are in content/, all of them; read once."""
    return load_packs(CONTENT)


def lean_content(folder: Path) -> Path:
    """Makes it in `folder`; what it lacks nobody is told of by the check."""
    shutil.copytree(CONTENT, folder, copy_function=shutil.copyfile)
    for file in folder.glob("*/questions/*.yaml"):
        file.write_text("".join(_few(file.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    for file in folder.glob("*/word_groups.yaml"):
        file.write_text("".join(_first_groups(file.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    return folder


def _few(lines: list[str]) -> list[str]:
    """The first lines in Bangla letters, and the first others."""
    bangla = [line for line in lines if LETTERS["Beng"].search(line)]
    others = [line for line in lines if line not in bangla]
    return bangla[:FEW] + others[:FEW]


def _first_groups(lines: list[str]) -> list[str]:
    begins = [at for at, line in enumerate(lines) if line.rstrip().endswith(":")]
    return lines[: begins[GROUPS]]
