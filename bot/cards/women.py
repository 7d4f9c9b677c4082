"""What a woman is told about the price: house work first, which costs her nothing; never a man's ceiling."""

from bot.cards.card import Block
from bot.cards.reference import DOMESTIC, WOMAN, CardReference
from bot.cards.speech import Speech
from bot.packs.models import Fee

_HOUSE_WORK = ("women_domestic", "domestic")
_BINDING = ("ceiling", "official_price", "zero_cost")  # kinds of figures that limit what may be asked


def hers(reference: CardReference, fees: tuple[Fee, ...]) -> tuple[Fee, ...]:
    """The figures that concern the person of `reference`, of a woman those of house work first."""
    if reference.who != WOMAN:
        return fees
    return tuple(sorted(_not_of_men(fees), key=lambda fee: fee.workers not in _HOUSE_WORK))


def other_work(fees: tuple[Fee, ...]) -> tuple[Fee, ...]:
    """The figures for a woman in other work than in a house, those for women only first."""
    found = [fee for fee in _not_of_men(fees) if fee.workers not in _HOUSE_WORK]
    return tuple(sorted(found, key=lambda fee: fee.workers != "women"))


def bind(fees: tuple[Fee, ...]) -> bool:
    """Whether any of them limits what may be asked."""
    return any(fee.kind in _BINDING for fee in fees)


def house_work(speech: Speech, reference: CardReference, fees: tuple[Fee, ...], country: str) -> list[Block]:
    """The answer for a woman who goes to work in a house: as a rule it costs her nothing."""
    if reference.who not in (DOMESTIC, WOMAN):
        return []
    if free := [fee for fee in fees if fee.kind == "zero_cost" and fee.workers in _HOUSE_WORK]:
        newest = speech.year(max(fee.year for fee in free))
        return [Block("text", (speech.ui.fee_domestic_zero.format(year=newest),))]
    return [Block("text", (speech.ui.fee_domestic.format(country=country),))]


def _not_of_men(fees: tuple[Fee, ...]) -> list[Fee]:
    return [fee for fee in fees if fee.workers != "men"]
