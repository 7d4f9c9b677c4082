"""A content folder becomes packs, or findings: never anything else."""

import shutil
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.checking import check_all
from bot.packs import Packs, PacksError, check, load_packs
from bot.packs.watching import saved
from bot.settings import ROOT

TODAY = date(2026, 6, 1)
TOPIC = "en/topics/warning_signs.yaml"


def test_the_packs_of_the_project_have_no_errors_and_no_warnings_but_those_that_wait_for_people():
    waiting = {"due", "expired", "nobody-to-call", "urgent-question"}
    assert [str(finding) for finding in check(ROOT / "content") if finding.name not in waiting] == []
    assert load_packs(ROOT / "content")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param(TOPIC, None, "missing", id="a file that is not there"),
        pytest.param("languages.yaml", None, "missing", id="no list of languages"),
        pytest.param("en/ui.yaml", None, "missing", id="no words for the buttons"),
        pytest.param("en/questions/fees.yaml", None, "missing", id="a topic nobody asks for"),
        pytest.param(TOPIC, "", "empty", id="an empty file"),
        pytest.param(TOPIC, "# later\n", "empty", id="a file with nothing but a comment"),
        pytest.param("languages.yaml", "{}", "empty", id="no language"),
        pytest.param(TOPIC, b"title: \xff\xfe", "not-utf8", id="another encoding"),
        pytest.param(TOPIC, b"\x00\x01\x02" * 99, "not-yaml", id="a binary file"),
        pytest.param(TOPIC, "x" * 1_000_001, "too-large", id="a file beyond one megabyte"),
        pytest.param(TOPIC, "[" * 400_000, "not-yaml", id="lists in lists in lists"),
        pytest.param("en/topics/new_topic.yaml", "title: New\n", "missing", id="a topic half written"),
    ],
)
def test_a_file_that_cannot_be_had_is_one_finding_in_line_one(name, content, expected, pack):
    pack.remove(name) if content is None else pack.write(name, content)
    assert (expected, name, 1) in pack.found()
    with pytest.raises(PacksError):
        pack.load()


def test_words_for_a_topic_that_the_facts_do_not_have_are_obsolete(pack):
    shutil.copy(pack.path(TOPIC), pack.path("en/topics/old_topic.yaml"))
    assert pack.found() == [("obsolete", "en/topics/old_topic.yaml", 1)]


def test_a_help_desk_that_is_named_in_one_language_only_is_told_on_both_sides(pack):
    pack.change("en/help_desks.yaml", "sa_police", "sa_polise")
    assert pack.found() == [("missing", "en/help_desks.yaml", 1), ("obsolete", "en/help_desks.yaml", 4)]


def test_a_country_without_a_destination_is_told_for_help_desks_and_fees(pack):
    for kind in ("help_desks", "fees"):
        pack.path(f"facts/{kind}/SA.yaml").rename(pack.path(f"facts/{kind}/sa.yaml"))
    assert pack.found() == [
        ("nobody-to-call", "facts/destinations.yaml", 3),
        ("unknown-id", "facts/fees/sa.yaml", 1),
        ("unknown-id", "facts/help_desks/sa.yaml", 1),
    ]


def test_a_help_desk_of_two_countries_is_a_clash(pack):
    pack.write("facts/help_desks/SA.yaml", pack.path("facts/help_desks/BD.yaml").read_bytes())
    pack.write("en/help_desks.yaml", "bd_line:\n  name: The line\n  helps_with: Work\n")
    pack.write("bn/help_desks.yaml", "bd_line:\n  name: লাইন\n  helps_with: কাজ\n")
    assert pack.found() == [("id-clash", "facts/help_desks/SA.yaml", 1)]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("help", id="a card of the bot itself"),
        pytest.param("greet", id="something people say"),
        pytest.param("passport_taken", id="an urgent situation"),
    ],
)
def test_a_topic_cannot_take_the_name_of(name, pack):
    pack.change("facts/topics.yaml", "fees:\n  menu", f"{name}:\n  menu")
    assert "id-clash" in [finding for finding, _, _ in pack.found()]


def test_all_findings_come_at_once_and_sorted(pack):
    pack.change("facts/topics.yaml", "menu: money", "menu: coins")
    pack.change(TOPIC, "title", "titel")
    pack.change("bn/topics/fees.yaml", "কত খরচ", "Cost")
    pack.change("facts/fees/SA.yaml", "165000", "many")
    assert pack.found() == [
        ("wrong-script", "bn/topics/fees.yaml", 2),
        ("missing", TOPIC, 1),
        ("unknown-key", TOPIC, 3),
        ("wrong-value", "facts/fees/SA.yaml", 4),
        ("unknown-value", "facts/topics.yaml", 10),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("en/topics", "en/Topics", {"en", "en/topics", "en/Topics"}, id="of topics"),
        pytest.param("en", "english", {"en"}, id="of a language"),
        pytest.param("facts", "fact", {"facts"}, id="of facts"),
        pytest.param("facts/help_desks", "facts/desks", {"facts/help_desks", "facts/desks"}, id="of numbers"),
    ],
)
def test_a_folder_that_was_renamed_is_told_once_and_nobody_is_told_to_delete(old, new, expected, pack):
    pack.path(old).rename(pack.path(new))
    assert {file for _, file, _ in pack.found()} <= expected
    assert ("missing", old, 1) in pack.found()
    with pytest.raises(PacksError):
        pack.load()


