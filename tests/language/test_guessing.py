"""The language a message is answered in before one was chosen."""

import pytest

from bot.language.guessing import LanguageGuess

SCRIPTS = {"bn": "Beng", "en": "Latn", "ne": "Deva", "hi": "Deva"}
LINES = {
    "bn": ["দালাল টাকা চায়", "dalal taka chay", "amar passport niye gese"],
    "en": ["the agent wants money", "they took my passport", "what does it cost", "is this agent real"],
    "ne": ["मेरो पासपोर्ट लिए", "कति पैसा लाग्छ"],
    "hi": ["मेरा पासपोर्ट ले लिया", "कितना पैसा लगता है"],
}
GUESS = LanguageGuess(SCRIPTS, LINES)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("দালাল আসছে", "bn"),
        ("amar taka", "bn"),
        ("my money", "en"),
        ("मेरो पैसा", "ne"),
        ("मेरा पैसा", "hi"),
        ("hola amigo", None),
        ("5 000", None),
    ],
)
def test_the_language_is_told_by_script_and_by_words(text, language):
    assert GUESS.of(text) == language


def test_of_two_languages_in_one_script_the_first_answers_what_neither_knows():
    assert GUESS.of("नमस्ते") == "ne"


def test_a_language_typed_in_its_own_script_only_is_not_guessed_from_latin_letters():
    assert (
        LanguageGuess({"en": "Latn", "ne": "Deva"}, {"en": LINES["en"], "ne": LINES["ne"]}).of("ok") == "en"
    )
