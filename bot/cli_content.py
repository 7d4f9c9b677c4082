"""The commands for editors: `dishari content ...`."""

import typer

from bot.cli_check import check
from bot.cli_editing import editing
from bot.cli_listing import listing
from bot.cli_preview import preview
from bot.cli_scaffold import scaffold

content = typer.Typer(
    no_args_is_help=True, help="For editors: check the content packs.", rich_markup_mode=None
)
content.command()(check)
content.add_typer(editing)
content.add_typer(listing)
content.add_typer(scaffold)
content.command()(preview)


@content.callback()
def _group() -> None:
    """For editors: check the content packs."""
