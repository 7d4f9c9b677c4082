"""Two questions in one message, with what Rasa would say of each half written down."""

import asyncio

import pytest

from bot.language.questions import in_sentences
from rasa_project.two_questions import SURE, read

RESPONSES = {
    "utter_what_it_costs": [
        {"custom": {"card": "what_it_costs", "country": "{destination}", "money": "{money}"}}
    ],
    "utter_warning_signs": [{"custom": {"card": "warning_signs", "country": "{country}"}}],
    "utter_violence": [{"custom": {"card": "violence", "country": "{country}"}}],
    "utter_help": [{"custom": {"card": "help", "country": "{country}"}}],
    "utter_repeat": [{"custom": {"card": "{shown}", "country": "{country}"}}],
    "utter_thanks": [{"custom": {"card": "thanks"}}],
}
SAYS = {"cost": "what_it_costs", "agent": "warning_signs", "beats": "violence", "number": "help_contacts",
        "again": "repeat", "thanks": "thanks"}  # fmt: skip


def country(iso2, role=None):
    return {"entity": "country", "value": iso2} | ({"role": role} if role else {})


def money(value, role=None):
    return {"entity": "money", "value": value} | ({"role": role} if role else {})


NAMES = {
    "saudi": country("SA"), "in_qatar": country("QA", "in"), "to_italy": country("IT", "to"),
    "from_libya": country("LY", "from"), "5_lakh": money("500000 BDT"), "wage": money("1500 SAR", "earned"),
}  # fmt: skip


async def parse(text):
    """The first word of SAYS decides, as a Rasa that reads the beginning only would."""
    words = text.split()
    intent = next((SAYS[word] for word in words if word in SAYS), "nlu_fallback")
    entities = [NAMES[word] for word in words if word in NAMES]
    if intent == "what_it_costs" and not any(
        one["entity"] == "money" and "role" not in one for one in entities
    ):
        entities = [*entities, money("-")]
    sure = SURE - 0.01 if "maybe" in words else 0.99
    return {"text": text, "intent": {"name": intent, "confidence": sure}, "entities": entities}


def two(text):
    _, found = asyncio.run(read(text, parse, RESPONSES))
    return found


def test_both_are_answered_and_the_turn_is_about_the_later_one():
    found = two("the agent looks false and he beats me")
    assert (found.other, found.other_first) == ("utter_warning_signs", True)
    assert found.asked["intent"]["name"] == "violence"


@pytest.mark.parametrize(
    ("text", "other_first"),
    [("what is the cost and is the agent false", False), ("is the agent false and what is the cost", True)],
)
def test_the_turn_is_about_the_price_whichever_comes_first(text, other_first):
    found = two(text)
    assert found.asked["intent"]["name"] == "what_it_costs"
    assert (found.other, found.other_first) == ("utter_warning_signs", other_first)


@pytest.mark.parametrize(
    "text",
    [
        "what is the cost of going",  # one question
        "what is the cost and the cost again",  # the same twice
        "what is the cost and thanks a lot",  # no card of its own
        "what is the cost and tell me again",
        "what is the cost and blue sky above",  # not understood
        "what is the cost and maybe the agent is false",  # not sure
    ],
)  # fmt: skip
def test_in_doubt_there_is_one_question(text):
    assert two(text) is None


def test_a_whole_that_means_a_third_thing_is_not_parted():
    async def otherwise(text):
        third = {"text": text, "intent": {"name": "help_contacts", "confidence": 0.9}, "entities": []}
        return third if " and " in text else await parse(text)

    whole, found = asyncio.run(read("what is the cost and is the agent false", otherwise, RESPONSES))
    assert found is None
    assert whole["intent"]["name"] == "help_contacts"


def test_nothing_is_read_twice_where_there_is_nothing_to_part():
    async def never(text):
        raise AssertionError(text)

    assert asyncio.run(read("what is the cost of going", never, RESPONSES)) == (None, None)


def test_a_country_in_one_half_holds_for_both():
    found = two("the cost for saudi please and a number to call")
    assert found.asked["entities"][0] == NAMES["saudi"]
    assert found.known == {"destination": "SA", "country": "SA", "money": "-"}
    found = two("a number to call and the cost for saudi")
    assert found.known["country"] == "SA"


def test_each_half_keeps_its_own_country():
    found = two("in_qatar he beats me and the cost to_italy please")
    assert found.known["country"] == "QA"
    assert [one["value"] for one in found.asked["entities"]] == ["IT", "-"]


def test_nobody_is_where_they_only_want_to_go_nor_where_they_come_from():
    assert "country" not in two("he often beats me and the cost to_italy please").known
    assert "country" not in two("he often beats me and the cost from_libya please").known


def test_an_amount_goes_with_the_price():
    asked = two("they want 5_lakh is the agent false and what is the cost").asked
    assert money("500000 BDT") in asked["entities"]
    assert money("-") not in asked["entities"]


def test_a_wage_is_no_price_of_the_other_half():
    asked = two("the wage is good is the agent false and what is the cost").asked
    assert [one["value"] for one in asked["entities"]] == ["-"]


@pytest.mark.parametrize(
    "text",
    [
        "blue sky and what is the cost and is the agent false",
        "What is the cost? Is the agent false? Blue sky above us.",
    ],
)
def test_beside_what_is_no_question_both_are_found(text):
    assert two(in_sentences(text)).intents == ("what_it_costs", "warning_signs")


@pytest.mark.parametrize(
    "text",
    [
        "the agent promises 1500 wage monthly and the cost is 5_lakh",
        "the cost is 5_lakh and the agent promises 1500 wage",
    ],
)
def test_what_will_be_earned_belongs_to_the_offer_whose_price_is_named(text):
    assert two(text) is None
