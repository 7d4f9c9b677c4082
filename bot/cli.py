"""The command line `dishari`; every import that takes time stands inside the command that needs it."""

import asyncio
import io
import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_content import content
from bot.processes import CONFIGURATION_ERROR
from bot.settings import ROOT, Settings, SettingsError

app = typer.Typer(
    name="dishari",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(content, name="content")


@app.command()
def up(verbose: Annotated[bool, typer.Option(help="Show every line of every process.")] = False) -> None:
    """Serve: sandbox (without a token), Rasa and the bot; what dies is started again."""
    from bot.serving import serve

    asyncio.run(serve(Settings.load(), _tell, verbose=verbose))


@app.command()
def bot() -> None:
    """The bot alone, polling Telegram or the sandbox."""
    from bot.serving import sandbox_answers
    from bot.telegram.application import run

    async def serve(settings: Settings) -> int:
        await sandbox_answers(settings)
        return await run(settings)

    raise typer.Exit(asyncio.run(serve(Settings.load())))


@app.command()
def rasa() -> None:
    """Rasa alone, with a model trained first when there is none."""
    from bot.rasa_process import command, environment, model

    settings = Settings.load()
    trained = asyncio.run(model(settings, say))
    _become(command(trained, settings.rasa_port), environment(settings))


@app.command()
def sandbox() -> None:
    """The sandbox alone: a local Bot API server with a chat page."""
    port = Settings.load().sandbox_port
    _become([sys.executable, "-m", "bot.sandbox", "--port", str(port)], dict(os.environ))


@app.command()
def train() -> None:
    """Train the model, unless one for the present content exists; a running Rasa goes on with it at once."""
    from bot.rasa_process import hand_over, model

    settings = Settings.load()

    async def train_and_hand_over() -> Path:
        trained = await model(settings, say)
        if await hand_over(settings, trained):
            say("The running Rasa uses this model from the next message on.")
        return trained

    print(_shown(asyncio.run(train_and_hand_over())))


@app.command()
def evaluate(
    messages: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Other labelled messages than our own.")
    ] = None,
    as_json: Annotated[
        str | None, typer.Option("--json", metavar="FILE", help="Write all that was measured as JSON.")
    ] = None,
    page: Annotated[str | None, typer.Option(metavar="FILE", help="Write it as one HTML page.")] = None,
    wrong: Annotated[bool, typer.Option("--wrong", help="Print each message that was misread.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Leave the spoilt messages out.")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="Save the run even after a loss.")] = False,
    massive: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Train and measure on MASSIVE, from its files there.")
    ] = None,
) -> None:
    """How well messages are understood, against the last run; status 1 on a significant loss."""
    from bot.rasa_process import PYTHON, environment, model

    settings = Settings.load()
    # The program runs in the root of the project, wherever it is called from.
    files = {"--messages": messages, "--json": as_json, "--page": page, "--massive": massive}
    named = {
        name: "-" if str(file) == "-" else str(Path(file).absolute()) for name, file in files.items() if file
    }
    if not massive:
        named["--model"] = str(asyncio.run(model(settings, say)))
    flags = [f"--{name}" for name, on in (("wrong", wrong), ("quick", quick), ("accept", accept)) if on]
    options = [part for option in named.items() for part in option]
    _become([str(PYTHON), "-m", "rasa_project.evaluate", *options, *flags], environment(settings))


@app.command()
def ask(
    text: Annotated[str, typer.Argument(help="One message, as a person types it.")],
    language: Annotated[str, typer.Option(help="Language of the answer.")] = "bn",
    as_json: Annotated[bool, typer.Option("--json", help="Print the cards as JSON.")] = False,
) -> None:
    """One message through the real conversation; its cards are printed."""
    from bot.asking import ask as answers

    cards = asyncio.run(answers(Settings.load(), text, language, say))
    if as_json:
        print(json.dumps(cards, ensure_ascii=False, indent=2))
        return
    for card in cards:
        buttons = ["  ".join(f"[{button['label']}]" for button in row) for row in card["buttons"]]
        print("\n".join([card["text"], *buttons]), end="\n\n")


@app.command()
def counts() -> None:
    """What people learnt from quizzes, by month and language; of small groups only that there were some."""
    from bot.database import Damaged
    from bot.memory.counts import FILE, SMALLEST, Counts

    database = Settings.load().dishari_data / FILE
    try:
        months = Counts(database).months() if database.is_file() else []
    except Damaged:
        print(f"{database} is damaged. The bot puts it aside and begins a new one at its next start.")
        raise typer.Exit(1) from None
    print("\t".join(("month", "language", "quiz", "people", "knew it before", "knew it after")))
    for one in months:
        numbers = (
            (f"under {SMALLEST}", "-", "-") if one.people is None else (one.people, one.before, one.after)
        )
        print("\t".join((one.month, one.language, one.quiz, *map(str, numbers))))


@app.command()
def parse(
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='One {"id", "text"} a line in, one answer a line out.')
    ] = False,
) -> None:
    """What messages mean, from standard input to standard output."""
    if not jsonl:
        raise SettingsError(
            '`dishari parse` reads lines of {"id", "text"}; call it as: script/dishari parse --jsonl'
        )
    from bot.parsing import parse_lines

    raise typer.Exit(asyncio.run(parse_lines(Settings.load(), sys.stdin.buffer, sys.stdout)))


@app.command()
def settings(as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False) -> None:
    """Every setting: its value, where it comes from, what it is for."""
    from bot.cli_settings import described

    rows = described(Settings.load())
    print(json.dumps(rows, indent=2) if as_json else "\n".join(map(str, rows)))


def say(line: str) -> None:
    """Progress for whoever watches; standard output stays for results."""
    print(line, file=sys.stderr, flush=True)


def _tell(line: str) -> None:
    """Progress that is itself the result."""
    print(line, flush=True)


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def _become(program: list[str], environment: dict[str, str]) -> None:
    """Turn this process into the program, so that signals reach it directly."""
    os.chdir(ROOT)
    os.execve(program[0], program, environment | {"PYTHONPATH": str(ROOT)})  # noqa: S606  no shell, our own program


def main() -> None:
    """Run the command line; what the operator can put right is said without a traceback."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # answers may be in Bangla, whatever the locale
    try:
        app(prog_name="script/dishari")
    except SettingsError as error:
        say(str(error))
        sys.exit(CONFIGURATION_ERROR)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except Exception as error:
        from bot.packs import PacksError
        from bot.rasa_process import RasaError

        if isinstance(error, PacksError):
            say(f"The content packs cannot be used; run: script/dishari content check\n{error}")
        elif isinstance(error, RasaError):
            say(str(error))
        else:
            raise
        sys.exit(1)


if __name__ == "__main__":
    main()
