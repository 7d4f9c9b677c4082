"""How the commands for editors speak: a sentence for what cannot be done, a question before they write."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer


@contextmanager
def told() -> Iterator[None]:
    """What cannot be done is a sentence and exit status 1."""
    from bot.editing.files import Refused

    try:
        yield
    except Refused as refusal:
        say(str(refusal))
        raise typer.Exit(1) from None


def agreed(question: str, yes: bool, dry_run: bool) -> bool:
    """Whether to go on: asked, unless it was said beforehand; whoever does not answer does not agree."""
    if yes and not dry_run:
        return True
    try:
        answer = not dry_run and typer.confirm(question)
    except typer.Abort:  # nobody is there to answer
        answer = False
        print()
    if not answer:
        print("Nothing was written.")
    return answer


def count(number: int, thing: str) -> str:
    """1 file, 2 files."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def say(line: str) -> None:
    """A remark beside the result."""
    print(line, file=sys.stderr)
