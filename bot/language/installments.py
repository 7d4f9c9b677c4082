"""Installments: "2 lakh now, 3 later" is one price in two parts, and only the whole can be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from bot.language.amounts import Token, scale_of
from bot.language.counted_parts import alone, is_part
from bot.language.prices import COUNTED, PARTS, TIMES
from bot.language.sums import Sum
from bot.language.wordlists import word_set

_LATER = word_set("""
    later then after afterwards rest remaining balance more another plus pore পরে por পর বাকি বাকিটা বাকীটা
    baki bakita aro আরও আরো abar আবার শেষে sheshe seshe + গিয়ে giye hole হলে porer পরের
    tarpor tarpore তারপর তারপরে erpor এরপর
""")
# When a part is due: once something has happened, or as the second, the third, the last one.
_DUE = word_set("""
    hole হলে hoile হইলে asle আসলে ashle aile আইলে ele এলে pele পেলে paile পাইলে gele গেলে uthle উঠলে lagle লাগলে
    howar হওয়ার asar আসার jawar jaoar যাওয়ার pawar paoar পাওয়ার uthar ওঠার giye গিয়ে giya গিয়া
    before when once upon on arrival arriving departure flight second third fourth last final nd rd
    ditiyo dwitiyo দ্বিতীয় tritiyo tritio তৃতীয় choturtho চতুর্থ sesh শেষ next agami আগামী poroborti পরবর্তী age
    আগে য় র্থ
