"""new-topic, new-country, new-language: every file is there, nothing is lost, nothing passes unwritten."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.editing.files import Refused
from bot.editing.new_country import new_country
from bot.editing.new_language import OPTIONAL, new_language
from bot.editing.new_topic import new_topic
from bot.packs import check, draft, load_packs


@pytest.fixture
def content(lean: Path, tmp_path: Path) -> Path:
    """A copy of the real content, with few of the questions."""
    return Path(shutil.copytree(lean, tmp_path / "content", copy_function=shutil.copyfile))


def texts(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def environment(content: Path) -> dict[str, str]:
    return {"DISHARI_CONTENT": str(content), "DISHARI_DATA": str(content.parent / "var")}


def errors(folder: Path) -> set[tuple[str, str]]:
    return {(finding.file, finding.name) for finding in check(folder) if finding.severity == "error"}


def made(folder: Path, before: dict[str, bytes]) -> set[str]:
    """The files that are new or longer; whatever stood in them before still begins them."""
    after = texts(folder)
    for name, text in before.items():
        assert after[name].startswith(text), f"{name} lost something"
    return {name for name, text in after.items() if before.get(name) != text}


def write(folder: Path, name: str, *texts: str) -> None:
    """Does an editor's work: each mark, with what stands behind it, becomes the next text."""
    file = folder / name
    waiting = iter(texts)
    file.write_text(re.sub(r"\?\?\?.*", lambda _: next(waiting), file.read_text("utf-8")), "utf-8")


SOURCE = ("Ministry", "https://example.org/list", "2025")
CARD = ("Check a visa", "How to check a visa", "Ask the embassy.", "One.", "Two.", "Three.", "Call 16135.")
CARD_BN = (
    "ভিসা যাচাই", "ভিসা যাচাই করা", "দূতাবাসে জিজ্ঞেস করুন।", "এক।", "দুই।", "তিন।", "১৬১৩৫ নম্বরে কল করুন।",
)  # fmt: skip
WAYS = ("a friend", "my agent", "the boss", "an office", "a cousin", "a stranger", "the dalal", "a neighbour",
        "the recruiter", "my uncle", "somebody online", "an agency", "the company")  # fmt: skip
NUMBERS = ["এক", "দুই", "তিন", "চার", "পাঁচ", "ছয়", "সাত", "আট", "নয়", "দশ", "এগারো", "বারো", "তেরো"]


def test_a_new_topic_fails_the_check_until_every_text_is_written(content):
    before = texts(content)
    new_topic(content, "visa_check", "before_you_go").write()
    files = {f"{code}/{kind}/visa_check.yaml" for code in ("bn", "en") for kind in ("topics", "questions")}
    assert made(content, before) == files | {"facts/topics.yaml"}
    assert errors(content) == {(name, "not-written") for name in files | {"facts/topics.yaml"}}

    write(content, "facts/topics.yaml", *SOURCE)
    write(content, "en/topics/visa_check.yaml", *CARD)
    write(content, "bn/topics/visa_check.yaml", *CARD_BN)
    english = [f"can {who} see whether this visa is real" for who in WAYS]
    bangla = [f"আমার {one} নম্বর ভিসাটা আসল কিনা দেখব কীভাবে" for one in NUMBERS]
    banglish = [f"amar {who.split()[-1]} er visa asol kina dekhbo kivabe" for who in WAYS]
    for code, lines in (("en", english), ("bn", bangla + banglish)):
        file = content / code / "questions" / "visa_check.yaml"
        file.write_text("".join(f"- {line}\n" for line in lines), "utf-8")
    assert errors(content) == set()
    assert list(load_packs(content).topics)[-1] == "visa_check"


def test_what_is_not_written_yet_hides_nothing_else_from_the_preview(content, lean):
    new_topic(content, "visa_check").write()
    new_country(content, "BT").write()
    packs, _ = draft(content)
    assert packs
    assert list(packs.topics) == list(load_packs(lean).topics)
    assert "SA" in packs.help_desks


def test_the_finding_stands_where_the_first_text_is_to_be_written(content):
    new_topic(content, "visa_check").write()
    (found,) = [one for one in check(content) if one.file == "en/topics/visa_check.yaml"]
    assert (found.name, found.line) == ("not-written", 2)
    assert "7" in found.seen


