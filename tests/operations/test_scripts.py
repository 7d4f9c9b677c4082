"""script/: short, the same everywhere, and clear when the machine lacks something."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bot.processes import free_port
from bot.settings import ROOT

SCRIPTS = sorted(path for path in (ROOT / "script").iterdir() if path.is_file() and not path.suffix)
LONGEST = 30  # lines
NEEDED = ("bash", "env", "dirname", "cmp")  # what script/setup may use before it has found a Python


def run(script: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The script as on a machine where nothing is set but PATH, called from another folder."""
    environment = {"PATH": "/usr/bin:/bin", **environment}
    command = [str(script), *arguments]
    return subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, timeout=60)  # noqa: S603


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A fresh clone, as far as script/setup can see."""
    for folder in ("script", "requirements"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def environments() -> ModuleType:
    spec = importlib.util.spec_from_file_location("environments", ROOT / "script" / "environments.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def set_up(copy: Path, name: str, lock: str) -> None:
    """An environment that looks installed from this lock."""
    (copy / name / "bin").mkdir(parents=True)
    (copy / name / "bin" / "python").symlink_to(Path(sys.executable).resolve())
    shutil.copy(copy / "requirements" / f"{lock}.txt", copy / name / ".lock")


def rasa_lock(*, dev: bool) -> str:
    return "rasa-test" if dev and (ROOT / "requirements" / "rasa-test.txt").exists() else "rasa"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_script_answers_help_on_an_empty_machine_from_any_folder(script: Path, copy: Path) -> None:
    for place in (script, copy / "script" / script.name):
        result = run(place, "--help")
        assert result.returncode == 0, result.stderr
        assert result.stdout.strip()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_script_is_short_strict_and_starts_with_what_it_promises(script: Path) -> None:
    lines = script.read_text().splitlines()
    assert len(lines) <= LONGEST
    assert lines[0] == "#!/usr/bin/env bash"
    assert lines[1].startswith("# ")
    assert "set -euo pipefail" in lines
    assert os.access(script, os.X_OK)


def test_ci_runs_the_second_command_of_the_readme_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["CI=true exec script/test"]


@pytest.mark.parametrize("bot_lock", ["bot", "dev"])
def test_setup_does_nothing_when_the_environments_are_as_locked(copy: Path, bot_lock: str) -> None:
    set_up(copy, ".venv", bot_lock)
    set_up(copy, ".venv-rasa", rasa_lock(dev=bot_lock == "dev"))
    result = run(copy / "script" / "setup", *(["--dev"] if bot_lock == "dev" else []))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert not (copy / ".venv-tools").exists()


def test_setup_refuses_what_it_does_not_know(copy: Path) -> None:
    result = run(copy / "script" / "setup", "--fast")
    assert result.returncode == 1
    assert "--fast" in result.stderr


def test_without_any_python_setup_says_what_to_install(copy: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bin"
    bare.mkdir()
    for name in NEEDED:
        (bare / name).symlink_to(shutil.which(name) or name)
    result = run(copy / "script" / "setup", PATH=str(bare))
    assert result.returncode == 1
    assert result.stderr.startswith("Python 3.11 is missing: ")
    assert result.stderr.count("\n") == 1


def test_without_network_setup_is_one_sentence(copy: Path, tmp_path: Path) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}/simple"
    python = Path(sys.executable).resolve().parent
    offline = {
        "PIP_INDEX_URL": nowhere,
        "PIP_CONFIG_FILE": "/dev/null",
        "PIP_RETRIES": "0",
        "UV_HTTP_RETRIES": "0",
    }
    offline |= {
        "PATH": f"{python}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "UV_CACHE_DIR": str(tmp_path / "cache"),
    }
    result = run(copy / "script" / "setup", **offline)
    assert result.returncode == 1
    sentence = result.stderr.splitlines()[-1]
    assert sentence.startswith("script/setup: ")
    assert "needs the network" in sentence
    assert "Traceback" not in result.stderr


def test_before_setup_the_command_line_says_what_to_do(copy: Path) -> None:
    result = run(copy / "script" / "dishari", "settings")
    assert result.returncode == 1
    assert "script/setup" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        pytest.param(
            ["error: Failed to install", "cause: No space left on device (os error 28)"],
            "disk is full",
            id="disk",
        ),
        pytest.param(["/usr/bin/python3: No module named pip"], "python3-pip", id="no-pip"),
        pytest.param(["error: Hash mismatch for `x==1`"], "lock does not name", id="other-package"),
        pytest.param(
            ["error: client error (Connect)", "cause: dns error"], "needs the network (dns", id="dns"
        ),
        pytest.param(["error: something new"], "failed: something new", id="unknown"),
        pytest.param([], "no reason given", id="silent"),
    ],
)
def test_failures_of_pip_and_uv_become_one_sentence(
    environments: ModuleType, printed: list[str], says: str
) -> None:
    sentence = environments.failure(printed)
    assert says.replace("network (dns", "network") in sentence
    assert "\n" not in sentence


def test_a_broken_or_older_environment_is_not_as_locked(environments: ModuleType, copy: Path) -> None:
    locks = [copy / "requirements" / "bot.txt"]
    assert not environments.as_locked(copy / ".venv", locks)
    set_up(copy, ".venv", "bot")
    assert environments.as_locked(copy / ".venv", locks)
    (copy / ".venv" / "bin" / "python").unlink()
    assert not environments.as_locked(copy / ".venv", locks)
    set_up(copy, ".venv-rasa", "rasa")
    assert not environments.as_locked(copy / ".venv-rasa", locks)


def test_packages_are_compiled_when_they_are_installed(
    environments: ModuleType, monkeypatch: pytest.MonkeyPatch, copy: Path
) -> None:
    """Decision 3 measured the start with compiled bytecode; later the folder may be read-only."""
    ran: list[list[str]] = []
    monkeypatch.setattr(environments, "ROOT", copy)
    monkeypatch.setattr(environments, "run", lambda command, *_: ran.append(command))
    set_up(copy, ".venv", "bot")
    environments.sync(".venv", copy / "requirements" / "bot.txt", "uv", "python", {})
    assert "--compile-bytecode" in ran[-1]


def test_uv_is_told_what_pip_was_told(
    environments: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "pip.conf"
    told.write_text("[global]\nindex-url = http://mirror.test/simple\nfind-links =\n  /one\n  /two\n")
    for name in (*environments.PIP_TO_UV.values(), "PIP_INDEX_URL", "PIP_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", str(told))
    monkeypatch.setattr(environments.sys, "executable", shutil.which("python3") or "python3")
    env = environments.surroundings()
    assert env["UV_DEFAULT_INDEX"] == "http://mirror.test/simple"
    assert env["UV_FIND_LINKS"].startswith("/one,/two")


def test_with_another_python_only_and_no_network_setup_says_what_to_install(
    environments: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environments, "succeeds", lambda *_: False)
    with pytest.raises(environments.SetupError) as error:
        environments.find_python(shutil.which("false"), dict(os.environ))
    assert "install python3.11" in str(error.value)
    assert str(error.value).count(".\n") == 0


def stub(folder: Path, name: str, program: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{program}\n")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("commands", "status", "says"),
    [
        pytest.param({"chromium": "exit 1"}, 0, "", id="there"),
        pytest.param({"apt-get": "exit 0", "id": "echo 0"}, 0, "installing Chromium", id="root-installs-it"),
        pytest.param(
            {"apt-get": "echo E: Unable to locate package; exit 100", "id": "echo 0"},
            1,
            "could not install it (E: Unable to locate package)",
            id="apt-fails",
        ),
        pytest.param({"apt-get": "exit 0", "id": "echo 1000"}, 1, "may not be installed", id="not-root"),
        pytest.param({"id": "echo 0"}, 1, "may not be installed", id="not-debian"),
    ],
)
def test_chromium_is_found_or_installed_or_asked_for(
    tmp_path: Path, commands: dict[str, str], status: int, says: str
) -> None:
    for name in ("bash", "env", "mktemp", "tail", "sh"):
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    for name, program in commands.items():
        stub(tmp_path, name, program)
    result = run(ROOT / "script" / "chromium", PATH=str(tmp_path))
    assert result.returncode == status
    assert says in result.stderr
    assert len(result.stderr.splitlines()) <= 2
