"""The words that money is counted in: plain text, for they are known before any text is normalised."""

from __future__ import annotations

# Only our own money is counted in these; in the others anybody's is.
OURS = {
    1000: "হাজার হাজর হাযার hajar hazar hajr hazr hajer hazer",
    100_000: "লাখ লক্ষ লাক লখ lakh lac lak lacs lakhs lokkho lokho lokkh laakh lk",
    10_000_000: "কোটি koti kuti crore crores cror kror",
}
OTHERS = {1000: "thousand thousands", 1_000_000: "মিলিয়ন million millions milion miliyon"}
