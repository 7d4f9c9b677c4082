"""The commands for editors: `dishari content ...`."""

import sys

import typer

from bot.cli_editing import editing
from bot.cli_preview import preview
from bot.cli_scaffold import scaffold
from bot.settings import ROOT, Settings

content = typer.Typer(
    no_args_is_help=True, help="For editors: check the content packs.", rich_markup_mode=None
)
content.add_typer(editing)
content.add_typer(scaffold)
content.command()(preview)


@content.callback()
def _group() -> None:
    """For editors: check the content packs."""


@content.command()
def check() -> None:
    """Read every pack and print all findings: where, what was seen, what to do."""
    from bot.packs import check as check_packs

    folder = Settings.load().dishari_content
    findings = check_packs(folder)
    for finding in findings:
        print(finding)
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    where = folder.relative_to(ROOT) if folder.is_relative_to(ROOT) else folder
    print(f"{where}: {errors} errors, {warnings} warnings.", file=sys.stderr)
    raise typer.Exit(1 if errors else 0)
