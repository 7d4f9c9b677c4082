"""What the answers of a check add up to, and which of its results they lead to. No answer leads to none."""

from collections.abc import Mapping

from bot.packs.answers import NO, SKIPPED, UNSURE, YES
from bot.packs.exercises import CheckFacts

_LETTER = {"yes": YES, "no": NO}


def reasons(facts: CheckFacts, given: Mapping[str, str]) -> tuple[str, ...]:
    """The questions whose alarming answer was given and counts, the gravest first."""
    counted = [
        question
        for question, about in facts.questions.items()
        if about.weight and given.get(question) == _LETTER[about.alarming]
    ]
    return tuple(sorted(counted, key=lambda question: -facts.questions[question].weight))


def unknown(facts: CheckFacts, given: Mapping[str, str]) -> tuple[str, ...]:
    """The questions that would count and were not answered: they must be found out. Gravest first.

    None where "not sure" does not count: who skips a painful question is not sent to find out the answer.
    """
    if not facts.unsure_counts:
        return ()
    left = [
        question
        for question, about in facts.questions.items()
        if about.weight and given.get(question, SKIPPED) in (UNSURE, SKIPPED)
    ]
    return tuple(sorted(left, key=lambda question: -facts.questions[question].weight))


def sums(facts: CheckFacts, given: Mapping[str, str]) -> dict[str, int]:
    """Part -> what the answers add up to; "not sure" is never as good as a harmless answer."""
    found = dict.fromkeys((about.part for about in facts.questions.values()), 0)
    for question in reasons(facts, given):
        found[facts.questions[question].part] += facts.questions[question].weight
    for question in unknown(facts, given):
        found[facts.questions[question].part] += 1
    return found


def result(facts: CheckFacts, given: Mapping[str, str]) -> str:
    """The first result whose needs are met; the last one needs nothing."""
    have = sums(facts, given)
    for name, about in facts.results.items():
        if all(have.get(part, 0) >= least for part, least in about.needs.items()):
            return name
    return name
