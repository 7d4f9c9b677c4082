"""Rules for the Rasa house: it holds nothing that a person reads."""

import re
from pathlib import Path

import pytest
import yaml

HOUSE = Path(__file__).parents[2] / "rasa_project"
FILES = sorted(
    path
    for path in HOUSE.rglob("*")
    if path.suffix in (".py", ".yml", ".ini") and path.parent.name != "components"
)
BANGLA = re.compile("[\u0980-\u09ff]")
YAML = [path for path in FILES if path.suffix == ".yml" and path.name != "endpoints.yml"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_bangla_stands_in_the_content_and_in_components_only(file):
    assert not BANGLA.search(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", YAML, ids=lambda file: file.name)
def test_no_response_is_a_sentence(file):
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    for responses in data.get("responses", {}).values():
        assert all(set(response) == {"custom"} for response in responses)


@pytest.mark.parametrize("file", [path for path in FILES if path.suffix == ".py"], ids=lambda file: file.name)
def test_a_module_stays_small(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 220
