"""The rules of the house that a reader of the code relies on; each has one reason, said in its name."""

import ast
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from bot.cli import app
from bot.settings import ROOT
from bot.telegram.logs import ANOTHER_POLLS

BANGLA = re.compile(r"[\u0980-\u09ff]")
LONGEST_MODULE = 300  # lines; about 200 are the aim, a table of contents should never be needed
PYTHON = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "rasa_project").rglob("*.py")])

# Each outside library has its door: what changes in the library changes behind it only.
DOORS = {
    "telegram": ("bot/telegram/",),
    "httpx": (),
    "certifi": ("bot/telegram/",),
    "yaml": ("bot/packs/",),
    # our own servers and clients: Rasa's HTTP, Telegram, real and local, the preview, the commands that ask
    "aiohttp": (
        "bot/dialogue.py",
        "bot/health.py",
        "bot/telegram/connection.py",
        "bot/sandbox/",
        "bot/preview/",
        "bot/parsing.py",
        "bot/rasa_process.py",
        "bot/serving.py",
    ),
    "sqlite3": ("bot/memory/", "bot/database.py"),
    "cryptography": ("bot/memory/",),
    "babel": ("bot/cards/", "bot/packs/", "bot/editing/", "bot/places/"),
    "phonenumbers": ("bot/packs/", "bot/editing/"),
    "watchfiles": ("bot/preview/",),
    "rasa": (),
    "rasa_sdk": (),
    "sanic": (),
    "tensorflow": (),
    "rasa_project": (),
}

# Who may import whom inside bot/: telegram -> conversation -> {packs, dialogue}, telegram -> cards -> packs.
MAY_IMPORT = {
    "bot/language/": {"language"},
    "bot/packs/": {"packs", "language"},
    "bot/cards/": {"cards", "packs", "language"},
    "bot/memory/": {"memory", "database"},
    "bot/database.py": set(),
    "bot/places/": {"places"},
    "bot/keys.py": set(),
    "bot/dialogue.py": {"cards", "keys"},
    "bot/conversation.py": {
        "after_urgent",
        "asked_where",
        "begun",
        "cards",
        "packs",
        "places",
        "language",
        "dialogue",
        "reader",
        "relatives",
        "remembered",
        "whom",
    },
    "bot/whom.py": {"asked_where", "cards", "reader", "relatives"},
    "bot/reader.py": {"cards", "packs", "language"},
    "bot/relatives.py": {"cards", "remembered"},
    "bot/begun.py": {"cards", "remembered"},
    "bot/asked_where.py": {"cards", "remembered"},
    "bot/remembered.py": set(),
    "bot/after_urgent.py": {"cards"},
    "bot/health.py": {"packs", "dialogue"},
    "bot/telegram/": {
        "telegram",
        "cards",
        "packs",
        "conversation",
        "dialogue",
        "health",
        "heap",
        "reader",
        "lastgood",
        "memory",
        "processes",
        "settings",
    },
    "bot/editing/": {"editing", "packs", "language"},
    "bot/preview/": {"preview", "cards", "packs", "language", "sandbox"},
    "bot/sandbox/": {"sandbox"},
    "rasa_project/": {"packs", "language", "database"},
}


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@cache
def imported(file: Path) -> set[str]:
    """The modules a file imports, in full, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("library", DOORS)
def test_an_outside_library_is_imported_behind_its_door_only(library):
    doors = DOORS[library]
    behind = [
        name_of(file)
        for file in PYTHON
        if name_of(file).startswith("bot/")
        and any(module.split(".")[0] == library for module in imported(file))
        and not name_of(file).startswith(doors or ("nowhere",))
    ]
    assert behind == []


def test_every_door_is_used():
    dead = [
        f"{library}: {door}"
        for library, doors in DOORS.items()
        for door in doors
        if not any(
            module.split(".")[0] == library
            for file in PYTHON
            if name_of(file).startswith(door)
            for module in imported(file)
        )
    ]
    assert dead == []


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_go_one_way(part):
    assert any(name_of(file).startswith(part) for file in PYTHON)
    for file in PYTHON:
        if name_of(file).startswith(part) and "/tests/" not in name_of(file):
            ours = {module.split(".")[1] for module in imported(file) if module.startswith("bot.")}
            assert ours <= MAY_IMPORT[part], name_of(file)


def test_bangla_letters_stand_where_language_is_the_subject():
    allowed = (
        "bot/language/",
        "bot/sandbox/static/",  # plays Telegram and the phone; it knows no packs
        "rasa_project/components/",
        "rasa_project/tests/",
    )
    suffixes = {".py", ".yml", ".yaml", ".js", ".html", ".css", ".json"}
    files = [
        file
        for house in ("bot", "rasa_project")
        for file in (ROOT / house).rglob("*")
        if file.suffix in suffixes and not name_of(file).startswith(allowed)
    ]
    assert [name_of(file) for file in files if BANGLA.search(file.read_text("utf-8"))] == []


WORD = re.compile(r"""["'(]?[^\W\d_][\w\u0980-\u09ff'’-]+[,.:;!?।)]*""")

