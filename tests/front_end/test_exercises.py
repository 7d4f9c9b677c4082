"""Checks, quizzes and checklists in the chat: one message that changes, with or without Rasa."""

import pytest
from exercising import exercise_content
from rehearsal import rehearsing, text_of

from bot.cards import CardReference
from bot.memory import Counts
from bot.packs import Packs, load_packs
from bot.packs.answers import join_answers
from bot.reader import Reader
from bot.sandbox.buttons import find_button


@pytest.fixture(scope="module")
def packs(tmp_path_factory) -> Packs:
    return load_packs(exercise_content(tmp_path_factory.mktemp("exercises") / "content"))


@pytest.fixture(scope="module")
def reader(packs: Packs) -> Reader:
    return Reader(packs)


@pytest.fixture
async def asha(rehearsal):
    person = rehearsal.person()
    await rehearsal.arrive(person, "en")
    return person


def last(person):
    return text_of(person.replies[-1])


def labels(person):
    rows = (person.replies[-1].reply_markup or {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


async def tap(rehearsal, person, label):
    """Taps the button of the newest message whose label ends with `label`; what the chat shows then."""
    (found,) = [one for one in labels(person) if one.endswith(label)]
    await rehearsal.after(person, lambda: person.tap(found, message_id=person.replies[-1].id))
    return last(person)


async def open_from_menu(rehearsal, person, label):
    await rehearsal.after(person, lambda: person.send_text("/menu"))
    return await tap(rehearsal, person, label)


@pytest.mark.parametrize("down", [False, True], ids=["Rasa at work", "Rasa down"])
async def test_a_whole_check_is_one_message_and_needs_no_rasa(down, asha, rehearsal, stand_in):
    stand_in.down = down
    text = await open_from_menu(rehearsal, asha, "Offer check")
    assert "6 questions" in text
    count = len(asha.replies)
    text = await tap(rehearsal, asha, "Start")
    assert text.startswith("Is my offer real? (1 of 6)")
    for label in ("✖️ No", "✔️ Yes", "Not sure", "Skip", "◂ Back", "✖️ No", "✖️ No"):
        text = await tap(rehearsal, asha, label)
    assert text.startswith("Is my offer real? (6 of 6)")
    text = await tap(rehearsal, asha, "✖️ No")
    assert text.startswith("This may be a trap")
    assert len(asha.replies) == count
    text = await tap(rehearsal, asha, "Text for my family")
    assert len(asha.replies) == count + 1
    assert labels(asha) == []
    assert "This may be a trap" in text


async def test_rasa_hears_all_answers_with_every_tap_also_what_back_took_away(
    asha, rehearsal, stand_in, packs
):
    steps = packs.checks["offer"].steps
    await open_from_menu(rehearsal, asha, "Offer check")
    for label in ("Start", "✖️ No", "Not sure", "◂ Back", "⏹ Stop"):
        await tap(rehearsal, asha, label)
    assert stand_in.told == [("offer", {})] * 4 + [("stop", {})]
    given = [{}, {"licence": "n"}, {"licence": "n", "hurry": "u"}, {"licence": "n"}]
    assert stand_in.answered == [*(join_answers(steps, one) for one in given), None]
    assert last(asha).startswith("All right, we stop here.")
    assert (await tap(rehearsal, asha, "Go on")).startswith("Is my offer real? (2 of 6)")
    assert stand_in.answered[-1] == join_answers(steps, {"licence": "n"})


async def test_what_rasa_asks_after_a_sentence_looks_the_same(asha, rehearsal, stand_in, packs):
    answers = join_answers(packs.checks["offer"].steps, {"tourist": "y", "licence": "n"})
    stand_in.answers = [CardReference("offer", answers=answers)]
    texts = await rehearsal.after(asha, lambda: asha.send_text("the agent has no licence, tourist visa"))
    assert texts[-1].startswith("Is my offer real? (2 of 6)")
    assert (await tap(rehearsal, asha, "✖️ No")).startswith("Is my offer real? (4 of 6)")


async def test_an_old_question_that_is_tapped_again_goes_on_from_there(asha, rehearsal):
    await open_from_menu(rehearsal, asha, "Offer check")
    await tap(rehearsal, asha, "Start")
    message = asha.replies[-1].id
    old = next(one for one in labels(asha) if one.endswith("Yes"))
    button, _ = find_button(asha.chat, old, "", message)
    await tap(rehearsal, asha, "Skip")
    await tap(rehearsal, asha, "Skip")
    await rehearsal.after(
        asha, lambda: asha.tap(data=button["callback_data"], message_id=message, anyway=True)
    )
    assert last(asha).startswith("Is my offer real? (2 of 6)")


async def test_a_button_of_other_questions_begins_anew_with_a_kind_sentence(asha, rehearsal, stand_in):
    message = asha.replies[-1].id
    await rehearsal.after(asha, lambda: asha.tap(data="t::offer;a=zzyn", message_id=message, anyway=True))
    assert "The questions have changed since then." in last(asha)
    assert stand_in.told == [], "Rasa must not take them for answers of today"
    assert (await tap(rehearsal, asha, "Start")).startswith("Is my offer real? (1 of 6)")


async def test_a_checklist_is_ticked_where_it_stands(asha, rehearsal, stand_in):
    await open_from_menu(rehearsal, asha, "Papers")
    count = len(asha.replies)
    await tap(rehearsal, asha, "☐ 1")
    text = await tap(rehearsal, asha, "☐ 3")
    assert "☑ 1. Passport\n☐ 2. Visa\n☑ 3." in text
    assert "2 of 5 done." in text
    assert "1 of 5 done." in await tap(rehearsal, asha, "☑ 3")
    assert len(asha.replies) == count
    assert stand_in.told == []


async def play(rehearsal, person, *letters):
    await open_from_menu(rehearsal, person, "🎯 Quiz")
    await tap(rehearsal, person, "Start")
    for letter in letters:
        text = await tap(rehearsal, person, letter)
    return text


async def test_a_quiz_is_counted_once_a_person_and_never_by_whom(packs, stand_in, tmp_path):
    counts = Counts(tmp_path / "counts.db")
    async with rehearsing(packs, stand_in, tmp_path, counts) as rehearsal:
        for number in range(11):
            person = rehearsal.person(f"Person{number}")
            await rehearsal.arrive(person, "en")
            text = await play(rehearsal, person, "A", "A", "A", "B" if number else "C")
        assert "3 of 3 right" in text
        await play(rehearsal, person, "A", "A", "A", "B")
        (month,) = counts.months()
        assert (month.quiz, month.language, month.people, month.before, month.after) == (
            "stories",
            "en",
            11,
            0,
            10,
        )
        held = (tmp_path / "counts.db").read_bytes()
        assert str(person.id).encode() not in held
        assert b"Person" not in held
    counts.close()
