"""The answers of a check, a quiz or a checklist in one short string, which fits into a button.

Two characters name the order of the questions, then comes one character a question, the last open ones left
out: `4gyn-u`. When editors change the questions, the first two no longer fit, and old answers count for none.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase, digits

OPEN = "-"
YES, NO, UNSURE, SKIPPED, TICKED = "y", "n", "u", "s", "x"
CHOICES = ascii_lowercase  # of a quiz: a for the first answer
FORM = re.compile(r"[a-z0-9]{2}[a-z-]{0,24}")
_LETTERS = ascii_lowercase + digits


def order_mark(questions: Iterable[str]) -> str:
    """Two characters that change when a question is added, removed, renamed or moved."""
    digest = hashlib.sha256(" ".join(questions).encode()).digest()
    return _LETTERS[digest[0] % 36] + _LETTERS[digest[1] % 36]


def join_answers(questions: Sequence[str], given: Mapping[str, str | None]) -> str:
    """What was `given`, question -> one character, as one string."""
    answers = "".join(given.get(question) or OPEN for question in questions)
    return order_mark(questions) + answers.rstrip(OPEN)


def split_answers(questions: Sequence[str], answers: str | None) -> dict[str, str]:
    """Question -> its answer, without the open ones; empty if `answers` belongs to another order."""
    if not answers or answers[:2] != order_mark(questions) or len(answers) - 2 > len(questions):
        return {}
    given = zip(questions, answers[2:], strict=False)
    return {question: answer for question, answer in given if answer != OPEN}
