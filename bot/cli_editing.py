"""The commands for editors that change files; bot/editing/ does the work."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_telling import agreed, count, say, told
from bot.settings import Settings

editing = typer.Typer(rich_markup_mode=None)
"""Added to `dishari content`."""

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would be done.")]
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
    with told():
        for name in chosen(folder, files or []):
            try:
                fixed = fix(text_of(folder / name), name)
            except Refused as refusal:
                say(f"Left as it is: {refusal}")
                refused += 1
                continue
            for one in fixed.left:
                say(f"{name}: {one}: left as it is, a repair would change what the file says.")
            if fixed.repairs:
                repaired.append(fixed)
                print(f"{fixed}\n{fixed.diff()}".rstrip(), end="\n\n")
        if not repaired:
            print("There is nothing that can be repaired without a person.")
        elif agreed(f"Write {count(len(repaired), 'file')}?", yes, dry_run):
            for fixed in repaired:  # somebody may have gone on writing while we asked
                if text_of(folder / fixed.name) != fixed.before:
                    raise Refused(f"{fixed.name} was changed meanwhile. Nothing was written; try again.")
            keep(folder, settings.dishari_data, "fix")
            for fixed in repaired:
                write(folder / fixed.name, fixed.after.encode())
            print(f"Repaired {count(len(repaired), 'file')}. To go back: script/dishari content undo --kept")
    raise typer.Exit(1 if refused else 0)


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
    with told():
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
    with told():
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
        if agreed(f"Change {count(len(then.steps), 'file')}?", yes, dry_run):
            keep(folder, settings.dishari_data, "undo")
            go_to(folder, then.state, then.steps)
            print("Done. To come back: script/dishari content undo --kept")
