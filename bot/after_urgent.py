"""What Rasa's answer adds to an urgent card that went out before it."""

import asyncio
from dataclasses import replace

from bot.cards import CardReference

_EMPTY_HANDED = frozenset({"not_understood", "out_of_scope", "menu", "welcome", "cannot_read_now"})


def placed(urgent: CardReference, answer: asyncio.Task[list[CardReference]]) -> CardReference:
    """The urgent card with the country that Rasa remembers, if it has answered by now."""
    if not answer.done() or answer.exception():
        return urgent
    known = (reference.country for reference in answer.result() if reference.card == urgent.card)
    return replace(urgent, country=next(known, None))


def after(urgent: CardReference | None, reference: CardReference) -> CardReference | None:
    """What Rasa's answer adds to an urgent card: a false alarm may cost a card too many, never the answer."""
    if urgent is None:
        return reference
    if reference.card == urgent.card:
        if urgent.who:
            return None
        # The text did not say where, but it was said before: now the numbers of that country.
        return CardReference("help", reference.country) if reference.country and not urgent.country else None
    # For a relative's sake the family's card has the numbers, here and there.
    helped = urgent.who is not None or reference.country == urgent.country
    if reference.card in _EMPTY_HANDED or (reference.card == "help" and helped):
        return None
    return reference
