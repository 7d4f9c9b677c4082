"""The bot's process carries what it serves with, and nothing else."""

import gc
import subprocess
import sys
import weakref

from bot import heap
from bot.settings import ROOT

AS_MAIN_DOES = """
import sys
from bot.telegram.__main__ import NOT_NEEDED
sys.modules.update(dict.fromkeys(NOT_NEEDED))
import bot.lastgood, bot.telegram.application
print(*{name.split(".")[0] for name, module in sys.modules.items() if module})
"""


def test_what_only_reading_packs_and_the_command_line_take_is_not_imported() -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", AS_MAIN_DOES],
        env={"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    imported = set(done.stdout.split())
    assert {"telegram", "aiohttp", "bot"} <= imported
    unwanted = {"yaml", "phonenumbers", "watchfiles", "typer", "rich", "pygments", "greenlet", "sqlalchemy"}
    assert imported & unwanted == set()


class Ring:
    """Something that only the search for unused memory finds."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_given_back_includes_what_was_kept_at_the_time_before() -> None:
    ring = Ring()
    gone = weakref.ref(ring)
    try:
        heap.give_back()
        assert gone() is ring
        del ring
        heap.give_back()
        assert gone() is None
    finally:
        gc.unfreeze()
