"""Shortcuts through Rasa for what it works out anew in every turn. What it decides stays the same.

Rasa 3.6.21 tries every rule on every prediction, copies every slot by way of pickling, and plans the order of
its graph for every message: more than half of a turn's time. Only serving takes the shortcuts; training,
`rasa run` and `rasa shell` go without. Numbers: docs/decisions/0003-rasa-server.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.processor import MessageProcessor
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.constants import PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.core.slots import Slot

State = Mapping[str, Mapping[str, Any]]
_KEYS = ((PREVIOUS_ACTION, "action_name"), (USER, "intent"))

every_rule = RulePolicy._get_possible_keys


def take() -> None:
    """From now on Rasa takes them, in this process."""
    RulePolicy._get_possible_keys = rules_that_fit
    Slot.__copy__ = copied
    DaskGraphRunner.run = run
    # It only warns of intents and entities that the domain does not have; ours is made of the same packs.
    MessageProcessor._check_for_unseen_features = lambda self, parse_data: None


def rules_that_fit(policy: RulePolicy, lookup: dict[str, str], states: list[State]) -> set[str]:
    """The rules that fit the conversation: looked up by its last action and intent, then tried by Rasa."""
    if not states or not states[-1].get(PREVIOUS_ACTION):
        return every_rule(policy, lookup, states)
    shelves = policy.__dict__.setdefault("_shelves", {})
    # With the lookup itself, so that its id stays its own.
    kept, shelf = shelves.get(id(lookup), (None, None))
    if kept is not lookup:
        shelf = _shelf(policy, lookup)
        shelves[id(lookup)] = (lookup, shelf)
    action, intent = (states[-1].get(part, {}).get(key) for part, key in _KEYS)
    places = {(action, intent), (action, None), (None, intent), (None, None)}
    near = {rule: lookup[rule] for place in places for rule in shelf.get(place, ())}
    return every_rule(policy, near, states)


def _shelf(policy: RulePolicy, lookup: Iterable[str]) -> Mapping[tuple[Any, ...], list[str]]:
    """The rules by the action and the intent that the last state of each asks for; None: for any."""
    shelf = defaultdict(list)
    for rule in lookup:
        last = policy._rule_key_to_state(rule)[-1]
        asked = (last.get(part, {}).get(key) for part, key in _KEYS)
        shelf[tuple(one if one and one != SHOULD_NOT_BE_SET else None for one in asked)].append(rule)
    return shelf


def copied(slot: Slot) -> Slot:
    """What copy.copy makes of a slot."""
    twin = slot.__class__.__new__(slot.__class__)
    twin.__dict__.update(slot.__dict__)
    return twin


def run(
    runner: DaskGraphRunner, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
) -> dict[str, Any]:
    """The outputs of the `targets`: each node runs once, after those that it needs."""
    schema = runner._graph_schema
    done: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}

    def output(name: str) -> Any:
        if name not in done:
            node = schema.nodes.get(name)
            if node is None:
                return name  # an input that was not given: Rasa's node tells of it
            done[name] = runner._instantiated_nodes[name](*[output(one) for one in node.needs.values()])
        return done[name]

    try:
        return dict(output(target) for target in targets or schema.target_names)
    except RuntimeError as error:
        raise GraphRunError("Error running runner.") from error
