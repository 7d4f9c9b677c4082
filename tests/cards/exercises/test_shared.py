"""What every card of a check, a quiz or a checklist must do: lead on, fit a button, begin anew."""

import re

import pytest
from exercising import buttons, exercise_content
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import CardReference
from bot.cards.actions import LIMIT, Tell, decode, encode
from bot.cards.checking import check_all
from bot.cards.steps import FORWARD
from bot.cards.text import to_html, to_plain
from bot.packs.answers import FORM, join_answers, order_mark, split_answers
from bot.sandbox.html import parse_html

LANGUAGES = ("bn", "en")


def test_the_small_packs_have_no_error(content):
    assert [one for one in check_all(content)[1] if one.severity == "error"] == []


def test_a_result_that_telegram_would_refuse_is_found(tmp_path):
    content = exercise_content(tmp_path / "content")
    file = content / "en/checks/offer.yaml"
    said = re.sub(r"(todo|ask): .*", lambda found: f"{found[1]}: {'word ' * 99}.", file.read_text("utf-8"))
    file.write_text(said.replace("title: This may be a trap", f"title: {'trap ' * 40}"), "utf-8")
    errors = [(one.name, one.file) for one in check_all(content)[1] if one.severity == "error"]
    assert ("card-too-long", "en/checks/offer.yaml") in errors


class TestAnswers:
    @given(st.data())
    def test_what_was_answered_comes_back(self, data):
        steps = data.draw(st.lists(st.from_regex(r"[a-z]{1,16}", fullmatch=True), unique=True, max_size=16))
        said = data.draw(
            st.dictionaries(st.sampled_from(steps), st.sampled_from("ynus")) if steps else st.just({})
        )
        answers = join_answers(steps, said)
        assert FORM.fullmatch(answers)
        assert split_answers(steps, answers) == said

    @given(st.lists(st.from_regex(r"[a-z]{1,16}", fullmatch=True), min_size=2, unique=True, max_size=16))
    def test_another_order_has_another_mark_nearly_always(self, steps):
        answers = join_answers(steps, {steps[0]: "y"})
        if order_mark(steps) != order_mark(steps[::-1]):
            assert split_answers(steps[::-1], answers) == {}

    def test_the_longest_exercise_still_stops(self):
        answers = join_answers([f"q{number}" for number in range(16)], {f"q{n}": "y" for n in range(16)})
        stop = Tell("stop", CardReference("stopped", desk="x" * 24, answers=answers))
        assert len(encode(stop).encode()) <= LIMIT
        assert decode(encode(stop)) == stop


class TestEveryCard:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("name", ["offer", "happened", "stories", "papers"])
    def test_every_button_leads_on_and_no_card_is_a_dead_end(self, name, language, cards):
        """All that can be reached from the opening, of a long check a part."""
        seen, waiting = set(), [CardReference(name)]
        while waiting and len(seen) < 3000:
            reference = waiting.pop()
            if reference in seen:
                continue
            seen.add(reference)
            card = cards.build(reference, language)
            text = to_html(card)
            assert parse_html(text)[0] == to_plain(card)
            assert len(text.encode("utf-16-le")) // 2 <= 4096
            assert card.name == reference.card
            assert all(line.strip() for block in card.blocks for line in block.lines)
            assert "None" not in text
            assert "{" not in text
            if reference.page == FORWARD:
                assert card.buttons == ()
                continue
            assert any("🆘" in button.label for button in buttons(card)), reference
            for button in buttons(card):
                data = encode(button.action)
                assert len(data.encode()) <= LIMIT
                assert decode(data) == button.action
                assert cards.knows(button.action.reference.card)
                if button.action.reference.card == name:
                    waiting.append(button.action.reference)
        assert len(seen) > 10

    @pytest.mark.parametrize("name", ["offer", "stories", "papers"])
    @pytest.mark.parametrize("answers", ["zzyn", "zz", "zzzzzzzzz"])
    def test_an_old_button_begins_anew_with_a_kind_sentence(self, name, answers, cards):
        assert order_mark(cards.packs.exercises()[name].steps) != "zz"
        for language in LANGUAGES:
            card = cards.build(CardReference(name, answers=answers), language)
            assert cards.speeches[language].ui.changed_text in to_plain(card)
            fresh = cards.build(CardReference(name), language)
            assert {button.action for button in buttons(fresh)} == {button.action for button in buttons(card)}

    def test_letters_that_no_answer_has_count_as_old(self, cards):
        mark = order_mark(cards.packs.checks["offer"].steps)
        changed = cards.speeches["en"].ui.changed_text
        assert changed in to_plain(cards.build(CardReference("offer", answers=f"{mark}yx"), "en"))
        mark = order_mark(cards.packs.quizzes["stories"].steps)
        assert changed in to_plain(cards.build(CardReference("stories", answers=f"{mark}ad"), "en"))

    def test_each_opens_from_the_menu(self, cards):
        menu = cards.build(CardReference("menu"), "en")
        shown = {button.action.reference.card for button in buttons(menu)}
        assert {"offer", "happened", "stories", "papers"} <= shown
        labels = [button.label for button in buttons(menu)]
        assert "Get help" in labels[0]
        assert "Offer check" in " ".join(labels[1:3])
        section = cards.build(CardReference("menu_before_you_go"), "en")
        assert {"offer", "papers"} <= {button.action.reference.card for button in buttons(section)}
