"""The scores say what they are said to say."""

import pytest

from rasa_project.scores import Judged, f1_per_intent, judged, scores

URGENT = {"locked_in", "violence"}


def message(meant: str, understood: str, by_phrase: str | None = None, **more) -> Judged:
    return Judged("english", meant, understood, by_phrase, **more)


def test_not_understood_is_right_for_what_is_out_of_scope():
    found = scores([message("out_of_scope", "nlu_fallback"), message("menu", "nlu_fallback")], URGENT)["all"]
    assert (found["out_of_scope_recall"], found["in_scope_rejected"]) == (1.0, 1.0)


def test_an_alarm_is_raised_by_the_model_or_by_a_phrase():
    found = scores(
        [
            message("locked_in", "violence"),
            message("locked_in", "menu", by_phrase="locked_in"),
            message("violence", "menu"),
            message("violence", "violence"),
        ],
        URGENT,
    )["all"]
    assert found["urgent_recall"] == 0.75
    assert found["urgent_recall_model"] == 0.5
    assert found["urgent_recall_phrases"] == 0.25


def test_false_alarms_are_counted_near_danger_and_anywhere():
    found = scores(
        [
            message("help_contacts", "locked_in", near_distress=True),
            message("menu", "menu"),
            message("menu", "menu", by_phrase="violence"),
            message("greet", "greet"),
        ],
        URGENT,
    )["all"]
    assert (found["false_alarms"], found["false_alarms_near"]) == (0.5, 1.0)


def test_f1_per_intent():
    found = f1_per_intent([message("menu", "menu"), message("menu", "greet"), message("greet", "greet")])
    assert found == {"menu": pytest.approx(2 / 3), "greet": pytest.approx(2 / 3)}


def test_mentions_are_compared_as_sets():
    parsed = {
        "intent": "name_amount",
        "entities": [
            {"entity": "money", "value": {"amount": 500000, "currency": "BDT"}},
            {"entity": "country", "value": "SA"},
            {"entity": "country", "value": "QA"},
        ],
    }
    read = {
        "text": "x",
        "intent": "name_amount",
        "way": "english",
        "country": "SA",
        "money": "500000 BDT",
        "near_distress": "yes",
    }
    result = judged(read, parsed, lambda text: None)
    assert result.near_distress
    found = scores([result], URGENT)["all"]
    assert (found["money"], found["country"]) == (1.0, pytest.approx(2 / 3, abs=1e-4))


def test_ways_of_writing_are_scored_apart():
    found = scores([message("menu", "menu"), Judged("bangla", "menu", "greet", None)], URGENT)
    assert (found["english"]["accuracy"], found["bangla"]["accuracy"], found["all"]["accuracy"]) == (
        1,
        0,
        0.5,
    )
