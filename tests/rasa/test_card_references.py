"""The Rasa side of the seam, without Rasa: what is let in and what is let out."""

import pytest

from bot.cards import CardReference
from rasa_project import card_references
from rasa_project.card_references import BadRequest, Turn

SENDER = "0123456789abcdef"


def test_a_sentence_and_a_tap_are_read():
    assert card_references.turn({"sender": SENDER, "text": "hello"}) == Turn(SENDER, "hello")
    body = {"sender": SENDER, "payload": {"intent": "name_country", "entities": {"country": "SA"}}}
    assert card_references.turn(body) == Turn(SENDER, None, "name_country", {"country": "SA"})


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {"sender": SENDER},
        {"sender": "SENDER", "text": "hello"},
        {"sender": SENDER, "text": ""},
        {"sender": SENDER, "text": 5},
        {"sender": SENDER, "payload": "name_country"},
        {"sender": SENDER, "payload": {"intent": "/restart"}},
        {"sender": SENDER, "payload": {"intent": "a", "entities": {"country": "saudi"}}},
        {"sender": SENDER, "payload": {"intent": "a", "entities": {"money": "many"}}},
    ],
)
def test_anything_else_is_refused(body):
    with pytest.raises(BadRequest):
        card_references.turn(body)


def test_slots_that_are_not_set_are_left_out():
    messages = [{"custom": {"card": "what_it_costs", "country": "None", "money": None}}]
    assert card_references.cards(messages) == [{"card": "what_it_costs"}]


def test_what_is_not_a_card_is_left_out():
    messages = [{"text": "hello"}, {"custom": {"card": "No Card"}}, {"custom": "menu"}]
    assert card_references.cards(messages) == []


def test_the_bot_reads_what_rasa_sends():
    sent = card_references.cards([{"custom": {"card": "help", "country": "SA", "money": "500000 BDT"}}])
    assert CardReference.from_mapping(sent[0]).country == "SA"


@pytest.mark.parametrize("value", ["500000 BDT", "500000 BDT+"])
def test_money_goes_out_as_amount_and_currency(value):
    found = {"entity": "money", "value": value, "start": 0, "end": 6, "extractor": "x"}
    amount = {"amount": 500000, "currency": "BDT"}
    assert card_references.entities([found]) == [{"entity": "money", "value": amount, "start": 0, "end": 6}]


def test_what_is_between_the_components_and_the_rules_stays_there():
    inner = [{"entity": "money", "value": "-"}, {"entity": "meant", "value": "a,b"}]
    assert card_references.entities(inner) == []
