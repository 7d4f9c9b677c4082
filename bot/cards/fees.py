"""What going to one country should cost, and how an amount that was asked compares with it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.actions import Show, Turn
from bot.cards.buttons import Row, countries, foot, topics
from bot.cards.card import Block, Button, Card
from bot.cards.comparing import compared, in_taka, rate_sources
from bot.cards.reference import PAYER, WOMAN, CardReference
from bot.cards.sources import first_source, sources_card, sources_rows
from bot.cards.speech import Speech, flag
from bot.cards.women import bind, hers, house_work, other_work
from bot.language.money import Money
from bot.packs import Packs
from bot.packs.freshness import Freshness, freshness
from bot.packs.models import Fee

PARTS = 1  # the page that says what the price is made of
SOURCES = 2
_LOST = "money_lost"  # the topic for whoever has paid and was cheated


def fee_card(packs: Packs, speech: Speech, reference: CardReference) -> Card:
    """The fee table of `reference.country`; the amount in `reference.money` is compared with its ceiling."""
    country, ui = reference.country or "", speech.ui
    published = packs.fees.get(country, ())
    today = speech.now().date()
    fees = tuple(fee for fee in published if freshness(fee, today) is not Freshness.EXPIRED)
    name = speech.country(country)
    title = f"{flag(country)} {ui.fee_title.format(country=name)}"
    shown = hers(reference, fees)
    sources = [source for fee in shown for source in fee.sources] + rate_sources(packs, reference.money)
    if reference.page >= SOURCES and sources:
        return sources_card(speech, reference, title, sources)
    if reference.page == PARTS:
        return _parts_card(packs, speech, reference, fees)
    ceilings = [fee for fee in fees if fee.kind == "ceiling"]
    blocks = house_work(speech, reference, fees, name)
    blocks += _asked(packs, speech, reference, shown)
    over = [fee.valid_until for fee in published if fee not in fees and fee.valid_until]
    if over:
        blocks.append(Block("text", (ui.fee_over.format(date=speech.date(max(over))),)))
    if not ceilings and reference.who != WOMAN and not any(fee.kind == "zero_cost" for fee in fees):
        blocks.append(Block("text", (ui.fee_no_ceiling.format(country=name),)))
    if reference.who == WOMAN:
        blocks.append(_other_work(speech, fees))
    elif fees:
        blocks.append(Block("points", tuple(fee_line(speech, fee) for fee in fees)))
    if reference.who == PAYER:
        blocks.append(Block("text", (ui.fee_paid_already,)))
    whom_to_ask = ui.fee_newer if ceilings else ui.fee_ask
    blocks.append(Block("text", (whom_to_ask.format(numbers=numbers(packs, speech)),)))
    blocks.append(Block("next", (ui.fee_next,), ui.next_label))
    if fees:
        blocks.append(first_source(speech, sources))
    rows: list[Row] = []
    if packs.who_pays:
        rows.append((Button(f"{ui.fee_parts_button} ▸", Turn(replace(reference, page=PARTS))),))
    rows += sources_rows(speech, replace(reference, page=SOURCES), sources, named=1)
    rows.append((Button(ui.other_country_button, Show(replace(reference, country=None, page=0))),))
    if reference.who == PAYER and _LOST in packs.topics:
        rows += topics(speech, [_LOST])
    rows += topics(speech, packs.topics[reference.card].related[:1])
    return Card(reference.card, speech.code, title, tuple(blocks), (*rows, foot(speech)))


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


def _asked(packs: Packs, speech: Speech, reference: CardReference, fees: tuple[Fee, ...]) -> list[Block]:
    """What was asked against the ceiling; only like is compared with like, a guess would mislead."""
    money = reference.money
    if money is None:
        return []
    ui, asked = speech.ui, speech.money(money)
    taka = in_taka(packs, speech, money)
    if taka is None:
        return [Block("text", (ui.fee_other_currency.format(amount=asked),))]
    converted = taka != money
    if converted and packs.rates:
        day = speech.date(packs.rates.sources[0].day)
        lines = [ui.fee_converted.format(asked=asked, amount=speech.money(taka), date=day)]
    else:
        lines = [ui.fee_asked.format(amount=asked)]
    if money.part:
        lines.append(ui.fee_part)
    for ceiling in _ceilings(fees):
        first, *others = compared(speech, taka, ceiling, about=converted, part=money.part)
        # Where women go free of charge, "not above the ceiling" of men would be a false comfort.
        lines += [_of_workers(speech, ceiling, first), *others]
    if any(fee.kind == "zero_cost" and fee.workers == "everyone" for fee in fees) and taka.amount:
        lines.append(ui.fee_zero_asked)
    return [Block("text", tuple(lines))]


def _other_work(speech: Speech, fees: tuple[Fee, ...]) -> Block:
    """What holds for a woman who goes into other work than that in a house; where nothing binds, that too."""
    found = other_work(fees)
    none = () if bind(found) else (speech.ui.fee_woman_none,)
    return Block("points", (*none, *(fee_line(speech, fee) for fee in found)), speech.ui.fee_woman_other)


def _parts_card(packs: Packs, speech: Speech, reference: CardReference, fees: tuple[Fee, ...]) -> Card:
    """What the price may and may not be made of, and what to do before paying."""
    ui, general = speech.ui, packs.who_pays
    name = speech.country(reference.country or "")
    own = next((fee for fee in fees if fee.worker_pays or fee.employer_pays), None)
    blocks: list[Block] = []
    if own:
        blocks.append(_who_pays(speech, own.worker_pays, own.employer_pays))
        said = ui.fee_parts_own.format(country=name, year=speech.year(own.year))
        blocks.append(Block("small", (said,)))
    elif general:
        blocks.append(_who_pays(speech, general.worker, general.employer))
        said = ui.fee_parts_general.format(year=speech.year(general.sources[0].year))
        blocks.append(Block("small", (said,)))
    blocks.append(speech.steps(ui.fee_before))
    rows: list[Row] = [(Button(f"◂ {ui.back_button}", Turn(replace(reference, page=0))),)]
    rows += topics(speech, packs.topics[reference.card].related[:1])
    title = f"{flag(reference.country or '')} {ui.fee_parts_title.format(country=name)}"
    return Card(reference.card, speech.code, title, tuple(blocks), (*rows, foot(speech)))


def _who_pays(speech: Speech, worker: Sequence[str], employer: Sequence[str]) -> Block:
    ui = speech.ui
    said = ((ui.fee_worker_pays, worker), (ui.fee_employer_pays, employer))
    return Block(
        "points",
        tuple(
            line.format(items=", ".join(getattr(ui, f"item_{one}") for one in items))
            for line, items in said
            if items
        ),
    )


def _ceilings(fees: tuple[Fee, ...]) -> list[Fee]:
    """The newest ceiling of each group of workers, in taka."""
    ceilings = [fee for fee in fees if fee.kind == "ceiling" and fee.currency == "BDT"]
    newest = {fee.workers: fee for fee in sorted(ceilings, key=lambda fee: fee.year)}
    return list(newest.values())


def _of_workers(speech: Speech, ceiling: Fee, line: str) -> str:
    if ceiling.workers == "everyone":
        return line
    return f"{_capital(getattr(speech.ui, f'workers_{ceiling.workers}'))}: {line}"


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
