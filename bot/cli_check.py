"""`dishari content check`: all findings at once, for people, for programmes and for GitHub."""

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.settings import ROOT, Settings

if TYPE_CHECKING:
    from bot.packs import Finding

Files = Annotated[
    list[str] | None, typer.Argument(metavar="[FILE]...", help="Tell only about these files or folders.")
]
Format = Annotated[
    Literal["text", "json", "github"], typer.Option("--format", help="For reading, or for a programme.")
]
Day = Annotated[str | None, typer.Option(metavar="DATE", help="As if today were this day: 2026-05-31.")]

_AGE = ("due", "expired")


def check(files: Files = None, output: Format = "text", as_of: Day = None) -> None:
    """Print everything that is wrong in the packs: where, what was seen, what to do. Status 1 on errors."""
    from bot.cards.checking import check_all

    folder = Settings.load().dishari_content
    wanted = [_inside(folder, file) for file in files or ()]
    _, findings = check_all(folder, _day(as_of))
    shown = [finding for finding in findings if not wanted or _is_wanted(finding.file, wanted)]
    if output == "json":
        print(json.dumps([finding.as_json() for finding in shown], ensure_ascii=False, indent=2))
    elif output == "github":
        for finding in sorted(shown, key=lambda one: (one.severity, one.name in _AGE)):
            print(_annotation(finding, folder))
    else:
        _print(shown, folder, brief=not wanted)
    raise typer.Exit(1 if any(finding.severity == "error" for finding in shown) else 0)


def _print(findings: "list[Finding]", folder: Path, *, brief: bool) -> None:
    """For people: where whole packs are checked, what only waits for its next check is one line."""
    age = [finding for finding in findings if brief and finding.name in _AGE]
    for finding in findings:
        if finding not in age:
            print(replace(finding, file=f"{_shown(folder)}/{finding.file}"))
    if age:
        print(f"{len(age)} files hold facts that nobody has confirmed lately. (warning)")
        print("    Which, by country and oldest first: script/dishari content due")
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    what = (
        "What each name means: docs/editing/findings.md (in Bangla: content/README.bn.md)"
        if findings
        else "Nothing to mend."
    )
    counts = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
    print(f"{_shown(folder)}: {counts}. {what}", file=sys.stderr)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _annotation(finding: "Finding", folder: Path) -> str:
    """https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands"""
    where = f"{_shown(folder)}/{finding.file}".translate(_IN_PROPERTY)
    text = f"{finding.seen} {finding.todo}".translate(_IN_TEXT)
    return f"::{finding.severity} file={where},line={finding.line},title={finding.name}::{text}"


_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_TEXT, **str.maketrans({":": "%3A", ",": "%2C"})}


def _inside(folder: Path, file: str) -> str:
    """`file`, which may be given from here or from the packs' folder, as findings name it."""
    home = folder.resolve()
    places = [path.resolve() for path in (Path.cwd() / file, home / file)]
    inside = [path for path in places if path.is_relative_to(home)]
    # A file that is missing has findings too; its folder must be there.
    for path in [*filter(Path.exists, inside), *(path for path in inside if path.parent.is_dir())]:
        return path.relative_to(home).as_posix()
    raise typer.BadParameter(f"There is no file {file} in {_shown(folder)}.")


def _is_wanted(file: str, wanted: list[str]) -> bool:
    return any(name in (file, ".") or file.startswith(f"{name}/") for name in wanted)


def _day(as_of: str | None) -> date | None:
    if as_of is None:
        return None
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        raise typer.BadParameter(f'"{as_of}" is no day; write it as 2026-05-31.') from None


def _shown(folder: Path) -> str:
    return (folder.relative_to(ROOT) if folder.is_relative_to(ROOT) else folder).as_posix()
