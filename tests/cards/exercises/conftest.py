"""The cards of a small check, quiz and checklist, in the place of the real ones."""

import pytest
from exercising import exercise_content

from bot.cards import Cards
from bot.packs import load_packs


@pytest.fixture(scope="session")
def content(tmp_path_factory):
    return exercise_content(tmp_path_factory.mktemp("exercises") / "content")


@pytest.fixture(scope="session")
def cards(content):
    return Cards(load_packs(content))
