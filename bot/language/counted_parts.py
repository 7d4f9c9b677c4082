"""Parts of one size: "6 kisti te 1 lakh kore" is six lakh, "1 lakh in 3 installments" is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.amounts import Token
from bot.language.numerals import TENS, UNITS
from bot.language.prices import PARTS
from bot.language.sums import Sum, spans
from bot.language.wordlists import word_set

_TURN = word_set("bar bare baare বার বারে parts part payments vage bhage ভাগে ভাগ")
_TIMES = word_set("times")  # three times a lakh is three lakh
_IN_PARTS = word_set("bare baare বারে vage bhage ভাগে")  # "in three goes"
_IN = word_set("te তে e এ")
_EN_IN = word_set("in over into")
_MONTHS = word_set("mas মাস mash month months mase মাসে mashe maser মাসের")
_EACH_BEHIND = word_set("kore koira করে কইরা koria koriya each apiece every per")
_EACH_BEFORE = word_set("prti proti প্রতি per each every protek prottek protyek prottekta প্রত্যেক")
_EN_OF = word_set("of at")
_CLASSIFIER = word_set("ta টা ti টি to টো er এর")
# One part by its name: what else is to be paid is not told.
_ONE = word_set("""
    agrim অগ্রিম advance advans booking buking বুকিং bayna বায়না token টোকেন deposit downpayment
    ticket tiket টিকিট medical medikel মেডিকেল মেডিক্যাল training ট্রেনিং
""")
_FIRST = tuple(word_set("first prothom প্রথম"))
_TOTAL = word_set("mot মোট total সর্বমোট sorbomot")
_BESIDE = 2
_NEAR = 6  # words around a sum that tell how many there are
_MOST = 60


def multiplied(tokens: Sequence[Token], sums: Sequence[Sum], monthly: frozenset[int]) -> list[Sum]:
    """Return the sums, each that is said once for several parts as all of them together.

    Where the text does not tell whether a sum is one part or all, it is marked as a part.
    """
    where = spans(tokens, sums)
    found = []
    for number, one in enumerate(sums):
        if one.earned:
            found.append(one)
            continue
        first, after = where[number]
        begins = max([0, first - _NEAR, *(end for _, end in where[:number])])
        ends = min([len(tokens), after + _NEAR, *(start for start, _ in where[number + 1 :])])
        around = _Around(tokens, (begins, first), (after, ends), monthly=number in monthly)
        found.append(around.whole(one))
    return found


def alone(tokens: Sequence[Token], one: Sum) -> Sum:
    """Return a price that nothing was added to; marked, where it is called an advance or a part."""
    if one.part or one.whole:
        return one
    before = [token.text for token in tokens if token.end <= one.start][-_BESIDE:]
    behind = [token.text for token in tokens if token.start >= one.end][:_BESIDE]
    called = any(word.startswith(PARTS) for word in (*before, *behind)) and not _TOTAL & {*before, *behind}
    called = called or any(word.startswith(_FIRST) for word in (*before[-1:], *behind[:1]))
    return replace(one, part=True) if called or _ONE & {*before[-1:], *behind[:1]} else one


def is_part(tokens: Sequence[Token], at: int) -> bool:
    """Does token `at` name the parts of a payment?"""
    return 0 <= at < len(tokens) and tokens[at].text.startswith(PARTS)


class _Around:
    """The words before and behind one sum, up to the next sum."""

    def __init__(
        self, tokens: Sequence[Token], before: tuple[int, int], behind: tuple[int, int], *, monthly: bool
    ) -> None:
        self._tokens = tokens
        self._words = [token.text for token in tokens]
        self._before, self._behind, self._monthly = before, behind, monthly

    def whole(self, one: Sum) -> Sum:
        """What `one` comes to in all."""
        each = self._monthly or self._is_each()
        counts = self._counts()
        if each or any(times for _, _, _, times in counts):
            if len({count for count, _, _, _ in counts}) != 1:
                return replace(one, part=True)
            count, first, after, _ = counts[0]
            if self._words[self._before[1] - 1 : self._before[1]] in ([word] for word in _TOTAL):
                return _of_total(one, count)
            start = min(one.start, self._tokens[first].start)
            end = max(one.end, self._tokens[after - 1].end)
            return replace(one, amount=one.amount * count, start=start, end=end, whole=True)
        if not counts:
            return one
        whole = self._is_all(counts[0][1], counts[0][2])
        return replace(one, whole=whole, part=not whole)

    def _is_each(self) -> bool:
        behind, before = self._words[slice(*self._behind)], self._words[slice(*self._before)]
        if _EACH_BEHIND & set(behind[:1]):
            return True
        for at, word in enumerate(before):
            if word in _EACH_BEFORE and any(
                self._names_parts(self._before[0] + at + step) for step in (1, -1)
            ):
                return True
        at_last = len(before) - 1  # "4 installments of 50 thousand"
        return bool(before) and before[-1] in _EN_OF and self._names_parts(self._before[0] + at_last - 1)

    def _names_parts(self, at: int) -> bool:
        if not 0 <= at < len(self._words):
            return False
        word = self._words[at]
        return word.startswith(PARTS) or word in _TURN or word in _TIMES or word == "time"

    def _counts(self) -> list[tuple[int, int, int, bool]]:
        """How many parts are told: (how many, first token, token after it, whether it is said as times)."""
        found = []
        for begin, end in (self._before, self._behind):
            for at in range(begin, end):
                count = self._number(at)
                if not count:
                    continue
                after = at + 1 + (at + 1 < end and self._words[at + 1] in _CLASSIFIER)
                if after < end and self._counts_parts(after):
                    found.append((count, at, after + 1, self._words[after] in _TIMES))
                elif at > begin and is_part(self._tokens, at - 1):  # "kisti 6 ta"
                    found.append((count, at - 1, after, False))
        return found

    def _counts_parts(self, at: int) -> bool:
        return self._names_parts(at) or (self._monthly and self._words[at] in _MONTHS)

    def _number(self, at: int) -> int:
        word = self._words[at]
        count = int(word) if word.isdecimal() and len(word) < 3 else UNITS.get(word, TENS.get(word, 0))
        return count if 2 <= count <= _MOST else 0

    def _is_all(self, first: int, after: int) -> bool:
        """Is the sum what is paid in so many parts, and not each of them?"""
        if first > 0 and self._words[first - 1] in _EN_IN:
            return True
        behind = first >= self._behind[0]
        named = self._words[after - 1]
        located = named in _IN_PARTS or (
            named.startswith(PARTS)
            and (
                named.endswith(("te", "তে", "য়", "ay"))
                or self._words[after : after + 1][:1] in ([w] for w in _IN)
            )
        )
        return behind and located


def _of_total(one: Sum, count: int) -> Sum:
    """Read "mot 3 lakh, 50 hajar kore 6 kisti", where no comma is left to part the two sums."""
    lakh, rest = divmod(one.amount, 100_000)
    if lakh * 100_000 == rest * count:
        return replace(one, amount=lakh * 100_000, whole=True)
    return replace(one, part=True)
