"""With the shortcuts Rasa decides as it does without them."""

import copy
import itertools
import json

import pytest
from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.engine.graph import GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.constants import SHOULD_NOT_BE_SET
from rasa.shared.core.slots import AnySlot, TextSlot

from rasa_project import shortcuts

ACTIONS = ("action_listen", "utter_menu", "offer_form", None)
INTENTS = ("menu", "fees", None)
SLOTS = ({}, {"country": "SA"}, {"country": SHOULD_NOT_BE_SET})


def state(action, intent, slots, text=None):
    """One state as Rasa makes them: what is not there has no key."""
    found = {}
    if action:
        found["prev_action"] = {"action_name": action}
    if intent or text:
        found["user"] = {"intent": intent} if intent else {"text": text}
    if slots:
        found["slots"] = dict(slots)
    return found


STATES = [state(*parts) for parts in itertools.product(ACTIONS, INTENTS, SLOTS)]


def rules():
    """Rules of one state and of two, every combination of the first with some of the second."""
    one = [[last] for last in STATES]
    two = [[before, last] for before in STATES[::5] for last in STATES]
    return {json.dumps(rule): f"action_{number}" for number, rule in enumerate(one + two)}


@pytest.fixture
def policy():
    policy = RulePolicy.__new__(RulePolicy)
    policy.lookup = {RULES: rules(), RULES_FOR_LOOP_UNHAPPY_PATH: dict(list(rules().items())[::3])}
    return policy


@pytest.mark.parametrize("kind", [RULES, RULES_FOR_LOOP_UNHAPPY_PATH])
def test_the_same_rules_fit(policy, kind):
    lookup = policy.lookup[kind]
    talks = [[], *([last] for last in STATES), *([before, last] for before in STATES[::4] for last in STATES)]
    talks += [[state("action_listen", None, {}, text="hello")], [state("action_listen", "new", {})]]
    fitting = 0
    for talk in talks:
        expected = shortcuts.every_rule(policy, lookup, talk)
        assert shortcuts.rules_that_fit(policy, lookup, talk) == expected, talk
        fitting += len(expected)
    assert fitting


def test_another_models_rules_are_not_mixed_up(policy):
    talk = [state("action_listen", "menu", {})]
    shortcuts.rules_that_fit(policy, policy.lookup[RULES], talk)
    policy.lookup[RULES] = {json.dumps([state("action_listen", "menu", {})]): "utter_menu"}
    assert shortcuts.rules_that_fit(policy, policy.lookup[RULES], talk) == set(policy.lookup[RULES])


def test_a_copied_slot_is_a_slot_of_its_own(monkeypatch):
    slot = TextSlot("country", mappings=[{}], initial_value="SA")
    usual = copy.copy(slot)
    monkeypatch.setattr(shortcuts.Slot, "__copy__", shortcuts.copied, raising=False)
    twin = copy.copy(slot)
    assert vars(twin) == vars(usual)
    assert type(twin) is TextSlot
    twin.value = "MY"
    assert (slot.value, twin.value, slot.initial_value) == ("SA", "MY", "SA")
    assert type(copy.copy(AnySlot("any", mappings=[{}]))) is AnySlot


class Node:
    """A node of a graph: its name, and what it was given."""

    def __init__(self, name):
        self.name = name
        self.times = 0

    def __call__(self, *given):
        self.times += 1
        return self.name, f"{self.name}({', '.join(value for _, value in given)})"


def graph():
    """a -> b, c -> d; e stands alone."""
    needs = {"a": ["__message__"], "b": ["a"], "c": ["a"], "d": ["b", "c"], "e": []}
    schema = GraphSchema(
        {
            name: SchemaNode(
                {str(place): need for place, need in enumerate(of)}, Node, "", "", {}, is_target=name == "d"
            )
            for name, of in needs.items()
        }
    )
    runner = DaskGraphRunner.__new__(DaskGraphRunner)
    runner._graph_schema, runner._execution_context = schema, None
    runner._instantiated_nodes = {name: Node(name) for name in needs}
    return runner


@pytest.mark.parametrize("targets", [None, ["d"], ["b"], ["b", "e"]])
def test_the_graph_gives_the_same_and_each_node_runs_once(targets):
    usual, ours = graph(), graph()
    inputs = {"__message__": "hello"}
    assert shortcuts.run(ours, inputs, targets) == DaskGraphRunner.run(usual, inputs, targets)
    assert [node.times for node in ours._instantiated_nodes.values()] == [
        node.times for node in usual._instantiated_nodes.values()
    ]
