"""Both sides of the contract: everything Rasa can send is a card, and everything the bot tells Rasa knows."""

import json
import os
import subprocess

import pytest
import yaml

from bot.cards import CardReference, Cards
from bot.cards.actions import Tell
from bot.cards.own import OWN_NAMES
from bot.packs.identifiers import OWN_CARDS, OWN_INTENTS
from bot.settings import ROOT

BUILT_ELSEWHERE = {"help", "contact", "languages", "cannot_talk", "somebody_else"}
KEYS = {"card", "country", "money"}  # all that a reference from Rasa may carry
FILLED = {"{country}", "{destination}", "{money}"}  # slots: Rasa fills them in


def read(name):
    return yaml.safe_load((ROOT / "rasa_project" / name).read_text("utf-8")) or {}


DOMAIN = [read(f"domain/{file.name}") for file in sorted((ROOT / "rasa_project" / "domain").glob("*.yml"))]
RULES = read("data/rules.yml")["rules"]
RESPONSES = {
    name: variations for part in DOMAIN for name, variations in (part.get("responses") or {}).items()
}
REFERENCES = [
    (name, variation["custom"]) for name, variations in RESPONSES.items() for variation in variations
]
INTENTS = {
    next(iter(intent)) if isinstance(intent, dict) else intent
    for part in DOMAIN
    for intent in part.get("intents") or ()
}


@pytest.fixture(scope="module")
def cards(packs):
    return Cards(packs)


@pytest.mark.parametrize(("response", "custom"), REFERENCES, ids=[name for name, _ in REFERENCES])
def test_every_response_of_rasa_is_a_card_in_every_language(response, custom, cards):
    assert custom.keys() <= KEYS
    assert cards.knows(custom["card"])
    for language in cards.packs.languages:
        assert cards.build(CardReference(custom["card"]), language).name != "old_button"
    for slot in KEYS - {"card"}:
        filled = {f"{{{slot}}}"} | ({"{destination}"} if slot == "country" else set())
        assert custom.get(slot, f"{{{slot}}}") in filled, "a slot is filled in by Rasa, never by hand"


IMPORTER = """
import json
from rasa_project import train
from rasa_project.packs_importer import PacksImporter
domain = PacksImporter(str(train.CONFIG)).get_domain()
made = {name: [one["custom"] for one in variations] for name, variations in domain.responses.items()}
print("DOMAIN", json.dumps({"responses": made, "intents": domain.intents}))
"""


@pytest.fixture(scope="module")
def made():
    """The domain that the importer makes in Rasa's own environment: what a model is trained with."""
    python = ROOT / ".venv-rasa" / "bin" / "python"
    environment = {
        "PYTHONPATH": str(ROOT),
        "PATH": os.environ["PATH"],
        "DISHARI_CONTENT": str(ROOT / "content"),
    }
    ran = subprocess.run(  # noqa: S603
        [python, "-c", IMPORTER], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return json.loads(next(line for line in ran.stdout.splitlines() if line.startswith("DOMAIN"))[6:])


def test_what_the_importer_makes_is_a_card_too(made, packs, cards):
    from_packs = {*packs.topics, *packs.situations}
    assert len(from_packs) > 10
    assert made["responses"].keys() == RESPONSES.keys() | {f"utter_{name}" for name in from_packs}
    assert not from_packs & {response.removeprefix("utter_") for response in RESPONSES}
    for name in from_packs:
        (custom,) = made["responses"][f"utter_{name}"]
        assert custom["card"] == name
    for variations in made["responses"].values():
        for custom in variations:
            assert custom.keys() <= KEYS
            assert cards.knows(custom["card"])
            assert {custom.get("country", "{country}"), custom.get("money", "{money}")} <= FILLED


def test_every_topic_situation_and_own_intent_is_trained(made, packs):
    assert INTENTS | {*packs.topics, *packs.situations} <= set(made["intents"])


def test_an_unknown_name_is_known_to_be_unknown(cards):
    assert not cards.knows("no_such_card")


def test_every_action_of_a_rule_is_a_response(packs):
    made = {f"utter_{name}" for name in (*packs.topics, *packs.situations)}
    actions = {step["action"] for rule in RULES for step in rule["steps"] if "action" in step}
    assert {action for action in actions if action.startswith("utter_")} <= RESPONSES.keys() | made


def test_every_intent_has_a_rule_of_its_own_or_from_the_importer(packs):
    ruled = {step["intent"] for rule in RULES for step in rule["steps"] if "intent" in step}
    assert ruled - {"nlu_fallback"} == INTENTS
    assert not INTENTS & {*packs.topics, *packs.situations}


@pytest.mark.parametrize("language", ["bn", "en"])
def test_every_intent_has_examples_in_every_language(language, packs):
    questions = packs.languages[language].questions
    assert (INTENTS | {*packs.topics, *packs.situations}) - questions.keys() == set()


def test_no_questions_are_written_for_an_intent_that_does_not_exist(packs):
    assert packs.questions().keys() - (INTENTS | {*packs.topics, *packs.situations}) == set()


def test_everything_a_button_tells_is_an_intent_of_rasa(cards):
    known = INTENTS | {*cards.packs.topics, *cards.packs.situations}
    for name in (*OWN_NAMES, *BUILT_ELSEWHERE, *cards.packs.topics, *cards.packs.situations):
        for row in cards.build(CardReference(name), "en").buttons:
            for button in row:
                if isinstance(button.action, Tell):
                    assert button.action.intent in known


def test_the_names_kept_from_editors_are_those_of_the_bots_cards_and_of_rasas_intents():
    assert OWN_CARDS == OWN_NAMES | BUILT_ELSEWHERE
    assert {*OWN_CARDS, *OWN_INTENTS} >= INTENTS | {"nlu_fallback"}


def test_rasas_slots_take_what_a_button_tells():
    slots = {name for part in DOMAIN for name in part.get("slots") or {}}
    assert {"country", "destination", "money"} <= slots
