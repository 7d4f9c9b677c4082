"""Goes back one state of the content folder, and keeps the present one."""

import os
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from bot.editing.files import Refused
from bot.editing.keeping import State, changes, is_pack, kept, present

_PATIENCE = 30  # seconds that git may take


@dataclass(frozen=True, slots=True)
class Earlier:
    """The state to go back to, in words, and what going there does."""

    words: str
    state: State
    steps: list[tuple[str, str]]


def earlier(folder: Path, data: Path, *, only_kept: bool = False) -> Earlier | None:
    """The state before the present one: as git has it, else as a command kept it; None if none is known."""
    git = _Git(folder)
    commits = [] if only_kept else git.commits()
    ignored = git.ignored() if commits else set()
    now = {name: content for name, content in present(folder).items() if name not in ignored}
    # The last commit is the state before only if something changed since; else the one before it is.
    for (commit, subject), words in zip(
        commits, ("the last commit", "the commit before the last change"), strict=False
    ):
        state = git.state(commit)
        if state and (steps := changes(now, state)):
            return Earlier(f"{words} ({commit[:8]} {subject})", state, steps)
    if commits:
        return None
    for one in reversed(kept(data)):
        state = one.state()
        if state and (steps := changes(now, state)):
            words = f"the state of {one.when:%Y-%m-%d %H:%M:%S}, before `content {one.before}`"
            return Earlier(words, state, steps)
    return None


class _Git:
    """What git knows of the folder; nothing if there is no git, or the folder is in no repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def commits(self) -> list[tuple[str, str]]:
        """(name, subject) of the last two commits that changed the folder, newest first."""
        lines = (
            (self._run("log", "-2", "--format=%H%x09%s", "--", ":(glob)**/*.yaml") or b"")
            .decode(errors="replace")
            .splitlines()
        )
        found = [(commit, subject) for commit, _, subject in (line.partition("\t") for line in lines)]
        return found if found and self._run("ls-tree", "HEAD", "./") else []

    def state(self, commit: str) -> State:
        """The folder as it was in `commit`; Refused rather than half of it."""
        listed = (self._run("ls-tree", "-r", "-z", commit, "./") or b"").split(b"\0")
        blobs = [line.partition(b"\t") for line in listed if line.startswith((b"100644", b"100755"))]
        ids = [about.split()[2] for about, _, _ in blobs]
        contents = BytesIO(self._run("cat-file", "--batch", given=b"\n".join(ids) + b"\n") or b"")
        state: dict[str, bytes] = {}
        for id_, (_, _, name) in zip(ids, blobs, strict=True):
            head = contents.readline().split()
            if len(head) != 3 or head[0] != id_:
                raise Refused(f"git cannot read {os.fsdecode(name)} of the commit {commit[:8]}.")
            content, end = contents.read(int(head[2])), contents.read(1)
            if end != b"\n":
                raise Refused(f"git cannot read {os.fsdecode(name)} of the commit {commit[:8]}.")
            if is_pack(PurePosixPath(os.fsdecode(name))):
                state[os.fsdecode(name)] = content
        return state

    def ignored(self) -> set[str]:
        """Files in the folder that git ignores."""
        listed = self._run("ls-files", "--others", "--ignored", "--exclude-standard", "-z", "--", ".") or b""
        return {os.fsdecode(name) for name in listed.split(b"\0") if name}

    def _run(self, *arguments: str, given: bytes | None = None) -> bytes | None:
        # A hook's GIT_DIR would point at another repository than the folder's own.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            done = subprocess.run(  # noqa: S603  fixed words; only a commit's name comes from outside, from git
                ["git", "-C", str(self.folder), *arguments],  # noqa: S607  whichever git the editor uses
                input=given,
                capture_output=True,
                timeout=_PATIENCE,
                env=environment,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return done.stdout
