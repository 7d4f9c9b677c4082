"""What people type becomes training lines: normalised, in both scripts, each under one intent."""

from hypothesis import given
from hypothesis import strategies as st

from bot.language import normalise
from rasa_project.training_lines import gather, typed

KOTO_TAKA = "কত টাকা লাগে"


def test_lines_are_normalised_and_stand_once():
    lines = gather({"fees": ["How  much?", "how much", "HOW MUCH"]}).of_intent["fees"]
    assert len(lines) == len(set(lines))
    assert all(line == normalise(line) for line in lines)


def test_a_bangla_line_comes_with_romanised_copies():
    lines = gather({"fees": [KOTO_TAKA]}).of_intent["fees"]
    assert lines[0] == normalise(KOTO_TAKA)
    assert "koto taka lage" in lines


def test_a_latin_line_comes_alone():
    assert gather({"fees": ["how much"]}).of_intent["fees"] == ("how much",)


def test_a_line_under_two_intents_is_left_out_and_told():
    gathered = gather({"fees": ["how much", "fee"], "menu": ["How much", "menu"]})
    assert gathered.torn == {"how much": ("fees", "menu")}
    assert dict(gathered.of_intent) == {"fees": ("fee",), "menu": ("menu",)}


def test_a_copy_never_takes_a_line_that_somebody_wrote_elsewhere():
    gathered = gather({"fees": [KOTO_TAKA], "menu": ["koto taka lage"]})
    assert "koto taka lage" not in gathered.of_intent["fees"]
    assert gathered.of_intent["menu"] == ("koto taka lage",)


def test_urgent_phrases_are_trained_too(packs):
    phrases = packs.urgent_phrases()["passport_taken"]
    assert set(phrases) <= set(typed(packs)["passport_taken"])


def test_the_content_tears_no_line_apart(packs):
    assert gather(typed(packs), romanised=False).torn == {}


@given(st.dictionaries(st.sampled_from("abc"), st.lists(st.text(max_size=12), max_size=5)))
def test_whatever_is_written_no_line_stands_under_two_intents(questions):
    gathered = gather(questions)
    lines = [line for of_intent in gathered.of_intent.values() for line in of_intent]
    assert len(lines) == len(set(lines)) == len(gathered)
