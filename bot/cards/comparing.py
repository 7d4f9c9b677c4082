"""An amount that was asked against the published ceiling: in taka, in words and as a small bar."""

from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from bot.cards.speech import Speech
from bot.language.money import Money
from bot.packs import Packs
from bot.packs.freshness import EXPIRED_AFTER
from bot.packs.models import Fee, Source

TAKA = "BDT"
BAR = 10  # signs; a narrow phone shows them in one line
_WORTH_SAYING = Decimal("1.75")  # times the ceiling; below it the difference says enough


def in_taka(packs: Packs, speech: Speech, money: Money) -> Money | None:
    """The amount in taka, rounded as a rate allows; None if no rate of the last two years is known."""
    if money.currency == TAKA:
        return money
    rates = packs.rates
    if rates is None or money.currency not in rates.taka:
        return None
    age = speech.now().date() - rates.sources[0].day
    if age > EXPIRED_AFTER or age < timedelta(0):
        return None
    exact = money.amount * Decimal(rates.taka[money.currency])
    return Money(_rounded(exact), TAKA)


def _rounded(exact: Decimal) -> int:
    step = Decimal(1000 if exact >= 100_000 else 100 if exact >= 1000 else 1)
    return int((exact / step).quantize(Decimal(1), ROUND_HALF_UP) * step)


def rate_sources(packs: Packs, money: Money | None) -> list[Source]:
    """Where the rate was read that `money` was converted with."""
    used = money is not None and money.currency != TAKA and packs.rates is not None
    return list(packs.rates.sources) if used and packs.rates else []


def compared(speech: Speech, asked: Money, ceiling: Fee, *, about: bool, part: bool = False) -> list[str]:
    """The lines that hold `asked` against a ceiling; `about`: it was converted, `part`: it may not be all."""
    ui, year = speech.ui, speech.year(ceiling.year)
    amount = speech.money(Money(ceiling.amount, TAKA))
    if part and asked.amount <= ceiling.amount:
        return [ui.fee_part_ceiling.format(amount=amount, year=year)]  # one part is never "not above"
    if asked.amount <= ceiling.amount:
        bar = ui.fee_bar_below.format(bar=_bar(asked.amount, ceiling.amount))
        return [ui.fee_below.format(amount=amount, year=year), bar]
    more = asked.amount - ceiling.amount
    difference = speech.money(Money(more, TAKA))
    if about:  # no exacter than the rate
        difference = ui.fee_about.format(amount=speech.money(Money(_rounded(Decimal(more)), TAKA)))
    lines = [ui.fee_above.format(difference=difference, amount=amount, year=year)]
    times = Decimal(asked.amount) / ceiling.amount if ceiling.amount else Decimal(0)
    if times >= _WORTH_SAYING:
        whole = int(times.quantize(Decimal(1), ROUND_HALF_UP))
        lines.append(ui.fee_times.format(times=speech.number(whole)))
    lines.append(ui.fee_bar_above.format(bar=_bar(ceiling.amount, asked.amount)))
    return lines


def _bar(part: int, whole: int) -> str:
    """How much of `whole` is `part`; what is not nothing and not all shows as such."""
    signs = round(BAR * part / whole) if whole else BAR
    if 0 < part < whole:
        signs = min(max(signs, 1), BAR - 1)
    return "▓" * signs + "░" * (BAR - signs)