@pytest.mark.parametrize("name", ["SA.yml", "SA.YAML", "SA.yaml.txt", "SA.Yml"])
def test_numbers_in_a_misnamed_file_are_an_error_and_their_names_are_not_obsolete(name, pack):
    pack.path("facts/help_desks/SA.yaml").rename(pack.path(f"facts/help_desks/{name}"))
    assert pack.found() == [("unread-file", f"facts/help_desks/{name}", 1)]
    with pytest.raises(PacksError):
        pack.load()


def test_a_copy_that_a_programme_kept_stops_nobody(pack):
    shutil.copy(pack.path("facts/help_desks/SA.yaml"), pack.path("facts/help_desks/SA.yaml.txt"))
    assert pack.found() == [("unread-file", "facts/help_desks/SA.yaml.txt", 1)]
    assert pack.load()


@pytest.mark.parametrize(
    ("name", "now", "todo"),
    [
        pytest.param(TOPIC, "en/topics/Warning_Signs.yaml", "Rename it to warning_signs.yaml.", id="a topic"),
        pytest.param(
            "en/questions/fees.yaml", "en/questions/Fees.yaml", "Rename it to fees.yaml.", id="questions"
        ),
        pytest.param(
            "facts/help_desks/SA.yaml", "facts/help_desks/sa.yaml", "Rename the file: SA.yaml.", id="numbers"
        ),
    ],
)
def test_a_slip_in_the_name_of_a_file_is_told_with_the_right_name(name, now, todo, pack):
    pack.path(name).rename(pack.path(now))
    assert todo in [finding.todo for finding in check(pack.folder, TODAY) if finding.file == now]


def test_the_name_of_a_language_may_stand_in_another_also_while_its_own_words_are_broken(pack):
    pack.write("en/ui.yaml", "oops: [\n")
    assert [file for _, file, _ in pack.found()] == ["en/ui.yaml"]


@pytest.mark.parametrize(
    "name",
    ["topics.yaml", "urgent.yaml", "destinations.yaml", "help_desks/SA.yaml"],
    ids=lambda name: f"facts/{name}",
)
def test_an_editor_is_never_told_to_delete_words_because_of_a_mistake_in_the_facts(name, pack):
    pack.write(f"facts/{name}", "oops: [\n")
    assert [file for _, file, _ in pack.found()] == [f"facts/{name}"]


def test_a_finding_reads_where_what_and_what_to_do(pack):
    pack.change(TOPIC, "title", "titel")
    error = pytest.raises(PacksError, pack.load).value
    assert str(error).splitlines()[2:] == [
        f'{TOPIC}:3  [unknown-key]  Nothing is called "titel" here.',
        '    Did you mean "title"? Otherwise remove it.',
    ]


def test_a_long_wrong_value_does_not_flood_the_screen(pack):
    pack.change("facts/fees/SA.yaml", "165000", "9" * 5000)
    assert len(str(check(pack.folder)[0])) < 250


def test_warnings_do_not_stop_anybody(pack):
    pack.change(TOPIC, "Is it real?", "Is this offer a real one?")
    assert {finding.severity for finding in check(pack.folder)} == {"warning"}
    assert pack.load()


def test_text_stays_text_however_yaml_would_read_it(pack):
    pack.change("facts/help_desks/BD.yaml", "'016135'", "016135")
    pack.change("facts/help_desks/BD.yaml", "'+8809610102030'", "+8809610102030")
    pack.change(TOPIC, "Is it real?", "no")
    pack.change(TOPIC, "Signs of a false offer", "2024-01-01 or so")
    packs = pack.load()
    assert [phone.number for phone in packs.help_desks["BD"]["bd_line"].phones] == [
        "016135",
        "+8809610102030",
    ]
    words = packs.languages["en"].topics["warning_signs"]
    assert (words.button, words.title) == ("no", "2024-01-01 or so")
    assert packs.topics["fees"].fee_table is True


def test_topics_stand_in_the_editors_order_and_questions_with_the_first_language_first(pack):
    packs = pack.load()
    assert list(packs.topics) == ["warning_signs", "fees"]
    assert packs.questions()["fees"] == ("কত টাকা লাগে", "what does it cost")
    assert packs.country_names()["SA"] == ("সৌদি আরব", "সৌদি", "saudia", "Saudi Arabia", "saudi", "riyadh")
    assert packs.urgent_phrases()["passport_taken"][-1] == "they took my passport"


