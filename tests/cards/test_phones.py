"""A number is shown to whoever can dial it; anybody else would reach nobody, or a stranger."""

import re

import pytest

from bot.cards.actions import Copy
from bot.cards.family import HOME
from bot.cards.reference import FAMILY, CardReference
from bot.cards.text import to_plain
from bot.packs.texts import leaves


def short_codes(packs):
    """country -> its numbers that work only there, and nowhere else under the same digits."""
    return {
        country: {
            phone.number
            for desk in desks.values()
            for phone in desk.phones
            if phone.dial_from == country and not phone.number.startswith("+")
        }
        for country, desks in packs.help_desks.items()
    }


def said_by_editors(packs):
    """Every text of topics, urgent cards and help desks, as it stands in the packs."""
    for words in packs.languages.values():
        for part in (*words.topics.values(), *words.urgent.values(), *words.help_desks.values()):
            yield from (text for _, _, text in leaves("", (), part))
        if words.family:
            yield from (text for _, _, text in leaves("", (), words.family))


def dialled_in(reference):
    """The country somebody is in who reads the card: a family writes from home."""
    return HOME if reference.who == FAMILY or reference.card == "somebody_else" else reference.country


def offered(line):
    """The number at the start of a line of a contact, as `desk_block` writes it."""
    found = re.match(r"(\+?[0-9][0-9 -]*[0-9])( –|$)", line)
    return found and found[1]


def test_every_number_on_a_help_or_urgent_card_can_be_dialled_where_the_person_is(every_card, cards):
    packs = cards.packs
    all_phones = [p for desks in packs.help_desks.values() for desk in desks.values() for p in desk.phones]
    for reference, card in every_card:
        if card.name != "help" and card.name not in packs.situations:
            continue
        dialable = {p.number for p in all_phones if p.works_from(dialled_in(reference))}
        for block in card.blocks:
            if block.kind == "contact":
                numbers = {number for line in block.lines if (number := offered(line))}
                assert numbers, (reference, block)
                assert numbers <= dialable, reference


def test_a_short_code_of_another_country_never_stands_without_saying_where_it_works(every_card, cards):
    codes = short_codes(cards.packs)
    every_code = re.compile(
        r"(?<![0-9+,:])(?<![0-9][ -])("
        + "|".join(map(re.escape, set().union(*codes.values())))
        + ")(?![ ,:-]?[0-9])"
    )
    written = set(said_by_editors(cards.packs))  # checked with the content
    for reference, card in every_card:
        country = cards.speeches[card.language].country
        # Not the sources: their titles stand as they were published.
        sources = cards.speeches[card.language].ui.source_label
        spoken = (block for block in card.blocks if block.kind != "small" and block.label != sources)
        for line in (line for block in spoken for line in block.lines if line not in written):
            for code in every_code.findall(line):
                if code not in codes.get(dialled_in(reference), ()):
                    where = [country(iso2) for iso2, there in codes.items() if code in there]
                    assert any(name in line for name in where), (reference, line)


def test_a_copy_button_copies_a_number_that_works_there(every_card, cards):
    for reference, card in every_card:
        for row in card.buttons:
            for button in row:
                if isinstance(button.action, Copy):
                    assert any(
                        phone.works_from(dialled_in(reference))
                        for desks in cards.packs.help_desks.values()
                        for desk in desks.values()
                        for phone in desk.phones
                        if phone.number == button.action.text
                    ), reference


def test_a_contact_to_save_has_an_international_number(every_card):
    contacts = [card.contact for _, card in every_card if card.contact]
    assert contacts
    for contact in contacts:
        assert re.fullmatch(r"\+[0-9 -]{7,}", contact.phone)
        assert len(contact.name) <= 64


def test_the_line_that_works_from_anywhere_is_on_every_help_card_and_every_urgent_card(every_card, cards):
    line = cards.packs.everywhere()
    home = {iso2 for iso2, desks in cards.packs.help_desks.items() if desks.keys() & line.keys()}
    numbers = [phone.number for desk in line.values() for phone in desk.phones if phone.works_from(None)]
    assert numbers
    for reference, card in every_card:
        urgent = card.name in cards.packs.situations
        # At home other numbers may be nearer to somebody in danger; the line is behind a button then.
        if (card.name == "help" and not reference.page) or (urgent and reference.country not in home):
            assert any(number in to_plain(card) for number in numbers), reference


def test_phones_stand_in_latin_digits_in_every_language_so_that_they_can_be_tapped(every_card, cards):
    bangla = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
    everything = "\n".join(to_plain(card) for _, card in every_card)
    phones = [
        p.number for desks in cards.packs.help_desks.values() for desk in desks.values() for p in desk.phones
    ]
    for number in phones:
        assert number in everything
        if len(number) > 4:
            assert number.translate(bangla) not in everything


def test_a_risk_is_said_before_the_number(every_card, cards):
    risky = [
        (words.name, words.risk)
        for words in (w for language in cards.packs.languages.values() for w in language.help_desks.values())
        if words.risk
    ]
    assert risky
    seen = 0
    for _, card in every_card:
        for block in card.blocks:
            if block.kind == "contact" and any(block.label == name for name, _ in risky):
                risk = next(i for i, line in enumerate(block.lines) if "⚠️" in line)
                number = next(i for i, line in enumerate(block.lines) if offered(line))
                assert risk < number, block
                seen += 1
    assert seen


@pytest.mark.parametrize("language", ["bn", "en"])
def test_every_help_desk_says_when_its_number_was_published_or_checked(language, every_card):
    year = re.compile(r"[12০-৯0-9]{1}[০-৯0-9]{3}")
    for reference, card in every_card:
        if card.language == language:
            for block in card.blocks:
                if block.kind == "contact":
                    assert year.search(block.lines[-1]), reference


@pytest.mark.parametrize("language", ["bn", "en"])
def test_where_a_life_hangs_on_it_the_ambulance_stands_first(cards, language):
    card = to_plain(cards.build(CardReference("life_in_danger", "AE"), language))
    assert card.index("📞 998") < card.index("📞 997") < card.index("1. " if language == "en" else "১. ")
