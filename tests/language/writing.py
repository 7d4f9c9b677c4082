"""Texts that hypothesis makes up: everything a phone can send, and more often what people here send."""

from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "সৌদি", "মালয়েশিয়ায়", "দুবাই", "থেকে", "যাব", "আটকা", "পাসপোর্ট", "নিয়ে", "গেছে", "৫", "লাখ",
        "টাকা", "সাড়ে", "চার",
        "হাজার", "দেড়", "৳", "saudi", "malaysia", "theke", "jabo", "passport", "niye", "gese", "5",
        "lakh", "taka",
        "4,20,000", "500k", "1.2", "million", "$", "riyal", "-", "/-", ".", ",", "।", "|", "?",
        "না", "na", "jodi", "যদি",
        "if", "not", "and", "half", "two", "hundred", "01711123456", "BX0123456", "😭", "\u200d",
        "\u200c", "্", "ি", "অা",
    ]
)  # fmt: skip
MESSAGES = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda gap: gap.join(pieces))
)
ANY_TEXT = st.one_of(st.text(max_size=200), MESSAGES)