def test_a_new_country_has_its_names_its_first_help_desk_and_its_fee_table(content):
    before = texts(content)
    new_country(content, "BT", fees=True).write()
    facts = {"facts/destinations.yaml", "facts/help_desks/BT.yaml", "facts/fees/BT.yaml"}
    words = {f"{code}/{name}.yaml" for code in ("bn", "en") for name in ("destinations", "help_desks")}
    assert made(content, before) == facts | words
    unwritten = (facts | words) - {"facts/destinations.yaml"}
    assert errors(content) == {(name, "not-written") for name in unwritten}

    write(content, "facts/help_desks/BT.yaml", "'112'", "high", *SOURCE)
    write(content, "facts/fees/BT.yaml", "100000", "2020", "high", *SOURCE)
    for code, name, alias, desk, helps in (
        ("bn", "ভুটান", "থিম্পু", "জরুরি নম্বর", "পুলিশ।"),
        ("en", "Bhutan", "thimphu", "Emergency number", "Police."),
    ):
        write(content, f"{code}/destinations.yaml", name, alias)
        write(content, f"{code}/help_desks.yaml", desk, helps)
    assert errors(content) == set()
    packs = load_packs(content)
    assert packs.fees["BT"][0].amount == 100000
    assert "thimphu" in packs.country_names()["BT"]


def test_a_fee_table_is_begun_only_when_it_is_wanted(content):
    new_country(content, "BT").write()
    assert not (content / "facts/fees/BT.yaml").exists()
    new_country(content, "BT", fees=True).write()
    assert (content / "facts/fees/BT.yaml").exists()


def keys(data: object, path: tuple[object, ...] = ()) -> set[tuple[object, ...]]:
    if isinstance(data, dict):
        return {(*path, key) for key in data}.union(
            *(keys(value, (*path, key)) for key, value in data.items())
        )
    typed = path[-1:] in (("phrases",), ("whole",), ("told",), ("aliases",), ("hypothetical",), ())
    if isinstance(data, list) and not typed:
        return {(*path, len(data))}
    return set()


def comments(file: Path) -> list[str]:
    lines = file.read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith("#")]


def data(file: Path) -> object:
    from bot.packs.source import read

    findings: list[object] = []
    document = read(file, file.name, findings)
    assert document
    assert findings == []
    return document.data


def test_a_new_language_has_every_needed_file_key_and_comment_of_the_english_one(content):
    before = texts(content)
    new_language(content, "ne").write()
    english = {file.relative_to(content / "en") for file in (content / "en").rglob("*.yaml")}
    english -= {Path(name) for name in OPTIONAL}
    assert made(content, before) == {"languages.yaml"} | {f"ne/{file.as_posix()}" for file in english}
    for file in english:
        assert keys(data(content / "ne" / file)) == keys(data(content / "en" / file)), file
        assert comments(content / "ne" / file) == comments(content / "en" / file), file


def test_behind_the_mark_stands_what_is_to_be_said(content):
    new_language(content, "ne").write()
    nepali = (content / "ne/ui.yaml").read_text("utf-8")
    assert "\nmenu_button: ??? Menu\n" in nepali
    assert '\nhelp_title: "??? Numbers in {country}"\n' in nepali
    assert "\nmon: ??? सोमबार\n" in nepali
    assert "NP:\n  name: ??? नेपाल\n" in (content / "ne/destinations.yaml").read_text("utf-8")


def test_an_unfinished_language_is_checked_and_previewed_but_holds_nobody_up(content):
    new_language(content, "ne").write()
    found = check(content)
    assert {one.file.split("/")[0] for one in found if one.severity == "error"} == {"ne"}
    assert {one.name for one in found if one.file.startswith("ne/")} == {"not-written"}
    packs, _ = draft(content)
    assert packs
    assert "ne" in packs.languages
    assert list(load_packs(content).languages) == ["bn", "en"]
    (content / "ne/urgent.yaml").write_text("broken: [", "utf-8")
    assert list(load_packs(content).languages) == ["bn", "en"]


def test_at_least_one_language_is_offered(content):
    file = content / "languages.yaml"
    file.write_text(
        file.read_text("utf-8").replace("  reviewers: []", "  reviewers: []\n  offered: no"), "utf-8"
    )
    assert ("languages.yaml", "missing") in errors(content)


def test_cldr_says_how_a_language_is_written(content):
    for code, name, locale, script in (("hi", "हिन्दी", "hi_IN", "Deva"), ("ur", "اردو", "ur_PK", "Arab")):
        new_language(content, code).write()
        added = data(content / "languages.yaml")
        assert isinstance(added, dict)
        found = added[code]
        assert (found["name"], found["locale"], found["script"]) == (name, locale, script)


