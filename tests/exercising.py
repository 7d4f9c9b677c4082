"""Small packs with two checks, a quiz and a checklist, for tests that go through them."""

import shutil
from pathlib import Path

from bot.cards import CardReference
from bot.packs.answers import join_answers
from bot.settings import ROOT

HERE = Path(__file__).parent


def exercise_content(folder: Path) -> Path:
    """Makes the packs in `folder`: the small ones of tests/packs, and what stands in tests/exercises."""
    shutil.copytree(HERE / "packs" / "small", folder)
    shutil.copytree(HERE / "exercises", folder, dirs_exist_ok=True)
    for language in ("bn", "en"):
        shutil.copy(ROOT / "content" / language / "ui.yaml", folder / language / "ui.yaml")
    return folder


def buttons(card):
    return [button for row in card.buttons for button in row]


def leading(card, label):
    """Where the button with these words in its label leads; of several the shortest."""
    found = sorted(
        (len(button.label), place) for place, button in enumerate(buttons(card)) if label in button.label
    )
    return buttons(card)[found[0][1]].action.reference


def build(cards, name, given=None, language="en", page=0):
    steps = cards.packs.exercises()[name].steps
    answers = None if given is None else join_answers(steps, given)
    return cards.build(CardReference(name, answers=answers, page=page), language)
