import pytest
from hypothesis import given, settings

from bot.language import Countries, normalise

from .writing import ANY_TEXT

NAMES = {
    "SA": ["সৌদি আরব", "সৌদি", "Saudi Arabia", "saudi", "soudi", "KSA", "রিয়াদ", "riyadh"],
    "AE": ["দুবাই", "আরব আমিরাত", "dubai", "UAE", "united arab emirates", "abu dhabi"],
    "MY": ["মালয়েশিয়া", "মালেশিয়া", "malaysia", "kuala lumpur"],
    "QA": ["কাতার", "qatar", "katar"],
    "OM": ["ওমান", "oman"],
    "KW": ["কুয়েত", "kuwait", "kuet"],
    "IR": ["ইরান", "iran"],
    "IQ": ["ইরাক", "iraq"],
    "LY": ["লিবিয়া", "libya", "libia"],
    "IT": ["ইতালি", "italy", "itali", "it"],
    "TD": ["চাদ", "chad"],
    "US": ["আমেরিকা", "america", "usa", "us"],
    "IN": ["ভারত", "india", "in"],
    "TR": ["তুরস্ক", "turkey"],
    "SG": ["সিঙ্গাপুর", "singapore"],
    "KR": ["কোরিয়া", "দক্ষিণ কোরিয়া", "korea", "south korea"],
    "GB": ["uk", "england", "london"],
    "MV": ["মালদ্বীপ", "maldives", "male"],
    "AU": ["australia"],
    "AT": ["austria"],
    "TH": ["থাইল্যান্ড", "ব্যাংকক", "bangkok", "pattaya"],
    "BD": ["বাংলাদেশ", "bangladesh"],
    "CI": ["Côte d'Ivoire"],
}
COUNTRIES = Countries(NAMES)


def found(text: str) -> list[str]:
    return [mention.iso2 for mention in COUNTRIES.find(normalise(text))]


def roles(text: str) -> list[tuple[str, str | None]]:
    return [(mention.iso2, mention.role) for mention in COUNTRIES.find(normalise(text))]


@pytest.mark.parametrize("iso2", NAMES)
def test_every_listed_name_is_found(iso2: str) -> None:
    for name in NAMES[iso2]:
        assert found(name) == ([] if name in ("us", "in", "it", "male") else [iso2]), name


@pytest.mark.parametrize(
    ("text", "iso2"),
    [
        ("সৌদিতে", "SA"), ("সৌদির", "SA"), ("সৌদি আরবের", "SA"), ("সৌদিআরব", "SA"),
        ("সৌদিথেকে", "SA"), ("সৌদিটা", "SA"),
        ("মালয়েশিয়ায়", "MY"), ("মালয়েশিয়ার", "MY"), ("মালয়েশিয়াতে", "MY"), ("দুবাইয়ের", "AE"),
        ("দুবাইয়ে", "AE"),
        ("দুবাইতে", "AE"), ("কাতারে", "QA"), ("কাতারের", "QA"), ("কাতারকে", "QA"), ("ওমানে", "OM"),
        ("ওমানের", "OM"),
        ("ইরাকে", "IQ"), ("ইরানের", "IR"), ("ইতালিতে", "IT"), ("লিবিয়ায়", "LY"), ("saudite", "SA"),
        ("saudir", "SA"),
        ("saudi te", "SA"), ("malaysiay", "MY"), ("malaysiate", "MY"), ("dubaiyer", "AE"),
        ("qatare", "QA"), ("omaner", "OM"),
        ("kuwaiter", "KW"), ("dubaitheke", "AE"), ("Saudi Arabia's", "SA"), ("uk te", "GB"),
    ],
)  # fmt: skip
def test_case_endings_hide_no_country(text: str, iso2: str) -> None:
    assert found(text) == [iso2]


@pytest.mark.parametrize(
    ("text", "iso2"),
    [
        ("malyshia", "MY"), ("malayshia", "MY"), ("malaysa", "MY"), ("maleshia", "MY"),
        ("মালেয়শিয়া", "MY"), ("মালয়শিয়া", "MY"),
        ("sowdi", "SA"), ("সাউদি", "SA"), ("saudi arobia", "SA"), ("soudi arabia", "SA"),
        ("singapur", "SG"), ("singapor", "SG"),
        ("সিংগাপুর", "SG"), ("kuwiat", "KW"), ("qatr", "QA"),
        ("itly", "IT"), ("লিবিয়", "LY"), ("itlay", "IT"), ("itely", "IT"),
        ("ইতালী", "IT"),
        ("lybia", "LY"), ("turky", "TR"), ("koria", "KR"), ("south koria", "KR"),
        ("austrelia", "AU"), ("cote divoire", "CI"),
    ],
)  # fmt: skip
def test_a_misspelt_country_is_found_where_the_slip_is_plain(text: str, iso2: str | None) -> None:
    assert found(text) == ([iso2] if iso2 else [])


