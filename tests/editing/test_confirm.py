"""`dishari content confirm`: a person's mark, and not a letter more."""

import difflib
from datetime import date, timedelta

import pytest

from bot.packs import load_packs

DESKS = "facts/help_desks/SA.yaml"
TODAY = date.today()


def _added(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_a_help_desk_is_marked_and_every_other_line_stays(house):
    before = house.read(DESKS)
    result = house("confirm", "sa_labour_19911", "--by", "Your Name")
    assert result.exit_code == 0
    assert sorted(_added(before, house.read(DESKS))) == [
        "+   checked_by: Your Name",
        f"+   checked_on: {TODAY}",
        "-   checked_by:",
        "-   checked_on:",
    ]
    desk = load_packs(house.content).help_desks["SA"]["sa_labour_19911"]
    assert (desk.checked_on, desk.checked_by) == (TODAY, "Your Name")


@pytest.mark.parametrize(
    ("name", "file"),
    [("sa_men", "facts/fees/SA.yaml"), ("difference", "facts/topics.yaml"), ("no_pay", "facts/urgent.yaml")]
    + [("rates", "facts/rates.yaml"), ("who_pays", "facts/who_pays.yaml")],
)
def test_fees_topics_and_urgent_cards_too(house, name, file):
    before = house.read(file)
    assert house("confirm", name, "--by", "Karim").exit_code == 0
    changed = _added(before, house.read(file))
    assert [line.split(maxsplit=1)[1] for line in changed if line[0] == "+"] == [
        f"checked_on: {TODAY}",
        "checked_by: Karim",
    ]
    load_packs(house.content)


def test_what_was_heard_is_kept_word_for_word(house):
    heard = 'A man said: "press 1 # for Bangla", it\'s free'
    house("confirm", "sa_labour_19911", "--by", "Karim #2", "--heard", heard)
    desk = load_packs(house.content).help_desks["SA"]["sa_labour_19911"]
    assert (desk.heard, desk.checked_by) == (heard, "Karim #2")


def test_an_old_note_is_not_taken_for_what_was_heard_today(house):
    long_ago = str(TODAY - timedelta(days=9))
    house("confirm", "sa_labour_19911", "--by", "Karim", "--heard", "nobody answered", "--on", long_ago)
    house("confirm", "sa_labour_19911", "--by", "Rahima")
    desk = load_packs(house.content).help_desks["SA"]["sa_labour_19911"]
    assert (desk.heard, desk.checked_by, desk.checked_on) == (None, "Rahima", TODAY)


def test_a_comment_behind_the_mark_stays(house):
    house.change(DESKS, "  checked_on:\n  checked_by:\n", "  checked_on:  # by phone only\n  checked_by:\n")
    house("confirm", "sa_emergency", "--by", "Karim")
    assert f"  checked_on: {TODAY}  # by phone only\n" in house.read(DESKS)


def test_missing_lines_are_added_at_the_end_of_the_entry(house):
    house.change(DESKS, "      as_of: 2026\n  checked_on:\n  checked_by:\n", "      as_of: 2026\n  # to do\n")
    house("confirm", "sa_emergency", "--by", "Karim")
    assert f"      as_of: 2026\n  checked_on: {TODAY}\n  checked_by: Karim\n  # to do\n" in house.read(DESKS)


def test_windows_line_ends_stay(house):
    house.write(DESKS, house.read(DESKS).replace("\n", "\r\n"))
    house("confirm", "sa_emergency", "--by", "Karim")
    text = house.read(DESKS)
    assert f"  checked_on: {TODAY}\r\n" in text
    assert text.count("\n") == text.count("\r\n")


def test_one_of_two_numbers_marks_that_number_and_both_mark_the_desk(house):
    first = house(
        "confirm", "sa_bd_riyadh", "--number", "+966 11 419-5300", "--by", "Karim", "--on", "2026-01-05"
    )
    assert "+966114196665" in first.stdout
    desk = load_packs(house.content).help_desks["SA"]["sa_bd_riyadh"]
    assert desk.checked_on is None
    assert [phone.checked_on for phone in desk.phones] == [date(2026, 1, 5), None]
    assert "+966114195300 (checked 2026-01-05)" in house("due", "--country", "SA").stdout
    house("confirm", "sa_bd_riyadh", "--number", "+৯৬৬১১৪১৯৬৬৬৫", "--by", "Rahima", "--on", "2026-01-06")
    desk = load_packs(house.content).help_desks["SA"]["sa_bd_riyadh"]
    assert (desk.checked_on, desk.checked_by) == (date(2026, 1, 5), "Karim")


def test_a_number_checked_long_ago_waits_again(house):
    for number, day in (("+966114195300", "2026-01-05"), ("+966114196665", "2026-01-06")):
        house("confirm", "sa_bd_riyadh", "--number", number, "--by", "Karim", "--on", day)
    later = house(
        "confirm", "sa_bd_riyadh", "--number", "+966114195300", "--by", "Rahima", "--on", "2026-11-01"
    )
    assert "+966114196665" in later.stdout
    desk = load_packs(house.content).help_desks["SA"]["sa_bd_riyadh"]
    assert (desk.checked_on, desk.checked_by) == (date(2026, 1, 6), "Karim")


def test_without_a_number_it_says_which_numbers_that_covers(house):
    assert "911, 999, 997, 998" in house("confirm", "sa_emergency", "--by", "Karim").stdout


REFUSED = {
    "a misspelt name": (["sa_bd_riyad", "--by", "Karim"], "Did you mean sa_bd_riyadh"),
    "a number in place of a name": (["19911", "--by", "Karim"], "number of sa_labour_19911"),
    "a name like no other": (["xyzzy-9", "--by", "Karim"], "content due"),
    "nobody": (["sa_emergency", "--by", " "], "person's name"),
    "a sign in place of a person": (["sa_emergency", "--by", "?\u200b"], "person's name"),
    "a day to come": (["sa_emergency", "--by", "Karim", "--on", str(TODAY + timedelta(days=1))], "future"),
    "no day": (["sa_emergency", "--by", "Karim", "--on", "yesterday"], "2026-05-31"),
    "a day before there was a bot": (["sa_emergency", "--by", "Karim", "--on", "0206-01-01"], "too long ago"),
    "a number of somebody else": (["sa_emergency", "--by", "Karim", "--number", "19911"], "it has 911, 999"),
    "a number where there is none": (["sa_men", "--by", "Karim", "--number", "999"], "no phone number"),
    "a note as long as a card": (["sa_men", "--by", "Karim", "--heard", "x" * 600], "500 fit"),
}


@pytest.mark.parametrize(("words", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_in_a_sentence(house, files, words, said):
    before = files(house)
    result = house("confirm", *words)
    assert result.exit_code == 1
    assert said in result.stderr
    assert files(house) == before


def test_without_a_person_there_is_no_mark(house, files):
    before = files(house)
    assert house("confirm", "sa_emergency").exit_code == 2
    assert files(house) == before


def test_a_later_check_is_not_overwritten_by_an_earlier_one(house):
    house("confirm", "sa_emergency", "--by", "Karim")
    before = house.read(DESKS)
    result = house("confirm", "sa_emergency", "--by", "Rahima", "--on", str(TODAY - timedelta(days=3)))
    assert result.exit_code == 1
    assert "later than that" in result.stderr
    assert house.read(DESKS) == before


def test_a_broken_file_is_named_instead_of_a_wrong_suggestion(house):
    house.change(DESKS, "sa_emergency:", "sa_emergency")
    result = house("confirm", "sa_emergency", "--by", "Karim")
    assert result.exit_code == 1
    assert f"{DESKS}:" in result.stderr


@pytest.mark.parametrize(
    "phones", ["phones: none", "phones: [999]", "phones: {number: 999}", "phones: [{number: [1]}, {}]"]
)
def test_odd_entries_give_a_sentence_and_no_crash(house, phones):
    house.write(DESKS, f"sa_emergency:\n  {phones}\nempty:\n")
    assert house("confirm", "sa_emergency", "--by", "Karim", "--number", "999").exit_code == 1
    assert house("confirm", "empty", "--by", "Karim").exit_code == 1


def test_an_entry_in_braces_is_left_to_a_person(house):
    house.write(DESKS, "sa_emergency: {level: emergency, kind: police}\n")
    result = house("confirm", "sa_emergency", "--by", "Karim")
    assert result.exit_code == 1
    assert "by hand" in result.stderr
    assert house.read(DESKS) == "sa_emergency: {level: emergency, kind: police}\n"
