"""What going to one country should cost, and how an amount that was asked compares with it."""

from dataclasses import replace

from bot.cards.actions import Show
from bot.cards.buttons import Row, countries, foot, topics
from bot.cards.card import Block, Button, Card
from bot.cards.reference import CardReference
from bot.cards.sources import first_source, sources_card, sources_rows
from bot.cards.speech import Speech, flag
from bot.language.money import Money
from bot.packs import Packs
from bot.packs.models import Fee


def fee_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """The fee table of `reference.country`; the amount in `reference.money` is compared with its ceiling."""
    country = reference.country or ""
    fees, ui = packs.fees.get(country, ()), speech.ui
    name = speech.country(country)
    title = f"{flag(country)} {ui.fee_title.format(country=name)}"
    sources = [source for fee in fees for source in fee.sources]
    if reference.page and sources:
        return sources_card(speech, reference, title, sources)
    blocks: list[Block] = []
    asked = asked_block(speech, reference.money, fees)
    if asked:
        blocks.append(asked)
    ceilings = [fee for fee in fees if fee.kind == "ceiling"]
    if not ceilings:
        blocks.append(Block("text", (ui.fee_no_ceiling.format(country=name),)))
    if fees:
        blocks.append(Block("points", tuple(fee_line(speech, fee) for fee in fees)))
    whom_to_ask = ui.fee_newer if ceilings else ui.fee_ask
    blocks.append(Block("text", (whom_to_ask.format(numbers=numbers(packs, speech)),)))
    blocks.append(Block("next", (ui.fee_next,), ui.next_label))
    if fees:
        blocks.append(first_source(speech, sources))
    rows: list[Row] = [
        *sources_rows(speech, replace(reference, page=1), sources, named=1),
        (Button(ui.other_country_button, Show(CardReference(reference.card))),),
        *topics(speech, packs.topics[reference.card].related[:1]),
        foot(speech),
    ]
    return Card(reference.card, speech.code, title, tuple(blocks), tuple(rows))


def fee_where_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """An amount came without a country: which one is it for?"""
    ui = speech.ui
    blocks = [Block("text", (ui.fee_where_text,))]
    if reference.money:
        blocks.insert(0, Block("text", (ui.fee_asked.format(amount=speech.money(reference.money)),)))
    rows = countries(speech, packs, packs.fees, reference, reference.card)
    return Card(reference.card, speech.code, ui.fee_where_title, tuple(blocks), (*rows, foot(speech)))


def fee_line(speech: Speech, fee: Fee) -> str:
    """One published amount in words, with its year."""
    workers = str(getattr(speech.ui, f"workers_{fee.workers}"))
    amount = speech.money(Money(fee.amount, fee.currency))
    if fee.amount_to:
        to = speech.money(Money(fee.amount_to, fee.currency))
        amount = speech.ui.fee_range.format(amount=amount, amount_to=to)
    words = getattr(speech.ui, f"fee_{fee.kind}").format(
        workers=workers, amount=amount, year=speech.year(fee.year)
    )
    return _capital(words)


def asked_block(speech: Speech, money: Money | None, fees: tuple[Fee, ...]) -> Block | None:
    """What was asked against the ceiling; only like is compared with like, a guess would mislead."""
    if money is None:
        return None
    ui = speech.ui
    if money.currency != "BDT":
        return Block("text", (ui.fee_other_currency.format(amount=speech.money(money)),))
    lines = [ui.fee_asked.format(amount=speech.money(money))]
    lines += [_compared(speech, money, ceiling) for ceiling in _ceilings(fees, money.currency)]
    return Block("text", tuple(lines))


def _ceilings(fees: tuple[Fee, ...], currency: str) -> list[Fee]:
    """The newest ceiling of each group of workers."""
    ceilings = [fee for fee in fees if fee.kind == "ceiling" and fee.currency == currency]
    newest = {fee.workers: fee for fee in sorted(ceilings, key=lambda fee: fee.year)}
    return list(newest.values())


def _compared(speech: Speech, money: Money, ceiling: Fee) -> str:
    ui = speech.ui
    amount, year = speech.money(Money(ceiling.amount, ceiling.currency)), speech.year(ceiling.year)
    if money.amount > ceiling.amount:
        difference = speech.money(Money(money.amount - ceiling.amount, money.currency))
        line = ui.fee_above.format(difference=difference, amount=amount, year=year)
    else:
        line = ui.fee_below.format(amount=amount, year=year)
    if ceiling.workers == "everyone":
        return line
    # Where women go free of charge, "not above the ceiling" of men would be a false comfort.
    return f"{_capital(getattr(ui, f'workers_{ceiling.workers}'))}: {line}"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def numbers(packs: Packs, speech: Speech) -> str:
    """Whom to ask: who reads about a country is seldom there already, so every number says where it works."""
    phones = [phone for desk in packs.everywhere().values() for phone in desk.phones]
    anywhere = [phone.number for phone in phones if phone.works_from(None)]
    inside = [
        f"{phone.number} ({speech.ui.only_inside.format(country=speech.country(phone.dial_from))})"
        for phone in phones
        if not phone.works_from(None)
    ]
    return ", ".join((*anywhere, *inside))
