"""Every mistake an editor can make gets one finding: its name, the file, the line."""

import pytest

TOPICS = "facts/topics.yaml"
TOPIC = "en/topics/warning_signs.yaml"
BD = "facts/help_desks/BD.yaml"
SA = "facts/help_desks/SA.yaml"
FEES = "facts/fees/SA.yaml"

PHONE = """\
    - number: '016135'
      dial_from: BD
      open: always
      cost: free
      channels: [call]"""
WARNING = """\
warning: |
  Do not pay before you have a contract.
"""
BN_FEES = "bn/topics/fees.yaml"
ASKED = "en/questions/warning_signs.yaml"


def test_a_valid_pack_has_no_findings(pack):
    assert pack.found() == []
    assert list(pack.load().topics) == ["warning_signs", "fees"]


def broken(id, name, line, finding, *, file="", old="", new=""):  # noqa: A002
    """A case: in `file` (else `name`) `old` becomes `new`; the finding stands in `name` on `line`."""
    return pytest.param(file or name, old, new, (finding, name, line), id=id)


YAML = [
    broken("a tab at the start of a line", TOPIC, 2, "tab", old="button:", new="\tbutton:"),
    broken("a colon inside a text", TOPIC, 3, "colon", old="Signs of", new="Signs: of"),
    broken("a quote that is never closed", TOPIC, 3, "missing-quote", old="Signs of", new='"Signs of'),
    broken("a key without its colon", TOPIC, 3, "missing-colon", old="title:", new="title"),
    broken("a line that stands too far left", TOPIC, 8, "indent", old="  - The agent hurries", new=" - The"),
    broken("a key that stands twice", TOPIC, 3, "duplicate-key", old="title", new="button: Again\ntitle"),
    broken("a reference to another value", TOPIC, 3, "special-sign", old="Signs", new="*Signs"),
    broken("a name for a value", TOPIC, 3, "special-sign", old="Signs", new="&Signs"),
    broken("a type for a value", TOPIC, 3, "special-sign", old="Signs", new="!Signs"),
    broken("a text that begins with stars", TOPIC, 3, "special-sign", old="Signs", new="**Signs**"),
    broken("a text that begins with a brace", TOPIC, 3, "special-sign", old="Signs", new="{country} Signs"),
    broken("a text that begins with a bracket", TOPIC, 3, "special-sign", old="Signs", new="[Signs](x) "),
    broken("an invisible control character", TOPIC, 3, "not-yaml", old="Signs", new="Sig\x02ns"),
    broken("a second document", TOPIC, 4, "not-yaml", old="summary", new="---\nsummary"),
    broken("a key that is a list", TOPIC, 3, "not-yaml", old="title:", new="? [title]\n:"),
]

SHAPES = [
    broken("a key that is missing", TOPIC, 1, "missing", old="title: Signs of a false offer\n"),
    broken("a key that nothing is called", TOPIC, 9, "unknown-key", old="warning", new="warnig"),
    broken("a value that is not on the list", TOPICS, 2, "unknown-value", old="before_you_go", new="before"),
    broken("a text that is empty", TOPIC, 3, "empty", old=" Signs of a false offer"),
    broken("a list that is empty", "en/questions/fees.yaml", 1, "empty", old="- what does it cost", new="[]"),
    broken("too many related topics", TOPICS, 3, "too-many", old="[fees]", new="[fees, fees, fees, fees]"),
    broken("a text for a long read", TOPIC, 3, "too-long", old="Signs", new="Signs " * 100),
    broken(
        "a text where a map belongs",
        BD,
        5,
        "not-a-map",
        old=PHONE,
        new="    - '016135'",
    ),
    broken("a text where a list belongs", TOPIC, 6, "not-a-list", old="points:", new="points: many\nsteps:"),
    broken(
        "a list where a text belongs", TOPIC, 3, "not-a-text", old="Signs of a false offer", new="[Signs]"
    ),
    broken("an answer that is neither yes nor no", TOPICS, 11, "wrong-value", old="yes", new="maybe"),
    broken("a number with commas", FEES, 4, "wrong-value", old="165000", new="1,65,000"),
    broken("a number in Bangla digits", FEES, 4, "wrong-value", old="165000", new="১৬৫০০০"),
    broken("a number beyond all numbers", FEES, 4, "wrong-value", old="165000", new="9" * 5000),
    broken("an amount below nothing", FEES, 4, "wrong-value", old="165000", new="-1"),
    broken("a currency nobody has", FEES, 5, "wrong-value", old="BDT", new="taka"),
    broken("a link that leads nowhere", TOPICS, 7, "not-a-link", old="https://", new="www."),
    broken("a month that does not exist", TOPICS, 8, "wrong-value", old="2024-05", new="2024-13"),
    broken(
        "a day that does not exist",
        TOPICS,
        2,
        "wrong-value",
        old="menu",
        new="checked_on: 2026-02-30\n  menu",
    ),
    broken("a letter in a phone number", BD, 5, "wrong-value", old="016135", new="16l35"),
    broken("an hour that no clock shows", BD, 7, "wrong-value", old="always", new="sun-thu 08:00-29:00"),
    broken("hours in free words", BD, 7, "wrong-value", old="always", new="in the morning"),
    broken("a country written out", BD, 6, "wrong-value", old="dial_from: BD", new="dial_from: Bangladesh"),
    broken(
        "a name with a capital letter", TOPICS, 1, "wrong-value", old="warning_signs:", new="Warning_signs:"
    ),
    broken("a language of the help desk in words", BD, 13, "wrong-value", old="[bn]", new="[Bangla]"),
    broken("a language code that is a path", "languages.yaml", 5, "wrong-value", old="en:", new="../en:"),
    broken(
        "a locale that nobody speaks",
        "languages.yaml",
        7,
        "wrong-value",
        old="locale: en",
        new="locale: xq_BD",
    ),
]

