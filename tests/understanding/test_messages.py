"""The labelled messages measure what was learnt, not what was learnt by heart; none of this needs Rasa."""

from collections import Counter

import pytest

from bot.language import Countries, find_money, normalise
from rasa_project.scores import OUT_OF_SCOPE
from rasa_project.training_lines import gather, typed

from .changes import NOTHING_CHANGES, bangla_digits
from .reading import FILES, SPLITS, WAYS, read

NEAR_DISTRESS = 60
LEAST = 3  # messages of an intent in one way of writing, both splits together


@pytest.fixture(scope="module")
def lines(packs) -> set[str]:
    gathered = gather(typed(packs), romanised=False)
    return {line for of_intent in gathered.of_intent.values() for line in of_intent} | set(gathered.torn)


@pytest.fixture(scope="module")
def intents(packs) -> set[str]:
    return set(typed(packs))


@pytest.mark.parametrize("name", FILES)
def test_no_message_is_a_training_line(lines, name):
    assert [message["text"] for message in read(name) if normalise(message["text"]) in lines] == []


@pytest.mark.parametrize("name", FILES)
def test_every_label_is_an_intent(intents, name):
    labels = {label for one in read(name) for label in (one["intent"], *one.get("acceptable", ()))}
    assert labels - intents == set()
    assert {message["way"] for message in read(name)} <= set(WAYS)


def test_no_message_stands_in_both_splits():
    times = Counter(normalise(message["text"]) for name in SPLITS for message in read(name))
    assert [text for text, count in times.items() if count > 1] == []


def test_every_intent_is_measured_in_every_way_of_writing(intents):
    times = Counter((one["intent"], one["way"]) for name in SPLITS for one in read(name))
    assert {intent for intent in intents for way in WAYS if times[intent, way] < LEAST} == set()


def test_what_is_near_to_distress_is_measured(packs):
    near = [one for name in SPLITS for one in read(name) if one.get("near_distress") == "yes"]
    assert len(near) >= NEAR_DISTRESS
    assert all(one["intent"] not in packs.situations for one in near)
    assert any(one["intent"] == OUT_OF_SCOPE for one in near)


@pytest.mark.parametrize("change", NOTHING_CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("name", FILES)
def test_unicode_form_digits_and_emoji_change_nothing(name, change):
    """Rasa reads the normalised text: the same text, the same answer."""
    told = [one["text"] for one in read(name) if normalise(change(one["text"])) != normalise(one["text"])]
    assert told == []


@pytest.mark.parametrize("change", NOTHING_CHANGES, ids=lambda change: change.__name__)
def test_urgent_phrases_are_found_in_every_form(packs, change):
    phrases = packs.urgent()
    texts = [message["text"] for name in FILES for message in read(name)]
    assert [text for text in texts if phrases.match(change(text)) != phrases.match(text)] == []


@pytest.mark.parametrize("name", FILES)
def test_countries_and_amounts_are_found(packs, name):
    countries = Countries(packs.country_names())
    right = wrong = many = 0
    for message in read(name):
        text = normalise(bangla_digits(message["text"]))
        found = {
            "country": {mention.iso2 for mention in countries.find(text)},
            "money": {str(mention.money) for mention in find_money(text)},
        }
        for kind in ("country", "money"):
            if kind in message:
                said = message[kind] if isinstance(message[kind], list) else [message[kind]]
                many += 1
                right += found[kind] == set(said)
                wrong += kind == "money" and bool(found[kind] - set(said))
    assert right >= 0.97 * many
    assert wrong <= 0.01 * many


@pytest.mark.parametrize(
    "question",
    [
        "kaj korle shasti ki",
        "visit visay kaj korle ki shasti hoy",
        "bolte parchi na",
        "ar proshno na",
        "পাসপোর্টের ফটোকপি বাড়িতে রাইখা যামু?",
        "how to fix papers without paying a fine",
        "how can i tell my family i am in trouble without saying it",
        "relatives turned away from me",
        "গর্ভবতী, মালিককে কীভাবে বলব",
        "my daughter works in saudi",
        "age 17 may i go",
        "may an employer keep my passport",
        "what are detention centres in libya like",
        "agent offers 2 lakh salary for packing dates, no interview",
        "i owe my uncle 50 thousand",
        "my passport photo has red eyes",
        "police caught a hundi man on news",
        "boss level in this game beats me every time",
        "does paying get hostages freed",
        "insurance for a worker who broke a leg",
        "may a boss cut my salary if i break a plate",
        "কোম্পানি বদলায় দিছে, মিল নাই কিন্তু বেতন দেয়",
        "মেয়ে ওখানে পোয়াতি",
        "kofil huroob marse",
        "ভিসা শেষ হইলে কি পুলিশ ধরে",
        "beton onek, border er kase",
    ],
)
def test_ordinary_questions_meet_no_urgent_phrase(packs, question):
    assert packs.urgent().match(question) is None


@pytest.mark.parametrize(
    ("told", "situation"),
    [
        ("my family is better without me", "wish_to_die"),
        ("ঘুম থেকে আর উঠতে চাই না", "wish_to_die"),
        ("jibon ta ar tante parchi na", "wish_to_die"),
        ("he throws plates at me", "violence"),
        ("রাগ হইলে গায়ে হাত তোলে", "violence"),
        ("gola chaipa dhore amar", "violence"),
        ("he puts the lock from outside", "locked_in"),
        ("বাইরে দিয়া তালা মাইরা যায়", "locked_in"),
        ("gate e guard, ber hote gele mare", "locked_in"),
        ("our passports are in the safe, he laughs", "passport_taken"),
        ("পাসপোর্ট চাইলে হাসে", "passport_taken"),
        ("next month, says the boss, next month", "no_pay"),
        ("amar beton paona ase", "no_pay"),
        ("he comes to my bed", "sexual_violence"),
        ("রাতে মালিক রুমে ঢোকে", "sexual_violence"),
        ("hajote tin din", "detained"),
        ("water is coming into the boat", "life_in_danger"),
        ("noukay pani dhuktese", "life_in_danger"),
        ("টাকা না দিলে লাশ পাবি কয়", "ransom"),
        ("meye ta school theke fere nai", "child_in_danger"),
    ],
)
def test_what_is_told_quietly_meets_its_urgent_phrase(packs, told, situation):
    assert packs.urgent().match(told) == situation
