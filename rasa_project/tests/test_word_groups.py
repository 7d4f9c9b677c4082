"""Words that mean the same: what is found of them, and what the editors of the files may write."""

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language import normalise
from rasa_project.components.groups import ANY_ENDING, GroupFinder, WordGroups, with_pairs
from rasa_project.components.words import GROUPS
from rasa_project.line import Line
from rasa_project.word_groups import CONTENT, FILES, word_groups

EVERY = word_groups()
TABLES = sorted(CONTENT.glob(FILES))
# Escapes, because Bangla letters stand in content/ and in components/ only.
MALIK, KOFIL = "\u09ae\u09be\u09b2\u09bf\u0995", "\u0995\u09ab\u09bf\u09b2"
MARCHE, PITA = "\u09ae\u09be\u09b0\u099b\u09c7", "\u09aa\u09bf\u099f\u09be"
PASSPORT = "\u09aa\u09be\u09b8\u09aa\u09cb\u09b0\u09cd\u099f"
DIYE = "\u09a6\u09bf\u09af\u09bc\u09c7"
OF, THE = "\u09c7\u09b0", "\u099f\u09be"  # endings
SMALL = {
    "employer": ["boss", MALIK, KOFIL, "company owner"],
    "hit": ["beat*", MARCHE, f"{PITA}*"],
    "passport": ["passport", PASSPORT],
    "give": [DIYE],
}


@pytest.fixture(scope="module")
def small() -> WordGroups:
    return WordGroups(SMALL)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("my boss beats me", ["employer", "hit"]),
        ("the company owner", ["employer"]),
        (f"{MALIK} {MARCHE}", ["employer", "hit"]),
        (f"{MALIK}{OF} {PASSPORT}{THE}", ["employer", "passport"]),
        ("malik marche", ["employer", "hit"]),  # by their sound
        ("malik marse", ["employer", "hit"]),  # two spellings of one letter
        ("kofil pitaise", ["employer", "hit"]),
        ("nothing of it", []),
    ],
)
def test_a_word_is_found_in_every_way_of_writing(small, said, found):
    assert small.find(normalise(said).split(" ")) == found


def test_a_mask_stands_for_itself(small):
    assert small.find(["_country_", "boss"]) == ["_country_", "employer"]


def test_english_is_not_read_by_its_sound(small):
    """A word for "with" is typed diye; "die" is another word."""
    assert small.find(["diye"]) == ["give"]
    assert WordGroups({"death": ["die"]}).find(["diye"]) == []


def test_every_two_groups_are_counted_together():
    assert with_pairs(["a", "b", "c"]) == ["a", "b", "c", "a+b", "a+c", "b+c"]
    assert with_pairs([]) == []


def test_groups_are_kept_with_the_model(tmp_path, monkeypatch):
    """Who edits the files while a model serves changes nothing until the next training."""
    context = ExecutionContext(GraphSchema({}), node_name="here")
    storage, resource = LocalModelStorage(tmp_path), Resource("groups")
    monkeypatch.setattr("rasa_project.components.groups.word_groups", lambda: SMALL)
    GroupFinder.create({}, storage, resource, context).train(TrainingData())
    monkeypatch.setattr("rasa_project.components.groups.word_groups", dict)
    message = Message(data={"text": "my boss", TOKENS_NAMES["text"]: [Token("my", 0), Token("boss", 3)]})
    GroupFinder.load({}, storage, resource, context).process([message])
    assert message.get(GROUPS) == ["employer"]


def test_the_languages_have_the_same_groups():
    ids = [
        {line.removesuffix(":") for line in file.read_text("utf-8").splitlines() if line.endswith(":")}
        for file in TABLES
    ]
    assert len(TABLES) > 1
    assert all(one == ids[0] for one in ids)
    assert ids[0] == set(EVERY)


@pytest.mark.parametrize("group", EVERY)
def test_what_is_written_can_be_found(group):
    for word in EVERY[group]:
        stem = word.removesuffix(ANY_ENDING)
        assert normalise(stem) == stem
        assert group in WordGroups({group: [word]}).find(stem.split(" "))


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("employer: boss", "employer must be a list"),
        ("employer:", "employer must be a list"),
        ("- boss", "must be a table"),
        ("", "must be a table"),
    ],
)
def test_what_is_no_table_of_lists_is_told(tmp_path, broken, told):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "word_groups.yaml").write_text(broken)
    with pytest.raises(ValueError, match=f"^en/word_groups.yaml.* {told}"):
        word_groups(tmp_path)


def test_lines_are_put_together_as_rasa_would():
    one = TrainingData([Line(text="how much", intent="fees"), Line(text="hello", intent="greet")])
    other = TrainingData([Line(text="how much", intent="fees"), Line(text="how much", intent="greet")])
    both = one.merge(other)
    assert [(line.get("text"), line.get("intent")) for line in both.training_examples] == [
        ("how much", "fees"),
        ("hello", "greet"),
        ("how much", "greet"),
    ]
    both.training_examples[0].set("text", "changed")
    assert one.training_examples[0].get("text") == "how much"
