import pytest
from hypothesis import given, settings

from bot.language import normalise
from bot.language.questions import END, halves, in_sentences, only_tells

from .writing import ANY_TEXT


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("saudi jete koto lage ar dalal licence ase kina kemne bujhbo",
         ("saudi jete koto lage", "dalal licence ase kina kemne bujhbo")),
        ("what is trafficking and how much for Italy?", ("what is trafficking", "how much for italy")),
        ("আমার পাসপোর্ট নিয়া গেছে, আর বেতনও দেয় না", ("আমার পাসপোর্ট নিয়া গেছে", "বেতনও দেয় না")),
        ("koto taka lage bolen. amar boyosh 20 bochor", ("koto taka lage bolen", "amar boyosh 20 bochor")),
        ("কত টাকা লাগে বলেন\nচুক্তিতে কী থাকে", ("কত টাকা লাগে বলেন", "চুক্তিতে কী থাকে")),
        ("পাচার কাকে বলে? এবং কোথায় অভিযোগ করব", ("পাচার কাকে বলে", "কোথায় অভিযোগ করব")),
    ],
)  # fmt: skip
def test_a_message_is_parted_where_a_question_may_begin(text: str, parts: tuple[str, str]) -> None:
    assert set(halves(in_sentences(text))) == {tuple(normalise(part) for part in parts)}


@pytest.mark.parametrize(
    "text",
    [
        "saudi ar malaysia jete koto lage", "ar koto taka lagbe", "koto lage ar", "passport and visa",
        "ami 5.5 lakh taka disi", "Tk. 5000 lagbe naki vai", "amar bhai ar bon libya te atka",
        "eta ki. oita ki. seta ki. ota ki. keno? kobe?", "",
    ],
)  # fmt: skip
def test_a_word_or_two_are_no_question_and_a_story_is_not_parted(text: str) -> None:
    assert halves(in_sentences(text)) == []


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("ami saudi jabo", True), ("i want to go to saudi", True), ("আমি এখন সৌদি আছি", True),
        ("saudi jete koto lage", False), ("i want to go home", False), ("amar beton dey na", False),
    ],
)  # fmt: skip
def test_who_only_tells_where_they_go_asks_nothing(text: str, telling: bool) -> None:
    text = normalise(text)
    name = "সৌদি" if "সৌদি" in text else "saudi"
    places = [(text.index(name), text.index(name) + len(name))] if name in text else []
    assert only_tells(text, places) == telling


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_lines_for_sentences_change_no_word(text: str) -> None:
    lines = in_sentences(text)
    assert lines.split() == normalise(text).split()
    assert in_sentences(lines).split() == lines.split()
    assert normalise(lines) == normalise(text)
    for half in halves(lines):
        assert all(END not in part and part.strip() == part and len(part.split()) >= 3 for part in half)