def test_a_language_that_cldr_does_not_know_can_be_described(content):
    new_language(content, "syl", name="ꠍꠤꠟꠐꠤ", locale="bn_BD", script="Beng").write()
    assert "syl:\n  name: ꠍꠤꠟꠐꠤ\n  locale: bn_BD\n  script: Beng\n" in (content / "languages.yaml").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(lambda folder: new_topic(folder, "visa_check"), id="topic"),
        pytest.param(lambda folder: new_country(folder, "BT", fees=True), id="country"),
        pytest.param(lambda folder: new_language(folder, "ne"), id="language"),
    ],
)
def test_twice_is_once_and_nothing_is_overwritten(content, plan):
    plan(content).write()
    written = [file for file in content.rglob("*.yaml") if "???" in file.read_text("utf-8")]
    written[0].write_text("# an editor was here\n" + written[0].read_text("utf-8"), "utf-8")
    before = texts(content)
    again = plan(content)
    again.write()
    assert texts(content) == before
    assert {step.done for step in again.steps} == {"left alone"}


def test_what_one_language_lacks_is_made_and_the_rest_stays(content):
    new_topic(content, "visa_check").write()
    before = texts(content)
    (content / "bn/topics/visa_check.yaml").unlink()
    new_topic(content, "visa_check").write()
    assert texts(content) == before


def test_line_ends_of_windows_stay(content):
    file = content / "facts/topics.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    new_topic(content, "visa_check").write()
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


def test_a_file_without_a_line_end_is_added_to_on_a_new_line(content):
    file = content / "facts/destinations.yaml"
    file.write_bytes(file.read_bytes().rstrip())
    new_country(content, "BT").write()
    assert b"\nBT:\n" in file.read_bytes()


def spoilt(name: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def spoil(content: Path) -> None:
        file = content / name
        file.write_text(change(file.read_text("utf-8")), "utf-8")

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(spoilt("facts/topics.yaml", lambda text: text + "broken: ["), id="not yaml"),
        pytest.param(spoilt("facts/topics.yaml", lambda text: text + "...\n"), id="nothing may follow"),
        pytest.param(spoilt("facts/topics.yaml", lambda _: "- one\n"), id="a list"),
        pytest.param(spoilt("languages.yaml", lambda text: text.replace("Beng", "Bang")), id="languages"),
        pytest.param(
            lambda content: (content / "facts/topics.yaml").write_bytes(b"\xff\xfe\xfa"), id="binary"
        ),
    ],
)
def test_of_what_is_broken_nothing_is_changed(content, spoil):
    spoil(content)
    before = texts(content)
    with pytest.raises(Refused):
        new_topic(content, "visa_check").write()
    assert texts(content) == before


def test_a_style_that_cannot_bear_the_mark_is_refused(content):
    file = content / "en/topics/difference.yaml"
    file.write_text("revision: 1\ntitle: [one, two]\n", "utf-8")
    before = texts(content)
    with pytest.raises(Refused, match="difference"):
        new_language(content, "ne").write()
    assert texts(content) == before


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("new-topic Visa", "small Latin letters"),
        ("new-topic menu", "a card of the bot itself"),
        ("new-topic ransom", "an urgent situation"),
        ("new-topic visa_check --menu side", "before_you_go"),
        ("new-country Nepal", "Did you mean NP"),
        ("new-country np", "capitals: NP"),
        ("new-country ZZ", "not the code of a country"),
        ("new-language Nepali", "Did you mean ne"),
        ("new-language nep", '"ne"'),
        ("new-language syl", "--locale"),
        ("new-language ne --locale ne_XX_YY_ZZ", "--locale"),
        ("new-language ne --script Xxxx", "--script"),
    ],
)
def test_what_cannot_be_made_is_said_in_a_sentence(content, command, words):
    before = texts(content)
    result = CliRunner().invoke(app, ["content", *command.split()], env=environment(content))
    assert result.exit_code == 1
    assert words in result.output
    assert "Traceback" not in result.output
    assert texts(content) == before


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("new-topic visa_check", ["facts/topics.yaml  (added to)", "bn/topics/visa_check.yaml  (new)"]),
        ("new-country BT", ["facts/help_desks/BT.yaml  (new)", "112", "CLDR: Bhutan"]),
        ("new-language ne", ["ne/ui.yaml  (new)", "ne/questions/*.yaml", "offered: no"]),
    ],
)
def test_the_command_says_file_by_file_what_to_do_next(content, command, words):
    result = CliRunner().invoke(app, ["content", *command.split()], env=environment(content))
    assert result.exit_code == 0
    assert all(word in result.output for word in [*words, "script/dishari content check"])


def test_what_was_made_can_be_undone(content):
    before = texts(content)
    for command in ("new-language ne", "undo --yes"):
        result = CliRunner().invoke(app, ["content", *command.split()], env=environment(content))
        assert result.exit_code == 0, result.output
    assert texts(content) == before