@pytest.mark.parametrize(
    "text",
    [
        "help us in it", "they beat us", "is it safe to go in", "woman", "two women", "চাদর কিনব",
        "চাঁদ দেখা গেছে", "chador",
        "male or female", "আমি কাজ করি", "ami kaj korchi", "kora jabe", "করেন", "island", "service",
        "share koren", "australian dollarr",
        "amni omon korlo", "ইরা কথা", "kotha bolo", "তারিখ", "ব্যাংকে টাকা", "bank e taka",
        "দালাল পাঠায়া দিছে", "amare pathaya dise", "desh e pathay na", "গলার রোম", "জুয়ার আড্ডা",
        "basar kaj", "maliker basa", "pain", "later",
    ],
)  # fmt: skip
def test_everyday_words_are_no_countries(text: str) -> None:
    assert [iso2 for iso2 in found(text) if iso2 != "AU"] == []


@pytest.mark.parametrize(
    ("text", "iso2"),
    [
        ("iran", "IR"),
        ("iraq", "IQ"),
        ("ইরান", "IR"),
        ("ইরাক", "IQ"),
        ("austria", "AT"),
        ("australia", "AU"),
    ],
)
def test_names_one_letter_apart_are_not_confused(text: str, iso2: str) -> None:
    assert found(text) == [iso2]


@pytest.mark.parametrize("text", ["iraj", "irax", "ইরাজ"])
def test_a_slip_between_two_countries_is_neither(text: str) -> None:
    assert found(text) == []


def test_the_longest_name_wins_and_nothing_overlaps() -> None:
    text = normalise("South Korea, united arab emirates আর সৌদি আরব")
    assert [(m.iso2, text[m.start : m.end]) for m in COUNTRIES.find(text)] == [
        ("KR", "south korea"),
        ("AE", "united arab emirates"),
        ("SA", "সৌদি আরব"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("আমি সৌদিতে আছি", [("SA", "in")]),
        ("সৌদি আরবে আটকা পড়েছি", [("SA", "in")]),
        ("ami saudi te achi", [("SA", "in")]),
        ("আছি সৌদিতে", [("SA", "in")]),
        ("I am stuck in Qatar", [("QA", "in")]),
        ("ওমান থেকে ফিরেছি", [("OM", "from")]),
        ("dubai theke ashchi", [("AE", "from")]),
        ("I came back from the UAE", [("AE", "from")]),
        ("মালয়েশিয়া যেতে কত টাকা লাগে", [("MY", "to")]),
        ("মালয়েশিয়ায় যাব", [("MY", "to")]),
        ("italy jaite chai", [("IT", "to")]),
        ("jete chai italy", [("IT", "to")]),
        ("soudi jamu", [("SA", "to")]),
        ("I am going to Italy", [("IT", "to")]),
        ("দুবাই থেকে লিবিয়া হয়ে ইতালি যাব", [("AE", "from"), ("LY", "from"), ("IT", "to")]),
        ("ইরাকে আছি, ইরান যাব", [("IQ", "in"), ("IR", "to")]),
        ("from qatar to the uk", [("QA", "from"), ("GB", "to")]),
        ("কাতারের ভিসা", [("QA", None)]),
        ("singapore", [("SG", None)]),
        ("ami saudi theke boltesi", [("SA", "in")]),
        ("সৌদি থেকে বলছি", [("SA", "in")]),
        ("ইতালি থেকে কোথায় ফোন দিব", [("IT", "in")]),
        ("I am calling from Qatar", [("QA", "in")]),
        ("I am from Qatar now", [("QA", "in")]),
        ("I am from Bangladesh", [("BD", "from")]),
        ("ওমানে এক বাসায় কাজ করি", [("OM", "in")]),
        ("oman e kaj korte jabo", [("OM", "to")]),
        ("libya hoye italy jabo", [("LY", "from"), ("IT", "to")]),
        ("ইতালিতে বাংলাদেশ দূতাবাসের নাম্বার", [("IT", None)]),
        ("oman e kono bangladesh embassy ache?", [("OM", "in")]),
        ("embassy of Bangladesh in Kuwait", [("KW", "in")]),
        ("bangladesh high commission malaysia", [("MY", None)]),
        ("bangladesh embassy number", []),
        ("bangladesh", [("BD", None)]),
    ],
    ids=ascii,
)
def test_the_sentence_gives_the_role(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert roles(text) == expected


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_mentions_of_any_text_stand_in_it_in_order_and_apart(text: str) -> None:
    text = normalise(text)
    end = 0
    for mention in COUNTRIES.find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert mention.iso2 in NAMES
        end = mention.end
