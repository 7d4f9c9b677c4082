"""Whom a message is about, the one who writes or a relative; the card gets the country of that one only."""

from bot.asked_where import AskedWhere
from bot.cards import CardReference
from bot.cards.reference import FAMILY
from bot.reader import Reader
from bot.relatives import Relative, Relatives


class Whom:
    """Reads it from the text, and from what was told and asked before."""

    def __init__(self, relatives: Relatives, asked_where: AskedWhere) -> None:
        self._relatives = relatives
        self._asked_where = asked_where

    def reference(self, reader: Reader, sender: str, reference: CardReference, text: str) -> CardReference:
        """The reference with who speaks in `text`, and with their country; from now on it is remembered."""
        names = reader.named(text)
        relative = self._relatives.of(sender, names)
        if relative and self._is_wrong_now(reader, reference, relative):
            reference = CardReference(relative.situation, who=FAMILY)
            return self._relatives.placed(sender, reference, names)
        spoken = reader.spoken(reference, text, of_another=relative is not None)
        if spoken.who == FAMILY:
            writer = reader.held_in(text) if spoken.country else None
            writer = writer if writer != spoken.country else None
            return self._relatives.placed(sender, spoken, names, writer)
        where = reader.held_in(text, spoken.card)
        theirs = reader.relative_in(text)
        if relative and relative.situation and not relative.country and spoken.card == "help" and where:
            # "In which country?" was asked of the family, and this is the answer.
            answer = CardReference(relative.situation, where, who=FAMILY)
            return self._relatives.placed(sender, answer, names)
        asked = self._asked_where.of(sender)
        if asked and spoken.card == "help" and where and reader.only_tells_where(text):
            return CardReference(asked, where)
        if reader.begins_elsewhere(spoken):
            self._relatives.over(sender)
        if spoken.card in reader.cards.packs.situations and where:
            self._relatives.forget(sender)
        elif theirs:
            self._relatives.mention(sender, names, theirs)
        if spoken.card not in reader.cards.packs.situations:
            return spoken
        return self._relatives.not_theirs(sender, spoken)

    def _is_wrong_now(self, reader: Reader, reference: CardReference, relative: Relative) -> bool:
        """Is it advice for another time? Who is asked for a ransom is not told to keep the receipt."""
        facts = reader.cards.packs.situations.get(relative.situation)
        if facts is None or reference.card not in facts.in_place_of:
            return False
        return reference.country in (None, relative.country)
