"""docs/sandbox.md: every command in it works as it stands."""

import asyncio
import re
import shutil
from pathlib import Path

import pytest

from bot.sandbox import Sandbox

PAGE = Path(__file__).parents[2] / "docs" / "sandbox.md"


@pytest.mark.skipif(not shutil.which("curl"), reason="needs curl")
async def test_every_command_of_the_page_works_in_its_order(sandbox: Sandbox) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    commands = "".join(blocks).replace("curl -s", "echo; curl -sS --fail-with-body")
    shell = await asyncio.create_subprocess_exec(
        *("bash", "-e", "-c", commands.replace("http://127.0.0.1:8080", sandbox.url)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, problems = await shell.communicate()
    assert (shell.returncode, problems.decode()) == (0, ""), output.decode()
    answers = output.decode().split()
    assert len(output.decode().strip().splitlines()) == commands.count("curl")
    assert not any('"error"' in answer for answer in answers)
