"""The command line as people meet it: help for everything, one sentence for what is wrong."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.settings import ROOT

COMMANDS = ["up", "bot", "rasa", "sandbox", "train", "evaluate", "ask", "parse", "settings", "content check"]


def dishari(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "bot.cli", *arguments],
        env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_answers_help(command: str) -> None:
    result = CliRunner().invoke(app, [*command.split(), "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_help_says_what_people_type() -> None:
    assert "Usage: script/dishari " in dishari("--help").stdout
    assert "Usage: script/dishari up " in dishari("up", "--help").stdout


def test_help_names_every_command() -> None:
    result = CliRunner().invoke(app, ["--help"])
    assert all(command.split()[0] in result.output for command in COMMANDS)


def test_a_wrong_setting_is_one_line_on_standard_error_from_any_folder() -> None:
    result = dishari("settings", SANDBOX_PORT="eighty")
    assert result.returncode == 78
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "eighty" in result.stderr


def test_a_wrong_token_ends_the_start_without_showing_it() -> None:
    result = dishari("up", TELEGRAM_BOT_TOKEN="123456789:wrong")  # noqa: S106  nobody's
    assert result.returncode == 78
    assert "wrong" not in result.stderr
    assert "@BotFather" in result.stderr


def test_parse_without_jsonl_says_how_to_call_it() -> None:
    result = dishari("parse")
    assert result.returncode == 78
    assert "--jsonl" in result.stderr


def test_settings_are_listed_from_any_folder() -> None:
    result = dishari("settings", SANDBOX_PORT="8181")
    assert result.returncode == 0
    assert "8181" in result.stdout
    assert "[environment; default 8080]" in result.stdout


def test_an_early_end_of_the_reader_is_no_traceback() -> None:
    command = f"{sys.executable} -m bot.cli settings --json | head -c 1"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True)  # noqa: S602  no input
    assert "Traceback" not in done.stderr


def test_the_command_line_starts_lightly() -> None:
    """What only some commands need is not imported for the others."""
    heavy = {"aiohttp", "telegram", "sqlalchemy", "hypothesis", "yaml", "phonenumbers"}
    program = "import sys, bot.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)  # noqa: S603
    assert heavy & set(done.stdout.split()) == set()
