"""Small packs with two checks, a quiz and a checklist, for tests that go through them."""

import shutil
from pathlib import Path

from bot.settings import ROOT

HERE = Path(__file__).parent


def exercise_content(folder: Path) -> Path:
    """Makes the packs in `folder`: the small ones of tests/packs, and what stands in tests/exercises."""
    shutil.copytree(HERE / "packs" / "small", folder)
    shutil.copytree(HERE / "exercises", folder, dirs_exist_ok=True)
    for language in ("bn", "en"):
        shutil.copy(ROOT / "content" / language / "ui.yaml", folder / language / "ui.yaml")
    return folder
