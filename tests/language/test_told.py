"""What somebody has told already is not asked again; what they deny is."""

import pytest

from bot.language import Told, normalise

TOLD = Told({"visa": ["tourist visa", "টুরিস্ট ভিসা"], "receipt": ["no receipt", "rosid dey na"]})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("agent says tourist visa to italy", ["visa"]),
        ("টুরিস্ট ভিসায় না, কাজের ভিসায়", []),
        ("টুরিস্ট ভিসা দিছে", ["visa"]),
        ("turist visa dibe koiche", ["visa"]),
        ("it is not a tourist visa", []),
        ("tourist visa and no receipt", ["visa", "receipt"]),
        ("no receipt", ["receipt"]),
        ("hello", []),
        ("", []),
    ],
)
def test_a_phrase_tells_its_answer_unless_it_is_denied(text, told):
    assert TOLD.find(normalise(text)) == told
