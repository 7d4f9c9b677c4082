"""The supervisor with tiny children: what dies comes back, what cannot run ends all, nothing is left."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from bot.supervisor import CannotStart, Child, ChildMisconfigured, Pauses, Supervisor

QUICK = Pauses(first=0.05, longest=0.2, healthy=60)
SAYS_READY = """print('{"event": "NAME.ready", "name": "dishari_test_bot"}', flush=True)\n"""
WAITS = "import time\ntime.sleep(60)\n"
DEAF = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"


def child(name: str, program: str, *, poll: Callable[[], Awaitable[bool]] | None = None) -> Child:
    async def command() -> Sequence[str]:
        return [sys.executable, "-c", program.replace("NAME", name)]

    return Child(name, command, os.environ, poll)


class Run:
    """A supervisor at work in the background of a test."""

    def __init__(self, *children: Child, verbose: bool = False, patience: float = 5.0) -> None:
        self.said: list[str] = []
        self.stopping = asyncio.Event()
        self.ready = asyncio.Event()
        self.supervisor = Supervisor(
            children, self.said.append, verbose=verbose, pauses=QUICK, patience=patience
        )
        self.task = asyncio.create_task(self.supervisor.run(self.stopping, self.ready.set))

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not condition():
                if self.task.done():
                    await self.task
                await asyncio.sleep(0.01)

    async def stop(self) -> None:
        self.stopping.set()
        async with asyncio.timeout(10):
            await self.task


@contextlib.asynccontextmanager
async def running(*children: Child, verbose: bool = False, patience: float = 5.0) -> AsyncIterator[Run]:
    run = Run(*children, verbose=verbose, patience=patience)
    try:
        yield run
    finally:
        run.stopping.set()
        await asyncio.gather(run.task, return_exceptions=True)


_before: set[psutil.Process] = set()


@pytest.fixture(autouse=True)
def _children_of_others() -> Iterator[None]:
    """What ran before a test belongs to somebody else: the trained Rasa of the whole run, a browser."""
    _before.update(psutil.Process().children(recursive=True))
    yield
    _before.clear()


def ours() -> list[psutil.Process]:
    """The processes that this test has started."""
    return [child for child in psutil.Process().children(recursive=True) if child not in _before]


def _runs(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


async def gone(processes: list[psutil.Process]) -> None:
    """Returns when none of them runs any more; who collects them afterwards is the machine's business."""
    async with asyncio.timeout(5):
        while any(_runs(process) for process in processes):  # noqa: ASYNC110  no event tells us
            await asyncio.sleep(0.02)


def test_what_ran_before_a_test_is_not_ours() -> None:
    other = subprocess.Popen([sys.executable, "-c", WAITS])  # noqa: S603  our own program
    try:
        assert [process.pid for process in ours()] == [other.pid]
        _before.add(psutil.Process(other.pid))
        assert ours() == []
    finally:
        other.kill()
        other.wait()


async def test_everything_is_ready_when_every_child_is() -> None:
    async with running(child("one", SAYS_READY + WAITS), child("two", SAYS_READY + WAITS)) as run:
        async with asyncio.timeout(10):
            await run.ready.wait()
        assert run.supervisor.ready_events["one"]["name"] == "dishari_test_bot"
        assert set(run.said) == {"one: ready", "two: ready"}


async def test_a_child_that_logs_nothing_is_asked_whether_it_is_ready() -> None:
    allowed = asyncio.Event()

    async def poll() -> bool:
        return allowed.is_set()

    async with running(child("rasa", WAITS, poll=poll)) as run:
        await run.until(lambda: len(ours()) == 1)
        await asyncio.sleep(0.3)
        assert not run.ready.is_set()
        allowed.set()
        await run.until(run.ready.is_set)


async def test_what_dies_comes_back_and_its_last_words_are_shown() -> None:
    async with running(child("rasa", SAYS_READY + WAITS)) as run:
        await run.until(run.ready.is_set)
        ours()[0].kill()
        await run.until(lambda: run.said.count("rasa: ready") == 2)
    assert "rasa: ended with status -9; starting it again in 0.05 s" in run.said