IDS = [
    broken("a related topic that does not exist", TOPICS, 3, "unknown-id", old="[fees]", new="[fee]"),
    broken("a help desk that does not exist", TOPICS, 4, "unknown-id", old="[bd_line]", new="[bd_lane]"),
    broken(
        "an urgent situation that leads nowhere",
        "facts/urgent.yaml",
        3,
        "unknown-id",
        old="[warning_signs]",
        new="[signs]",
    ),
    broken("a phone of an unknown country", SA, 6, "unknown-id", old="dial_from: SA", new="dial_from: XX"),
    broken("a fee that stands twice", FEES, 12, "id-clash", old="- id", new=""),
    broken(
        "a short code from anywhere", BD, 5, "phone-format", old="dial_from: BD", new="dial_from: anywhere"
    ),
    broken("a number too short for its country", BD, 10, "phone-format", old="9610102030", new="96"),
    broken("a number of no country", BD, 10, "phone-format", old="+880", new="+0"),
]

WORDS = [
    broken("English in the Bangla file", BN_FEES, 3, "wrong-script", old="কত টাকা লাগার কথা", new="Cost"),
    broken("Bangla in the English file", TOPIC, 3, "wrong-script", old="Signs", new="Signs লক্ষণ"),
    broken("HTML", TOPIC, 3, "markup", old="Signs", new="<b>Signs</b>"),
    broken("Markdown", TOPIC, 3, "markup", old="false", new="**false**"),
    broken("a link inside a text", TOPIC, 3, "markup", old="false", new="[false](https://example.org)"),
    broken("a text in curly quotes", TOPIC, 3, "curly-quotes", old="Signs of a false offer", new="“Signs”"),
    broken("a placeholder that nothing fills", TOPIC, 3, "placeholder", old="false", new="{country}"),
    broken("letters in an unusual form", BN_FEES, 5, "not-nfc", old="দেশ", new="দে\u09df"),
    broken(
        "a label wider than a phone",
        TOPIC,
        2,
        "label-too-long",
        old="Is it real?",
        new="Is this offer a real one?",
    ),
    broken(
        "points that one language lacks", TOPIC, 6, "different-number", old="  - The agent hurries you.\n"
    ),
    broken("a warning that one language lacks", TOPIC, 1, "different-number", old=WARNING),
    broken(
        "steps that one language lacks",
        "en/urgent.yaml",
        8,
        "different-number",
        old="numbers.",
        new="numbers.\n      - Wait.",
    ),
    broken(
        "a risk that one language keeps quiet",
        "en/help_desks.yaml",
        4,
        "missing",
        old="  risk: They may ask for your papers.\n",
    ),
    broken(
        "the same question in two files",
        ASKED,
        2,
        "same-question",
        old="is this offer real",
        new="What does it COST?",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), [*YAML, *SHAPES, *IDS, *WORDS])
def test_a_mistake_gets_one_finding_that_names_file_and_line(file, old, new, expected, pack):
    if file == FEES and old == "- id":  # the whole entry once more
        pack.write(FEES, pack.path(FEES).read_text("utf-8") * 2)
    else:
        pack.change(file, old, new)
    assert pack.found() == [expected]