""")
_REST = word_set("rest remaining balance baki bakita বাকি বাকিটা বাকীটা বাকী")
_MORE = _REST | word_set("more another plus aro আরও আরো +")
_MORE_THAN = word_set("than beshi besi বেশি বেশী")  # "aro beshi 6 lakh": a higher price, not a second part
_STILL = word_set("still ekhono এখনো এখনও taka টাকা tk")
_AT_ONCE = tuple(word_set("now ekhon akhon agrim advance এখন অগ্রিম"))
_WITHIN = word_set("moddhe modde moddhye মধ্যে মধ্য থেকে theke including")
_OR = word_set("or ba বা naki নাকি অথবা othoba nahoy নয়তো kintu কিন্তু but instead")
_OR_ELSE = frozenset({("na", "hole"), ("না", "হলে"), ("না", "হইলে"), ("na", "hoile")})
_FIRST = tuple(word_set("first prothom প্রথম"))
_BEFORE = word_set("age আগে")
_GIVEN = tuple(word_set("disi dichi dici dilam diyec diyes paid gave given দিছি দিসি দিলাম দিয়েছি"))
_ASKED = tuple(word_set("chay chai chais chaic want ask demand nibe neb lagb cost চায় চাই চাইছে নিবে নেবে লাগবে"))
_TOTAL = word_set("mot মোট total totally altogether সর্বমোট sorbomot miliye মিলিয়ে মিলে mile")
_SAID = tuple(
    word_set("""
    said told agreed promised bolsil bolchil bolec boles bolc bols বলছিল বলেছিল বলছে বলেছে koisil
    কইছিল contract chukti চুক্তি kotha কথা bolsi bolch boll bole বলল বলে কইল koilo wanted asked demanded chaisil
    chaichil chailo cheyech চাইছিল চাইল চেয়েছ চাইসিল chilo chila silo ছিল chaito nito lagto চাইত নিত লাগত
    """)
)
_OTHERS = tuple(
    word_set("""
    friend bondhu বন্ধু neighb প্রতিবেশ protibesh other onno অন্য arekjon আরেকজন someone somebody cousin
    """)
)
# Beginnings of countries' names: what stands beyond one is the price of another journey.
_COUNTRY = tuple(
    word_set("""
    saudi soudi sudi sowdi ksa সৌদি সউদি malaysi maloysi malesi মালয়েশি মালেশি qatar katar কাতার kuwait kuwet
    কুয়েত কুয়েত dubai দুবাই uae emirat আমিরাত আরব oman ওমান bahrain বাহরাইন iraq irak ইরাক iran ইরান jordan জর্ডান
    leban lebanon লেবানন liby libia লিবি ital itali ইতালি ইটালি greece gris গ্রিস গ্রীস europ ইউরোপ poland পোল্যান্ড
    romania rumania রোমানি serbia সার্বি croatia ক্রোয়েশি malta মাল্টা cyprus সাইপ্রাস portugal পর্তুগাল spain স্পেন
    france ফ্রান্স german জার্মান london লন্ডন england uk canad কানাডা america amerika আমেরিকা australi অস্ট্রেলি
    japan জাপান korea কোরি singapor singapur সিঙ্গাপুর সিংগাপুর brunei ব্রুনাই maldiv মালদ্বীপ maurit মরিশাস india
    ভারত thailand থাইল্যান্ড turk তুর turki russia rashia রাশি egypt মিশর tunisi তিউনিসি albani আলবেনি hungar
    """)
)
_AROUND = 2  # words beside a sum that say what it is
_MOST_PARTS = 24
_SMALL = 100  # "3 later": lakhs, as the sum before it
_SHORT = re.compile(r"\d{1,2}(?:\.\d)?")
_CLASSIFIER = word_set("ta টা ti টি jon জন")


def add_up(tokens: Sequence[Token], sums: Sequence[Sum]) -> list[Sum]:
    """Return the prices of a text, its installments as the one price that they make together."""
    if together := _together(tokens, sums):
        return [together]
    found = [alone(tokens, one) for one in sums]
    if len(sums) > 1 and not _is_another(tokens, *sums[-2:]):
        # "visa 3 lakh, processing 50 hajar", "1 lakh disi 2 lakh dibo": the last one alone is no price.
        given = any(token.text.startswith(_GIVEN) for token in tokens)
        if given or sums[-1].amount < sums[-2].amount:
            found[-1] = replace(found[-1], part=True)
    return found


def _together(tokens: Sequence[Token], found: Sequence[Sum]) -> Sum | None:
    words = {token.text for token in tokens}
    told = (_LATER | _DUE | _TOTAL) & words or any(word.startswith(_GIVEN) for word in words)
    if not found or not told:
        return None
    parts = sorted([*found, *_shortened(tokens, found)], key=lambda one: one.start)
    if len(parts) == 1:
        return replace(parts[0], part=True) if _is_only_begun(tokens, parts) else None
    if len(parts) > _MOST_PARTS or len({one.currency for one in parts}) > 1:
        return None
    if total := _total(tokens, parts):
        return replace(total, part=False)
    # "Now ..., with the visa ..., later ...": who tells three parts tells no price that was raised.
    before, after = _words_around(tokens, parts[0])
    listed = len(parts) > 2 and any(_is_now(word) for word in (*before, *after[:1]))
    if not all(_belongs(tokens, one, other, listed=listed) for one, other in pairwise(parts)):
        return None
    whole = sum(one.amount for one in parts)
    open_end = any(one.part for one in parts) or _leaves_a_rest(tokens, parts)
    return Sum(whole, parts[0].currency, parts[0].start, parts[-1].end, open_end)


def _shortened(tokens: Sequence[Token], sums: Sequence[Sum]) -> list[Sum]:
    """Return what "3 later" leaves out: lakh, or thousand, as the sum before it says."""
    found = []
    for at, token in enumerate(tokens):
        before = [one for one in sums if one.end <= token.start]
        inside = any(one.start <= token.start < one.end for one in sums)
        if not _SHORT.fullmatch(token.text) or not before or inside or not 0 < Fraction(token.text) < _SMALL:
            continue
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        counts = following.startswith(COUNTED + TIMES) or following in _CLASSIFIER or is_part(tokens, at + 1)
        if counts or scale_of(following)[0] > 1 or following[:1].isdigit():
            continue
        when = (following, tokens[at - 1].text)
        if any(word in _LATER or word.startswith(_AT_ONCE) for word in when if word):
            unit = next((unit for unit in (10**7, 10**5, 1000) if before[-1].amount % unit == 0), 0)
            amount = Fraction(token.text) * unit
            if unit and amount.denominator == 1:
                found.append(Sum(int(amount), before[-1].currency, token.start, token.end))
    return found


def _total(tokens: Sequence[Token], parts: Sequence[Sum]) -> Sum | None:
    """Return the part that is all the others together, or is called the total, or is what the rest is of."""
    amount = max(one.amount for one in parts)
    for most in (one for one in parts if one.amount == amount):
        others = sum(one.amount for one in parts) - amount
        if len(parts) > 2 and others == amount and not _is_due(tokens, most, parts):
            return most
        if _is_beside(tokens, most, tuple(_TOTAL)):
            return most
    most = next(one for one in parts if one.amount == amount)
    if most is not parts[0]:
        return None
    before, after = _words_around(tokens, most)
    if _WITHIN & set(after) or before == ["out", "of"] or after == ["of", "which"]:
        return most
    if _is_given(tokens, parts):
        return most
    begun = _is_at_once(tokens, most, parts)
    return most if _leaves_a_rest(tokens, parts) and not begun else None


def _is_given(tokens: Sequence[Token], parts: Sequence[Sum]) -> bool:
    """Is the second sum what was given of the first: "5 lakh chaise, 3 lakh disi"?"""
    if len(parts) > 2:
        return False
    (_, asked), (before, given) = (_words_around(tokens, one) for one in parts)
    first, _ = _words_around(tokens, parts[0])
    wanted = any(word.startswith(_ASKED) for word in (*first, *asked[:1]))
    paid = any(word.startswith(_GIVEN) for word in (*before, *given[:1]))
    return wanted and paid and not (_MORE | _LATER) & {*before, *asked, *given}


def _is_due(tokens: Sequence[Token], one: Sum, parts: Sequence[Sum]) -> bool:
    """Is it told when `one` is to be paid? Then it is not all of them, whatever the others come to."""
    if one not in (parts[0], parts[-1]) or _is_at_once(tokens, one, parts):
        return True
    before, after = _words_around(tokens, one)
    told = {*before, *after[:1]} if one is parts[-1] else set(before)
    return bool((_LATER | _DUE) & told) or any(word.startswith(PARTS) for word in told)


def _is_only_begun(tokens: Sequence[Token], parts: Sequence[Sum]) -> bool:
    """Does one sum stand beside another that is not told: "2 lakh now, the rest later", "2 lakh more"?"""
    one = parts[0]
    before, after = _words_around(tokens, one)
    if _is_beside(tokens, one, tuple(_TOTAL)) or _WITHIN & set(after) or before == ["out", "of"]:
        return False
    return any(token.text in _REST for token in tokens) or _is_on_top(before, after)


def _is_at_once(tokens: Sequence[Token], one: Sum, parts: Sequence[Sum]) -> bool:
    """Is `one` to be paid first? The word in "5 lakh, agrim 2 lakh" is the next one's."""
    before = [token.text for token in tokens if token.end <= one.start][-_AROUND:]
    following = next((token for token in tokens if token.start >= one.end), None)
    if any(_is_now(word) for word in before):
        return True
    if not following or not _is_now(following.text):
        return False
    if following.text == "now":  # English says it behind the sum
        return True
    beyond = next((token.start for token in tokens if token.start >= following.end), -1)
    return all(part.start != beyond for part in parts)


