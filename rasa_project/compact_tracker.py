"""A conversation without a word of it: slots and the last few turns, so that its length never matters."""

from itertools import takewhile
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    DefinePrevUserUtteredFeaturization,
    Event,
    LoopInterrupted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

TURNS_KEPT = 1  # our rules look at the present turn; what came before it lives on in slots and loop
_PLAIN = (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    DefinePrevUserUtteredFeaturization,
    LoopInterrupted,
    SlotSet,
)
# Rasa's own way from a name to a class walks all of them, every time.
_BY_NAME = {kind.type_name: kind for kind in _PLAIN}
_SAID = "said"
# Bookkeeping that no rule reads, and values that are the default anyway.
_DROPPED = {"metadata", "policy", "confidence", "hide_rule_turn", "timestamp"}

State = dict[str, Any]


def compact(tracker: DialogueStateTracker) -> State:
    """What must be kept so that `restore` makes a tracker which goes on in the same way."""
    events: list[Event] = []
    turns = 0
    for event in reversed(tracker.applied_events()):
        if isinstance(event, _PLAIN):
            events.append(event)
        elif isinstance(event, UserUttered):
            events.append(event)
            turns += 1
            if turns == TURNS_KEPT:
                break
        elif isinstance(event, SessionStarted):
            break
    said = [event.timestamp for event in events if isinstance(event, UserUttered)]
    return {
        "slots": {name: slot.value for name, slot in tracker.slots.items() if slot.value is not None},
        "loop": tracker.active_loop_name,
        "at": said[0] if said else None,
        "events": [_compact(event) for event in reversed(events)],
    }


def restore(sender: str, state: State, slots: Any) -> DialogueStateTracker:
    """The tracker of a kept state: a session that has just begun, its slots, its loop and its last turns."""
    at = state["at"]
    kept = [_restore(event, at) for event in state["events"]]
    # What the first turns did before anybody spoke would come twice.
    kept = kept[len(list(takewhile(lambda event: not isinstance(event, UserUttered), kept))) :]
    known = {slot.name for slot in slots}
    start: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    start += [SlotSet(name, value) for name, value in state["slots"].items() if name in known]
    if state["loop"]:
        start += [ActionExecuted(state["loop"]), ActiveLoop(state["loop"])]
    return DialogueStateTracker.from_events(
        sender, [*start, ActionExecuted(ACTION_LISTEN_NAME), *kept], slots=slots
    )


def _compact(event: Event) -> State:
    if isinstance(event, UserUttered):
        entities = [
            {key: entity[key] for key in ("entity", "value", "role") if key in entity}
            for entity in event.entities
        ]
        return {_SAID: event.intent_name, "entities": entities} if entities else {_SAID: event.intent_name}
    return {key: value for key, value in event.as_dict().items() if key not in _DROPPED and value is not None}


def _restore(kept: State, at: float | None) -> Event:
    if _SAID in kept:
        intent = {"name": kept[_SAID], "confidence": 1.0}
        return UserUttered("", intent, kept.get("entities", []), timestamp=at)
    return _BY_NAME[kept["event"]]._from_parameters(kept)
