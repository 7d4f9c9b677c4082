import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import normalise
from bot.language.normalising import MAX_LENGTH

from .writing import ANY_TEXT, MESSAGES

ASCII_TO_BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        pytest.param("Saudi ARABIA", "saudi arabia", id="latin-is-lower-case"),
        pytest.param("  ভাই \t\n কেমন  ", "ভাই কেমন", id="white-space"),
        pytest.param("\u09df", "\u09af\u09bc", id="precomposed-letters"),
        pytest.param("ত্\u200d", "ৎ", id="khanda-ta-of-old-keyboards"),
        pytest.param("র\u200d্যাব", "র্যাব", id="joiner-in-rab"),
        pytest.param("পাস\u200cপোর্ট", "পাসপোর্ট", id="non-joiner"),
        pytest.param("অামি", "আমি", id="a-typed-in-two-keys"),
        pytest.param("চঁাদ", "চাঁদ", id="chandrabindu-before-its-vowel"),
        pytest.param("কৰা", "করা", id="assamese-ra"),
        pytest.param("ব\u09bc", "র", id="ra-of-old-fonts"),
        pytest.param("টাাকা", "টাকা", id="vowel-sign-twice"),
        pytest.param("হেল্প করেননন", "হেল্প করেন", id="bangla-letters-drawn-out"),
        pytest.param("pleaseeee", "please", id="latin-letters-drawn-out"),
        pytest.param("need hotel", "need hotel", id="double-letters-stay"),
        pytest.param("৫০০০০", "50000", id="bangla-digits"),
        pytest.param("٥٠٠", "500", id="arabic-digits"),
        pytest.param("পাসপোর্ট নিয়েছে।", "পাসপোর্ট নিয়েছে", id="danda"),
        pytest.param("ভাই|বোন", "ভাই বোন", id="bar-typed-for-danda"),
        pytest.param("help!!! 😭🙏🏽", "help", id="emoji-and-shouting"),
        pytest.param("help😭me", "help me", id="emoji-parts-words"),
        pytest.param("5\ufe0f\u20e3 lakh", "5 lakh", id="keycap-digit"),
        pytest.param("I can’t don't “go”", "i cant dont go", id="apostrophes-and-quotes"),
        pytest.param("Türkiye, Côte d’Ivoire", "turkiye cote divoire", id="accents"),
        pytest.param("U.A.E. / U.K", "uae uk", id="dotted-names"),
        pytest.param("৳৫,০০,০০০/-", "৳5,00,000/-", id="what-money-needs-stays"),
        pytest.param("5000/= only", "5000/- only", id="price-mark-of-shops"),
        pytest.param("৫ – ৬ লাখ", "5-6 লাখ", id="dash-between-numbers"),
        pytest.param("2½ lakh", "2.5 lakh", id="half"),
        pytest.param("½ lakh", "0.5 lakh", id="half-alone"),
        pytest.param("10%, $5, €6", "10% $5 €6", id="percent-and-currency"),
        pytest.param("1 lakh,20 hajar", "1 lakh , 20 hajar", id="comma-between-amounts-stays"),
        pytest.param("এক লাখ , বিশ হাজার", "এক লাখ , বিশ হাজার", id="comma-between-amounts-in-words"),
        pytest.param("5 lakh, dalal chay", "5 lakh dalal chay", id="any-other-comma-goes"),
        pytest.param("5 lakh,, .20 hajar", "5 lakh 20 hajar", id="comma-before-a-sign"),
        pytest.param("call +8801711-123456.", "call +8801711-123456", id="telephone"),
        pytest.param("saudi/qatar-e. ok", "saudi qatar e ok", id="punctuation-between-words"),
    ],
)
def test_a_text_has_one_form(written: str, normal: str) -> None:
    assert normalise(written) == unicodedata.normalize("NFC", normal)


AMOUNTS = st.lists(
    st.sampled_from(
        ["1", "20", " ", ",", ", ", "lakh", "লাখ", "hajar", "হাজার", "bish", "-", "/", ".", "x", "\u09be", "\n"]
    )
)


@given(AMOUNTS.map("".join))
def test_amounts_normalised_twice_are_normalised_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(max_examples=500, deadline=None)
@given(ANY_TEXT)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)
@given(MESSAGES)
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    precomposed = text.replace("\u09af\u09bc", "\u09df").replace("\u09a1\u09bc", "\u09dc")
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(text) == normalise(precomposed)


@settings(deadline=None)
@given(MESSAGES)
def test_the_script_of_the_digits_does_not_matter(text: str) -> None:
    assert normalise(text.translate(ASCII_TO_BANGLA)) == normalise(text)


@settings(deadline=None)
@given(
    MESSAGES.filter(normalise),
    st.sampled_from(["।", " ।", "?", "!!", " 😭", "🙏🏽", "…", " :)", "\n", "\u200c", "\ufe0f"]),
)
def test_what_stands_after_the_last_word_does_not_matter(text: str, tail: str) -> None:
    assert normalise(text + tail) == normalise(text)


@settings(deadline=None)
@given(ANY_TEXT)
def test_a_normal_text_is_composed_and_holds_no_joiner_and_no_outer_space(text: str) -> None:
    normal = normalise(text)
    assert normal == unicodedata.normalize("NFC", normal).strip()
    assert not any(unicodedata.category(char) in ("Cf", "So", "Cc") for char in normal)


@pytest.mark.parametrize("piece", ["ক ", "a", "\u09df", "ﷺ", "5,", "'", "ত্\u200d"], ids=ascii)
def test_a_text_without_end_costs_little_and_stays_short(piece: str) -> None:
    started = time.perf_counter()
    assert len(normalise(piece * 200_000)) <= MAX_LENGTH
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("🆘", "sos"), ("😭😭😭", "sos"), ("🆘 Help", "help"), ("😭 ok", "ok"), ("🙂", ""), ("", "")],
    ids=ascii,
)
def test_a_cry_without_words_is_a_cry_for_help(text: str, expected: str) -> None:
    assert normalise(text) == expected
