"""The components: Bangla stays whole, countries and amounts are masked, what was never seen counts."""

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language import normalise
from rasa_project.components.anew import Anew
from rasa_project.components.counts import CharCounts, SkeletonCounts, WordCounts
from rasa_project.components.doubt import Doubt
from rasa_project.components.learning import confidences
from rasa_project.components.linear import LinearIntents
from rasa_project.components.mentions import MentionFinder
from rasa_project.components.tables import tables
from rasa_project.components.words import WordTokenizer

# Escapes, because Bangla letters stand in content/ and in components/ only.
TOLD = {"check__visa=y": ["tourist visa"]}
TAKA = "\u099f\u09be\u0995\u09be"
KOTO_TAKA_LAGE = f"\u0995\u09a4 {TAKA} \u09b2\u09be\u0997\u09c7"
CONTEXT = ExecutionContext(GraphSchema({}), node_name="here")
NAMES = {"SA": ["saudi arabia", "saudi"], "MY": ["malaysia"]}
LINES = {
    "fees": [
        KOTO_TAKA_LAGE,
        "koto taka lage",
        "how much for saudi arabia",
        "fee for malaysia",
        "saudi 5 lakh",
    ],
    "hello": ["hello", "hi there", "good morning", "salam bhai"],
    "locked": ["i am locked in", "they locked the door", "locked inside the house", "cannot go out"],
}


@pytest.fixture
def storage(tmp_path):
    return LocalModelStorage(tmp_path)


@pytest.fixture
def data() -> TrainingData:
    examples = [Message.build(line, intent) for intent, lines in LINES.items() for line in lines]
    return TrainingData(examples, lookup_tables=tables(NAMES, ["locked"], TOLD, ["fees"]))


@pytest.fixture
def pipeline(storage, data):
    """The components as training leaves them, loaded again, and the training data after them."""
    kinds = [MentionFinder, WordTokenizer, WordCounts, CharCounts, SkeletonCounts, LinearIntents, Doubt]
    loaded = []
    for number, kind in enumerate(kinds):
        resource = Resource(f"{kind.__name__}{number}")
        config = getattr(kind, "get_default_config", dict)()
        config |= {"min_ngram": 1, "max_ngram": 3} if kind in (CharCounts, SkeletonCounts) else {}
        fresh = kind.create(config, storage, resource, CONTEXT)
        if hasattr(fresh, "train"):
            fresh.train(data)
            fresh = kind.load(config, storage, resource, CONTEXT)
        if hasattr(fresh, "process_training_data") and kind is not LinearIntents and kind is not Doubt:
            fresh.process_training_data(data)
        loaded.append(fresh)
    return loaded


def through(pipeline, text: str) -> Message:
    message = Message(data={"text": text})
    for component in pipeline:
        component.process([message])
    return message


def test_a_bangla_word_is_in_the_vocabulary_whole(pipeline):
    words = pipeline[2].vectorizers["text"].vocabulary_
    assert TAKA in words
    assert TAKA[0] not in words


def test_countries_and_amounts_are_masked_for_the_features_and_kept_as_entities(pipeline):
    message = through(pipeline, "saudi arabia 5 lakh")
    assert [token.lemma for token in message.get("text_tokens")] == ["_country_", "_money_"]
    found = [(entity["entity"], entity["value"]) for entity in message.get("entities")]
    assert found == [("country", "SA"), ("money", "500000 BDT")]


@pytest.mark.parametrize(
    "text", ["salary 1500 riyal saudi 5 lakh lage", "saudi 5 lakh lage salary 1500 riyal"]
)
def test_what_is_earned_is_masked_like_a_price_and_has_its_role(pipeline, text):
    message = through(pipeline, text)
    assert [token.lemma for token in message.get("text_tokens")].count("_money_") == 2
    found = {entity["value"]: entity.get("role") for entity in message.get("entities")}
    assert (found["500000 BDT"], found["1500 SAR"]) == (None, "earned")


def test_where_only_a_relative_is_has_a_role_that_fills_no_slot(pipeline):
    message = through(pipeline, "my brother is in malaysia i live in saudi arabia")
    assert [token.lemma for token in message.get("text_tokens")].count("_country_") == 2
    found = {entity["value"]: entity.get("role") for entity in message.get("entities")}
    assert found == {"MY": "theirs", "SA": "in"}


