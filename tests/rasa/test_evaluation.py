"""Runs are compared fairly, confidences are weighed honestly, spoilt messages are spoilt as they say."""

import random
import unicodedata

import pytest
import yaml

from bot.language import normalise
from rasa_project.evaluation import calibration, classifiers, massive, page, runs, table, targets
from rasa_project.evaluation.perturbing import HARMLESS, KINDS, spoilt
from rasa_project.evaluation.resampling import f1_interval, gain, macro_f1
from rasa_project.evaluation.robustness import robustness
from rasa_project.evaluation.runs import Outcome
from rasa_project.scores import Judged, f1_per_intent, scores

URGENT = {"locked_in", "violence"}


def message(meant: str, understood: str, **more) -> Judged:
    return Judged("english", meant, understood, more.pop("by_phrase", None), **more)


def outcome(text: str, meant: str, label: str, **more) -> Outcome:
    return Outcome(text, "english", meant, label, label in URGENT, **more)


def test_the_drawn_score_is_the_score_that_is_printed():
    messages = [message("menu", "menu"), message("menu", "greet"), message("greet", "greet")]
    per_intent = f1_per_intent(messages)
    assert macro_f1([(one.meant, one.label) for one in messages]) == pytest.approx(
        sum(per_intent.values()) / len(per_intent)
    )


def test_an_interval_holds_the_score_and_narrows_with_more_messages():
    few = [message("menu", "menu")] * 6 + [message("menu", "greet")] * 2 + [message("greet", "greet")] * 4
    low, high = f1_interval(few)
    assert low < macro_f1([(one.meant, one.label) for one in few]) < high
    closer = f1_interval(few * 10)
    assert closer[1] - closer[0] < (high - low) / 2
    assert f1_interval([]) is None


def test_a_gain_is_the_same_every_time_and_nothing_when_nothing_changed():
    cases = [("a", 1), ("a", 0), ("b", 1)]

    def mean(drawn):
        return sum(value for _, value in drawn) / len(drawn)

    def better(drawn):
        return mean(drawn) + 0.5

    assert gain(cases, lambda case: case[0], mean, mean, 0.01) == (0, 0, 0)
    once, again = (gain(cases, lambda case: case[0], mean, better, 0.01) for _ in range(2))
    assert once == again
    assert once == pytest.approx((0.5, 0.5, 0.5))


@pytest.fixture
def good() -> list[Outcome]:
    """A run that understands nearly everything."""
    chance = random.Random(1)  # noqa: S311
    intents = ["menu", "greet", "locked_in", "out_of_scope"]
    return [
        outcome(str(at), meant := intents[at % 4], meant if chance.random() < 0.95 else "greet")
        for at in range(200)
    ]


def test_a_worse_run_is_a_significant_loss(good):
    bad = [outcome(one.text, one.meant, "menu") if int(one.text) % 3 == 0 else one for one in good]
    found = {change.score: change for change in runs.changes(runs.paired(good, bad), URGENT)}
    assert found["macro_f1 all"].loss
    assert found["macro_f1 english"].loss
    assert found["urgent_recall"].loss
    assert found["out_of_scope_recall"].loss
    assert not found["false_alarms"].loss
    assert found["urgent_recall"].gain == pytest.approx(
        found["urgent_recall"].new - found["urgent_recall"].old
    )


def test_the_same_run_and_one_slip_are_no_loss_and_a_better_run_is_a_gain(good):
    assert not any(change.loss for change in runs.changes(runs.paired(good, good), URGENT))
    slip = [outcome("0", "menu", "greet"), *good[1:]]
    assert not any(change.loss for change in runs.changes(runs.paired(good, slip), URGENT))
    perfect = [outcome(one.text, one.meant, one.meant) for one in good]
    found = {change.score: change for change in runs.changes(runs.paired(good, perfect), URGENT)}
    assert found["macro_f1 all"].low > 0
    assert not any(change.loss for change in found.values())


def test_more_alarms_are_a_loss_although_the_number_is_higher(good):
    frightened = [
        outcome(one.text, one.meant, "violence") if one.meant == "greet" and int(one.text) % 2 else one
        for one in good
    ]
    (found,) = (
        change
        for change in runs.changes(runs.paired(good, frightened), URGENT)
        if change.score == "false_alarms"
    )
    assert found.new > found.old
    assert found.gain < 0
    assert found.loss


def test_only_messages_with_the_same_label_are_compared():
    old = [outcome("a", "menu", "menu"), outcome("b", "menu", "menu")]
    new = [outcome("a", "menu", "greet"), outcome("b", "greet", "greet"), outcome("c", "menu", "menu")]
    assert runs.paired(old, new) == [(old[0], new[0])]
    assert runs.changes([], URGENT) == []


def test_one_missed_distress_is_said_even_if_it_may_be_chance():
    old = [outcome(str(at), "locked_in", "locked_in") for at in range(100)]
    new = [outcome("0", "locked_in", "menu"), *old[1:]]
    both = runs.paired(old, new)
    assert runs.newly_missed(both, URGENT) == [new[0]]
    said = "\n".join(table.comparison(runs.changes(both, URGENT), [new[0]], 100, 100))
    assert "not now: locked_in: 0" in said


