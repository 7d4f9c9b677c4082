"""However long a card is, it goes out in pieces that Telegram takes; the buttons stand under the last one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.actions import Copy, Show
from bot.cards.card import Block, Button, Card
from bot.cards.reference import CardReference
from bot.cards.text import to_html
from bot.packs.models import LONGEST_TEXT
from bot.sandbox.html import parse_html
from bot.telegram.keyboards import inline
from bot.telegram.sending import LONGEST, parts

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=LONGEST_TEXT)
blocks = st.builds(
    Block,
    st.sampled_from(["text", "points", "steps", "warning", "next", "contact", "small"]),
    st.lists(texts, min_size=1, max_size=3).map(tuple),
    texts.map(lambda text: text[:60]),
).map(lambda block: replace(block, marks=tuple(map(str, range(len(block.lines))))))


@given(st.lists(blocks, max_size=12))
def test_every_piece_is_whole_html_and_short_enough_and_nothing_is_lost(some):
    html = to_html(Card("x", "en", "Title", tuple(some)))
    pieces = parts(html)
    assert "\n\n".join(pieces) == html
    for piece in pieces:
        text, _ = parse_html(piece)
        assert len(text.encode("utf-16-le")) // 2 <= LONGEST


def test_a_short_card_is_one_piece():
    assert parts("<b>Title</b>\n\nText") == ["<b>Title</b>\n\nText"]


def test_letters_beyond_the_first_plane_count_double_as_telegrams_apps_count_them():
    assert len(parts("\n\n".join(["🆘" * 1500] * 2))) == 2


def test_signs_of_html_in_a_text_are_shown_as_they_are():
    html = to_html(Card("x", "en", "a < b & c", (Block("text", ("<b>1</b>",)),)))
    assert parse_html(html)[0] == "a < b & c\n\n<b>1</b>"


def test_a_copy_button_copies_and_sends_nothing():
    card = Card(
        "x", "en", "T", buttons=((Button("Copy", Copy("999")), Button("Menu", Show(CardReference("menu")))),)
    )
    copy, menu = inline(card)["inline_keyboard"][0]
    assert copy == {"text": "Copy", "copy_text": {"text": "999"}}
    assert menu == {"text": "Menu", "callback_data": "s:menu"}
