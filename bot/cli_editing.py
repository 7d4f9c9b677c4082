"""The commands for editors that change files or list what is to be done; bot/editing/ does the work."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.packs import Finding, Packs

editing = typer.Typer(rich_markup_mode=None)
"""Added to `dishari content`."""

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would be done.")]
Day = Annotated[str | None, typer.Option(metavar="DATE", help="As if today were this day: 2026-05-31.")]
MOST_SHOWN = 100  # lines of a difference


@editing.command()
def fix(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="All packs if none is named.")
    ] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
) -> None:
    """Repair what is mechanical: letters, spaces, tabs, quotes, digits of numbers. Shows it, then asks."""
    from bot.editing.files import Refused, chosen, text_of, write
    from bot.editing.fixing import fix
    from bot.editing.keeping import keep

    settings = Settings.load()
    folder = settings.dishari_content
    repaired = []
    refused = 0
    with _told():
        for name in chosen(folder, files or []):
            try:
                fixed = fix(text_of(folder / name), name)
            except Refused as refusal:
                _say(f"Left as it is: {refusal}")
                refused += 1
                continue
            for one in fixed.left:
                _say(f"{name}: {one}: left as it is, a repair would change what the file says.")
            if fixed.repairs:
                repaired.append(fixed)
                print(f"{fixed}\n{fixed.diff()}".rstrip(), end="\n\n")
        if not repaired:
            print("There is nothing that can be repaired without a person.")
        elif _agreed(f"Write {_count(len(repaired), 'file')}?", yes, dry_run):
            keep(folder, settings.dishari_data, "fix")
            for fixed in repaired:
                write(folder / fixed.name, fixed.after.encode())
            print(f"Repaired {_count(len(repaired), 'file')}. To go back: script/dishari content undo --kept")
    raise typer.Exit(1 if refused else 0)


@editing.command()
def due(
    country: Annotated[
        str | None, typer.Option(metavar="ISO2", help="Only this country, such as SA.")
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="For a spreadsheet.")] = False,
    as_of: Day = None,
) -> None:
    """List what must be verified again: by country, oldest first, what has expired before the rest."""
    from bot.editing import due as listing

    with _told():
        today = _today(as_of)
        packs, _ = _packs(today)
        found = listing.due(packs, today, country)
    if as_csv:
        print(listing.as_csv(found))
    elif found:
        print(listing.as_text(found, packs))
        print("\nChecked one? script/dishari content confirm NAME --by YOUR_NAME")
    else:
        print("Nothing is due.")


@editing.command()
def confirm(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A help desk, fee or topic, as `due` lists it.")
    ],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who checked it: a person's name.")],
    number: Annotated[str | None, typer.Option(help="The number that was dialled, if not all were.")] = None,
    heard: Annotated[str | None, typer.Option(metavar="TEXT", help="What was heard there.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="When; today if not given.")] = None,
) -> None:
    """Mark a help desk, a fee or a topic as checked by a person; comments and order stay."""
    from bot.editing.confirming import Confirmation, confirmed, find
    from bot.editing.files import text_of, write
    from bot.editing.keeping import keep

    settings = Settings.load()
    folder = settings.dishari_content
    with _told():
        said = Confirmation.of(by, on, heard, date.today())
        fact = find(folder, name)
        text, waiting = confirmed(text_of(folder / fact.file), fact, said, number)
        keep(folder, settings.dishari_data, "confirm")
        write(folder / fact.file, text.encode())
    print(f"{fact.file}: {number or fact.id} is marked as checked on {said.on} by {said.by}.")
    if waiting:
        print(f"{fact.id} counts as checked when these are too: {', '.join(waiting)}")
    elif number is None and len(fact.numbers) > 1:
        print(
            f"That covers {', '.join(fact.numbers)}. Only one dialled? `content undo --kept`, then --number."
        )


@editing.command()
def status(
    output: Annotated[
        Literal["text", "json"], typer.Option("--format", help="For reading, or for a programme.")
    ] = "text",
    as_of: Day = None,
) -> None:
    """Show what there is: words per language, help desks per country, facts by age, questions."""
    from bot.editing import coverage

    with _told():
        today = _today(as_of)
        packs, findings = _packs(today)
        found = coverage.status(Settings.load().dishari_content, packs, findings, today)
    print(
        json.dumps(found, ensure_ascii=False, indent=2)
        if output == "json"
        else coverage.as_text(found, packs)
    )


@editing.command()
def undo(
    yes: Yes = False,
    dry_run: DryRun = False,
    kept: Annotated[
        bool, typer.Option("--kept", help="To before the last fix, confirm or undo, whatever git says.")
    ] = False,
) -> None:
    """Go back one state of the packs; the present one is kept. Shows what it does, then asks."""
    from bot.editing.keeping import differences, go_to, keep, present
    from bot.editing.undoing import earlier

    settings = Settings.load()
    folder = settings.dishari_content
    with _told():
        then = earlier(folder, settings.dishari_data, only_kept=kept)
        if then is None:
            print("No earlier state is known; nothing was changed.")
            raise typer.Exit(1)
        print(f"Back to {then.words}:")
        for what, name in then.steps:
            print(f"  {what:<8} {name}")
        lines = differences(present(folder), then.state, then.steps)
        print("\n".join(lines[:MOST_SHOWN]))
        if len(lines) > MOST_SHOWN:
            print(f"... and {len(lines) - MOST_SHOWN} more lines")
        if _agreed(f"Change {_count(len(then.steps), 'file')}?", yes, dry_run):
            keep(folder, settings.dishari_data, "undo")
            go_to(folder, then.state, then.steps)
            print("Done. To come back: script/dishari content undo --kept")


def _packs(today: date) -> "tuple[Packs, list[Finding]]":
    from bot.cards.checking import check_all
    from bot.editing.files import Refused

    packs, findings = check_all(Settings.load().dishari_content, today)
    errors = sum(finding.severity == "error" for finding in findings)
    if packs is None:
        raise Refused(
            f"The packs cannot be read ({_count(errors, 'error')}); run script/dishari content check"
        )
    if errors:
        _say(f"{_count(errors, 'error')} in the packs, what has one may be missing here; run content check")
    return packs, findings


def _today(as_of: str | None) -> date:
    from bot.editing.confirming import day

    return day(as_of, "--as-of") if as_of else date.today()


@contextmanager
def _told() -> Iterator[None]:
    """What cannot be done is a sentence and exit status 1."""
    from bot.editing.files import Refused

    try:
        yield
    except Refused as refusal:
        _say(str(refusal))
        raise typer.Exit(1) from None


def _agreed(question: str, yes: bool, dry_run: bool) -> bool:
    if yes and not dry_run:
        return True
    try:
        agreed = not dry_run and typer.confirm(question)
    except typer.Abort:  # nobody is there to answer
        agreed = False
        print()
    if not agreed:
        print("Nothing was written.")
    return agreed


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _say(line: str) -> None:
    print(line, file=sys.stderr)
