"""References and buttons: whatever comes in, it is ours and whole, or refused."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import CardReference, WrongReference
from bot.cards.actions import LIMIT, ChooseLanguage, Forget, Show, Tell, Turn, decode, encode
from bot.cards.reference import DOMESTIC, FAMILY, PAYER
from bot.cards.text import to_plain
from bot.language import Money

KEYS = ["card", "country", "money", "desk", "answers", "who", "meant", "short", "x"]
ids = st.from_regex(r"[a-z][a-z0-9_]{0,23}", fullmatch=True)
countries = st.from_regex(r"[A-Z]{2}", fullmatch=True)
amounts = st.builds(Money, st.integers(0, 10**12), st.from_regex(r"[A-Z]{3}", fullmatch=True))
topics = st.builds(CardReference, ids, st.none() | countries, st.none() | amounts)
pages = st.builds(CardReference, ids, st.none() | countries, page=st.integers(0, 99))
answered = st.builds(CardReference, ids, answers=st.from_regex(r"[a-z0-9]{2}[ynus-]{0,16}", fullmatch=True))
spoken = st.builds(CardReference, ids, st.none() | countries, who=st.sampled_from([FAMILY, PAYER, DOMESTIC]))
doubted = st.builds(CardReference, st.just("not_understood"), meant=st.lists(ids, max_size=1).map(tuple))
contacts = st.builds(CardReference, st.just("contact"), st.none() | countries, desk=ids)


@given(topics | pages | contacts | answered | spoken | doubted)
def test_a_button_that_shows_fits_and_comes_back_as_it_was(reference):
    for action in (Show(reference), Turn(reference)):
        assert len(encode(action).encode()) <= LIMIT
        assert decode(encode(action)) == action


@given(topics)
def test_a_button_that_tells_its_cards_own_intent_fits_with_country_and_amount(reference):
    action = Tell(reference.card, reference)
    assert len(encode(action).encode()) <= LIMIT
    assert decode(encode(action)) == action


@given(ids, ids, countries)
def test_a_button_that_tells_another_intent_fits_with_a_country(intent, card, country):
    action = Tell(intent, CardReference(card, country))
    assert len(encode(action).encode()) <= LIMIT
    assert decode(encode(action)) == action


@pytest.mark.parametrize("action", [ChooseLanguage("bn"), Forget()], ids=["language", "forget"])
def test_the_other_buttons_come_back_too(action):
    assert decode(encode(action)) == action


def test_a_button_of_an_older_release_that_names_its_intent_twice_still_works():
    assert decode("t:what_it_costs:what_it_costs;c=SA") == Tell(
        "what_it_costs", CardReference("what_it_costs", "SA")
    )


@given(st.text(max_size=64) | st.from_regex(r"[sptlfx]:[a-z:;=A-Z0-9 ]{0,60}", fullmatch=True))
def test_any_callback_data_is_an_action_or_nothing(data):
    action = decode(data)
    if isinstance(action, Show | Turn | Tell):
        assert CardReference.from_mapping(action.reference.to_mapping()) == action.reference


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("", id="nothing"),
        pytest.param("s:", id="no card"),
        pytest.param("s:menu;x=1", id="an unknown key"),
        pytest.param("s:help;c=../../etc", id="a country that is none"),
        pytest.param("s:help;p=9999999", id="a page that no list has"),
        pytest.param("s:help;p=-1", id="a page before the first"),
        pytest.param("t:/restart:help", id="an intent that is a command"),
        pytest.param("t:help_contacts", id="an intent without a card"),
        pytest.param("menu", id="a name alone"),
    ],
)
def test_callback_data_that_is_not_ours_is_nothing(data):
    assert decode(data) is None


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="no card"),
        pytest.param({"card": None}, id="a card that is nothing"),
        pytest.param({"card": 5}, id="a card that is a number"),
        pytest.param({"card": "a b"}, id="a card that is a sentence"),
        pytest.param({"card": "মেনু"}, id="a card that is a word people read"),
        pytest.param({"card": "x" * 25}, id="a card longer than every id"),
        pytest.param({"card": "help", "country": "None"}, id="a slot that is not set"),
        pytest.param({"card": "help", "country": ["SA"]}, id="a list of countries"),
        pytest.param({"card": "help", "country": "Saudi"}, id="a country written out"),
        pytest.param({"card": "fees", "money": "None"}, id="an amount that is not set"),
        pytest.param({"card": "fees", "money": 5}, id="an amount without currency"),
        pytest.param({"card": "fees", "money": {"amount": 5}}, id="an amount as a map"),
        pytest.param({"card": "fees", "money": f"{'9' * 30} BDT"}, id="an amount beyond all money"),
        pytest.param({"card": "help", "page": math.inf}, id="an endless page"),
        pytest.param({"card": "help", "page": "two"}, id="a page in words"),
        pytest.param({"card": "help", "desk": ["x"]}, id="a list of help desks"),
        pytest.param({"card": "offer", "answers": "4gYN"}, id="answers in capitals"),
        pytest.param({"card": "offer", "answers": ["y"]}, id="a list of answers"),
        pytest.param({"card": "offer", "answers": "4g" + "y" * 25}, id="more answers than questions"),
        pytest.param({"card": "offer", "answers": "None"}, id="answers that are not set"),
        pytest.param({"card": "ransom", "who": "police"}, id="a speaker nobody knows"),
        pytest.param({"card": "ransom", "who": ["family"]}, id="a list of speakers"),
        pytest.param({"card": "not_understood", "meant": "a b"}, id="a meaning that is a sentence"),
        pytest.param({"card": "not_understood", "meant": ["a"]}, id="a list of meanings"),
        pytest.param({"card": "not_understood", "meant": "a,b,c,d,e"}, id="too many meanings"),
        pytest.param({"card": "help", "text": "x"}, id="a key that nobody knows"),
    ],
)
def test_what_is_not_a_reference_is_refused_without_repeating_it(values):
    with pytest.raises(WrongReference) as raised:
        CardReference.from_mapping(values)
    assert "Saudi" not in str(raised.value)
    assert "মেনু" not in str(raised.value)


@given(st.dictionaries(st.sampled_from(KEYS), st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)))  # fmt: skip
def test_any_json_is_a_reference_or_refused(values):
    try:
        reference = CardReference.from_mapping(values)
    except WrongReference:
        return
    assert CardReference.from_mapping(reference.to_mapping()) == reference


@pytest.mark.parametrize("language", ["bn", "en"])
def test_in_fewer_words_a_topic_keeps_its_answer_and_its_next_step(cards, packs, language):
    for topic in packs.topics:
        whole = cards.build(CardReference(topic), language)
        short = cards.build(CardReference(topic, short=True), language)
        assert len(to_plain(short)) < len(to_plain(whole))
        words = packs.languages[language].topics[topic]
        assert words.summary in to_plain(short)
        assert words.next_step in to_plain(short)
        assert short.buttons[0][0].action == Show(CardReference(topic))