async def test_it_waits_longer_each_time_up_to_a_limit() -> None:
    async with running(child("bot", "print('could not')\nraise SystemExit(3)")) as run:
        await run.until(lambda: sum("starting it again in 0.2 s" in line for line in run.said) == 2)
    pauses = [line.rpartition(" in ")[2] for line in run.said if "starting it again" in line]
    assert pauses[:4] == ["0.05 s", "0.1 s", "0.2 s", "0.2 s"]
    assert "  bot| could not" in run.said


async def test_a_child_that_ran_well_comes_back_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(child("bot", "raise SystemExit(3)")) as run:
        run.supervisor._pauses = Pauses(first=0.05, longest=10, healthy=0)
        await run.until(lambda: sum("starting it again in 0.05 s" in line for line in run.said) == 4)


async def test_a_wrong_setting_ends_everything_with_its_sentence() -> None:
    wrong = "import time\ntime.sleep(0.2)\nprint('The token is wrong; set another.')\nraise SystemExit(78)"
    async with running(child("sandbox", SAYS_READY + WAITS), child("bot", wrong)) as run:
        with pytest.raises(ChildMisconfigured, match=r"^The token is wrong; set another\.$"):
            await asyncio.wait_for(asyncio.shield(run.task), 10)
    assert ours() == []


async def test_what_was_ready_once_is_started_again_whatever_it_ends_with(tmp_path: Path) -> None:
    """Content that somebody broke while we served must not end the service."""
    again = f"from pathlib import Path\nonce = Path({str(tmp_path / 'once')!r})\n"
    broken = "print('The content is broken.\\nen/ui.yaml:1')\nraise SystemExit(78)\n"
    program = again + f"if once.exists():\n    {broken.strip()}\nonce.touch()\n".replace(
        "\nraise", "\n    raise"
    )
    async with running(child("bot", program + SAYS_READY + WAITS)) as run:
        await run.until(run.ready.is_set)
        ours()[0].kill()
        await run.until(lambda: "bot: The content is broken; starting it again in 0.1 s" in run.said)
        (tmp_path / "once").unlink()
        await run.until(lambda: run.said.count("bot: ready") == 2)


async def test_what_waits_for_the_network_says_so_once(tmp_path: Path) -> None:
    away = "print('There is no network.')\nraise SystemExit(75)\n"
    there = tmp_path / "there"
    program = f"from pathlib import Path\nif not Path({str(there)!r}).exists():\n    "
    program += away.strip().replace("\n", "\n    ") + "\n"
    lives: list[int] = []

    async def command() -> Sequence[str]:
        lives.append(1)
        return [sys.executable, "-c", program + SAYS_READY.replace("NAME", "bot") + WAITS]

    async with running(Child("bot", command, os.environ)) as run:
        await run.until(lambda: len(lives) == 5)
        there.touch()
        await run.until(run.ready.is_set)
    assert run.said == ["bot: There is no network. It is tried again until that works.", "bot: ready"]


async def test_what_hangs_is_ended_and_started_again() -> None:
    answers = True

    async def poll() -> bool:
        return answers

    async with running(child("rasa", DEAF + WAITS, poll=poll), patience=0.1) as run:
        run.supervisor._pauses = replace(QUICK, check=0.02, unanswered=3)
        await run.until(run.ready.is_set)
        first = ours()[0].pid
        answers = False
        await run.until(lambda: any(process.pid != first for process in ours()))
        answers = True
        await run.until(lambda: run.said.count("rasa: ready") == 2)
    assert "rasa: runs but does not answer any more; ending it" in run.said
    assert "rasa: ended with status -9; starting it again in 0.05 s" in run.said


async def test_a_busy_moment_is_no_hanging() -> None:
    asked = iter([True, False, False, True, False, False, True])

    async def poll() -> bool:
        return next(asked, True)

    async with running(child("rasa", WAITS, poll=poll)) as run:
        run.supervisor._pauses = replace(QUICK, check=0.01, unanswered=3)
        await run.until(lambda: next(asked, None) is None)
        await asyncio.sleep(0.1)
    assert run.said == ["rasa: ready"]


