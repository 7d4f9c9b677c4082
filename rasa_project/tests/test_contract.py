"""Both sides of the seam: every card that Rasa can name is one that the bot knows."""

import re

from bot.cards.reference import CardReference
from rasa_project import card_references

BUILTINS = {
    "menu",
    "help",
    "welcome",
    "thanks",
    "goodbye",
    "about_bot",
    "talk_to_human",
    "languages",
    "privacy",
    "forget",
    "not_understood",
    "out_of_scope",
    "insult",
    "stopped",
}
SHOWN = "{shown}"  # whatever was shown last
SLOTS = {"country": "SA", "money": "500000 BDT", "meant": "difference,what_it_costs"}


def references(importer) -> list[dict[str, str]]:
    return [
        response["custom"] for responses in importer.get_domain().responses.values() for response in responses
    ]


def test_every_card_is_a_topic_a_situation_or_a_builtin(importer):
    packs = importer.packs()
    assert {reference["card"] for reference in references(importer)} <= {
        *packs.topics,
        *packs.situations,
        *packs.exercises(),
        *BUILTINS,
        SHOWN,
    }


def test_the_bot_reads_every_reference_with_all_slots_set(importer):
    for reference in references(importer):
        filled = {**reference, **{slot: value for slot, value in SLOTS.items() if slot in reference}}
        filled["card"] = "difference" if reference["card"] == SHOWN else reference["card"]
        if "answers" in reference:
            filled["answers"] = re.sub(r"\{\w+\}", "y", reference["answers"])
        sent = card_references.cards([{"custom": filled}])
        assert [CardReference.from_mapping(card).card for card in sent] == [filled["card"]]


def test_slots_that_are_not_set_are_not_sent(importer):
    for reference in references(importer):
        unset = {key: re.sub(r"\{\w+\}", "None", value) for key, value in reference.items()}
        unset["card"] = "difference" if reference["card"] == SHOWN else reference["card"]
        (sent,) = card_references.cards([{"custom": unset}])
        # What is left of no answers is the mark of their order.
        assert sent.keys() - {"answers", "desk", "short"} == {"card"}
        assert len(sent.get("answers", "xx")) == 2


def test_every_exercise_has_a_form_that_asks_its_questions_in_order(importer):
    domain, packs = importer.get_domain(), importer.packs()
    for name, exercise in {**packs.checks, **packs.quizzes}.items():
        assert domain.required_slots_for_form(f"{name}_form") == [
            f"{name}__{step}" for step in exercise.steps
        ]
