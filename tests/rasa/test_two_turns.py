"""Two questions in one message, in the channel of the really trained Rasa: one turn, two cards."""

import json
import secrets
from typing import Any
from urllib.request import Request, urlopen

import pytest

pytestmark = pytest.mark.rasa

PRICE, LICENCE = "how much does it cost to go to Saudi Arabia", "how do I check the licence of an agency"
PRICE_CARD = {"card": "what_it_costs", "country": "SA"}
LICENCE_CARD = {"card": "check_agency_licence"}


class Person:
    """Somebody Rasa has never met."""

    def __init__(self, rasa) -> None:
        self._rasa = rasa
        self._name = secrets.token_hex(16)

    def says(self, text: str) -> list[dict[str, str]]:
        return self._turn({"text": text})

    def tells(self, intent: str, **entities: str) -> list[dict[str, str]]:
        return self._turn({"payload": {"intent": intent, "entities": entities}})

    def _turn(self, body: dict[str, Any]) -> list[dict[str, str]]:
        request = Request(  # noqa: S310  loopback
            f"{self._rasa.url}/webhooks/dishari/turn",
            data=json.dumps({"sender": self._name} | body).encode(),
            headers={"X-Dishari-Secret": self._rasa.secret, "Content-Type": "application/json"},
        )
        with urlopen(request, timeout=10) as reply:  # noqa: S310
            return json.load(reply)["cards"]


@pytest.fixture
def person(rasa) -> Person:
    return Person(rasa)


@pytest.mark.parametrize("gap", ["? ", "\n", " and ", ". Also, "])
def test_the_cards_come_in_the_order_of_the_questions(person, rasa, gap):
    assert person.says(f"{PRICE}{gap}{LICENCE}") == [PRICE_CARD, LICENCE_CARD]
    assert Person(rasa).says(f"{LICENCE}{gap}{PRICE}") == [LICENCE_CARD, PRICE_CARD]


def test_a_country_alone_goes_with_the_price_afterwards(person):
    person.says(f"{PRICE} and {LICENCE}")
    assert person.says("and malaysia?") == [{"card": "what_it_costs", "country": "MY"}]


def test_an_amount_of_an_earlier_talk_is_not_in_two_new_questions(person):
    person.tells("name_amount", money="500000 BDT", country="SA")
    assert person.says(f"{PRICE} and {LICENCE}")[0] == PRICE_CARD
    assert person.tells("what_it_costs") == [PRICE_CARD]


def test_an_amount_goes_with_the_price_and_not_with_the_other_card(person):
    cards = person.says(
        "agent asks 5 lakh for Saudi Arabia, is it fair? how do I check the licence of an agency"
    )
    assert cards == [PRICE_CARD | {"money": "500000 BDT"}, LICENCE_CARD]


def test_in_a_check_a_message_is_one(person):
    person.tells("offer_check")
    assert [card["card"] for card in person.says(f"{LICENCE}? {PRICE}?")][1:] == ["offer_check"]


def test_after_the_check_two_are_answered_again(person):
    person.tells("offer_check")
    person.says("stop")
    assert len(person.says(f"{LICENCE}? {PRICE}?")) == 2
