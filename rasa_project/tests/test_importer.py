"""The importer: everything comes from the packs, and nothing of what people read."""

import dataclasses

import pytest
from rasa.shared.core.events import ActionExecuted, UserUttered

from rasa_project import packs_importer, train
from rasa_project.packs_importer import PacksImporter
from rasa_project.training_lines import gather, typed


def cards(importer) -> list[str]:
    packs = importer.packs()
    return [*packs.asked_topics(), *packs.situations]


def answers(importer) -> dict[str, str]:
    """Intent -> action, of every rule; that of a check begins with its form."""
    found = {}
    for step in importer.get_stories().story_steps:
        said = [event.intent_name for event in step.events if isinstance(event, UserUttered)]
        done = [event.action_name for event in step.events if isinstance(event, ActionExecuted)]
        if said:
            found[said[0]] = next(
                name for name in done if name.startswith("utter_") or name.endswith("_form")
            )
    return found


def test_every_topic_and_situation_has_an_intent_a_card_and_a_rule(importer):
    domain, rules = importer.get_domain(), answers(importer)
    for card in cards(importer):
        assert card in domain.intents
        assert rules[card] == f"utter_{card}"
        assert domain.responses[f"utter_{card}"][0]["custom"]["card"] == card


def test_every_intent_is_answered(importer):
    unanswerable = {"restart", "back", "session_start"}
    assert set(importer.get_domain().intents) - unanswerable == set(answers(importer))


PARTS = {"card", "country", "money", "answers", "change", "desk", "meant", "short"}


def test_no_response_holds_a_sentence(importer):
    for responses in importer.get_domain().responses.values():
        for response in responses:
            assert set(response) == {"custom"}
            assert set(response["custom"]) <= PARTS


def test_no_line_stands_under_two_intents(importer):
    assert importer.lines().torn == {}
    lines = [example.get("text") for example in importer.get_nlu_data().intent_examples]
    assert len(lines) == len(set(lines))


def test_every_intent_with_questions_is_trained(importer):
    trained = {example.get("intent") for example in importer.get_nlu_data().intent_examples}
    assert trained == set(importer.packs().questions()) | set(importer.packs().situations)


def test_nothing_that_people_read_is_trained(importer):
    lines = {example.get("text") for example in importer.get_nlu_data().intent_examples}
    for words in importer.packs().languages.values():
        for topic in words.topics.values():
            assert not lines & {topic.title, topic.summary, topic.next_step, *topic.points, *topic.steps}


def test_topics_with_a_fee_table_make_fees_the_subject_and_situations_make_help(importer):
    packs = importer.packs()
    fees, help_, _ = importer.get_domain().as_dict()["slots"]["asked_about"]["mappings"]
    assert {topic for topic, facts in packs.topics.items() if facts.fee_table} <= set(fees["intent"])
    assert set(packs.situations) <= set(help_["intent"])


def test_a_topic_added_to_the_packs_needs_no_edit_here(importer, monkeypatch):
    packs = importer.packs()
    topic = next(iter(packs.topics.values()))
    more = dataclasses.replace(packs, topics={**packs.topics, "money_home": topic})
    monkeypatch.setattr(packs_importer, "read", lambda folder: (more, gather(typed(more))))
    fresh = PacksImporter(str(train.CONFIG))
    assert "money_home" in fresh.get_domain().intents
    assert answers(fresh)["money_home"] == "utter_money_home"


def test_questions_for_no_intent_are_left_out_with_a_warning(importer, monkeypatch, caplog):
    packs = importer.packs()
    asked = {intent: lines[:5] for intent, lines in typed(packs).items()} | {"nowhere": ("xyz",)}
    monkeypatch.setattr(packs_importer, "typed", lambda packs: asked)
    monkeypatch.setattr(packs_importer, "read", lambda folder: (packs, gather(asked)))
    fresh = PacksImporter(str(train.CONFIG))
    assert "nowhere" not in fresh.lines().of_intent
    assert "nowhere" in caplog.text


def test_a_country_said_of_trouble_abroad_is_where_somebody_is_and_of_a_price_where_they_go(importer):
    packs = importer.packs()
    slots = importer.get_domain().as_dict()["slots"]
    there = {intent for mapping in slots["country"]["mappings"] for intent in mapping.get("intent") or ()}
    going = {intent for mapping in slots["destination"]["mappings"] for intent in mapping.get("intent") or ()}
    assert {*packs.situations, "help_contacts", "want_to_go_home"} <= there
    assert {topic for topic, facts in packs.topics.items() if facts.fee_table} <= going
    assert not there & going
    assert "to" not in {mapping.get("role") for mapping in slots["country"]["mappings"]}


@pytest.mark.parametrize("slot", ["country", "destination", "money", "asked_about"])
def test_the_slots_are_as_agreed(importer, slot):
    assert slot in {slot.name for slot in importer.get_domain().slots}


def test_the_session_ends_after_an_hour_and_carries_nothing_over(importer):
    session = importer.get_domain().session_config
    assert (session.session_expiration_time, session.carry_over_slots) == (60, False)
