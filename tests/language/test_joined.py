"""What was written without spaces is parted into words, and one strange word stays one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.joined import OFTEN, Joined

WORDS = [
    "amar",
    "passport",
    "nise",
    "malik",
    "koto",
    "taka",
    "lage",
    "jete",
    "কত",
    "টাকা",
    "লাগে",
    "আমার",
    "পাসপোর্ট",
    "নিয়ে",
    "গেছে",
    "my",
    "they",
    "took",
]
TIMES = dict.fromkeys(WORDS, 100) | {"rarely": OFTEN - 1, "ta": OFTEN}
LETTERS = st.text("abcdeklmnopt ািকতমরলপ", max_size=60)


@pytest.fixture(scope="module")
def joined() -> Joined:
    return Joined(TIMES)


@pytest.mark.parametrize(
    ("run", "parts"),
    [
        ("kototaka", ["koto", "taka"]),
        ("amarpassportnisemalik", ["amar", "passport", "nise", "malik"]),
        ("কতটাকালাগে", ["কত", "টাকা", "লাগে"]),
        ("theytookmypassport", ["they", "took", "my", "passport"]),
        ("malikrahimpassportnise", ["malik", "rahim", "passport", "nise"]),  # a name between known words
        ("myrarelytook", []),  # what is rare is not known, and too much of this is strange
        ("electricity", []),
        ("amar", []),
        ("tatata", []),  # parts this short are found in anything
        ("", []),
    ],
)
def test_a_run_of_letters_is_parted_into_what_people_type(joined: Joined, run: str, parts: list[str]) -> None:
    assert joined.parts(run) == parts


@given(LETTERS)
def test_no_letter_is_lost_or_added(joined: Joined, run: str) -> None:
    assert "".join(joined.parts(run)) in ("", run)


@given(st.lists(st.sampled_from([word for word in WORDS if len(word) > 2]), min_size=3, max_size=12))
def test_known_words_are_found_again(joined: Joined, words: list[str]) -> None:
    assert "".join(joined.parts("".join(words))) == "".join(words)
