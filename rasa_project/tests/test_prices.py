"""What a conversation remembers as the price, on a real server with a small model."""

import secrets

import pytest


@pytest.fixture
def sender() -> str:
    return secrets.token_hex(16)


def money_after(server, sender, text):
    """What the fee card is asked to compare once somebody has said `text`."""
    server.say(sender, text)
    (card,) = server.tell(sender, "what_it_costs", country="SA")
    return card.get("money")


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("beton 1200 riyal, dalal 5 lakh chay", "500000 BDT"),
        ("dalal 5 lakh chay, beton 1200 riyal", "500000 BDT"),
        ("they promised 60k a month, agent wants 6 lakh", "600000 BDT"),
        ("agent wants 6 lakh, they promised 60k a month", "600000 BDT"),
        ("loan 3 lakh nisi, dalal 5 lakh chay", "500000 BDT"),
        ("50 hajar kore 4 kisti", "200000 BDT"),
        ("prothom kisti 50 hajar", "50000 BDT+"),
        ("beton 60 hajar", None),
        ("salary will be 2000 dirham", None),
    ],
)
def test_the_price_is_remembered_and_never_a_wage(server, sender, text, money):
    assert money_after(server, sender, text) == money
