"""What slipped is put right for the features, and nothing else is touched."""

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language.joined import OFTEN
from bot.language.skeleton import word_skeleton
from rasa_project.components.typos import TypoMender
from rasa_project.components.words import SOUND, WordTokenizer

# Escapes, because Bangla letters stand in content/ and in components/ only.
PASSPORT = "\u09aa\u09be\u09b8\u09aa\u09cb\u09b0\u09cd\u099f"
LINES = ["they took my passport", f"amar {PASSPORT} nise", "passport nise malik", "koto taka lage"] * OFTEN
ONCE = "passpott"  # a slip in a training line is known as it stands, and nothing is mended into it
CONTEXT = ExecutionContext(GraphSchema({}), node_name="here")


@pytest.fixture(scope="module")
def mender(tmp_path_factory) -> TypoMender:
    data = TrainingData([Message.build(f"{line} {number}", "x") for number, line in enumerate(LINES)])
    data.training_examples.append(Message.build(ONCE, "x"))
    tokenizer().process_training_data(data)
    storage, resource = LocalModelStorage(tmp_path_factory.mktemp("model")), Resource("typos")
    TypoMender.create({}, storage, resource, CONTEXT).train(data)
    return TypoMender.load({}, storage, resource, CONTEXT)


def tokenizer() -> WordTokenizer:
    return WordTokenizer(WordTokenizer.get_default_config())


def counted(mender, text: str) -> list[str]:
    message = Message(data={"text": text})
    tokenizer().process([message])
    mender.process([message])
    tokens = message.get(TOKENS_NAMES["text"])
    assert [token.get(SOUND) for token in tokens] == [word_skeleton(token.lemma) for token in tokens]
    return [token.lemma for token in tokens]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("pasport", ["passport"]),  # a letter missing
        ("passporrt", ["passport"]),  # one too many
        ("psasport", ["passport"]),  # two swapped
        ("passpord", ["passport"]),  # another one
        (PASSPORT.replace("\u09cb", ""), [PASSPORT]),
        ("my passport", ["my", "passport"]),
        ("kototaka", ["koto", "taka"]),  # run into one
        ("amarpassportnisemalik", ["amar", "passport", "nise", "malik"]),
        (
            "theytookmalikpasportamarnise",
            ["they", "took", "malik", "passport", "amar", "nise"],
        ),  # and a letter missing
        (ONCE, [ONCE]),
        ("weather", ["weather"]),  # like nothing that was ever typed
        ("tok", ["tok"]),  # too short: took, toke, or a word of its own
        ("12345678", ["12345678"]),
    ],
)
def test_a_slip_is_read_as_what_was_meant(mender, typed, read):
    assert counted(mender, typed) == read


def test_where_a_word_stands_in_the_text_does_not_change(mender):
    message = Message(data={"text": "amar pasport"})
    tokenizer().process([message])
    mender.process([message])
    assert [(token.text, token.start, token.end) for token in message.get(TOKENS_NAMES["text"])] == [
        ("amar", 0, 4),
        ("pasport", 5, 12),
    ]


def test_a_message_without_words_passes(mender):
    assert mender.process([Message(data={"intent": "x"})])[0].get(TOKENS_NAMES["text"]) is None
