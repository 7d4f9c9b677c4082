"""`fix` on damage and on texts that nobody thought of."""

import re
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.editing.files import Refused, document
from bot.editing.fixing import Fixed, fix
from bot.settings import ROOT

NAMES = [
    "bn/topics/difference.yaml",
    "en/topics/what_it_costs.yaml",
    "facts/help_desks/SA.yaml",
    "facts/fees/SA.yaml",
    "facts/topics.yaml",
    "bn/questions/greet.yaml",
    "bn/help_desks.yaml",
]
WHOLE = {name: (ROOT / "content" / name).read_text() for name in NAMES}
SIGNS = ["\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e", "   ", "\t", "\r"]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A real file, and the same with up to twelve invisible or needless characters too many."""
    name = draw(st.sampled_from(NAMES))
    lines = WHOLE[name].split("\n")
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(lines) - 2))
        sign = draw(st.sampled_from(SIGNS))
        inside = sign not in ("   ", "\t", "\r")
        place = draw(st.integers(0, len(lines[at]))) if inside else len(lines[at])
        if lines[at][place : place + 1] == "|":  # there it makes another text of it, see test_fix.py
            place += 1
        lines[at] = lines[at][:place] + sign + lines[at][place:]
    end = draw(st.sampled_from(["", "\n", "\n\n \n", "\t\n"]))
    line_end = draw(st.sampled_from(["\n", "\r\n"]))
    return name, line_end.join(lines).replace("\r\r", "\r") + end


def _or_none(text: str, name: str) -> Fixed | None:
    try:
        return fix(text, name)
    except Refused:
        return None


def _comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.split("\n") if line.lstrip().startswith("#"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_what_got_in_by_mistake_goes_and_the_file_is_as_before(damage):
    name, text = damage
    assert _same_but_empty_lines(fix(text, name).after, WHOLE[name])


def _same_but_empty_lines(one: str, other: str) -> bool:
    # A lone \r is a line end of its own: what it added is an empty line, as an editor's programme would show.
    return re.sub(r"\n\n+", "\n", one) == re.sub(r"\n\n+", "\n", other)


PIECES = st.sampled_from(
    ["a", "b", "key", "number", "phones", "title", ":", ": ", "- ", "\n", "\n  ", "\n    ", "\t", " ", "|",
     "|+", ">", "#", " # c", "'", '"', "\u201c", "\u201d", "\u2018", "\u2019", "\u200b", "\u200d", "\u09cd",
     "০", "1", "ক", "\u09af\u09bc", "\u09df", "[", "]", "{", "}", ",", "&a", "*a", "---", "\r\n", "\r",
     "\u2028", "\ufeff", "e\u0301"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["facts/help_desks/SA.yaml", *NAMES]))
def test_any_text_is_repaired_once_and_for_all_or_refused(text, name):
    fixed = _or_none(text, name)
    if fixed is None:
        return
    assert fix(fixed.after, name).after == fixed.after
    assert document(fixed.after, name) is not None
    assert bool(fixed.repairs) == (fixed.after != text)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES.filter(str.isascii), max_size=40).map("".join), st.sampled_from(NAMES))
def test_plain_letters_are_never_lost_and_comments_stay(text, name):
    fixed = _or_none(text, name)
    if fixed is None:
        return
    assert Counter(fixed.after.split()) == Counter(text.split())
    assert _comments(fixed.after) == _comments(text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        before = document(text, name).data
    except Refused:
        return
    assert _words(document(fixed.after, name).data) == _words(before)


def _words(data: object) -> object:
    """What is read, without spaces at the ends of lines; the order of keys aside."""
    if isinstance(data, dict):
        return {" ".join(key.split()): _words(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_words(value) for value in data]
    return " ".join(str(data).split()) if isinstance(data, str) else data


ENTRY = re.compile(r"(?m)^\w+:\n((?:  .*\n)+)")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_order_the_keys_of_an_entry_have_they_find_their_own(data):
    name = data.draw(st.sampled_from(["facts/help_desks/SA.yaml", "facts/topics.yaml", "bn/help_desks.yaml"]))
    body = data.draw(st.sampled_from([found[1] for found in ENTRY.finditer(WHOLE[name])]))
    keys = re.split(r"(?m)^(?=  \w)", body)[1:]
    shuffled = "".join(data.draw(st.permutations(keys)))
    assert fix(WHOLE[name].replace(body, shuffled, 1), name).after == WHOLE[name]
