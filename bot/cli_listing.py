"""The commands for editors that list: what is due, and what there is."""

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli_telling import count, say, told
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.packs import Finding, Packs

listing = typer.Typer(rich_markup_mode=None)
"""Added to `dishari content`."""

Day = Annotated[str | None, typer.Option(metavar="DATE", help="As if today were this day: 2026-05-31.")]


@listing.command()
def due(
    country: Annotated[
        str | None, typer.Option(metavar="ISO2", help="Only this country, such as SA.")
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="For a spreadsheet.")] = False,
    as_of: Day = None,
) -> None:
    """List what must be verified again: by country, oldest first, what has expired before the rest."""
    from bot.editing import due as due_facts

    with told():
        today = _today(as_of)
        packs, _ = _packs(today)
        found = due_facts.due(packs, today, country)
    if as_csv:
        print(due_facts.as_csv(found))
    elif found:
        print(due_facts.as_text(found, packs))
        print("\nChecked one? script/dishari content confirm NAME --by YOUR_NAME")
    else:
        print("Nothing is due.")


@listing.command()
def status(
    output: Annotated[
        Literal["text", "json"], typer.Option("--format", help="For reading, or for a programme.")
    ] = "text",
    as_of: Day = None,
) -> None:
    """Show what there is: words per language, help desks per country, facts by age, questions."""
    from bot.editing import coverage

    with told():
        today = _today(as_of)
        packs, findings = _packs(today)
        found = coverage.status(Settings.load().dishari_content, packs, findings, today)
    print(
        json.dumps(found, ensure_ascii=False, indent=2)
        if output == "json"
        else coverage.as_text(found, packs)
    )


def _packs(today: date) -> "tuple[Packs, list[Finding]]":
    from bot.cards.checking import check_all
    from bot.editing.files import Refused

    packs, findings = check_all(Settings.load().dishari_content, today)
    errors = sum(finding.severity == "error" for finding in findings)
    if packs is None:
        raise Refused(
            f"The packs cannot be read ({count(errors, 'error')}); run script/dishari content check"
        )
    if errors:
        say(f"{count(errors, 'error')} in the packs, what has one may be missing here; run content check")
    return packs, findings


def _today(as_of: str | None) -> date:
    from bot.editing.confirming import day

    return day(as_of, "--as-of") if as_of else date.today()
