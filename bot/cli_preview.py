"""`dishari content preview`: the cards in a browser, or written down for a reviewer."""

import asyncio
import signal
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import ROOT, Settings

PORT = typer.Option(min=0, max=65535, help="Port on this machine; 0: any free one.")
AS_OF = typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Age of facts as of that day: 2027-01-31.")
EXPORT = typer.Option(metavar="DIR", help="Write one page into this folder instead, for a reviewer.")


def preview(
    port: Annotated[int, PORT] = 8070,
    as_of: Annotated[datetime | None, AS_OF] = None,
    export: Annotated[Path | None, EXPORT] = None,
) -> None:
    """Every card as Telegram will show it, all languages side by side, with its findings."""
    folder = Settings.load().dishari_content
    day = as_of.date() if as_of else None
    if export:
        _write(folder, export, day or date.today())
        return
    from bot.sandbox.loopback import PortBusyError

    try:
        asyncio.run(_serve(folder, port, day))
    except PortBusyError as problem:
        print(f"{problem.strerror} Choose another one with --port.", file=sys.stderr)
        raise typer.Exit(1) from None


def _write(folder: Path, to: Path, day: date) -> None:
    from bot.preview import export

    try:
        page = export(folder, to, day)
    except OSError as problem:
        print(f"{to} can't be written: {problem.strerror}.", file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"Written: {page}  (open it with a double click, or send it to a reviewer)")


async def _serve(folder: Path, port: int, day: date | None) -> None:
    from bot.preview import PreviewServer

    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with PreviewServer(folder, port, day) as server:
        shown = folder.relative_to(ROOT) if folder.is_relative_to(ROOT) else folder
        print(f"Preview of {shown}: {server.url}   (Ctrl+C ends it)", flush=True)
        await stopped.wait()
