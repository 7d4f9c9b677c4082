"""Forms out of checks and quizzes: an editor adds a question, and Rasa asks it.

Every question is a slot, every check or quiz a form that fills its slots in order. A card reference carries
all the answers so far, so the bot can go on by itself while Rasa is down (bot/packs/answers.py).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.packs import Packs
from bot.packs.answers import NO, SKIPPED, UNSURE, YES, order_mark
from rasa_project.slot_values import CHOICE, MOST_CHOICES

FORM = "_form"
SAID = {"affirm": YES, "deny": NO, "not_sure": UNSURE, "skip": SKIPPED}  # intent -> the answer it gives
GOODBYE = "goodbye"
STOP, BACK, AGAIN, WHY = "stop", "go_back", "start_over", "why"
ONCE_MORE = ("repeat", "shorter")  # in the middle of a check: the question, not what was shown before it
ASKED_ABOUT = ("fees", "help", "other", None)  # values of the slot that the other rules of these look at
STOPPED = "stopped"  # the card for who stops
OVER = "over"  # a change like the three above: nothing of it is kept


@dataclass(frozen=True, slots=True)
class Exercise:
    """A check or a quiz as Rasa sees it: its name, which is an intent too, and its questions in order."""

    name: str
    questions: tuple[str, ...]
    choices: tuple[int, ...] = ()  # of a quiz: how many answers each question has, in place of yes or no

    @property
    def form(self) -> str:
        return self.name + FORM

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(slot_of(self.name, question) for question in self.questions)

    def reference(self, **more: str) -> dict[str, str]:
        """The card reference with every answer so far; the channel makes one short string of them."""
        given = ",".join(f"{{{slot}}}" for slot in self.slots)
        return {"card": self.name, "answers": f"{order_mark(self.questions)}:{given}"} | more


def slot_of(exercise: str, question: str) -> str:
    """The slot that holds the answer to one question."""
    return f"{exercise}__{question}"


def exercises(packs: Packs) -> list[Exercise]:
    """Every check and quiz of the packs."""
    checks = [Exercise(name, facts.steps) for name, facts in packs.checks.items()]
    quizzes = [
        Exercise(
            name, facts.steps, tuple(len(facts.stories[facts.story_of(step)].answers) for step in facts.steps)
        )
        for name, facts in packs.quizzes.items()
    ]
    return checks + quizzes


def told(packs: Packs) -> dict[str, tuple[str, ...]]:
    """ "slot=answer" -> the phrases by which people have given that answer before they are asked."""
    return {
        f"{slot_of(check, question)}={alarming(packs, check, question)}": phrases
        for check, of_check in packs.told().items()
        for question, phrases in of_check.items()
        if phrases
    }


def alarming(packs: Packs, check: str, question: str) -> str:
    """The answer that counts, as one character."""
    return {"yes": YES, "no": NO}[packs.checks[check].questions[question].alarming]


def add_to_domain(domain: dict[str, Any], found: list[Exercise]) -> None:
    """Puts the intents, slots, forms and responses of the exercises into a domain."""
    domain["forms"] = {one.form: {"required_slots": list(one.slots)} for one in found}
    for one in found:
        domain["intents"].append(one.name)
        if not one.choices:
            domain["entities"] += one.slots
        for slot in one.slots:
            domain["slots"][slot] = {
                "type": "text",
                "influence_conversation": False,
                "mappings": list(_mappings(one, slot)),
            }
            domain["responses"][f"utter_ask_{one.form}_{slot}"] = [{"custom": one.reference()}]
        domain["responses"] |= {
            f"utter_{one.name}": [{"custom": one.reference()}],
            # The bot's button goes on with what was answered.
            f"utter_{one.name}_{STOP}": [{"custom": one.reference(card=STOPPED, desk=one.name, change=OVER)}],
            f"utter_{one.name}_{BACK}": [{"custom": one.reference(change=BACK)}],
            f"utter_{one.name}_{AGAIN}": [{"custom": one.reference(change=AGAIN)}],
            # The question says itself why it is asked.
            f"utter_{one.name}_{WHY}": [{"custom": one.reference(change=WHY)}],
        }


def rules(found: list[Exercise], urgent: Iterable[str] = ()) -> list[Mapping[str, Any]]:
    """How an exercise begins, goes on, is left and ends.

    Every other intent is answered by its own rule; RulePolicy then lets the form ask again by itself.
    Not after an `urgent` situation: what helps must be the last thing on the screen.
    """
    urgent = list(urgent)
    return [rule for one in found for rule in (*_rules(one), *_left(one, urgent))]


def _mappings(one: Exercise, slot: str) -> Iterator[dict[str, Any]]:
    asked = [{"active_loop": one.form, "requested_slot": slot}]
    if one.choices:
        count = min(one.choices[one.slots.index(slot)], MOST_CHOICES)
        yield {"type": "from_entity", "entity": f"{CHOICE}{count}", "conditions": asked}
        return
    # Told before it was asked, but in the check: "what is a tourist visa" is a question, not an answer.
    yield {"type": "from_entity", "entity": slot, "intent": one.name}
    yield {"type": "from_entity", "entity": slot, "conditions": [{"active_loop": one.form}]}
    for intent, answer in SAID.items():
        yield {"type": "from_intent", "intent": intent, "value": answer, "conditions": asked}


def _rules(one: Exercise) -> Iterator[dict[str, Any]]:
    running = [{"active_loop": one.form}]
    yield {
        "rule": f"begin {one.name}",
        "steps": [{"intent": one.name}, {"action": one.form}, {"active_loop": one.form}],
    }
    # A tap has told the last answer to a Rasa that knew of no question.
    yield {
        "rule": f"begin {one.name} when all is answered",
        "steps": [
            {"intent": one.name},
            {"action": one.form},
            {"active_loop": None},
            {"slot_was_set": [{"requested_slot": None}]},
            {"action": f"utter_{one.name}"},
        ],
    }
    yield {
        "rule": f"end {one.name}",
        "condition": running,
        "steps": [
            {"action": one.form},
            {"active_loop": None},
            {"slot_was_set": [{"requested_slot": None}]},
            {"action": f"utter_{one.name}"},
        ],
    }
    # Asked for by its name again, by a tap too: the same question, not another beginning.
    again = {one.name: WHY, BACK: BACK, AGAIN: AGAIN, WHY: WHY}
    if one.choices:
        again |= dict.fromkeys(SAID, WHY)  # no answers to a story, and nothing else was asked
    for intent, change in again.items():
        yield {
            "rule": f"{intent} in {one.name}",
            "condition": running,
            "steps": [{"intent": intent}, {"action": f"utter_{one.name}_{change}"}],
        }

    for intent in ONCE_MORE:
        for about in ASKED_ABOUT:
            yield {
                "rule": f"{intent} in {one.name}, after talk of {about}",
                "condition": [*running, {"slot_was_set": [{"asked_about": about}]}],
                "steps": [{"intent": intent}, {"action": f"utter_{one.name}_{WHY}"}],
            }


def _left(one: Exercise, urgent: list[str]) -> Iterator[dict[str, Any]]:
    leaving = {STOP: f"utter_{one.name}_{STOP}", GOODBYE: "utter_goodbye"}
    leaving |= {situation: f"utter_{situation}" for situation in urgent}
    for intent, answer in leaving.items():
        yield {
            "rule": f"leave {one.name}: {intent}",
            "condition": [{"active_loop": one.form}],
            "steps": [
                {"intent": intent},
                {"action": "action_deactivate_loop"},
                {"active_loop": None},
                {"action": answer},
            ],
        }
