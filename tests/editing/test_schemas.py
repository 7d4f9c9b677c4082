"""The schemas say what the models say, are wired to the right files, and accept all that stands there."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bot.editing.hover import KEYS
from bot.editing.schemas import FOLDER, models, schemas, texts, wiring
from bot.packs import Finding
from bot.settings import ROOT

CONTENT = ROOT / "content"


class Yaml12(yaml.SafeLoader):
    """YAML as the editors' language server reads it: `no` is a text there, 999 a number."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


@pytest.fixture(scope="module")
def made() -> dict[str, dict[str, Any]]:
    return schemas(CONTENT)


def validator(made: dict[str, dict[str, Any]], kind: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(made[kind])


def test_the_committed_schemas_are_those_of_the_models():
    for name, text in texts(CONTENT).items():
        assert (ROOT / name).read_text("utf-8") == text, (
            f"run: script/dishari content schema --write ({name})"
        )
    assert {f"{FOLDER}/{file.name}" for file in (ROOT / FOLDER).iterdir()} == set(texts(CONTENT))


def test_the_editor_is_told_which_schema_is_for_which_file():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == wiring()


def test_every_pack_file_has_exactly_one_schema():
    found: dict[Path, list[str]] = {file: [] for file in CONTENT.rglob("*.yaml")}
    for schema, patterns in wiring().items():
        for file in {file for pattern in patterns for file in ROOT.glob(pattern)}:
            found[file].append(schema)
    assert {file.name: of_file for file, of_file in found.items() if len(of_file) != 1} == {}


def test_all_content_fits_its_schema(made):
    for schema, patterns in wiring().items():
        checked = validator(made, Path(schema).stem)
        for file in (file for pattern in patterns for file in ROOT.glob(pattern)):
            data = yaml.load(file.read_text("utf-8"), Loader=Yaml12)  # noqa: S506  a safe loader
            assert [f"{list(error.path)}: {error.message}" for error in checked.iter_errors(data)] == [], file


def test_every_key_has_its_help():
    keys = {f"{model.__name__}.{key}" for model in models() for key in model.model_fields}
    inherited = {
        f"{model.__name__}.{key}" for model in models() for key in ("checked_on", "checked_by", "heard")
    }
    assert keys - inherited - set(KEYS) == set()
    assert {key for key in KEYS if not key.startswith("Checked.")} - keys == set()


def test_a_text_of_the_bot_says_which_words_in_braces_it_needs(made):
    assert "{country}" in made["ui"]["properties"]["help_title"]["description"]


TOPIC = {"revision": 1, "button": "b", "title": "t", "summary": "s", "next_step": "n"}
SOURCE = {"title": "T", "url": "https://example.org", "as_of": 2024}
FEE = {
    "id": "sa_men",
    "kind": "ceiling",
    "amount": 165000,
    "currency": "BDT",
    "year": 2016,
    "confidence": "high",
    "sources": [SOURCE],
}


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        pytest.param("topic", TOPIC | {"titel": "t"}, id="a key that nothing is called"),
        pytest.param("topic", TOPIC | {"revision": "one"}, id="a word where a number belongs"),
        pytest.param("topic", TOPIC | {"points": "one"}, id="a text where a list belongs"),
        pytest.param("facts_topics", {"Topic": {}}, id="a name with a capital letter"),
        pytest.param("facts_fees", [FEE | {"amount": "1,65,000"}], id="a number with commas"),
        pytest.param("facts_fees", [FEE | {"kind": "max"}], id="a value that is not on the list"),
        pytest.param("facts_fees", [FEE | {"sources": []}], id="no source"),
        pytest.param("facts_fees", [FEE | {"sources": [SOURCE | {"as_of": "May 2024"}]}], id="half a date"),
        pytest.param("facts_fees", [FEE | {"checked_on": "31.5.2026"}], id="a date in another order"),
        pytest.param("facts_destinations", {"SA": {"likely": "maybe"}}, id="neither yes nor no"),
        pytest.param("questions", [], id="an empty list"),
    ],
)
def test_what_is_wrong_is_underlined(made, kind, data):
    assert not validator(made, kind).is_valid(data)


def test_what_yaml_takes_for_a_number_or_a_truth_is_right_where_we_read_text(made):
    assert validator(made, "topic").is_valid(TOPIC | {"title": 2024, "button": True})
    assert validator(made, "facts_fees").is_valid([FEE | {"amount": "165000", "checked_on": None}])
    assert validator(made, "facts_destinations").is_valid({"SA": {"likely": "no"}, "AE": {"likely": True}})


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_the_task_in_the_editor_reads_what_the_check_prints(severity):
    name = "content/facts/help_desks/SA.yaml"
    finding = Finding(name, 12, "no-source", "It has (no) source.", "Add it.", severity)
    for task in json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]:
        matcher = task["problemMatcher"]
        pattern = matcher["pattern"]
        assert matcher["fileLocation"] == ["relative", "${workspaceFolder}"]
        found = re.match(pattern["regexp"], str(finding).splitlines()[0])
        assert found
        said = {part: found[pattern[part]] for part in ("file", "line", "code", "message", "severity")}
        told = {"file": name, "line": "12", "code": "no-source", "message": "It has (no) source."}
        assert said == told | {"severity": severity if severity == "warning" else None}
