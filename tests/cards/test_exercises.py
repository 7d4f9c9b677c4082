"""Checks, quizzes and checklists: whatever is tapped leads to a result, and "not sure" is never fine."""

import re

import pytest
from exercising import exercise_content
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import CardReference, Cards
from bot.cards.actions import LIMIT, Show, Tell, Turn, decode, encode
from bot.cards.card import Measured
from bot.cards.checking import check_all
from bot.cards.steps import FORWARD
from bot.cards.text import to_html, to_plain
from bot.packs import load_packs, scoring
from bot.packs.answers import CHOICES, FORM, join_answers, order_mark, split_answers
from bot.sandbox.html import parse_html

LANGUAGES = ("bn", "en")


@pytest.fixture(scope="session")
def content(tmp_path_factory):
    return exercise_content(tmp_path_factory.mktemp("exercises") / "content")


@pytest.fixture(scope="session")
def cards(content):
    return Cards(load_packs(content))


def buttons(card):
    return [button for row in card.buttons for button in row]


def leading(card, label):
    """Where the button with these words in its label leads; of several the shortest."""
    found = sorted(
        (len(button.label), place) for place, button in enumerate(buttons(card)) if label in button.label
    )
    return buttons(card)[found[0][1]].action.reference


def build(cards, name, given=None, language="en", page=0):
    steps = cards.packs.exercises()[name].steps
    answers = None if given is None else join_answers(steps, given)
    return cards.build(CardReference(name, answers=answers, page=page), language)


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
        related = [
            button.action.reference.card for button in buttons(card) if isinstance(button.action, Show)
        ]
        assert related[:3] == ["help", "warning_signs", "fees"]

    def test_more_reasons_than_fit_stand_behind_a_button(self, cards):
        answers = dict.fromkeys(("hurry", "tourist"), "y") | dict.fromkeys(
            ("licence", "receipt", "contract"), "n"
        )
        card = build(cards, "offer", answers | {"known": "y"})
        assert "receipt" not in to_plain(card)
        action = next(button.action for button in buttons(card) if "All reasons" in button.label)
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


class TestChecklist:
    def test_a_number_ticks_its_item_in_place_and_takes_it_away_again(self, cards):
        card = build(cards, "papers")
        assert "☐ 1. Passport" in to_plain(card)
        action = next(button.action for button in buttons(card) if button.label == "☐ 2")
        assert isinstance(action, Turn)
        ticked = cards.build(action.reference, "en")
        assert "☑ 2. Visa" in to_plain(ticked)
        assert "1 of 5 done." in to_plain(ticked)
        assert cards.build(leading(ticked, "☑ 2"), "en") == card

    def test_it_can_be_sent_on_with_its_ticks(self, cards):
        card = cards.build(leading(build(cards, "papers", {"photos": "x"}), "family"), "en")
        assert "☑ 4. Photos" in to_plain(card)
        assert card.buttons == ()

    def test_its_sources_know_the_way_back_to_the_ticks(self, cards):
        card = build(cards, "papers", {"photos": "x"})
        sources = cards.build(leading(card, "All sources"), "en")
        assert "A second leaflet" in to_plain(sources)
        assert cards.build(leading(sources, "Back"), "en") == card


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