WHOLE = Path(__file__).parents[1] / "broken_packs" / "_valid"  # has a check and a quiz too
FILES = sorted(file.relative_to(WHOLE).as_posix() for file in WHOLE.rglob("*.yaml"))
FILES += ["bn/ui.yaml", "en/ui.yaml"]
OF_THE_DAY = {"future-date", "outside-validity", "card-too-long"}
"""Errors that do not keep a bot from starting: only time went by, or only one card is lost."""
ODD = ["", "\t", "~", "*x", "&x ", "!!python/object/apply:os.abort []", "{", "[", "]", "- ", ": ", "'", '"']
ODD += [
    "|",
    "%",
    "১২৩",
    "\u0000",
    "\u2028",
    "\ud7ff",
    "no",
    "9" * 400,
    "../../etc",
    "{country}",
    "?" * 3,
    "<<: *x",
]
BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in pairwise("abcdefgh")
)


@st.composite
def mutations(draw):
    """What happens to files: a function from old bytes to new ones, or None to delete the file."""
    lines = st.integers(0, 40)
    odd = st.sampled_from(ODD) | st.text(max_size=12)
    kinds = [
        "drop",
        "insert",
        "swap",
        "replace",
        "delete",
        "binary",
        "bomb",
        "indent",
        "huge",
        "enormous",
        "tab",
        "curly",
        "windows",
        "wide",
        "twice",
        "cut",
    ]
    kind = draw(st.sampled_from(kinds))
    at, word, noise = draw(lines), draw(odd), draw(st.binary(max_size=60))

    def mutate(old: bytes) -> bytes | None:
        rows = old.decode().splitlines()
        place = at % max(len(rows), 1)
        key, colon, _ = (rows[place] if rows else "").partition(":")
        match kind:
            case "drop":
                rows[place : place + 1] = []
            case "insert":
                rows.insert(place, word)
            case "swap":
                rows[place : place + 1] = [f"{key}{colon} {word}"]
            case "replace":
                rows[place : place + 1] = [f"{key}:", f"    - {word}", f"    - {word}: {word}"]
            case "indent":
                rows[place : place + 1] = [f"   {key}{colon}"]
            case "delete":
                return None
            case "huge":
                return b"- x\n" * 3_000
            case "enormous":
                return old + b"# too much of it\n" * 70_000
            case "tab":
                rows[place : place + 1] = [f"\t{row.lstrip()}" for row in rows[place : place + 1]]
            case "curly":
                rows[place : place + 1] = [f"{key}{colon} “{word}”"]
            case "windows":
                return "\r\n".join(rows).encode("utf-8-sig")
            case "wide":
                return "\r\n".join(rows).encode("utf-16")
            case "twice":
                return old * 2
            case "cut":
                return old[: at * 9]
            case "binary":
                return noise
            case "bomb":
                return BOMB.encode()
        return "\n".join(rows).encode(errors="replace")

    return draw(st.sampled_from(FILES)), mutate


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A folder with the whole valid pack; every example puts back what it broke."""
    folder = tmp_path_factory.mktemp("whole") / "content"
    shutil.copytree(WHOLE, folder)
    for language in ("bn", "en"):
        shutil.copy(ROOT / "content" / language / "ui.yaml", folder / language / "ui.yaml")
    return folder


@contextmanager
def broken_by(changes, folder):
    """The files of `folder` while they are changed."""
    before = {name: (folder / name).read_bytes() for name, _ in changes}
    try:
        for name, mutate in changes:
            file = folder / name
            if file.is_file():
                try:
                    new = mutate(file.read_bytes())
                except UnicodeDecodeError:  # broken by the mutation before
                    new = None
                file.unlink() if new is None else file.write_bytes(new)
        yield
    finally:
        for name, data in before.items():
            (folder / name).write_bytes(data)


@settings(max_examples=200, deadline=None)
@given(st.lists(mutations(), min_size=1, max_size=2))
def test_however_broken_the_files_are_there_are_findings_or_packs_and_nothing_else(whole, changes):
    with broken_by(changes, whole):
        findings = check_all(whole, TODAY)[1]
        errors = [one for one in findings if one.severity == "error" and one.name not in OF_THE_DAY]
        for finding in errors:
            file = whole / finding.file
            assert 1 <= finding.line <= (file.read_bytes().count(b"\n") if file.is_file() else 0) + 1, finding
            assert finding.seen
            assert finding.todo
        seen = saved(whole, load_packs)  # as a running bot sees it, which keeps what it has
        if errors:
            assert isinstance(seen, PacksError)
            assert sorted(map(str, seen.findings)) == sorted(map(str, errors))
        else:
            assert isinstance(seen, Packs)


def test_one_mistake_made_a_thousand_times_does_not_bury_the_others(pack):
    pack.write("en/questions/fees.yaml", "- *x\n" * 1000)
    pack.change("facts/fees/SA.yaml", "165000", "many")
    found = pack.found()
    assert len(found) < 300
    assert ("wrong-value", "facts/fees/SA.yaml", 4) in found
