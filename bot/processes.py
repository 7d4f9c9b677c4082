"""Child processes that are ours: a process group each, stopped gently, and never left behind."""

import asyncio
import contextlib
import ctypes
import os
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path

CONFIGURATION_ERROR = 78  # EX_CONFIG: starting again would end the same way
TRY_LATER = 75  # EX_TEMPFAIL: nothing to put right here, for example no network
PATIENCE = 8.0  # seconds to finish the message in hand before it is ended by force
LONGEST_LINE = 2**20  # a child's line beyond this is an error of its own
PR_SET_PDEATHSIG = 1


async def spawn(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Process:
    """Start a child in a process group of its own (Ctrl-C reaches only us); its output is piped to us."""
    return await asyncio.create_subprocess_exec(
        *command,
        env=dict(environment),
        cwd=folder,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=STDOUT,
        limit=LONGEST_LINE,
        process_group=0,
        preexec_fn=_end_with(os.getpid()) if sys.platform == "linux" else None,
    )


async def stop(process: Process, patience: float = PATIENCE) -> None:
    """End this child and what it started, gently first; other processes are not touched."""
    _signal(process, signal.SIGTERM)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(asyncio.shield(process.wait()), patience)
    _signal(process, signal.SIGKILL)  # also ends grandchildren that outlived a child that went
    await process.wait()


async def lines(process: Process) -> AsyncIterator[str]:
    """What a child prints, line by line, until it ends."""
    while process.stdout:
        try:
            raw = await process.stdout.readline()
        except ValueError:  # longer than LONGEST_LINE: asyncio has dropped it
            continue
        if not raw:
            return
        yield raw.decode(errors="replace").rstrip()


def free_port() -> int:
    """A port on loopback that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    """Whether we could listen on this port of loopback."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just given back counts as free
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _signal(process: Process, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)  # the child leads its group, so the number of one is that of the other


def _end_with(parent: int) -> Callable[[], None]:
    """To run in the child: the kernel ends it when we end, however we end."""
    libc = ctypes.CDLL(None)

    def ask_the_kernel() -> None:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # we ended before the request was in place
            os._exit(1)

    return ask_the_kernel
