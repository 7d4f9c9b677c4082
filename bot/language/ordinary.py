"""Ordinary words that look like a place: read as one, they would send somebody to the wrong country."""

from __future__ import annotations

from bot.language.wordlists import word_set

# Never a country, even where a pack lists them.
NEVER = word_set("""
    us in it am me my is no so to at on or as by do he she we be an id de la male bari nice can man
    her bra sudi sobha সভা milon মিলন চাদর chader chadar
""")

# Never a misspelt country; a pack may still list them.
_WORDS = word_set("""
    pain spin span spare soul tune tunes grace grease media median share shares chini chine parto
    porote island inland liver libra water later cater quarter morning service services swerving
    generate barely person persons prison poison parish perish polish police pulish lunch brush
    chain chains chance change dubious double copper panama pajama canal candy candle cannot comedy
    courier carrier career italic indigo woman women human rokom orkom jiban jibon jabon jordar
    border garden vision mascot mosque modern medical mother banana basar basay bosar bosra sahare
    saharer bank banker arrange chair khulun pathate খুলুন কাটার বাড়তে sadia সাদিয়া প্রাইস প্লিজ শপিং
    জুয়ার মাস্টার বার্তা স্পর্শ ক্রিয়ার কুরিয়ার
""")
_STARTS = tuple(
    word_set("""
    kora kore kori koro korb korc kors kort korl koir koit kren kar কর kr bangl বাংল par পার bol বল
    jog যোগ ব্যাংক ব্যাঙ্ক patha pathi পাঠা পাঠি
""")
)
_KOREA = ("korea", "koria", "koriy")


def is_ordinary(word: str) -> bool:
    """Is `word` everyday language, not a slip for a place (korchi is no Karachi, kora no Korea)?"""
    return word in _WORDS or word in NEVER or (word.startswith(_STARTS) and not word.startswith(_KOREA))
