"""The preview as a page for a reviewer who has no tools: one file that opens with a double click."""

from datetime import date
from pathlib import Path

from bot.preview.bundle import one_file
from bot.preview.shelf import Shelf

PAGE = "index.html"


def export(folder: Path, to: Path, as_of: date) -> Path:
    """Write the page of the packs in `folder` into the folder `to`, which is made; where it is now."""
    shelf = Shelf(folder)
    shelf.read()
    to.mkdir(parents=True, exist_ok=True)
    page = to / PAGE
    page.write_text(one_file(shelf.page(as_of)), "utf-8")
    return page
