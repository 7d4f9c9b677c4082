"""`dishari content fix`: what is mechanical is repaired, and nothing else."""

import unicodedata
from pathlib import Path

import pytest

from bot.editing.files import Refused
from bot.editing.fixing import fix

TOPIC = "bn/topics/difference.yaml"
DESKS = "facts/help_desks/SA.yaml"


def test_the_packs_as_they_are_need_no_repair(house, files):
    before = files(house)
    result = house("fix")
    assert result.exit_code == 0
    assert "nothing that can be repaired" in result.stdout
    assert files(house) == before


DAMAGE = {
    "windows_line_ends": (TOPIC, lambda text: text.replace("\n", "\r\n"), "Windows line ends"),
    "byte_order_mark": (TOPIC, lambda text: "\ufeff" + text, "invisible"),
    "letters_taken_apart": ("bn/ui.yaml", lambda text: unicodedata.normalize("NFD", text), "NFC"),
    "zero_width_space": (TOPIC, lambda text: text.replace("টাকা", "টা\u200bকা"), "invisible"),
    "spaces_at_the_end": (TOPIC, lambda text: text.replace("\n", "  \n"), "spaces at the end"),
    "empty_lines_at_the_end": (TOPIC, lambda text: text + "\n\n\n", "end of the file"),
    "no_line_end_at_all": (TOPIC, lambda text: text.rstrip("\n"), "end of the file"),
    "tabs_before_points": (TOPIC, lambda text: text.replace("\n  -", "\n\t-"), "tabs"),
    "tabs_two_levels_deep": (DESKS, lambda text: text.replace("\n    ", "\n\t\t"), "tabs"),
    "tab_after_a_colon": (DESKS, lambda text: text.replace("level: urgent", "level:\turgent"), "tabs"),
    "bangla_digits": (DESKS, lambda text: text.replace("'999'", "'৯৯৯'"), "digits"),
    "some_bangla_digits": (DESKS, lambda text: text.replace("+966114195300", "+৯66114195300"), "digits"),
    "arabic_digits_and_odd_hyphens": (DESKS, lambda text: text.replace("2021-02-07", "٢٠٢١‑02–07"), "digits"),
    "keys_in_another_order": (
        TOPIC,
        lambda text: "".join([*(lines := text.splitlines(keepends=True))[1:3], lines[0], *lines[3:]]),
        "order of keys",
    ),
}


