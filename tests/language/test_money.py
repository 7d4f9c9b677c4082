import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import Money, find_money, normalise

from .writing import ANY_TEXT

ASCII_TO_BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
SUMS = st.integers(1, 999_999_999)


def found(text: str) -> list[str]:
    return [str(mention.money) for mention in find_money(normalise(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # lakh, hajar, koti
        ("5 lakh", "500000 BDT"), ("5lac", "500000 BDT"), ("৫ লাখ", "500000 BDT"),
        ("৫ লক্ষ ৫০ হাজার", "550000 BDT"),
        ("3.5 lakh taka", "350000 BDT"), ("৫ লাখের বেশি", "500000 BDT"), ("1 koti", "10000000 BDT"),
        ("80 hajar tk", "80000 BDT"),
        ("4 lakh 50 thousand", "450000 BDT"), ("5 hajar 500 taka", "5500 BDT"),
        ("৫ লাখ টাকার ভিসা", "500000 BDT"),
        ("৫ লাখ ২ বছরের জন্য", "500000 BDT"), ("in 2024 5 lakh", "500000 BDT"),
        ("২ বছরের জন্য ৪ লাখ", "400000 BDT"),
        # words
        ("panch lakh", "500000 BDT"), ("পাঁচ লাখ", "500000 BDT"), ("চাইর লাখ টেখা", "400000 BDT"),
        ("saat hajar", "7000 BDT"),
        ("পঁয়তাল্লিশ হাজার", "45000 BDT"), ("আড়াইশ টাকা", "250 BDT"), ("পাঁচশো টাকা", "500 BDT"),
        ("panchsho taka", "500 BDT"),
        ("two hundred fifty thousand taka", "250000 BDT"), ("one and a half lakh", "150000 BDT"),
        ("five lakh", "500000 BDT"),
        ("twenty five thousand taka", "25000 BDT"), ("half a million taka", "500000 BDT"),
        ("a lakh taka", "100000 BDT"),
        # halves and quarters
        ("সাড়ে চার লাখ", "450000 BDT"), ("sare 4 lakh", "450000 BDT"),
        ("দেড় লাখ টাকা", "150000 BDT"), ("der lakh", "150000 BDT"),
        ("আড়াই লাখ", "250000 BDT"), ("পৌনে তিন লাখ", "275000 BDT"), ("সোয়া দুই লাখ", "225000 BDT"),
        ("সোয়া লাখ", "125000 BDT"),
        ("sade 4 lakh", "450000 BDT"), ("sadhe char lac", "450000 BDT"), ("deer lakh taka", "150000 BDT"),
        ("dedh lakh", "150000 BDT"), ("adhai lakh", "250000 BDT"), ("adh lakh", "50000 BDT"),
        ("দেড়লাখ টাকা", "150000 BDT"), ("আড়াইলাখের", "250000 BDT"), ("derlakh", "150000 BDT"),
        ("pochis lakh", "2500000 BDT"), ("5 lk", "500000 BDT"),
        ("2½ lakh", "250000 BDT"), ("দেড় হাজার রিয়াল", "1500 SAR"),
        ("1 hajar 200 riyal", "1200 SAR"), ("5 lakh 500 dollar", "500000 BDT, 500 USD+"),
        # digits with a currency
        ("4,20,000 taka", "420000 BDT"), ("৳৫০০০০", "50000 BDT"), ("৳ ৫,০০,০০০.০০", "500000 BDT"),
        ("Tk. 5000", "5000 BDT"),
        ("5000/-", "5000 BDT"), ("৫০০০/= মাত্র", "5000 BDT"), ("BDT 420,000", "420000 BDT"),
        ("300taka", "300 BDT"),
        ("1500 riyal", "1500 SAR"), ("১৫০০ রিয়াল", "1500 SAR"), ("SAR 1500", "1500 SAR"),
        ("RM 1500", "1500 MYR"),
        ("800 dirham", "800 AED"), ("1200 ringgit", "1200 MYR"), ("$500", "500 USD"),
        ("500 dollars", "500 USD"),
        ("€ 10,000", "10000 EUR"), ("5000 euro", "5000 EUR"), ("10k euro", "10000 EUR"),
        ("20000 rupees", "20000 INR"),
        ("S$800", "800 SGD"), ("800 singapore dollar", "800 SGD"), ("300 kuwaiti dinar", "300 KWD"),
        # a country settles what a shared name means
        ("qatar e 1500 riyal", "1500 QAR"), ("কুয়েতে ১০০ দিনার", "100 KWD"), ("300 dinar", ""),
        ("saudi naki qatar 900 riyal", ""),
        # thousands and millions
        ("500k", "500000 BDT"), ("1.2 million", "1200000 BDT"), ("they want 500k", "500000 BDT"),
        ("1.2 million people", ""),
        # several, and ranges
        ("5-6 lakh", "500000 BDT, 600000 BDT"), ("৫ থেকে ৬ লাখ", "500000 BDT, 600000 BDT"),
        ("2/3 lakh", "200000 BDT, 300000 BDT"),
        ("দুই তিন লাখ টাকা", "200000 BDT, 300000 BDT"), ("500-600 riyal", "500 SAR, 600 SAR"),
        ("50 hajar theke 1 lakh taka", "50000 BDT, 100000 BDT"),
        ("1 hajar theke 2 hajar riyal", "1000 SAR, 2000 SAR"),
        ("5 lakh ba 2000 riyal", "500000 BDT, 2000 SAR"),
        # installments are one price
        ("৩ লাখ দিয়েছি আরও ২ লাখ চায়", "500000 BDT"), ("2 lakh now, 3 later", "500000 BDT"),
        ("2 lakh ekhon, pore 3 lakh", "500000 BDT"), ("এখন ২ লাখ, বাকি ৩ লাখ ভিসা হলে", "500000 BDT"),
        ("ekhon 50 hajar baki 2 lakh pore", "250000 BDT"), ("1 lakh agrim, 2 lakh visa hole", "300000 BDT"),
        ("2 lakh now 1 lakh after visa and 1 lakh more in saudi", "400000 BDT"),
        ("1000 riyal now, 2000 riyal later", "3000 SAR"), ("2 lakh ekhon 3 pore", "500000 BDT"),
        ("total 5 lakh, 2 lakh now 3 lakh later", "500000 BDT"), ("মোট ৫ লাখ, এখন ২ লাখ", "500000 BDT"),
        ("5 lakh, 2 lakh now 3 lakh later", "500000 BDT"),
        # and these are not
        ("2 lakh now, 3 months later visa", "200000 BDT"),
        ("age bolsilo 3 lakh pore 5 lakh chay", "300000 BDT, 500000 BDT"),
        ("ek dalal 5 lakh, arek dalal 6 lakh", "500000 BDT, 600000 BDT"),
        ("2 lakh na hole 3 lakh", "200000 BDT, 300000 BDT"),
        ("5 lakh then salary 1500 riyal", "500000 BDT, 1500 SAR"),
        ("5 lakh dibo pore beton 30 hajar", "500000 BDT, 30000 BDT"),
        ("2 lakh now or 3 lakh later", "200000 BDT, 300000 BDT"), ("২ লাখ দিছি ৩ মাস পরে ভিসা", "200000 BDT"),
        # a demand that was raised is the newer one, not both
        ("প্রথমে বলল ৪ লাখ, পরে ৬ লাখ", "400000 BDT, 600000 BDT"),
        ("age bollo 4 lakh pore 6 lakh", "400000 BDT, 600000 BDT"),
        ("first wanted 4 lakh, then 6 lakh", "400000 BDT, 600000 BDT"),
        ("4 lakh chaisilo, ekhon abar 6 lakh", "400000 BDT, 600000 BDT"),
        ("4 lakh chilo pore aro beshi 6 lakh", "400000 BDT, 600000 BDT"),
        ("2 lakh disi, aro 3 lakh chay", "500000 BDT"), ("2 lakh paid, rest 3 lakh", "500000 BDT"),
        # nor are two journeys, or two people's
        ("saudi 4 lakh then malaysia 5 lakh?", "400000 BDT, 500000 BDT"),
        ("malaysia 5 lakh pore saudi 4 lakh", "500000 BDT, 400000 BDT"),
        ("my friend paid 3 lakh, then why they ask 5 lakh from me", "300000 BDT, 500000 BDT"),
        ("amar bondhu 3 lakh dise, pore amar kase 2 lakh", "300000 BDT, 200000 BDT"),
        # a whole with its parts is the whole
        ("5 lakh er moddhe 2 lakh ekhon baki pore", "500000 BDT"),
        ("5 lakh mot, 2 lakh dichi baki visa hole", "500000 BDT"),
        ("kharcha 5 lakh, agrim 2 lakh baki 3 lakh", "500000 BDT"),
        ("5 lakh, 2 lakh now, rest later", "500000 BDT"),
        ("3 lakh dichi 2 lakh baki", "500000 BDT"), ("৩ লাখ দিছি, এখনো ২ লাখ বাকি", "500000 BDT"),
        # a bare number is a price only beside words for it
        ("dalal 450000 chaise", "450000 BDT"), ("agent say 300000", "300000 BDT"),
        ("380000", "380000 BDT"), ("1,00,000", "100000 BDT"),
    ],
)  # fmt: skip
def test_a_sum_is_read_however_it_is_said(text: str, expected: str) -> None:
    assert ", ".join(found(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "01711123456", "01711-123456", "+8801711123456", "call 01711123456 taka lagbe", "2024",
        "2024 sale gesi", "age 25",
        "amar boyosh 25", "3 months", "৩ মাস", "passport BX0123456", "A01234567", "16135",
        "16135 e call dite koto taka lage",
        "999", "12.05.2024", "2020-2021", "10%", "৫ লাখ মানুষ বিদেশে", "5 lakh worker",
        "২ হাজার লোক", "কত টাকা লাগে", "lakh lakh taka",
        "কয়েক লাখ টাকা", "dui hajar sotero sale", "room 204", "2 ta passport", "0 taka", "10:30",
        "at home", "share this so others",
        "half day", "one day", "so many",
    ],
)  # fmt: skip
def test_other_numbers_are_no_money(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["1 lakh 20", "এক লাখ বিশ", "1/2 lakh", "1.500 euro", "2.345,67 taka", "shat lakh", "5,5 lakh"]
)
def test_what_can_be_read_in_two_ways_is_left_out(text: str) -> None:
    assert found(text) == []


@settings(deadline=None)
@given(SUMS)
def test_sums_as_the_locale_writes_them(amount: int) -> None:
    expected = [f"{amount} BDT"]
    assert found(f"{format_decimal(amount, locale='bn_BD').translate(ASCII_TO_BANGLA)} টাকা") == expected
    assert found(format_currency(amount, "BDT", locale="bn_BD").translate(ASCII_TO_BANGLA)) == expected
    assert found(f"{format_decimal(amount, format='#,##,##0', locale='en')} taka") == expected
    assert found(format_currency(amount, "BDT", locale="en")) == expected
    assert found(f"Tk {amount}") == expected


@settings(deadline=None)
@given(st.integers(1, 99), st.integers(1, 99))
def test_lakh_and_hajar_add_up_in_both_scripts(lakh: int, hajar: int) -> None:
    expected = [f"{lakh * 100_000 + hajar * 1000} BDT"]
    assert found(f"{lakh} lakh {hajar} hajar") == expected
    assert found(f"{lakh} lakh, {hajar} hajar") == expected
    assert found(f"{lakh} লাখ {hajar} হাজার টাকা".translate(ASCII_TO_BANGLA)) == expected


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_sums_of_any_text_stand_in_it_in_order_and_apart(text: str) -> None:
    text = normalise(text)
    end = 0
    for mention in find_money(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.money.amount > 0
        end = mention.end


@given(SUMS, st.sampled_from(["BDT", "SAR", "USD"]), st.booleans())
def test_written_money_is_read_back(amount: int, currency: str, part: bool) -> None:
    assert Money.parse(str(Money(amount, currency, part))) == Money(amount, currency, part)


@pytest.mark.parametrize(
    "text", ["", "BDT", "5 lakh", "৫ BDT", "-5 BDT", "5 bdt", "5  BDT", "5 BDT++", "None"]
)
def test_anything_else_is_not_written_money(text: str) -> None:
    with pytest.raises(ValueError, match="500000 BDT"):
        Money.parse(text)