def test_a_saved_run_comes_back_and_a_broken_file_is_no_run(tmp_path):
    file = tmp_path / "evaluation" / "last.json"
    assert runs.last(file) == []
    judged = [message("menu", "menu", text="hi", mentions={"money": ({"5 BDT"}, {"6 BDT"})})]
    kept = runs.outcomes(judged, URGENT)
    assert kept[0].money_wrong is True
    assert kept[0].money_exact is False
    assert kept[0].country_exact is None
    runs.save(file, {"model": "x"}, kept)
    assert runs.last(file) == kept
    file.write_text('{"outcomes": [{"text"')
    assert runs.last(file) == []


def test_wrong_amounts_are_counted_apart_from_missing_ones():
    five = {"5 BDT"}
    found = scores(
        [
            message("menu", "menu", mentions={"money": (five, five)}),
            message("menu", "menu", mentions={"money": (five, set())}),
            message("menu", "menu", mentions={"money": (five, {"6 BDT"})}),
            message("menu", "menu", mentions={"money": (five, five | {"6 BDT"})}),
        ],
        URGENT,
    )["all"]
    assert (found["money_exact"], found["money_wrong"], found["money_missing"]) == (0.25, 0.5, 0.25)


def test_honest_confidences_have_no_calibration_error():
    honest = [
        message("menu", "menu", likeliest="menu" if at < 8 else "greet", confidence=0.8) for at in range(10)
    ]
    assert calibration.error(calibration.reliability(honest)) == pytest.approx(0)
    boasting = [message("menu", "greet", likeliest="greet", confidence=1.0)] * 4
    assert calibration.summary(boasting) == {
        "error": 1.0,
        "bins": [{"messages": 4, "confidence": 1.0, "right": 0.0}],
    }
    assert calibration.summary([])["error"] is None


BOTH_SCRIPTS = ["দালাল ৫ লাখ টাকা চায়, এটা কি ঠিক আছে?", "dalal 5 lakh taka chay eta ki thik ache?"]


@pytest.mark.parametrize("text", BOTH_SCRIPTS, ids=["bangla", "banglish"])
@pytest.mark.parametrize("kind", HARMLESS)
def test_what_only_looks_different_is_the_same_to_the_normaliser(text, kind):
    changed = spoilt(text, kind)
    assert changed is None or (changed != text and normalise(changed) == normalise(text))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in HARMLESS])
def test_worse_writing_is_the_same_every_time_and_never_of_short_messages(kind):
    for text in BOTH_SCRIPTS:
        assert spoilt(text, kind) == spoilt(text, kind)
    assert spoilt("visa koi", kind) is None


def test_one_typo_is_one_slip_and_numbers_stay():
    for at in range(50):
        text = f"amar passport niye geche malik {at}55"
        changed = spoilt(text, "one typo")
        assert changed is None or (abs(len(changed) - len(text)) <= 1 and changed.endswith(f" {at}55"))


def test_forms_of_letters_are_really_changed():
    text = "পড়াশোনা হয় না"
    assert "\u09dc" in spoilt(unicodedata.normalize("NFC", text), "composed letters")
    assert "\u09cb" not in spoilt(unicodedata.normalize("NFC", text), "decomposed letters")
    assert spoilt("no vowel signs here", "composed letters") is None
    assert spoilt("৫ লাখ", "digits of the other script") == "5 লাখ"


def test_robustness_counts_what_is_understood_the_same():
    messages = [{"text": "please lock the door of the house", "way": "english", "intent": "menu"}] * 2
    before = [message("menu", "menu"), message("menu", "greet")]

    def again(one):
        return message("menu", "greet" if one["text"].isupper() else "menu")

    found = robustness(messages, before, again, URGENT)
    upper = found["upper case"]
    assert (upper["before"], upper["after"], upper["cost"], upper["same"]) == (0.5, 0.0, 0.5, 0.5)
    assert upper["distress_still_found"] is None
    assert table.missed("upper case", upper)
    assert not table.missed("two typos", found["two typos"])


def test_targets_know_which_way_is_better():
    assert targets.TARGETS["false_alarms"].reached("all", 0.01) is True
    assert targets.TARGETS["urgent_recall"].reached("all", 0.98) is False
    assert targets.TARGETS["macro_f1"].reached("banglish", 0.91) is True
    assert targets.TARGETS["macro_f1"].reached("english", 0.91) is False
    assert targets.TARGETS["macro_f1"].reached("all", 0.5) is None