@pytest.mark.parametrize(("name", "damage", "said"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_undone_to_the_letter(house, name, damage, said):
    before = house.read(name)
    house.write(name, damage(before))
    assert house.read(name) != before
    result = house("fix", "--yes", name)
    assert house.read(name) == before
    assert said in result.stdout
    assert "nothing that can be repaired" in house("fix", name).stdout


def test_curly_quotes_around_a_value_become_yaml_quotes(house):
    house.change(TOPIC, "button: পাচার না চোরাচালান?", "button: “পাচার: না চোরাচালান?”  # ছোট")
    assert house("check").exit_code == 1
    house("fix", "--yes")
    assert 'button: "পাচার: না চোরাচালান?"  # ছোট\n' in house.read(TOPIC)


def test_curly_quotes_inside_a_sentence_stay(house):
    house.change(TOPIC, "button: পাচার না চোরাচালান?", "button: “পাচার” না “চোরাচালান”")
    assert "nothing that can be repaired" in house("fix").stdout


def test_a_joiner_that_belongs_to_a_bangla_word_stays():
    text = "title: র\u200d্যাব আর উদ্\u200cঘাটন\n"
    assert fix(text, TOPIC).after == text


def test_bangla_digits_in_sentences_stay(house):
    before = house.read("bn/topics/what_it_costs.yaml")
    assert any("০" <= letter <= "৯" for letter in before)
    assert fix(before, "bn/topics/what_it_costs.yaml").after == before


def test_keys_move_with_their_comments(house):
    entry = """sa_test:
  kind: police
  # why this level
  level: emergency
  checked_by:
  checked_on:
  phones:
    - dial_from: SA   # there only
      number: '999'
      channels: [call]
  confidence: high
"""
    expected = """sa_test:
  # why this level
  level: emergency
  kind: police
  phones:
    - number: '999'
      dial_from: SA   # there only
      channels: [call]
  confidence: high
  checked_on:
  checked_by:
"""
    assert fix(entry, DESKS).after == expected


def test_the_order_of_entries_is_the_editors_own(house):
    text = house.read(DESKS)
    first, second = text.index("sa_bd_riyadh:"), text.index("# Another paper")
    swapped = text[:first] + text[second:] + "\n" + text[first:second].rstrip() + "\n"
    assert fix(swapped, DESKS).after == swapped


def test_a_heading_above_the_first_key_keeps_the_key_in_its_place():
    text = "# What this file is\nbutton: ক\nrevision: 1\n"
    assert fix(text, TOPIC).after == text


def test_the_difference_shows_what_nobody_sees(house):
    house.change(TOPIC, "title: পাচার আর", "title:\tপা\u200bচার আর")
    shown = house("fix", "--dry-run").stdout
    assert "<U+200B>" in shown
    assert "<tab>" in shown
    assert f"--- {TOPIC}" in shown


@pytest.mark.parametrize(("words", "answer"), [(["--dry-run"], None), ([], "n\n"), ([], ""), ([], "what\n")])
def test_nothing_is_written_without_a_yes(house, files, words, answer):
    house.change(TOPIC, "\n", "   \n")
    before = files(house)
    result = house("fix", *words, answer=answer)
    assert result.exit_code == 0
    assert files(house) == before
    assert "Nothing was written" in result.stdout


def test_asked_it_writes(house):
    before = house.read(TOPIC)
    house.change(TOPIC, "\n", "   \n")
    assert house("fix", answer="y\n").exit_code == 0
    assert house.read(TOPIC) == before


def test_what_was_saved_while_it_asked_is_not_overwritten(house, monkeypatch):
    house.change(TOPIC, "\n", "   \n")
    monkeypatch.setattr("typer.confirm", lambda question: house.change(TOPIC, "title", "titel") != "")
    assert "changed meanwhile" in house("fix", TOPIC).stderr
    assert "titel" in house.read(TOPIC)
    assert "   \n" in house.read(TOPIC)


def test_only_the_named_files_are_touched(house):
    for name in (TOPIC, DESKS):
        house.change(name, "\n", "   \n")
    damaged = house.read(DESKS)
    house("fix", "--yes", str(house.content / TOPIC))
    assert "   \n" not in house.read(TOPIC)
    assert house.read(DESKS) == damaged
    house("fix", "--yes", DESKS)
    assert house.read(DESKS) != damaged


def test_a_folder_stands_for_its_files(house):
    for name in (TOPIC, DESKS):
        house.change(name, "\n", "   \n")
    damaged = house.read(DESKS)
    house("fix", "--yes", "content/bn")
    assert "   \n" not in house.read(TOPIC)
    assert house.read(DESKS) == damaged


def test_a_misspelt_file_is_answered_with_the_nearest(house):
    result = house("fix", "bn/topics/diference.yaml")
    assert result.exit_code == 1
    assert f"Did you mean {TOPIC}?" in result.stderr


def test_files_elsewhere_are_refused(house, tmp_path: Path):
    other = tmp_path / "other.yaml"
    other.write_text("a: 1   \n")
    assert house("fix", "--yes", str(other)).exit_code == 1
    assert other.read_text() == "a: 1   \n"


def test_a_file_that_only_a_person_can_mend_is_left_and_said(house):
    house.change(TOPIC, "title: ", "title ")
    house.change(TOPIC, "\n", "   \n")
    house.change(DESKS, "\n", "   \n")
    broken = house.read(TOPIC)
    result = house("fix", "--yes")
    assert result.exit_code == 1
    assert f"{TOPIC}:" in result.stderr
    assert house.read(TOPIC) == broken
    assert "   \n" not in house.read(DESKS)


def test_a_file_from_notepad_unicode_becomes_utf8(house):
    before = house.read(TOPIC)
    (house.content / TOPIC).write_bytes(before.replace("\n", "\r\n").encode("utf-16"))
    house("fix", "--yes")
    assert house.read(TOPIC) == before


def test_a_file_in_no_known_encoding_is_refused(house):
    (house.content / TOPIC).write_bytes(b"title: \xe0\xff\n")
    result = house("fix", "--yes")
    assert result.exit_code == 1
    assert "UTF-8" in result.stderr
    assert (house.content / TOPIC).read_bytes() == b"title: \xe0\xff\n"


def test_a_repair_that_would_change_the_meaning_is_refused_and_said(house):
    # Without the invisible character these would be two keys of one name.
    house.write("bn/ui.yaml", house.read("bn/ui.yaml") + "taka\u200b: আরেকটা\n")
    before = house.read("bn/ui.yaml")
    result = house("fix", "--yes")
    assert "would change what the file says" in result.stderr
    assert house.read("bn/ui.yaml") == before


def test_a_text_that_an_invisible_sign_turned_into_another_is_left_to_a_person(house):
    house.change(TOPIC, "summary: |", "summary: \u200b|")
    before = house.read(TOPIC)
    assert "invisible" in house("fix", "--yes", TOPIC).stderr
    assert house.read(TOPIC) == before


def test_tabs_of_unclear_width_are_left_to_a_person():
    with pytest.raises(Refused, match="tab"):
        fix("a:\n\tb:\n    c: 1\n", "facts/unknown.yaml")


def test_a_tab_inside_a_text_stays():
    text = "summary: |\n  এক\tদুই\n  \tতিন\n"
    assert fix(text, TOPIC).after == text
