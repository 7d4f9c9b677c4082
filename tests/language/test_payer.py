"""Who pays: a wrong guess tells somebody that it is free, or too late, so a doubt is no guess."""

import pytest

from bot.language.payer import has_paid, is_domestic


@pytest.mark.parametrize(
    "text",
    [
        "meye ke saudi basar kaje pathaite koto taka lage, dalal 1 lakh chay",
        "আমার মেয়ে সৌদিতে বাসার কাজে যাবে, দালাল ১ লাখ নিছে", "ঘরের কাজে জর্ডান যাইতে কত লাগে",
        "বাসাবাড়ির কাজের ভিসা ২ লাখ", "ghorer kaj saudi 1 lakh", "gharer kaj oman",
        "house maid visa saudi 2 lakh", "housemaid jordan", "domestic worker in saudi, 1 lakh",
        "khaddama visa 80 hajar", "খাদ্দামা ভিসা ১ লাখ", "my wife will work in a house in oman",
    ],
)  # fmt: skip
def test_work_in_a_house_is_domestic(text: str) -> None:
    assert is_domestic(text)


@pytest.mark.parametrize(
    "text",
    [
        "my mother sold her house, agent asks 5 lakh for work in saudi",
        "I want to make money and build a house, job in saudi 5 lakh",
        "মা বাড়ির জমি বেচে দিছে, সৌদিতে কাজে যেতে ৫ লাখ",
        "my wife stays at home, i get work in saudi 5 lakh", "domestic flight and visa 5 lakh",
        "বাসায় বউ একা, আমি কাজে যাব", "",
    ],
)  # fmt: skip
def test_a_house_and_some_work_are_not_domestic(text: str) -> None:
    assert not is_domestic(text)


@pytest.mark.parametrize(
    "text",
    [
        "৩ লাখ দিয়েছি", "৩ লাখ দিছি আরও ২ লাখ চায়", "দিয়া দিছি ৫ লাখ", "৫ লাখ দিয়ে দিয়েছি", "5 lakh diyechi",
        "disi 5 lakh", "3 lakh dichi", "দিয়ে ফেলেছি ৫ লাখ", "i paid 5 lakh", "I have paid 3 lakh",
        "already paid 3 lakh", "3 lakh paid already", "we paid 5 lakh for italy", "i gave 3 lakh to dalal",
    ],
)  # fmt: skip
def test_who_has_given_has_paid(text: str) -> None:
    assert has_paid(text)


@pytest.mark.parametrize(
    "text",
    [
        "দালাল দিয়ে সৌদি যেতে ৫ লাখ", "tourist visa দিয়ে ইতালি যেতে ১২ লাখ চায়", "how much must be paid",
        "5 lakh to be paid, is it ok", "৫ লাখ জমা দিতে হবে", "ekhono taka disi na 5 lakh chay",
        "i gave my passport, he asks 5 lakh", "i have not paid 5 lakh", "",
    ],
)  # fmt: skip
def test_who_is_only_asked_has_not_paid(text: str) -> None:
    assert not has_paid(text)