FILLED = "Filled"  # stands for what an f-string fills in


def sentences(source: str) -> list[str]:
    """Strings of two or more words in a row that may reach a person.

    Left out: docstrings, errors for programmers, lines for the operator, texts that are compared with.
    """
    tree = ast.parse(source)
    quiet: set[int] = set()
    strings = []
    for node in ast.walk(tree):
        printed = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if printed or docstring or isinstance(node, ast.Raise | ast.Assert | ast.Compare):
            quiet |= {id(inner) for inner in ast.walk(node)}
        elif isinstance(node, ast.JoinedStr) and id(node) not in quiet:
            strings.append(
                "".join(part.value if isinstance(part, ast.Constant) else FILLED for part in node.values)
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet:
            strings.append(node.value)
    return [
        text
        for text in strings
        if any(
            WORD.fullmatch(one) and WORD.fullmatch(two) and not (FILLED in one and FILLED in two)
            for one, two in pairwise(text.split())
        )
    ]


@pytest.mark.parametrize(
    "planted",
    [
        'Card("x", "en", "Please try again")',
        'Block("text", ("Call this number.",))',
        'Button(f"Save {name} now", action)',
        'text = "Nothing found, sorry"',
        'await bot.send_message(chat, "আবার চেষ্টা করুন")',
    ],
)
def test_a_planted_sentence_would_be_found(planted):
    assert sentences(f'async def f():\n    """A docstring."""\n    {planted}')


def test_an_error_for_a_programmer_is_no_sentence_for_a_person():
    assert sentences('"""Doc string here."""\nraise ValueError(f"no such {card} here")') == []


def test_no_sentence_that_a_person_reads_stands_in_code():
    parts = ("bot/cards/", "bot/telegram/", "bot/conversation.py", "bot/dialogue.py")
    for_editors = {"bot/cards/checking.py"}  # its findings are read by who edits the packs, not by people
    for_operators = {ANOTHER_POLLS}  # a line of the log
    said = {
        name_of(file): found
        for file in PYTHON
        if name_of(file).startswith(parts)
        and name_of(file) not in for_editors
        and (found := [line for line in sentences(file.read_text("utf-8")) if line not in for_operators])
    }
    assert said == {}


# PRIVACY.md says what log lines hold; whoever adds a word here adds it there.
LOGGED = {"kind", "reason", "reference", "todo", "port", "name", "file", "line", "topics", "languages"}


def log_calls(source: str):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of = node.func.value
            if isinstance(of, ast.Name) and of.id in ("log", "logger", "logging"):
                yield node


def says_more(call) -> bool:
    """Whether a call of a structlog logger could hold more than an event and the few values allowed."""
    event = call.args and isinstance(call.args[0], ast.Constant)
    named = {word.arg for word in call.keywords}
    kinds = {word.arg: ast.unparse(word.value) for word in call.keywords if word.arg in ("kind", "reason")}
    return (
        not event
        or len(call.args) > 1
        or not named <= LOGGED
        or not {*kinds.values()} <= {"error.kind", "type(error).__name__"}
    )


def test_a_log_line_holds_nothing_of_a_person():
    loud = []
    for file in PYTHON:
        text = file.read_text("utf-8")
        if name_of(file).startswith("bot/") and "structlog.get_logger" in text:
            loud += [
                f"{name_of(file)}:{call.lineno}"
                for call in log_calls(text)
                if is_line(call) and says_more(call)
            ]
    assert loud == []


def is_line(call) -> bool:
    return call.func.attr in {"debug", "info", "warning", "error", "exception", "critical"}


@pytest.mark.parametrize(
    "planted",
    [
        'log.info("said", text=text)',
        "log.error(str(error))",
        'log.error("x", kind=str(error))',
        'log.info("a", b)',
    ],
)
def test_a_planted_log_line_would_be_found(planted):
    assert [call for call in log_calls(planted) if is_line(call) and says_more(call)]


def keys_and_texts(value, path=()):
    """Every (path, text) in a YAML value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from keys_and_texts(inner, (*path, key))
    elif isinstance(value, list):
        for inner in value:
            yield from keys_and_texts(inner, path)
    else:
        yield path, str(value)


def test_rasa_holds_no_sentence_that_a_person_reads():
    for file in sorted((ROOT / "rasa_project" / "domain").glob("*.yml")):
        domain = yaml.safe_load(file.read_text("utf-8"))
        for response, variations in (domain.get("responses") or {}).items():
            for variation in variations:
                assert set(variation) == {"custom"}, f"{file.name}: {response}"
            for path, text in keys_and_texts(variations):
                assert not re.search(r"\w+ \w+", text), f"{file.name}: {response} {path}"


@pytest.mark.parametrize("file", PYTHON, ids=name_of)
def test_a_module_needs_no_table_of_contents_and_says_what_it_is_for(file):
    text = file.read_text("utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    if text.strip():
        assert ast.get_docstring(ast.parse(text))


def test_no_module_is_a_drawer_for_odds_and_ends():
    drawers = {
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "misc",
        "const",
        "constants",
        "base",
        "manager",
    }
    assert [name_of(file) for file in PYTHON if file.stem in drawers] == []


def test_what_measures_the_urgent_phrases_makes_them_as_the_service_does():
    """Made by hand, one kind of phrase is soon left out: `Packs.urgent()` makes them."""
    makers = [*PYTHON, *(ROOT / "tests" / "understanding").glob("*.py")]
    found = {name_of(file) for file in makers if "UrgentPhrases(" in file.read_text("utf-8")}
    assert found == {"bot/packs/packs.py"}


def commands() -> list[str]:
    """Every command line of ours that the README names, in a block or in a sentence."""
    text = (ROOT / "README.md").read_text("utf-8")
    return sorted(set(re.findall(r"script/[a-z]+(?: [a-z][a-z-]*)*", text)))


def test_the_readme_names_the_two_commands():
    assert {"script/run", "script/test"} <= {command.split()[0] for command in commands()}


@pytest.mark.parametrize("command", commands())
def test_every_command_of_the_readme_exists(command):
    script, *words = command.split()
    assert (ROOT / script).is_file()
    assert (ROOT / script).stat().st_mode & 0o111
    place = get_command(app)
    while script == "script/dishari" and words and hasattr(place, "commands"):
        assert words[0] in place.commands, command
        place = place.commands[words.pop(0)]


def test_every_file_that_the_readme_links_to_exists():
    links = re.findall(r"\]\((?!http)([^)#]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
