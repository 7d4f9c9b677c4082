"""For whom a price is asked: a woman, as far as the words say so. A man's ceiling must not pass for hers."""

import pytest
from hypothesis import given, settings

from bot.language.women import is_woman

from .writing import ANY_TEXT


@pytest.mark.parametrize(
    "text",
    [
        "ami ekta meye, saudi jabo koto lage",
        "mohila der jonno saudi koto",
        "i am a woman, how much for jordan",
        "মহিলা মানুষ সৌদি যাইতে কত",
        "মেয়েদের সৌদি যেতে কত টাকা লাগে",
        "নারী কর্মীর জর্ডান যাওয়ার খরচ কত",
        "amar bon saudi jabe koto lagbe",
        "আমার বোন সৌদি যাবে কত লাগবে",
        "amar bou ke jordan pathaite koto taka",
        "আমার মেয়েরে দুবাই পাঠামু কত লাগে",
        "my sister will go to qatar how much",
        "how much to send my wife to jordan",
        "amar maa saudi jaite chay koto",
        "mohila visa saudi 80 hajar chay",
    ],
)
def test_a_woman_is_to_go(text: str) -> None:
    assert is_woman(text)


@pytest.mark.parametrize(
    "text",
    [
        "saudi jabo koto lage",
        "সৌদি যাইতে কত টাকা",
        "amar bhai saudi jabe koto lagbe",
        "amar bon er jamai saudi jabe koto lage",
        "amar bon o dulabhai saudi jabe koto",
        "amar bou deshe, ami saudi jabo koto lage",
        "amar ma osustho, ami saudi jabo koto lage",
        "purush ar mohila saudi jaite koto lage",
        "how much for men and women to saudi",
        "my wife is ill, i want to go to saudi, how much",
        "my brother goes to qatar, how much",
        "",
    ],
)
def test_nobody_says_that_it_is_a_woman(text: str) -> None:
    assert not is_woman(text)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read(text: str) -> None:
    assert is_woman(text) in (True, False)
