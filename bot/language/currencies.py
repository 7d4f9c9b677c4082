"""The words and signs for money, and the currency that each of them means."""

from __future__ import annotations

from collections.abc import Sequence

_NAMES = {
    "BDT": "৳ টাকা টেকা টেখা টেঁয়া টেয়া টাহা taka tk bdt takaa taaka tka teka tekha teya taha",
    "SAR": "sar",
    "QAR": "qar",
    "OMR": "omr",
    "AED": "aed দিরহাম দেরহাম dirham dirhams dirhum derham dhs dh",
    "MYR": "myr rm রিংগিত রিঙ্গিত রিংগিট ringgit ringit ringgits ringith",
    "KWD": "kwd",
    "BHD": "bhd",
    "JOD": "jod",
    "USD": "$ usd ডলার dollar dollars doler dolar",
    "SGD": "sgd",
    "EUR": "€ eur euro euros ইউরো iuro",
    "GBP": "£ gbp পাউন্ড pound pounds",
    "INR": "₹ inr রুপি rupee rupees rupi",
    "TRY": "লিরা lira",
    "JPY": "¥ jpy ইয়েন yen",
    "KRW": "₩ krw",
    "THB": "฿ thb বাত baht",
    "LYD": "lyd",
    "MVR": "mvr রুফিয়া rufiyaa rufiya",
}
_SHARED = {  # one name for the money of several countries; the first country is meant when none is named
    "riyal": (("SAR", "saudi soudi সৌদি"), ("QAR", "qatar কাতার katar"), ("OMR", "oman ওমান")),
    "dinar": (
        ("KWD", "kuwait কুয়েত kuet kuwet"), ("BHD", "bahrain বাহরাইন"), ("JOD", "jordan জর্ডান"),
        ("LYD", "libya লিবিয়া"), ("IQD", "iraq ইরাক"),
    ),
}  # fmt: skip
_SHARED_NAMES = {
    "riyal": "riyal riyals rial rials reyal রিয়াল রিয়েল রেয়াল",
    "dinar": "dinar dinars দিনার",
}
# "saudi riyal": the beginning of the word before the name, and what the name then means.
ADJECTIVES: dict[str, dict[str, str]] = {
    "saudi": {"riyal": "SAR"}, "soudi": {"riyal": "SAR"}, "সৌদি": {"riyal": "SAR"},
    "qatar": {"riyal": "QAR"}, "katar": {"riyal": "QAR"}, "কাতার": {"riyal": "QAR"},
    "oman": {"riyal": "OMR"}, "ওমান": {"riyal": "OMR"}, "yemen": {}, "irani": {},
    "kuwait": {"dinar": "KWD"}, "kuet": {"dinar": "KWD"}, "কুয়েত": {"dinar": "KWD"},
    "bahrain": {"dinar": "BHD"}, "বাহরাইন": {"dinar": "BHD"},
    "jordan": {"dinar": "JOD"}, "জর্ডান": {"dinar": "JOD"},
    "iraqi": {"dinar": "IQD"}, "ইরাকি": {"dinar": "IQD"}, "libya": {"dinar": "LYD"}, "লিবিয়া": {"dinar": "LYD"},
    "us": {"USD": "USD"}, "american": {"USD": "USD"}, "মার্কিন": {"USD": "USD"}, "আমেরিকা": {"USD": "USD"},
    "sing": {"USD": "SGD"}, "সিঙ্গাপুর": {"USD": "SGD"}, "austral": {"USD": "AUD"}, "canad": {"USD": "CAD"},
    "hong": {}, "brunei": {"USD": "BND"}, "malaysia": {"MYR": "MYR"}, "মালয়েশিয়া": {"MYR": "MYR"},
    "indian": {"INR": "INR"}, "ভারতীয়": {"INR": "INR"}, "pakistan": {"INR": "PKR"}, "nepal": {"INR": "NPR"},
    "sri": {}, "bangladesh": {"BDT": "BDT"}, "বাংলাদেশ": {"BDT": "BDT"},
    "emirat": {"AED": "AED"}, "uae": {"AED": "AED"},
    "turki": {"TRY": "TRY"}, "british": {"GBP": "GBP"}, "egypt": {"GBP": "EGP"},
}  # fmt: skip
_NO_DEFAULT = frozenset({"dinar"})

CURRENCIES = {word: code for code, words in _NAMES.items() for word in words.split()} | {
    word: name for name, words in _SHARED_NAMES.items() for word in words.split()
}
BEFORE = frozenset(
    {"tk", "rm"}
    | {word for word in CURRENCIES if len(word) == 1 or (len(word) == 3 and word.upper() in _NAMES)}
)


def settle(currency: str, words: Sequence[str]) -> str | None:
    """Return the ISO code for `currency`; where countries share a name, a country in `words` settles it."""
    choices = _SHARED.get(currency)
    if choices is None:
        return currency
    named = [
        code for code, starts in choices if any(word.startswith(tuple(starts.split())) for word in words)
    ]
    if len(named) == 1:
        return named[0]
    return None if named or currency in _NO_DEFAULT else choices[0][0]
