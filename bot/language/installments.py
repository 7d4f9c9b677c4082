"""Installments: "2 lakh now, 3 later" is one price in two parts, and only the whole can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.language.amounts import Token, tokens_of
from bot.language.prices import COUNTED, TIMES
from bot.language.wordlists import word_set

_LATER = word_set("""
    later then after afterwards rest remaining balance more another plus pore পরে por পর বাকি বাকিটা বাকীটা
    baki bakita aro আরও আরো abar আবার শেষে sheshe + গিয়ে giye hole হলে porer পরের
""")
_REST = word_set("rest remaining balance baki bakita বাকি বাকিটা বাকীটা বাকী")
_MORE = _REST | word_set("more another plus aro আরও আরো +")
_MORE_THAN = word_set("than beshi besi বেশি বেশী")  # "aro beshi 6 lakh": a higher price, not a second part
_STILL = word_set("still ekhono এখনো এখনও taka টাকা tk")
_AT_ONCE = tuple(word_set("now ekhon akhon agrim advance এখন অগ্রিম"))
_WITHIN = word_set("moddhe modde moddhye মধ্যে মধ্য থেকে theke including")
_OR = word_set("or ba বা naki নাকি অথবা othoba nahoy নয়তো kintu কিন্তু but instead")
_OR_ELSE = frozenset({("na", "hole"), ("না", "হলে"), ("না", "হইলে"), ("na", "hoile")})
_NOW = tuple(word_set("now ekhon akhon agrim advance first prothome এখন অগ্রিম প্রথমে age আগে"))
_TOTAL = word_set("mot মোট total totally altogether সর্বমোট sorbomot miliye মিলিয়ে মিলে mile")
_SAID = tuple(
    word_set("""
    said told agreed promised bolsil bolchil bolec boles bolc bols বলছিল বলেছিল বলছে বলেছে koisil
    কইছিল contract chukti চুক্তি kotha কথা bolsi bolch boll bole বলল বলে কইল koilo wanted asked demanded chaisil
    chaichil chailo cheyech চাইছিল চাইল চেয়েছ চাইসিল
    """)
)
_EARNED = tuple(word_set("salary wage beton বেতন income earn ay আয় মাসে mase monthly loan ঋণ rin lon"))
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
_MOST_PARTS = 6
_SMALL = 100  # "3 later": lakhs, as the sum before it


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money and where the text says it."""

    amount: int
    currency: str
    start: int
    end: int


def add_up(text: str, sums: Sequence[Sum]) -> list[Sum]:
    """Return the sums of `text`, its installments as the one price that they make together."""
    found = list(sums)
    tokens = tokens_of(text)
    if not found or not (_LATER | _TOTAL) & {token.text for token in tokens}:
        return found
    parts = sorted([*found, *_shortened(tokens, found)], key=lambda one: one.start)
    if not 2 <= len(parts) <= _MOST_PARTS or len({one.currency for one in parts}) > 1:
        return found
    if total := _total(tokens, parts):
        return [total]
    if any(_is_beside(tokens, one, _EARNED) for one in parts):
        return found
    if not all(_belongs(tokens, one, other) for one, other in pairwise(parts)):
        return found
    whole = sum(one.amount for one in parts)
    return [Sum(whole, parts[0].currency, parts[0].start, parts[-1].end)]


def _shortened(tokens: Sequence[Token], sums: Sequence[Sum]) -> list[Sum]:
    """Return what "3 later" leaves out: lakh, or thousand, as the sum before it says."""
    found = []
    for at, token in enumerate(tokens):
        before = [one for one in sums if one.end <= token.start]
        inside = any(one.start <= token.start < one.end for one in sums)
        if not token.text.isdecimal() or not before or inside or not 0 < int(token.text) < _SMALL:
            continue
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if following.startswith(COUNTED + TIMES) or (following and following[0].isdigit()):
            continue
        preceding = tokens[at - 1].text
        if following in _LATER or preceding in _LATER:
            unit = next((unit for unit in (10**7, 10**5, 1000) if before[-1].amount % unit == 0), 0)
            if unit:
                found.append(Sum(int(token.text) * unit, before[-1].currency, token.start, token.end))
    return found


