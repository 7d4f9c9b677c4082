"""Cards of a quiz: a story, what was right at once, the score, the wrong ones again."""

import pytest
from exercising import build, buttons, leading
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Measured
from bot.cards.text import to_plain
from bot.packs.answers import CHOICES


class TestQuiz:
    """The measuring story is asked first, without a verdict, and once more at the end."""

    STEPS = ("before", "free_visa", "passport", "boat")

    def test_its_order(self, cards):
        assert cards.packs.quizzes["stories"].steps == self.STEPS

    def test_a_story_has_its_answers_by_letter(self, cards):
        card = build(cards, "stories", {"before": "a"})
        assert "A free visa lets you do any work.\n\nA. A trap\nB. Honest" in to_plain(card)
        assert [button.label for button in card.buttons[0]] == ["A", "B"]
        bangla = build(cards, "stories", {"before": "a"}, "bn")
        assert [button.label for button in bangla.buttons[0]] == ["ক", "খ"]

    def test_the_next_story_begins_with_what_was_right_about_the_last(self, cards):
        right = to_plain(build(cards, "stories", {"before": "a", "free_visa": "a"}))
        assert "✅ That is right.\nBecause of free 1." in right
        wrong = to_plain(build(cards, "stories", {"before": "a", "free_visa": "b"}))
        assert "The right answer was: A trap\nBecause of free 2." in wrong
        assert "The employer keeps the passport." in wrong

    def test_the_first_question_is_not_explained_before_the_end(self, cards):
        first = to_plain(build(cards, "stories", {}))
        assert "The answer comes at the very end." in first
        second = to_plain(build(cards, "stories", {"before": "a"}))
        assert "Because" not in second
        assert "right" not in second.lower()

    @pytest.mark.parametrize(
        ("given", "score", "said"),
        [
            ({"before": "a", "free_visa": "a", "passport": "a", "boat": "b"}, "3 of 3", "You know it all."),
            (
                {"before": "b", "free_visa": "a", "passport": "a", "boat": "a"},
                "2 of 3",
                "You know most of it.",
            ),
            ({"before": "b", "free_visa": "b", "passport": "c", "boat": "b"}, "1 of 3", "Now you know more."),
        ],
    )
    def test_the_score_at_the_end(self, given, score, said, cards):
        text = to_plain(build(cards, "stories", given))
        assert f"{score} right\n{said}" in text

    def test_wrong_ones_come_again_and_then_all_is_right(self, cards):
        card = build(cards, "stories", {"before": "a", "free_visa": "b", "passport": "c", "boat": "b"})
        card = cards.build(leading(card, "Wrong ones again"), "en")
        assert "free visa" in to_plain(card)
        assert "Because" not in to_plain(card)
        card = cards.build(leading(card, "A"), "en")
        assert "✅ That is right.\nBecause of free 1." in to_plain(card)
        assert "passport" in to_plain(card)
        card = cards.build(card.buttons[0][0].action.reference, "en")
        assert "3 of 3 right" in to_plain(card)
        assert card.measured is None

    @given(st.lists(st.sampled_from(CHOICES[:4]), min_size=4, max_size=4))
    def test_what_was_learnt_is_measured_once(self, cards, answers):
        facts = cards.packs.quizzes["stories"]
        counts = [len(facts.stories[facts.story_of(step)].answers) for step in facts.steps]
        fitting = [min(answer, CHOICES[count - 1]) for answer, count in zip(answers, counts, strict=True)]
        given = dict(zip(facts.steps, fitting, strict=True))
        card = build(cards, "stories", given)
        assert card.measured == Measured("stories", before=given["before"] == "b", after=given["boat"] == "b")
        assert all(
            cards.build(button.action.reference, "en").measured is None
            for button in buttons(card)
            if button.action.reference.card == "stories"
        )
