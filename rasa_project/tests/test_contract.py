"""Both sides of the seam: every card that Rasa can name is one that the bot knows."""

from bot.cards.reference import CardReference
from rasa_project import card_references

BUILTINS = {
    "menu",
    "help",
    "welcome",
    "thanks",
    "goodbye",
    "about_bot",
    "talk_to_human",
    "languages",
    "privacy",
    "forget",
    "not_understood",
    "out_of_scope",
    "insult",
}


def references(importer) -> list[dict[str, str]]:
    return [
        response["custom"] for responses in importer.get_domain().responses.values() for response in responses
    ]


def test_every_card_is_a_topic_a_situation_or_a_builtin(importer):
    packs = importer.packs()
    assert {reference["card"] for reference in references(importer)} <= {
        *packs.topics,
        *packs.situations,
        *BUILTINS,
    }


def test_the_bot_reads_every_reference_with_all_slots_set(importer):
    for reference in references(importer):
        filled = {**reference, **({"country": "SA"} if "country" in reference else {})}
        filled |= {"money": "500000 BDT"} if "money" in reference else {}
        sent = card_references.cards([{"custom": filled}])
        assert [CardReference.from_mapping(card).card for card in sent] == [reference["card"]]


def test_slots_that_are_not_set_are_not_sent(importer):
    for reference in references(importer):
        unset = {key: "None" if key != "card" else value for key, value in reference.items()}
        assert card_references.cards([{"custom": unset}]) == [{"card": reference["card"]}]
