"""Telegram's HTML: its tags, its offsets, its words for what is wrong."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import utf16_length
from bot.sandbox.html import parse_html
from bot.sandbox.tags import TAGS, MarkupError

BOLD = {"type": "bold", "offset": 0, "length": 2}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        pytest.param("<b>hi</b>", "hi", [BOLD], id="bold"),
        pytest.param("<STRONG>hi</strong>", "hi", [BOLD], id="tags-in-any-case"),
        pytest.param("<b>hi</>", "hi", [BOLD], id="an-end-tag-without-a-name"),
        pytest.param("<b></b>hi", "hi", [], id="an-empty-tag-is-nothing"),
        pytest.param("<b\n>hi</b >", "hi", [BOLD], id="space-inside-tags"),
        pytest.param("&lt;b&gt;&amp;&quot;", '<b>&"', [], id="the-four-names"),
        pytest.param("&#2453;&#x995;", "কক", [], id="numbers-decimal-and-hexadecimal"),
        pytest.param("&nbsp; &copy &", "&nbsp; &copy &", [], id="other-names-stay-as-typed"),
        pytest.param("&lt", "<", [], id="a-reference-without-semicolon"),
        pytest.param(
            '<a href="https://example.org?a=1&amp;b=2">x</a>',
            "x",
            [{"type": "text_link", "offset": 0, "length": 1, "url": "https://example.org/?a=1&b=2"}],
            id="a-link",
        ),
        pytest.param(
            "<a href=example.org>x</a>",
            "x",
            [{"type": "text_link", "offset": 0, "length": 1, "url": "http://example.org/"}],
            id="a-link-without-scheme-or-quotes",
        ),
        pytest.param(
            '<a href="tel:+8801700000000">call</a>', "call", [], id="a-tel-link-is-dropped-silently"
        ),
        pytest.param('<a href="http://localhost">x</a>', "x", [], id="a-host-without-a-dot-is-dropped"),
        pytest.param(
            '<pre><code class="language-sh">ls</code></pre>',
            "ls",
            [{"type": "pre", "offset": 0, "length": 2, "language": "sh"}],
            id="code-in-a-language",
        ),
        pytest.param(
            '<code class="language-sh">ls</code>',
            "ls",
            [{"type": "code", "offset": 0, "length": 2}],
            id="a-language-needs-pre",
        ),
        pytest.param(
            "<blockquote expandable>hi</blockquote>",
            "hi",
            [{"type": "expandable_blockquote", "offset": 0, "length": 2}],
            id="a-quote-that-folds",
        ),
        pytest.param(
            '<span class="tg-spoiler">hi</span>',
            "hi",
            [{"type": "spoiler", "offset": 0, "length": 2}],
            id="a-spoiler",
        ),
        pytest.param(
            "👍<b>হ্যাঁ</b>",
            "👍হ্যাঁ",
            [{"type": "bold", "offset": 2, "length": 5}],
            id="offsets-count-utf16-units",
        ),
        pytest.param(
            "<b>a<i>b</i></b>",
            "ab",
            [BOLD, {"type": "italic", "offset": 1, "length": 1}],
            id="nested-tags-outer-first",
        ),
    ],
)
def test_markup_becomes_text_and_entities(source: str, text: str, entities: list[object]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("hello<br>", 'Unsupported start tag "br" at byte offset 5'),
        ("হ<p>", 'Unsupported start tag "p" at byte offset 3'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<b =x>y</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<b/>", 'Unsupported start tag "b/" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        (
            "&#xd800;",
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units",
        ),
    ],
)
def test_wrong_markup_is_refused_in_telegrams_words(source: str, problem: str) -> None:
    with pytest.raises(MarkupError) as refused:
        parse_html(source)
    assert str(refused.value) == problem


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text, quote=False)) == (text, [])


PIECES = st.sampled_from(
    [f"<{tag}>" for tag in sorted(TAGS)]
    + [f"</{tag}>" for tag in sorted(TAGS)]
    + [
        '<a href="https://example.org">',
        '<span class="tg-spoiler">',
        "</>",
        "<",
        ">",
        "&",
        "&lt;",
        "&#x41;",
        "&#0;",
    ]
    + [" ", "=", '"', "'", "/", "\0", "ক", "👍", "x", "<b x", "<!--", "\ud7ff"]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_markup_is_parsed_or_refused_and_entities_stay_inside_the_text(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except MarkupError:
        return
    for entity in entities:
        assert entity["length"] > 0
        assert 0 <= entity["offset"] <= entity["offset"] + entity["length"] <= utf16_length(text)


@given(
    st.lists(st.sampled_from(["b", "i", "u", "s", "tg-spoiler"]), max_size=6),
    st.text(min_size=1, max_size=20),
)
def test_properly_nested_tags_are_always_accepted(tags: list[str], text: str) -> None:
    source = (
        "".join(f"<{tag}>" for tag in tags)
        + html.escape(text)
        + "".join(f"</{tag}>" for tag in reversed(tags))
    )
    parsed, entities = parse_html(source.replace("&#x27;", "'"))
    assert parsed == text
    assert len(entities) == len(tags)
