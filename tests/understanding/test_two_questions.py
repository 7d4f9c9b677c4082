"""How often a second answer appears: hardly ever to one question, often enough to two."""

import pytest

from .reading import FILES, WAYS, parse, read

pytestmark = pytest.mark.rasa

TOO_MANY = 0.012  # of the messages with one label; some of them do ask two things
ANSWERED = 0.40  # of two messages made one
MISREAD = 0.08  # of those that got two answers: what alone would be misread, too
AND = {"bangla": " আর ", "banglish": " ar ", "english": " and "}
EVERY = 3  # every so manieth message is joined with one of the other half of the file


@pytest.mark.parametrize("name", FILES)
def test_one_question_gets_one_answer(rasa, name):
    messages = read(name)
    both = [one["text"] for one in messages if "both" in parse(rasa, one["text"])]
    assert len(both) <= max(1, TOO_MANY * len(messages)), both


@pytest.mark.parametrize("way", WAYS)
def test_two_questions_often_get_two_and_seldom_a_wrong_one(rasa, packs, way):
    shown = {*packs.asked_topics(), *packs.situations, *packs.checklists, "help_contacts", "talk_to_human"}
    questions = [one for one in read("messages") if one["way"] == way and one["intent"] in shown]
    questions = [one for one in questions if not set(one["text"].split()) & {"ar", "আর", "and"}]
    half = len(questions) // 2
    pairs = list(zip(questions[:half:EVERY], questions[half : 2 * half : EVERY], strict=True))
    answered, wrong = 0, []
    for both in pairs:
        text = AND[way].join(one["text"].rstrip("?.।") for one in both)
        if found := parse(rasa, text).get("both"):
            answered += 1
            meant = [{one["intent"], *one.get("acceptable", ())} for one in both]
            if not all(intent in right for intent, right in zip(found, meant, strict=True)):
                wrong.append((text, found))
    assert len(pairs) >= 40
    assert answered >= ANSWERED * len(pairs), (answered, len(pairs))
    assert len(wrong) <= MISREAD * answered, wrong


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("saudi jete koto lage ar dalal licence ase kina kemne bujhbo",
         ["what_it_costs", "check_agency_licence"]),
        ("what is trafficking and how much for Italy?", ["what_is_trafficking", "what_it_costs"]),
        ("আমার পাসপোর্ট নিয়া গেছে, আর বেতনও দেয় না", ["passport_taken", "no_pay"]),
        ("malaysia te koto taka lage? ar help number ta den", ["what_it_costs", "help_contacts"]),
    ],
)  # fmt: skip
def test_what_people_ask_in_one_breath(rasa, text, both):
    assert parse(rasa, text)["both"] == both


@pytest.mark.parametrize(
    "text",
    [
        "saudi ar malaysia jete koto lage", "pachar ar smuggling ki ek jinis",
        "ami saudi jabo ar koto taka lagbe",
        "malik amar passport ar akama niye gese", "dalal 3 lakh niye pala gese ar ekhon phone dhore na",
        "সৌদি আর কাতারের দূতাবাসের নম্বর দেন", "agent kept my money and refuses to return it",
    ],
)  # fmt: skip
def test_one_question_with_an_and_in_it(rasa, text):
    assert "both" not in parse(rasa, text)


@pytest.mark.parametrize("text", ["3 lakh niye pala gese", "৫ লাখ নিয়া পালায়া গেছে", "he took 3 lakh and ran off"])
def test_who_took_the_money_and_fled_names_no_price(rasa, text):
    assert parse(rasa, text)["intent"] == "money_lost"