def test_a_wage_alone_is_no_amount_to_a_question_about_a_price(storage, pipeline, data):
    anew = Anew.create({}, storage, Resource("anew"), CONTEXT)
    anew.train(data)
    anew = Anew.load({}, storage, Resource("anew"), CONTEXT)
    said = [
        entity["value"] for entity in through([*pipeline, anew], "saudi salary 1500 riyal").get("entities")
    ]
    assert "-" in said
    said = [entity["value"] for entity in through([*pipeline, anew], "saudi 5 lakh").get("entities")]
    assert "-" not in said


def test_a_country_never_seen_in_a_question_is_as_good_as_one_that_was(pipeline):
    seen, unseen = (through(pipeline, f"how much for {name}") for name in ("saudi arabia", "malaysia"))
    assert seen.get("intent")["name"] == "fees"
    assert seen.get("intent")["confidence"] == pytest.approx(unseen.get("intent")["confidence"])


def test_what_was_never_seen_is_counted(pipeline):
    known, strange = (through(pipeline, text) for text in ("hello", "zzzz qqqq"))
    assert [feature.features.tocsr()[0, -1] for feature in known.features] == [0, 0, 0]
    assert all(feature.features.tocsr()[0, -1] > 0 for feature in strange.features)


def test_strange_words_lower_the_confidence(pipeline):
    plain, strange = (through(pipeline, text) for text in ("hello", "hello zebra xylophone quartz"))
    assert strange.get("intent_ranking")[0]["confidence"] < plain.get("intent_ranking")[0]["confidence"]


def test_the_skeleton_joins_the_two_scripts(pipeline):
    bangla, banglish = (through(pipeline, text).features[2].features for text in (TAKA, "taka"))
    assert (bangla.toarray() == banglish.toarray()).all()


def test_training_twice_gives_the_same_answers(storage, data, pipeline):
    again = LinearIntents.create(LinearIntents.get_default_config(), storage, Resource("again"), CONTEXT)
    again.train(data)
    again = LinearIntents.load(LinearIntents.get_default_config(), storage, Resource("again"), CONTEXT)
    first = through(pipeline, "hi bhai").get("intent_ranking")
    second = through([*pipeline[:5], again], "hi bhai").get("intent_ranking")
    assert first == second


def test_text_without_a_word_is_understood_as_something(pipeline):
    assert through(pipeline, "...").get("intent")["name"]


@pytest.mark.parametrize("text", ["5", "17", "01711234567", "x", "xq zv", "10:30"])
def test_numbers_and_stray_letters_say_nothing(pipeline, text):
    assert through(pipeline, text).get("intent")["name"] == "nlu_fallback"


def test_a_price_in_signs_alone_says_something(pipeline):
    assert through(pipeline, "5,00,000/-").get("intent")["name"] != "nlu_fallback"


def test_numbers_are_masked_by_what_they_count(pipeline):
    message = through(pipeline, normalise("my son is 20, my daughter is 16 years old, room 12"))
    masks = [token.lemma for token in message.get("text_tokens") if token.lemma.startswith("_")]
    assert masks == ["_18_", "_17_", "_0_"]
    assert message.get("entities") == []


def test_confidences_add_up_to_one():
    assert confidences(np.array([1.0, -3.0, 700.0]), 5.0).sum() == pytest.approx(1.0)


def doubt(ranking: dict[str, float]) -> str:
    judge = Doubt(Doubt.get_default_config(), None, None, frozenset({"locked", "beaten"}))
    return judge.decide([{"name": name, "confidence": value} for name, value in ranking.items()])["name"]


def test_doubt_keeps_what_is_sure():
    assert doubt({"fees": 0.7, "locked": 0.2}) == "fees"


def test_doubt_does_not_guess():
    assert doubt({"fees": 0.22, "hello": 0.2, "locked": 0.2}) == "nlu_fallback"


def test_doubt_between_two_alarms_is_an_alarm():
    assert doubt({"locked": 0.35, "beaten": 0.3, "hello": 0.1}) == "locked"
    assert doubt({"hello": 0.36, "locked": 0.34, "beaten": 0.28}) == "locked"


def test_nobody_is_alarmed_by_half_a_guess():
    assert doubt({"locked": 0.32, "hello": 0.31}) == "nlu_fallback"
