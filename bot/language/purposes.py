"""What a sum is for: the price of going, a wage that was promised, a loan, the field that was sold for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.language.amounts import Reader, Token, scale_of
from bot.language.numerals import UNITS
from bot.language.sums import REACH, Sum, Word, spans, words_of
from bot.language.wordlists import word_set

# Beginnings of words.
WAGE = tuple(
    word_set("""
    salar sallar selar wage wages beton betn বেতন মজুরি মাইনে mojuri majuri maine income inkam ইনকাম earn
    ayer আয়ের kamai kamay kamabo kamate কামাই কামাবো কামাতে রোজগার rojgar rozgar basic বেসিক overtime ওভারটাইম
    """)
)
_WAGE_WORDS = word_set("ay আয়")
_LENT = tuple(
    word_set("""
    loan loans লোন ঋণ ঋন borrow korjo karjo কর্জ করজ মহাজন mohajon bondhok বন্ধক jomi jomir জমি land
    gohona gohna গহনা গয়না goyna gold beche bechi bechs bechl বেচে বেচি বেচছ বেচল বেইচ beich sold selling bikri
    bikkiri বিক্রি sud সুদ
    """)
)
_LENT_WORDS = word_set("rin lon loner rine dhar dhaar ধার becha বেচা sude সুদে")
# Who pays to go speaks like this of the sum; these are beginnings too.
PAY = tuple(
    word_set("""
    chay chai chais chaic chach chacch chass চাই চায় চাচ্ছ চাচ্চ want ask demand cost khoroc khorc kharch
    খরচ lage lagb lagc lags lagt লাগ dile dilam dilm disi dici dichi diyec diyes diye diya diesi দিলে দিলাম
    দিছি দিসি দিয়েছি দিয়ে দিয়া dite দিতে dibo দিবো দিব deb dei nise nisi nice niche niyec niyes nibe neb
    nilo nite নিছে নিসে নিয়েছে নিবে নেবে নিলো নিল নিতে নেয়
    charg price দাম visa bhisa ভিসা ticket টিকিট joma জমা processing
    """)
)
_PAY_WORDS = word_set("pay paid paying fee fees dam daam give gave take takes took ney nay nei")
_PAID = tuple(word_set("dalal dalar দালাল agen এজেন adam আদম"))  # said before what they want
_NO_PAY = word_set("dibe দিবে দেবে debe chaile dalan")  # they will give
# "Every month" is a wage, unless the one who goes pays it.
_MONTHLY = word_set("monthly মাসিক masik mashik protimase protimash প্রতিমাসে permonth pm")
_MONTH = word_set("month mase মাসে mashe mas মাস mash maser মাসের")
_EACH = word_set("a per every each proti prti প্রতি /")
_NO_EACH = (
    word_set("""
    in within this next last ei এই agami আগামী samne সামনে gato goto গত ager আগের kon kono কোন choto baki
    """)
    | UNITS.keys()
)
_IN = word_set("in within by after")  # "in a month" is when
_HOW_MUCH = word_set("koto kto kot কত কতো much")  # asked for, not told
_FROM = word_set("theke থেকে from hote হতে")  # cut from the wage: a price
_EARNED, _BORROWED, _PRICE = "earned", "borrowed", "price"
_LAKH = 100_000
_TO = word_set("to theke থেকে hote হতে thaika টু") | {"-"}
# Words of paying by the month: nothing but the one who goes pays like this.
_BY_MONTH = tuple(
    word_set("""
    kisti কিস্তি install instal dite দিতে dibo দিবো দিব dei diba pay paid joma জমা chay চায় wants
    dalalre dalalke দালালরে দালালকে agentke agentre এজেন্টকে
    """)
)


def sorted_out(tokens: Sequence[Token], sums: Sequence[Sum]) -> tuple[list[Sum], frozenset[int]]:
    """Return the sums, those marked that are no price, and which of them are paid month by month."""
    where = spans(tokens, sums)
    found = [
        part
        for number, one in enumerate(sums)
        for part in _parted(tokens, one, [own for other, own in enumerate(where) if other != number])
    ]
    pays = words_of(tokens, found, lambda at: _pays(tokens[at].text))
    paid_to = words_of(tokens, found, lambda at: tokens[at].text.startswith(_PAID), ahead=True)
    near = _nearest([*pays, *paid_to])

    def no_price(tied: list[int]) -> int:
        free = [one for one in tied if near.get(one, 1)] or tied
        return min(free, key=lambda one: (found[one].currency == "BDT", found[one].amount))

    wages = words_of(tokens, found, lambda at: _is_wage(tokens, at), no_price)
    months = words_of(tokens, found, lambda at: _is_monthly(tokens, at), no_price)
    by_month = words_of(tokens, found, lambda at: tokens[at].text.startswith(_BY_MONTH))
    earned = {word.of for word in wages if word.away <= near.get(word.of, word.away)}
    monthly = {word.of for word in months} - earned
    loans = words_of(tokens, found, lambda at: _is_lent(tokens[at].text), no_price)
    lent = {word.of for word in loans if word.away <= near.get(word.of, word.away)} - earned
    paid = (monthly - lent) & {word.of for word in by_month if _nobody_gives(tokens, word)}
    earned |= monthly - paid
    earned |= {number for both in _ranges(tokens, found) if earned & both for number in both}
    lent -= earned
    prices = set(range(len(found))) - earned
    if prices - lent:
        earned |= lent
        lent = set()
    # All that was borrowed is what somebody pays with: perhaps not all that they pay.
    return [
        replace(one, earned=number in earned, part=one.part or number in lent)
        for number, one in enumerate(found)
    ], frozenset(paid)


def _parted(tokens: Sequence[Token], one: Sum, others: Sequence[tuple[int, int]]) -> list[Sum]:
    """Part what was read as one amount and is two: "1 lakh, 20 hajar beton" is a price and a wage."""
    inside = [at for at, token in enumerate(tokens) if one.start <= token.start < one.end]
    behind_comma = [at for at in inside[1:] if tokens[at].apart]
    if behind_comma:
        return _at_comma(tokens, one, (inside[0], behind_comma[-1], inside[-1] + 1), others)
    # "5 lakh 60 hajar beton", written without a comma: nobody earns so much.
    behind = inside[-1] + 1 < len(tokens) and _is_wage(tokens, inside[-1] + 1)
    lakh, rest = divmod(one.amount, _LAKH)
    if not behind or lakh < 2 or not rest or one.currency != "BDT":
        return [one]
    cut = next((at for at in inside if scale_of(tokens[at].text)[0] == _LAKH), inside[-1])
    if cut == inside[-1]:
        return [one]
    return [
        replace(one, amount=lakh * _LAKH, end=tokens[cut].end, part=True),
        replace(one, amount=rest, start=tokens[cut + 1].start),
    ]


def _at_comma(
    tokens: Sequence[Token], one: Sum, places: tuple[int, int, int], others: Sequence[tuple[int, int]]
) -> list[Sum]:
    """Part `one` at its comma, where what stands before it and behind it says two purposes."""
    first, comma, after = places
    said = Reader(tokens).amount(comma)
    if said is None or not 0 < said.value < one.amount:
        return [one]
    far = len(tokens) + REACH
    left = max((end for _, end in others if end <= first), default=-far)
    right = min((begin for begin, _ in others if begin >= after), default=far)
    before = _purpose(tokens, [at for at in reversed(range(first)) if first - at - 1 < at - left])
    behind = _purpose(tokens, [at for at in range(after, len(tokens)) if at - after < right - at - 1])
    if before == behind or (behind != _EARNED and None in (before, behind)):
        return [one]
    return [
        replace(one, amount=one.amount - int(said.value), end=tokens[comma - 1].end),
        replace(one, amount=int(said.value), start=tokens[comma].start),
    ]


def _purpose(tokens: Sequence[Token], places: Sequence[int]) -> str | None:
    """What the nearest word of `places`, beginning beside the sum, says that it is for."""
    for at in places[:REACH]:
        word = tokens[at].text
        if _is_wage(tokens, at) or _is_monthly(tokens, at):
            return _EARNED
        if _is_lent(word):
            return _BORROWED
        if _pays(word) or word.startswith(_PAID):
            return _PRICE
    return None


def _ranges(tokens: Sequence[Token], sums: Sequence[Sum]) -> list[set[int]]:
    """The neighbours that are one range: "40-50 hajar"."""
    where = spans(tokens, sums)
    return [
        {number, number + 1}
        for number, ((_, after), (first, _)) in enumerate(pairwise(where))
        if first == after + 1 and tokens[after].text in _TO
    ]


def _nearest(words: Iterable[Word]) -> dict[int, int]:
    found: dict[int, int] = {}
    for word in words:
        found[word.of] = min(word.away, found.get(word.of, word.away))
    return found


def _pays(word: str) -> bool:
    return word not in _NO_PAY and (word in _PAY_WORDS or word.startswith(PAY))


def _is_lent(word: str) -> bool:
    return word in _LENT_WORDS or word.startswith(_LENT)


def _is_wage(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    before = tokens[at - 1].text if at else ""
    said = word in _WAGE_WORDS or word.startswith(WAGE)
    return said and not (_FROM | _HOW_MUCH) & {before, following}


def _is_monthly(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    further, before = ["", "", *(token.text for token in tokens[max(0, at - 2) : at])][-2:]
    if word in _MONTHLY:
        return True
    if word not in _MONTH or before in _NO_EACH or before[:1].isdigit() or further in _IN:
        return False
    return before in _EACH or word not in ("month", "mas", "মাস", "mash")


def _nobody_gives(tokens: Sequence[Token], word: Word) -> bool:
    """Is it not "they want to give"?"""
    around = {token.text for token in tokens[max(0, word.at - 1) : word.at + 2]}
    return not _NO_PAY & around
