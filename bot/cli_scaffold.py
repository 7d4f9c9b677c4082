"""`dishari content new-topic`, `new-country`, `new-language` and `schema`."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import ROOT, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.editing.scaffolding import Scaffold

scaffold = typer.Typer()


@scaffold.command("new-topic")
def new_topic(
    name: Annotated[str, typer.Argument(help="Small Latin letters, digits and _, such as: medical_test")],
    menu: Annotated[
        str, typer.Option(help="Part of the menu: learn, before_you_go, money or abroad.")
    ] = "learn",
) -> None:
    """Make every file of a new topic; ??? marks what to write."""
    from bot.editing.new_topic import new_topic as make

    _make("new-topic", lambda folder: make(folder, name, menu))


@scaffold.command("new-country")
def new_country(
    iso2: Annotated[str, typer.Argument(help="The two capital letters of the country, such as NP.")],
    fees: Annotated[bool, typer.Option("--fees", help="Begin a fee table too.")] = False,
) -> None:
    """Make every entry of a new country; ??? marks what to write."""
    from bot.editing.new_country import new_country as make

    _make("new-country", lambda folder: make(folder, iso2, fees=fees))


@scaffold.command("new-language")
def new_language(
    code: Annotated[str, typer.Argument(help="The two or three small letters of ISO 639, such as ne.")],
    name: Annotated[str | None, typer.Option(help="Its own name for itself.")] = None,
    locale: Annotated[
        str | None, typer.Option(help="How it writes figures and dates, such as ne_NP.")
    ] = None,
    script: Annotated[str | None, typer.Option(help="Its script in ISO 15924, such as Deva.")] = None,
) -> None:
    """Make the whole folder of a new language, not offered yet; ??? marks what to write."""
    from bot.editing.new_language import new_language as make

    _make("new-language", lambda folder: make(folder, code, name=name, locale=locale, script=script))


@scaffold.command()
def schema(
    write: Annotated[bool, typer.Option("--write", help="Write them to schemas/.")] = False,
) -> None:
    """Print the JSON Schemas with which a text editor completes and underlines."""
    from bot.editing.schemas import schemas, texts

    if not write:
        print(json.dumps(schemas(ROOT / "content"), ensure_ascii=False, indent=2))
        return
    for file, text in texts(ROOT / "content").items():
        (ROOT / file).parent.mkdir(exist_ok=True)
        (ROOT / file).write_text(text, "utf-8")
        print(file)


def _make(command: str, plan: "Callable[[Path], Scaffold]") -> None:
    from bot.editing.files import Refused
    from bot.editing.keeping import keep

    settings = Settings.load()
    folder = settings.dishari_content
    try:
        planned = plan(folder)
        keep(folder, settings.dishari_data, command)
        planned.write()
    except Refused as refused:
        print(refused, file=sys.stderr)
        raise typer.Exit(1) from None
    for files, todo in planned.told():
        print(f"{folder.name}/{files}\n    {todo}")
    if any(step.done != "left alone" for step in planned.steps):
        print("\n??? marks what is not written yet. When it is written: script/dishari content check")