def _is_now(word: str) -> bool:
    return word in _BEFORE or word.startswith((*_AT_ONCE, *_FIRST))


def _leaves_a_rest(tokens: Sequence[Token], parts: Sequence[Sum]) -> bool:
    """Does the text speak of a rest without saying how much it is?"""
    inside = [any(one.start <= token.start < one.end for one in parts) for token in tokens]
    for at, token in enumerate(tokens):
        if token.text in _REST and not inside[at]:
            preceding = at - 2 if at > 1 and tokens[at - 1].text in _STILL else at - 1
            said = any(inside[at + 1 : at + 1 + _AROUND]) or (preceding >= 0 and inside[preceding])
            if not said:
                return True
    return False


def _belongs(tokens: Sequence[Token], one: Sum, other: Sum, *, listed: bool) -> bool:
    """Is `other` asked on top of `one`, and not in its place?"""
    if _is_another(tokens, one, other):
        return False
    between = [token.text for token in tokens if one.end <= token.start < other.start]
    before, _ = _words_around(tokens, one)
    _, after = _words_around(tokens, other)
    said_first = any(word in _BEFORE or word.startswith(_FIRST) for word in (*before, *between[:1]))
    at_once = _is_beside(tokens, one, _AT_ONCE) or said_first
    on_top = _is_on_top(between, after) or bool(_DUE & {*between, *after})
    said = any(word.startswith(_SAID) for word in between)
    if other.amount > one.amount:
        said = said or any(word.startswith(_SAID) for word in before)
        raised = said or not (at_once or on_top or listed)
    else:
        raised = said and not (_is_beside(tokens, one, _AT_ONCE) or _is_on_top(between, after))
    # "visa hole 3 lakh, ekhon 2 lakh": said the other way round.
    turned = bool(_DUE & set(before)) and _is_beside(tokens, other, _AT_ONCE) and not said
    return turned or (not raised and bool((_LATER | _DUE) & {*between, *after}))


def _is_another(tokens: Sequence[Token], one: Sum, other: Sum) -> bool:
    """Is `other` said for another journey, of another person, or as another choice?"""
    between = [token.text for token in tokens if one.end <= token.start < other.start]
    if _OR & set(between) or any(pair in _OR_ELSE for pair in pairwise(between)):
        return True
    if any(word.startswith(_COUNTRY) for word in between):
        return True
    return any(token.text.startswith(_OTHERS) for token in tokens if token.start < other.start)


def _is_on_top(between: Sequence[str], after: Sequence[str]) -> bool:
    """Is the later sum called the rest, or more? "More than" and "even more" are a higher price."""
    called = any(one in _MORE and other not in _MORE_THAN for one, other in pairwise((*between, "")))
    return called or bool(_MORE & set(after[:1]) and not _MORE_THAN & set(after))


def _words_around(tokens: Sequence[Token], one: Sum) -> tuple[list[str], list[str]]:
    """The words before `one` and those behind it."""
    before = [token.text for token in tokens if token.end <= one.start][-_AROUND:]
    return before, [token.text for token in tokens if token.start >= one.end][:_AROUND]


def _is_beside(tokens: Sequence[Token], one: Sum, words: tuple[str, ...]) -> bool:
    before, after = _words_around(tokens, one)
    return any(word.startswith(words) for word in (*before, *after[:1]))
