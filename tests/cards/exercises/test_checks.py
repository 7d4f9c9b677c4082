"""Cards of a check: one question at a time, a result with its reasons, what may be sent on."""

from dataclasses import replace

import pytest
from exercising import build, buttons, leading
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import CardReference, Cards
from bot.cards.actions import Show, Turn
from bot.cards.steps import DOOR, FORWARD
from bot.cards.text import to_plain
from bot.packs import scoring
from bot.packs.answers import join_answers, order_mark

LANGUAGES = ("bn", "en")


class TestCheck:
    def test_it_opens_with_what_it_is_for_and_how_long_it_takes(self, cards):
        card = build(cards, "offer")
        assert "A few questions about your offer." in to_plain(card)
        assert "6 questions" in to_plain(card)
        assert leading(card, "Start") == CardReference(
            "offer", answers=order_mark(cards.packs.checks["offer"].steps)
        )

    def test_a_question_says_how_far_we_are_and_why_it_is_asked(self, cards):
        card = build(cards, "offer", {"licence": "y", "hurry": "n"})
        assert card.title == "Is my offer real? (3 of 6)"
        assert "Is it a tourist visa?\nWhy we ask: It matters for number 3." in to_plain(card)
        assert "৩/৬" in build(cards, "offer", {"licence": "y", "hurry": "n"}, "bn").title

    def test_what_is_known_already_is_not_asked(self, cards):
        assert "(1 of 6)" in build(cards, "offer", {"tourist": "y"}).title
        assert "(4 of 6)" in build(cards, "offer", {"tourist": "y", "licence": "n", "hurry": "y"}).title

    def test_back_asks_the_last_question_again(self, cards):
        card = build(cards, "offer", {"licence": "y", "hurry": "n"})
        back = cards.build(leading(card, "Back"), "en")
        assert back.title == "Is my offer real? (2 of 6)"
        assert not [button for button in buttons(build(cards, "offer", {})) if "Back" in button.label]

    def test_stop_keeps_the_answers_in_a_button(self, cards):
        card = build(cards, "offer", {"licence": "y"})
        stopped = cards.build(leading(card, "Stop"), "en")
        assert stopped.name == "stopped"
        assert cards.build(leading(stopped, "Go on"), "en") == card

    def test_the_result_names_the_gravest_reasons_and_what_to_do(self, cards):
        answers = {
            "licence": "n",
            "hurry": "y",
            "tourist": "u",
            "receipt": "s",
            "contract": "y",
            "known": "n",
        }
        card = build(cards, "offer", answers)
        text = to_plain(card)
        assert card.title == "This may be a trap"
        assert "• Has the agency a government licence? – No\n→ Find out about number 1." in text
        assert text.index("licence") < text.index("hurry")
        assert "Find this out first\n• Is it a tourist visa?\n→ Find out about number 3." in text
        assert "Do you know the agent?" not in text
        assert "👉 What to do now\nAsk somebody who knows." in text
        everything = cards.build(leading(card, "Show everything"), "en")
        related = [
            button.action.reference.card for button in buttons(everything) if isinstance(button.action, Show)
        ]
        assert related[:2] == ["warning_signs", "fees"]

    def test_the_result_is_short_and_everything_stands_behind_a_button(self, packs):
        cards = Cards(packs)
        steps = packs.checks["offer_check"].steps
        alarming = {step: about.alarming[0] for step, about in packs.checks["offer_check"].questions.items()}
        for language in packs.languages:
            reference = CardReference("offer_check", answers=join_answers(steps, alarming))
            card = cards.build(reference, language)
            said = packs.languages[language].checks["offer_check"].results["high"]
            text = to_plain(card)
            assert len(text) <= 800
            assert len(card.buttons) <= 5
            assert text.splitlines()[0] == said.title
            assert said.next_step in text
            whole = to_plain(cards.build(replace(reference, page=1), language))
            assert said.text in whole

    def test_what_was_begun_asks_whether_to_go_on(self, cards):
        steps = cards.packs.checks["offer"].steps
        door = CardReference("offer", answers=join_answers(steps, {"licence": "n", "hurry": "y"}), page=DOOR)
        card = cards.build(door, "en")
        assert f"Go on with 3 of {len(steps)}" in "".join(button.label for button in buttons(card))
        assert cards.build(leading(card, "Go on"), "en") == cards.build(replace(door, page=0), "en")
        assert cards.build(leading(card, "Start over"), "en") == build(cards, "offer", {})

    def test_after_something_else_only_the_question_comes_back(self, cards):
        steps = cards.packs.checks["offer"].steps
        reference = CardReference("offer", answers=join_answers(steps, {"licence": "n"}))
        whole, short = cards.build(reference, "en"), cards.build(replace(reference, short=True), "en")
        assert short.title == f"We were at question 2 of {len(steps)}"
        assert short.buttons == whole.buttons
        assert "Why we ask" not in to_plain(short)
        assert len(to_plain(short)) < len(to_plain(whole))

    def test_more_reasons_than_fit_stand_behind_a_button(self, cards):
        answers = dict.fromkeys(("hurry", "tourist"), "y") | dict.fromkeys(
            ("licence", "receipt", "contract"), "n"
        )
        card = build(cards, "offer", answers | {"known": "y"})
        assert "receipt" not in to_plain(card)
        action = next(button.action for button in buttons(card) if "Show everything" in button.label)
        assert isinstance(action, Turn)
        pages = [cards.build(action.reference, "en")]
        pages.append(cards.build(leading(pages[0], "More reasons"), "en"))
        told = "\n".join(map(to_plain, pages))
        for reason in ("licence", "hurry", "tourist", "receipts", "contract"):
            assert reason in told
        assert cards.build(leading(pages[0], "Back"), "en") == card
        assert cards.build(leading(pages[1], "Back"), "en") == pages[0]

    def test_the_text_for_the_family_is_short_and_has_numbers_and_no_buttons(self, cards):
        answers = dict.fromkeys(cards.packs.checks["offer"].steps, "u")
        result = build(cards, "offer", answers)
        action = next(button.action for button in buttons(result) if "family" in button.label)
        assert isinstance(action, Show)
        card = cards.build(action.reference, "en")
        assert card.title == "Is my offer real?"
        assert result.title in to_plain(card)
        assert "16135" in to_plain(card)
        assert "→" not in to_plain(card)
        assert card.buttons == ()

    def test_back_from_the_result_asks_the_last_question_again(self, cards):
        answers = dict.fromkeys(cards.packs.checks["offer"].steps, "y")
        assert "(6 of 6)" in cards.build(leading(build(cards, "offer", answers), "Back"), "en").title

    def test_a_result_may_lead_to_a_list(self, cards):
        facts = cards.packs.checks["offer"]
        fine = {step: "n" if about.alarming == "yes" else "y" for step, about in facts.questions.items()}
        result = build(cards, "offer", fine)
        assert result.title == "No sign so far"
        assert leading(result, "☑️ Papers") == CardReference("papers")

    def test_start_over_forgets_the_answers(self, cards):
        answers = dict.fromkeys(cards.packs.checks["offer"].steps, "y")
        assert cards.build(leading(build(cards, "offer", answers), "Start over"), "en") == build(
            cards, "offer", {}
        )

    @given(st.data())
    def test_any_way_of_tapping_leads_to_a_result(self, cards, data):
        name = data.draw(st.sampled_from(["offer", "happened"]))
        facts = cards.packs.checks[name]
        titles = {said.title for said in cards.packs.languages["en"].checks[name].results.values()}
        card = cards.build(leading(build(cards, name), "Start"), "en")
        backs = 0
        for _ in range(4 * len(facts.steps)):
            if card.title in titles:
                break
            label = data.draw(st.sampled_from(["Yes", "No", "Not sure", "Skip", "Back"]))
            if label == "Back":
                backs += 1
                if backs > len(facts.steps) or "(1 of" in card.title:
                    continue
            card = cards.build(leading(card, f" {label}"), "en")
        while card.title not in titles:
            card = cards.build(leading(card, " Skip"), "en")

    @given(st.data())
    def test_not_sure_is_never_better_than_a_harmless_answer(self, cards, data):
        name = data.draw(st.sampled_from(["offer", "happened"]))
        facts = cards.packs.checks[name]
        answers = {step: data.draw(st.sampled_from("ynus")) for step in facts.steps}
        question = data.draw(st.sampled_from(facts.steps))
        about = facts.questions[question]
        harmless = "n" if about.alarming == "yes" else "y"
        grave = list(facts.results)
        for letter in "us":
            fine, unsure = ({**answers, question: one} for one in (harmless, letter))
            assert grave.index(scoring.result(facts, unsure)) <= grave.index(scoring.result(facts, fine))
            found_out = about.weight > 0 and facts.unsure_counts
            assert (question in scoring.unknown(facts, unsure)) == found_out
            assert question not in scoring.unknown(facts, fine)
            if about.weight and facts.unsure_counts:
                assert scoring.sums(facts, unsure)[about.part] == scoring.sums(facts, fine)[about.part] + 1

    def test_who_knows_nothing_is_not_told_that_all_is_well(self, cards):
        facts = cards.packs.checks["offer"]
        for letter in "us":
            assert scoring.result(facts, dict.fromkeys(facts.steps, letter)) == "medium"

    def test_where_not_sure_counts_for_nothing_nothing_is_claimed(self, cards):
        facts = cards.packs.checks["happened"]
        assert scoring.result(facts, dict.fromkeys(facts.steps, "u")) == "unclear"
        some = {"moved": "y", "forced": "u", "lied": "n", "used": "y", "border": "y"}
        assert scoring.result(facts, some) == "smuggling"
        assert scoring.result(facts, {**some, "lied": "y"}) == "trafficking"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_sent_on_of_an_intimate_check_holds_no_answer(packs, language):
    cards = Cards(packs)
    intimate = {name: facts for name, facts in packs.checks.items() if facts.intimate}
    assert "what_happened" in intimate
    for name, facts in intimate.items():
        asked = [words.ask for words in packs.languages[language].checks[name].questions.values()]
        for letter in "yu":
            given = dict.fromkeys(facts.steps, letter)
            text = to_plain(build(cards, name, given, language, FORWARD))
            assert not [one for one in asked if one in text]