async def test_a_command_that_cannot_be_made_is_told_and_the_others_go_on() -> None:
    async def command() -> Sequence[str]:
        raise CannotStart("Training failed: no questions.")

    broken = Child("rasa", command, os.environ)
    async with running(child("bot", SAYS_READY + WAITS), broken) as run:
        await run.until(lambda: "bot: ready" in run.said)
        await run.until(lambda: any("no questions" in line for line in run.said))
        assert not run.ready.is_set()


async def test_a_program_that_does_not_exist_is_told() -> None:
    async def command() -> Sequence[str]:
        return ["/no/such/program"]

    async with running(Child("rasa", command, os.environ)) as run:
        await run.until(lambda: any("No such file" in line for line in run.said))


async def test_stopping_leaves_nothing_of_ours_and_everything_of_others() -> None:
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", WAITS)
    grandchild = "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'input()'], stdin=-1)\n"
    try:
        async with running(child("bot", grandchild + SAYS_READY + WAITS)) as run:
            await run.until(run.ready.is_set)
            mine = [process for process in ours() if process.pid != other.pid]
            assert len(mine) == 2
            await run.stop()
        assert _runs(psutil.Process(other.pid))
        await gone(mine)
    finally:
        other.kill()
        await other.wait()


async def test_a_child_is_asked_to_end_before_it_is_made_to() -> None:
    polite = "import signal\nsignal.signal(signal.SIGTERM, lambda *_: exit(print('goodbye', flush=True)))\n"
    async with running(child("bot", polite + SAYS_READY + WAITS)) as run:
        await run.until(run.ready.is_set)
        process = ours()[0]
        started = asyncio.get_running_loop().time()
        await run.stop()
        assert asyncio.get_running_loop().time() - started < 3
    assert not process.is_running()


async def test_a_deaf_child_is_ended_by_force() -> None:
    async with running(child("bot", DEAF + SAYS_READY + WAITS), patience=0.3) as run:
        await run.until(run.ready.is_set)
        await run.stop()
    assert ours() == []


async def test_quiet_shows_warnings_only_and_verbose_shows_all() -> None:
    program = (
        """print('{"event": "turn", "level": "info"}')\nprint('{"event": "slow", "level": "warning"}')\n"""
    )
    program += "print('[not an object]', '{' * 3)\nprint('{broken')\nprint('[1]')\n" + SAYS_READY + WAITS
    for verbose in (False, True):
        async with running(child("bot", program), verbose=verbose) as run:
            await run.until(run.ready.is_set)
        assert any("slow" in line for line in run.said)
        assert any("turn" in line for line in run.said) == verbose


async def test_the_same_trouble_is_shown_once_and_a_librarys_in_words() -> None:
    trouble = """print('{"level": "error", "event": "telegram.ext.Updater", "kind": "NetworkError"}')\n"""
    other = """print('{"level": "error", "event": "packs.broken", "file": "en/ui.yaml"}')\n"""
    async with running(child("bot", trouble * 3 + other + trouble + SAYS_READY + WAITS)) as run:
        await run.until(run.ready.is_set)
    shown = [line for line in run.said if line.startswith("  bot| error: ")]
    assert shown == ["  bot| error: telegram.ext.Updater (NetworkError)"] * 2
    assert sum("en/ui.yaml" in line for line in run.said) == 1


async def test_a_child_that_prints_without_end_does_not_stop_us() -> None:
    program = "print('x' * 3_000_000)\n" + SAYS_READY + WAITS
    async with running(child("bot", program)) as run:
        await run.until(run.ready.is_set)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can end children when we are killed")
async def test_when_we_are_killed_the_children_do_not_linger(tmp_path: Path) -> None:
    parent_program = (
        "import asyncio, os, sys\n"
        "from pathlib import Path\n"
        "from bot.processes import spawn\n"
        "async def main():\n"
        "    child = await spawn(['sleep', '60'], os.environ, Path('/'))\n"
        "    print(child.pid, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", parent_program, stdout=asyncio.subprocess.PIPE
    )
    assert parent.stdout
    pid = int(await parent.stdout.readline())
    child = psutil.Process(pid)
    parent.send_signal(signal.SIGKILL)
    await parent.wait()
    await gone([child])
