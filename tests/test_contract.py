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
KEYS = {"card", "country", "money", "meant", "short"}  # all that a reference from Rasa may carry
OF_EXERCISES = {"card", "answers", "change", "desk"}
FILLED = {"country": {"{country}", "{destination}"}, "money": {"{money}"}, "meant": {"{meant}"}}  # by slots
SHOWN = "{shown}"  # the card that was asked for last


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


@pytest.fixture(scope="module")
def shown(packs):
    """Whatever is answered with the card of its own name."""
    return {*packs.asked_topics(), *packs.situations, *packs.checklists}


@pytest.fixture(scope="module")
def asked(packs):
    """Every intent of the packs."""
    return {*packs.asked_topics(), *packs.situations, *packs.exercises()}


def is_card(custom, cards):
    """Whether the bot knows the card of a reference, and every slot in it is filled in by Rasa."""
    assert custom.keys() <= (OF_EXERCISES if "answers" in custom else KEYS)
    assert all(custom[key] in slots for key, slots in FILLED.items() if key in custom)
    return custom["card"] == SHOWN or cards.knows(custom["card"])


@pytest.mark.parametrize(("response", "custom"), REFERENCES, ids=[name for name, _ in REFERENCES])
def test_every_response_of_rasa_is_a_card_in_every_language(response, custom, cards):
    assert is_card(custom, cards)
    for language in cards.packs.languages if custom["card"] != SHOWN else ():
        assert cards.build(CardReference(custom["card"]), language).name != "old_button"


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


def test_what_the_importer_makes_is_a_card_too(made, packs, cards, shown, asked):
    exercises = {*packs.checks, *packs.quizzes}
    asking = {
        f"utter_ask_{name}_form_{name}__{step}"
        for name in exercises
        for step in packs.exercises()[name].steps
    }
    changing = {
        f"utter_{name}_{change}" for name in exercises for change in ("go_back", "start_over", "why", "stop")
    }
    from_packs = {f"utter_{name}" for name in shown | exercises} | asking | changing
    assert made["responses"].keys() == RESPONSES.keys() | from_packs
    assert not from_packs & RESPONSES.keys()
    for name in asked:
        (custom,) = made["responses"][f"utter_{name}"]
        assert custom["card"] == name
    for variations in made["responses"].values():
        for custom in variations:
            assert is_card(custom, cards)


def test_everything_that_can_be_asked_is_trained(made, asked):
    assert INTENTS | asked <= set(made["intents"])


def test_an_unknown_name_is_known_to_be_unknown(cards):
    assert not cards.knows("no_such_card")


def test_every_action_of_a_rule_is_a_response(shown):
    made = {f"utter_{name}" for name in shown}
    actions = {step["action"] for rule in RULES for step in rule["steps"] if "action" in step}
    assert {action for action in actions if action.startswith("utter_")} <= RESPONSES.keys() | made


def test_every_intent_has_a_rule_of_its_own_or_from_the_importer(asked):
    ruled = {step["intent"] for rule in RULES for step in rule["steps"] if "intent" in step}
    assert ruled - {"nlu_fallback"} == INTENTS
    assert not INTENTS & asked


@pytest.mark.parametrize("language", ["bn", "en"])
def test_every_intent_has_examples_in_every_language(language, packs, asked):
    questions = packs.languages[language].questions
    assert (INTENTS | asked) - questions.keys() == set()


def test_no_questions_are_written_for_an_intent_that_does_not_exist(packs, asked):
    assert packs.questions().keys() - (INTENTS | asked) == set()


def test_everything_a_button_tells_is_an_intent_of_rasa(cards, asked):
    known = INTENTS | asked
    for name in (*OWN_NAMES, *BUILT_ELSEWHERE, *asked):
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
