"""A check and a quiz of the packs, asked by the really running Rasa: one question after the other."""

from pathlib import Path

import pytest
from conftest import Server, made_of_few, start
from small_exercises import CHECK, MARK, QUIZ, QUIZ_MARK, SAID_HERE, write_content


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real packs with one small check and one small quiz in the place of theirs."""
    return write_content(tmp_path_factory.mktemp("packs") / "content")


@pytest.fixture(scope="module")
def rasa(content: Path, tmp_path_factory: pytest.TempPathFactory):
    """A running Rasa that has learnt a few lines of everything, the check and the quiz among them."""
    model = made_of_few(content, tmp_path_factory.mktemp("model"), SAID_HERE)
    folder = tmp_path_factory.mktemp("rasa-exercises")
    (folder / "data").mkdir()
    running = start(model, folder / "data", folder / "log")
    yield running
    running.process.terminate()
    running.process.wait(timeout=20)


def check(answers: str) -> dict[str, str]:
    return {"card": CHECK, "answers": MARK + answers}


def test_a_check_asks_its_questions_in_order_and_ends_with_its_result(rasa: Server):
    person = "a1" * 16
    assert rasa.say(person, "is my offer real") == [check("")]
    assert rasa.say(person, "yes") == [check("y")]
    assert rasa.say(person, "i am not sure") == [check("yu")]
    assert rasa.say(person, "no") == [check("yun")]
    assert rasa.say(person, "yes") == [{"card": "menu"}], "the check is over"
    assert rasa.say(person, "is my offer real") == [check("")], "another offer, another check"


def test_a_question_in_the_middle_is_answered_and_the_check_goes_on(rasa: Server):
    person = "a2" * 16
    rasa.say(person, "is my offer real")
    rasa.say(person, "yes")
    answer = rasa.say(person, "what is the difference between smuggling and trafficking")
    assert answer == [{"card": "difference"}, check("y")]
    assert rasa.say(person, "no") == [check("yn")]


def test_what_was_told_before_is_not_asked_again(rasa: Server):
    person = "a3" * 16
    assert rasa.say(person, "check my offer it is with a tourist visa") == [check("-y")]
    assert rasa.say(person, "no") == [check("ny")]
    assert rasa.say(person, "skip this") == [check("nys")]


def test_a_tap_tells_all_answers_so_nothing_is_lost_with_rasa(rasa: Server):
    person = "a4" * 16
    answered = rasa.tell_answers(person, CHECK, MARK + "ny")
    assert answered == [check("ny")], "asks for the third"
    assert rasa.say(person, "yes") == [check("nyy")]


def test_going_back_and_beginning_anew(rasa: Server):
    person = "a5" * 16
    rasa.say(person, "is my offer real")
    rasa.say(person, "yes")
    rasa.say(person, "yes")
    assert rasa.say(person, "back to the question before") == [check("y")]
    assert rasa.say(person, "no") == [check("yn")]
    assert rasa.say(person, "begin it all anew") == [check("")]
    assert rasa.say(person, "no") == [check("n")]


def test_asked_why_it_asks_again(rasa: Server):
    person = "a6" * 16
    rasa.say(person, "is my offer real")
    assert rasa.say(person, "why do you ask") == [check("")]


def test_stopping_ends_it_and_answers_mean_nothing_then(rasa: Server):
    person = "a7" * 16
    rasa.say(person, "is my offer real")
    rasa.say(person, "yes")
    stopped = {"card": "stopped", "answers": MARK + "y", "desk": CHECK}
    assert rasa.say(person, "stop the check") == [stopped], "with its answers, for whoever goes on"
    assert rasa.say(person, "yes") == [{"card": "menu"}]
    assert rasa.tell_answers(person, CHECK, MARK + "y") == [check("y")]
    assert rasa.say(person, "no") == [check("yn")]


def test_who_says_goodbye_is_asked_no_more(rasa: Server):
    person = "c1" * 16
    rasa.say(person, "is my offer real")
    assert rasa.tell(person, "goodbye") == [{"card": "goodbye"}]
    assert rasa.say(person, "yes") == [{"card": "menu"}]


def test_who_is_in_danger_is_asked_no_more(rasa: Server):
    person = "c2" * 16
    rasa.say(person, "start the quiz")
    assert rasa.tell(person, "wish_to_die") == [{"card": "wish_to_die"}]
    assert rasa.say(person, "yes") == [{"card": "menu"}]


@pytest.mark.parametrize("begun", [True, False], ids=["asked before", "Rasa was away"])
def test_the_last_answer_may_be_a_tap(begun, rasa: Server):
    person = ("c3" if begun else "c4") * 16
    if begun:
        rasa.say(person, "is my offer real")
    assert rasa.tell_answers(person, CHECK, MARK + "nyy") == [check("nyy")]
    assert rasa.say(person, "yes") == [{"card": "menu"}], "the check is over"
    assert rasa.say(person, "is my offer real") == [check("")]


def test_asked_for_again_in_the_middle_it_goes_on(rasa: Server):
    person = "c5" * 16
    rasa.say(person, "is my offer real")
    rasa.say(person, "yes")
    assert rasa.say(person, "is my offer real") == [check("y")]
    assert rasa.say(person, "is this offer genuine") == [check("y")]
    assert rasa.say(person, "no") == [check("yn")]


def test_from_a_check_into_a_quiz_and_back(rasa: Server):
    person = "c6" * 16
    rasa.say(person, "is my offer real")
    rasa.say(person, "yes")
    assert rasa.say(person, "start the quiz") == [{"card": QUIZ, "answers": QUIZ_MARK}]
    assert rasa.say(person, "is my offer real") == [check("y")]
    assert rasa.say(person, "no") == [check("yn")]


def test_a_quiz_knows_no_yes_and_no_skip(rasa: Server):
    person = "c7" * 16
    rasa.say(person, "start the quiz")
    for said in ("yes please", "skip this", "i am not sure"):
        assert rasa.say(person, said) == [{"card": QUIZ, "answers": QUIZ_MARK}]
    assert rasa.say(person, "the first one") == [{"card": QUIZ, "answers": QUIZ_MARK + "a"}]


def test_the_shortest_no_is_a_word(rasa: Server):
    person = "c8" * 16
    rasa.say(person, "is my offer real")
    assert rasa.say(person, "\u09a8\u09be") == [check("n")]


def test_a_quiz_is_answered_with_letters_and_numbers_of_any_script(rasa: Server):
    person = "a8" * 16
    assert rasa.say(person, "start the quiz") == [{"card": QUIZ, "answers": QUIZ_MARK}]
    assert rasa.say(person, "b") == [{"card": QUIZ, "answers": QUIZ_MARK + "b"}]
    assert rasa.say(person, "\u09e7") == [{"card": QUIZ, "answers": QUIZ_MARK + "ba"}]


def test_a_letter_that_no_answer_has_loses_nothing(rasa: Server):
    person = "ca" * 16
    rasa.say(person, "start the quiz")
    rasa.say(person, "b")
    assert rasa.say(person, "d")[-1] == {"card": QUIZ, "answers": QUIZ_MARK + "b"}
    assert rasa.say(person, "a") == [{"card": QUIZ, "answers": QUIZ_MARK + "ba"}]


def test_a_question_before_a_check_answers_nothing_in_it(rasa: Server):
    person = "c9" * 16
    rasa.say(person, "what is the difference between a tourist visa and a work visa")
    assert rasa.say(person, "is my offer real") == [check("")]


def test_answers_to_questions_that_changed_begin_anew(rasa: Server):
    assert rasa.tell_answers("a9" * 16, CHECK, ("zz" if MARK != "zz" else "yy") + "ny") == [check("")]


def test_a_topic_takes_no_answers(rasa: Server):
    payload = {"intent": "difference", "entities": {}, "answers": "zzy"}
    assert rasa.post("turn", {"sender": "b1" * 16, "payload": payload}).status_code == 400


def test_in_doubt_the_likely_meanings_are_named(rasa: Server):
    cards = rasa.say("b2" * 16, "smuggling agent cost difference or what offer")
    assert cards[0]["card"] != "not_understood" or cards[0].get("meant")


def test_said_again(rasa: Server):
    person = "b3" * 16
    rasa.say(person, "what is the difference between smuggling and trafficking")
    assert rasa.say(person, "say it again") == [{"card": "difference"}]
    assert rasa.say(person, "shorter please") == [{"card": "difference", "short": "yes"}]
