"""The words that make a bare number a price, and those that make it something else."""

from __future__ import annotations

from bot.language.wordlists import word_set

# Beginnings of words: a person who writes these beside a number speaks of money.
PRICE = tuple(
    word_set("""
    pay paid cost fee price charg say said tell told বলছে বলে bolse bolche bolce bole demand asking
    asked asks want salary loan taka tk টাকা khoroc khorc খরচ dam দাম beton বেতন ঋণ chais chaic
    chay chacc chach chass chait চাই চায় চাচ্ছ dite dibo dib dilam disi dici dichi diyec diyes দিতে
    দিব দেব দিছি দিয়েছ দিলাম দিসি lage lagb lagc lags lagt লাগ nibe nise nice niche niyec niyes nilo
    neb নিবে নেবে নিছে নিসে নিয়েছে নিচ্ছে নিল kisti কিস্তি instal advance agrim অগ্রিম
    """)
)
# Beginnings of what people count by the lakh that is not money.
COUNTED = tuple(
    word_set("""
    jon জন people person worker migrant manus মানুষ lok লোক শ্রমিক sromik shromik কর্মী kormi পরিবার
    famil kilo কিলো মাইল mile মিটার কেজি victim women men woman man নারী nari মেয়ে meye girl boy
    child শিশু shishu bangladeshi বাংলাদেশি বাংলাদেশী refugee রোহিঙ্গা rohing মামলা follower view ভিউ
    like লাইক share শেয়ার bochor bosor bochhor bocor বছর বৎসর year time বার ghonta ঘণ্টা ঘন্টা hour
    """)
) + ("km", "kg", "bar")
# "dui hajar sotero sale": a year.
YEAR = word_set("sal sale saler shal shale সাল সালে সালের")
# Beginnings of what smaller numbers count besides: days, months, minutes.
TIMES = tuple(
    word_set("month mas মাস day din দিন week sopta সপ্তা minit minute মিনিট gb mb জিবি এমবি ton টন gram")
)
# Beginnings of the word for a part of a price, and of what is said of one: that it is due now, or later.
PARTS = tuple(word_set("kisti কিস্তি instalment installment dofa দফা dhap ধাপ"))
PAID_WHEN = tuple(word_set("now later ekhon akhon এখন pore পরে agrim অগ্রিম advance"))
# Words beside the numbers of papers and telephones.
PAPERS = word_set("""
    passport পাসপোর্ট number numbr nombor nomber no নম্বর নাম্বার নং phone fon ফোন mobile মোবাইল call
    কল hotline হটলাইন code কোড otp pin id আইডি sal সাল year sale date tarikh তারিখ bmet whatsapp imo
    ইমো account
""")
# Words that may stand between a number and what it counts.
SKIPPED = word_set("er এর র e এ beshi বেশি besi more than over about of to o ও moto মতো প্রায় pray prai")
