"""Rules for the package itself: it runs beside Rasa and beside the bot, so it may need nothing of either."""

import ast
import sys
import unicodedata
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parents[2] / "bot" / "language").glob("*.py"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_module_needs_the_standard_library_and_rapidfuzz_only(source: Path) -> None:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [name.name for name in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            assert name.split(".")[0] in {*sys.stdlib_module_names, "rapidfuzz"} or name.startswith(
                "bot.language"
            )


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_bangla_in_the_source_is_composed_as_messages_are(source: Path) -> None:
    text = source.read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)
