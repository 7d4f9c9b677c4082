"""The words that make a bare number a price, and those that make it something else."""

from __future__ import annotations

from bot.language.wordlists import words

# Beginnings of words: a person who writes these beside a number speaks of money.
PRICE = tuple(
    ["pay", "paid", "cost", "fee", "fees", "price", "charg", "demand", "asking", "asked", "asks", "wants", "salary", "loan", "taka", "tk", "টাকা", "khoroc", "khorc", "খরচ", "dam", "দাম", "beton", "বেতন", "ঋণ", "chais", "chaic", "chay", "chacc", "chach", "chass", "chait", "চাই", "চায়", "চাচ্ছ", "চাইছ", "চাইতাছ", "dite", "dibo", "dib", "dilam", "disi", "dici", "dichi", "diyec", "diyes", "দিতে", "দিব", "দেব", "দিছি", "দিয়েছ", "দিলাম", "দিসি", "lage", "lagb", "lagc", "lags", "lagt", "লাগ", "nibe", "nise", "nice", "niche", "niyec", "niyes", "nilo", "neb", "নিবে", "নেবে", "নিছে", "নিসে", "নিয়েছে", "নিচ্ছে", "নিল"]
)
# Beginnings of what people count that is not money.
COUNTED = tuple(
    ["jon", "জন", "people", "person", "worker", "migrant", "manus", "মানুষ", "lok", "লোক", "শ্রমিক", "sromik", "shromik", "কর্মী", "kormi", "পরিবার", "famil", "month", "mas", "মাস", "year", "yr", "bochor", "bosor", "bochhor", "bochr", "bocor", "বছর", "বৎসর", "day", "din", "দিন", "hour", "ghonta", "ghanta", "ঘণ্টা", "ঘন্টা", "week", "sopta", "সপ্তা", "km", "kilo", "কিলো", "মাইল", "mile", "met", "মিটার", "kg", "কেজি", "bar", "বার", "time", "minit", "minute", "মিনিট", "victim", "women", "men", "woman", "man", "nari", "নারী", "meye", "মেয়ে", "girl", "boy", "child", "shishu", "শিশু", "bangladeshi", "বাংলাদেশি", "বাংলাদেশী", "refugee", "family", "kom", "bari", "gram", "ton", "টন", "case", "মামলা", "follower", "view", "like"]
)
# Words beside the numbers of papers and telephones.
PAPERS = words(
    "passport পাসপোর্ট number numbr nombor nomber no নম্বর নাম্বার নং phone fon ফোন mobile মোবাইল call কল hotline হটলাইন "
    "code কোড otp pin id আইডি sal সাল year sale date tarikh তারিখ bmet whatsapp imo ইমো account"
)
# Words that may stand between a number and what it counts.
SKIPPED = words("er এর র e এ beshi বেশি besi more than over about of to o ও moto মতো প্রায় pray prai")
