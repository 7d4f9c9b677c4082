"""What the really trained model understands of messages it has never seen, per way of writing.

The floors stand a little below what was measured when they were set: a change that costs something shows.
`.venv-rasa/bin/python -m rasa_project.evaluate` prints the same numbers, and every message that was misread.
"""

from typing import Any

import pytest

from bot.language import normalise
from rasa_project.scores import EVERY_WAY, Judged, f1_per_intent, judged, scores

from .changes import LITTLE_CHANGES
from .reading import FILES, WAYS, parse, read

pytestmark = pytest.mark.rasa

WIDEST_GAP = 0.06  # between the ways of writing: nobody is served worse for how they type
WEAKEST_INTENT = 0.50
# Of the messages that it touches, at most so many are lost to one change; what we want to reach is 0.03.
ONE_CHANGE = {"slip": 0.04, "dropped_vowel": 0.06, "doubled": 0.03, "without_spaces": 0.04, "politely": 0.03}
EVERY = 2  # every so manieth message is spoilt: enough to tell, in half the time
# Of what is calm, at most so much meets this card.
FRIGHTENING = {"wish_to_die": 0.01, "child_in_danger": 0.03}
FLOORS = {
    "messages": {
        "macro_f1": 0.93,
        "urgent_recall": 0.96,
        "urgent_recall_model": 0.95,
        "out_of_scope_recall": 0.92,
        "country": 0.95,
        "money": 0.95,
    },
    "held_back": {"macro_f1": 0.90, "urgent_recall": 0.94, "out_of_scope_recall": 0.83},
    # Short, and often about what nobody had thought of.
    "strangers": {"accuracy": 0.80, "urgent_recall": 0.93, "country": 0.95, "money": 0.95},
}
CEILINGS = {
    "messages": {"false_alarms": 0.03, "in_scope_rejected": 0.02},
    "held_back": {"false_alarms": 0.06, "in_scope_rejected": 0.03},
    "strangers": {"false_alarms": 0.07, "in_scope_rejected": 0.08},
}


@pytest.fixture(scope="module")
def everything(rasa, packs) -> dict[str, list[Judged]]:
    """Every message of both files with what the running Rasa and the urgent phrases made of it."""
    phrases = packs.urgent()
    return {
        name: [
            judged(message, parse(rasa, message["text"]), phrases.match)  # as typed, as the bot does
            for message in read(name)
        ]
        for name in FILES
    }


@pytest.fixture(scope="module")
def results(everything) -> list[Judged]:
    """The messages written as a test set."""
    return everything["messages"]


@pytest.fixture(scope="module")
def found(everything, packs) -> dict[str, dict[str, dict[str, Any]]]:
    """The scores of each file."""
    return {name: scores(judged, set(packs.situations)) for name, judged in everything.items()}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("name", "score"), [(name, score) for name in FLOORS for score in FLOORS[name]])
def test_it_understands_well_enough(found, name, way, score):
    assert found[name][way][score] >= FLOORS[name][score]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("name", "score"), [(name, score) for name in CEILINGS for score in CEILINGS[name]])
def test_it_errs_little_enough(found, name, way, score):
    assert found[name][way][score] <= CEILINGS[name][score]


@pytest.mark.parametrize("situation", FRIGHTENING)
@pytest.mark.parametrize("name", FLOORS)
def test_ordinary_sentences_frighten_nobody(everything, packs, name, situation):
    calm = [message for message in everything[name] if message.meant not in packs.situations]
    alarmed = [message for message in calm if situation in (message.understood, message.by_phrase)]
    assert len(alarmed) <= FRIGHTENING[situation] * len(calm)


def test_no_way_of_writing_is_served_much_worse(found):
    reached = [found["messages"][way]["macro_f1"] for way in WAYS]
    assert max(reached) - min(reached) <= WIDEST_GAP


def test_no_intent_is_left_behind(results):
    weak = {intent: score for intent, score in f1_per_intent(results).items() if score < WEAKEST_INTENT}
    assert weak == {}


def test_every_message_was_scored(found, results):
    assert found["messages"][EVERY_WAY]["messages"] == len(results) > 500


@pytest.mark.parametrize("change", LITTLE_CHANGES, ids=lambda change: change.__name__)
def test_a_slip_of_the_finger_costs_little(rasa, results, change):
    """Of the messages that are long enough to be slipped in."""
    touched = [
        (message, result)
        for message, result in list(zip(read("messages"), results, strict=True))[::EVERY]
        if normalise(change(message["text"])) != normalise(message["text"])
    ]
    right = sum(result.label == result.meant for _, result in touched)
    still = 0
    for message, result in touched:
        again = judged(message, parse(rasa, change(message["text"])), lambda _: None)
        still += again.label == result.meant
    assert right - still <= ONE_CHANGE[change.__name__] * len(touched)