def _total(tokens: Sequence[Token], parts: Sequence[Sum]) -> Sum | None:
    """Return the part that is all the others together, or is called the total, or is what the rest is of."""
    most = max(parts, key=lambda one: one.amount)
    others = sum(one.amount for one in parts) - most.amount
    if len(parts) > 2 and others == most.amount and not _is_at_once(tokens, most, parts):
        return most
    if _is_beside(tokens, most, tuple(_TOTAL)):
        return most
    after = [token.text for token in tokens if token.start >= most.end][:_AROUND]
    before = [token.text for token in tokens if token.end <= most.start][-_AROUND:]
    if most is parts[0] and (_WITHIN & set(after) or before == ["out", "of"] or after == ["of", "which"]):
        return most
    return most if most is parts[0] and _leaves_a_rest(tokens, parts) else None


def _is_at_once(tokens: Sequence[Token], one: Sum, parts: Sequence[Sum]) -> bool:
    """Is `one` to be paid first? The word in "5 lakh, agrim 2 lakh" is the next one's."""
    before = [token.text for token in tokens if token.end <= one.start][-_AROUND:]
    following = next((token for token in tokens if token.start >= one.end), None)
    if any(word.startswith(_NOW) for word in before):
        return True
    if not following or not following.text.startswith(_NOW):
        return False
    if following.text == "now":  # English says it behind the sum
        return True
    beyond = next((token.start for token in tokens if token.start >= following.end), -1)
    return all(part.start != beyond for part in parts)


def _leaves_a_rest(tokens: Sequence[Token], parts: Sequence[Sum]) -> bool:
    """Does the text speak of a rest without saying how much it is?"""
    inside = [any(one.start <= token.start < one.end for one in parts) for token in tokens]
    for at, token in enumerate(tokens):
        if token.text in _REST:
            preceding = at - 2 if at > 1 and tokens[at - 1].text in _STILL else at - 1
            said = any(inside[at + 1 : at + 1 + _AROUND]) or (preceding >= 0 and inside[preceding])
            if not said:
                return True
    return False


def _belongs(tokens: Sequence[Token], one: Sum, other: Sum) -> bool:
    """Is `other` asked on top of `one`, and not in its place?"""
    between = [token.text for token in tokens if one.end <= token.start < other.start]
    after = [token.text for token in tokens if token.start >= other.end][:_AROUND]
    if _OR & set(between) or any(pair in _OR_ELSE for pair in pairwise(between)):
        return False
    if any(word.startswith(_COUNTRY) for word in between):
        return False
    if any(token.text.startswith(_OTHERS) for token in tokens if token.start < other.start):
        return False
    before = [token.text for token in tokens if token.end <= one.start][-_AROUND:]
    at_once = _is_beside(tokens, one, _AT_ONCE)
    on_top = _is_on_top(between, after)
    if other.amount > one.amount:
        raised = any(word.startswith(_SAID) for word in (*before, *between)) or not (at_once or on_top)
    else:
        raised = any(word.startswith(_SAID) for word in between) and not (at_once or on_top)
    return not raised and bool(_LATER & {*between, *after})


def _is_on_top(between: Sequence[str], after: Sequence[str]) -> bool:
    """Is the later sum called the rest, or more? "More than" and "even more" are a higher price."""
    called = any(one in _MORE and other not in _MORE_THAN for one, other in pairwise((*between, "")))
    return called or bool(_MORE & set(after[:1]) and not _MORE_THAN & set(after))


def _is_beside(tokens: Sequence[Token], one: Sum, words: tuple[str, ...]) -> bool:
    before = [token.text for token in tokens if token.end <= one.start][-_AROUND:]
    after = [token.text for token in tokens if token.start >= one.end][:1]
    return any(word.startswith(words) for word in (*before, *after))