@pytest.fixture
def run_and_judged() -> tuple[dict, list[Judged]]:
    """A small run with something of everything."""
    judged = [
        message("locked_in", "menu", text="they <lock> me", likeliest="menu", confidence=0.9),
        message("menu", "violence", text="hit me", likeliest="violence", confidence=0.7),
        message("menu", "menu", text="menu", mentions={"money": ({"5 BDT"}, {"6 BDT"})}),
        message("greet", "menu", text="hey", likeliest="menu", confidence=0.6),
        message("greet", "greet", text="hello", likeliest="greet", confidence=0.8),
    ]
    found = scores(judged, URGENT)
    for of in found.values():
        of["macro_f1_95"] = f1_interval(judged)
    return {
        "model": "x.tar.gz",
        "messages": "messages.yaml",
        "scores": found,
        "gap": targets.gap(found),
        "calibration": calibration.summary(judged),
        "latency": {"p50_ms": 1.0, "p95_ms": 2.0, "cpu_p50_ms": 1.0},
        "robustness": {},
        "changes": [],
    }, judged


def test_the_worst_lines_come_first(run_and_judged):
    _, judged = run_and_judged
    assert [why for why, _ in page.worst(judged, URGENT)] == [
        "distress missed",
        "false alarm",
        "wrong country or amount",
        "misread",
    ]
    assert len(page.worst(judged * 40, URGENT)) == page.WORST


def test_the_page_needs_nothing_else_and_escapes_what_was_written(run_and_judged):
    run, judged = run_and_judged
    html = page.page(run, judged, URGENT)
    assert "they &lt;lock&gt; me" in html
    assert "<lock>" not in html
    assert not any(outside in html for outside in ("http:", "https:", "src=", "<link", "@import"))
    assert "locked_in → menu: 1 of 1" in html


def test_the_table_marks_what_does_not_reach_its_target(run_and_judged):
    run, _ = run_and_judged
    said = list(table.lines(run))
    (recall,) = (line for line in said if line.startswith("urgent_recall "))
    assert "0.000*" in recall
    assert any("1.00 ms at the median" in line for line in said)


def test_massive_loses_its_marks_and_gains_romanised_copies(tmp_path):
    rows = {
        "en-US.train": "id\tintent\tannot_utt\n1\talarm_set\twake me at [time : five am]\n",
        "bn-BD.train": 'id\tintent\tannot_utt\n1\talarm_set\t[time : ৫টায়] "জাগাও"\n',
    }
    for name, text in rows.items():
        (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")
    assert massive.read(tmp_path / "en-US.train.tsv") == [("wake me at five am", "alarm_set")]
    trained = massive.lines(tmp_path)
    assert {intent for _, intent in trained} == {"alarm_set"}
    texts = [text for text, _ in trained]
    assert texts[:2] == ["wake me at five am", normalise("৫টায় জাগাও")]
    assert len(texts) > 2
    assert all(text.isascii() for text in texts[2:])


def test_massive_says_which_files_it_lacks(tmp_path, capsys):
    assert massive.main(tmp_path) == 2
    assert "en-US.train.tsv" in capsys.readouterr().out


@pytest.mark.parametrize("name", classifiers.CLASSIFIERS)
def test_the_compared_classifiers_get_the_same_features(name):
    ours, other = (
        yaml.safe_load(classifiers.configuration(which, epochs=3, iterations=4))["pipeline"]
        for which in ("linear", name)
    )
    assert len(other) == len(ours)
    for one, same in zip(other, ours, strict=True):
        if same["name"] != classifiers.OURS:
            assert {
                **one,
                "name": one["name"].replace("evaluation.token_counts.Token", "components.counts."),
            } == same


def test_the_table_of_classifiers_says_what_was_not_trained():
    measured = {
        "ways": {"english": {"accuracy": 0.5, "macro_f1": 0.25}},
        "latency": {"p50_ms": 4.0, "cpu_p50_ms": 3.0},
        **dict.fromkeys(("serving_mb", "start_cpu_seconds", "training_seconds"), 10.0),
        **dict.fromkeys(("training_cpu_seconds", "training_mb", "mb"), 7.0),
    }
    said = list(classifiers._table({"linear": measured, "diet": {"error": "not trained in 9 s"}}))
    assert "| linear | 50.0 / 25.0 | 4.0 (3.0) | 10 | 10.0 | 10 (7) | 7 | 7 |" in said
    assert "| diet | not trained in 9 s |" in said


def test_an_answer_that_is_as_good_is_right_everywhere():
    either = message("menu", "greet", acceptable={"greet"}, likeliest="greet", confidence=1.0)
    assert either.label == "menu"
    assert calibration.summary([either])["error"] == 0
    assert page.worst([either], URGENT) == []


def test_what_costs_too_much_is_marked_in_the_table_and_on_the_page(run_and_judged):
    run, judged = run_and_judged
    of = {"messages": 9, "before": 0.9, "after": 0.8, "cost": 0.1, "same": 0.9, "distress_still_found": None}
    run["robustness"] = {"one typo": of | {"must_be_free": False}, "two typos": of | {"must_be_free": False}}
    said = [line.split()[:3] for line in table.lines(run) if "typo" in line]
    assert said == [["one", "typo*", "9"], ["two", "typos", "9"]]
    assert page.page(run, judged, URGENT).count("<td class=missed>0.100</td>") == 1
