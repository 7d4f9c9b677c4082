"""What script/setup runs when an environment is not as its lock says; any Python from 3.8 on can run it."""

# ruff: noqa: S603  it runs uv, pip and Python, whose paths it found itself
from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".venv-tools"
LOCKS = ROOT / "requirements"
OLDEST_UV = (0, 8)  # knows `venv --clear` and hashes for what builds a package
NEEDED_MB = {".venv": 600, ".venv-rasa": 3000}  # installed, downloaded and unpacked
# uv does not read pip's settings, and on a machine with a mirror usually only pip has been told.
PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "cert": "SSL_CERT_FILE",
}
CERTIFICATES = ("/etc/ssl/certs", "/etc/pki/tls/certs")
OTHER_ENVIRONMENTS = ("VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONPATH", "PYTHONHOME", "UV_PYTHON")
IS_311 = "import sys; sys.exit(sys.version_info[:2] != (3, 11))"
AGAIN = "then run script/setup again"
# What pip and uv print when something known goes wrong, and what to say about it.
KNOWN_FAILURES = {
    r"No space left|os error 28": f"stopped because the disk is full; make room (3 GB), {AGAIN}",
    r"No module named pip": f"needs pip; install it (on Debian: apt-get install python3-pip), {AGAIN}",
    r"(?i)hash\w* (mismatch|do not match)": "met a package that the lock does not name; distrust that index",
    r"(?i)dns|connect|network|timed? ?out|resolve|unreachable|proxy|certificate|no matching dist": (
        f"needs the network and did not get through; check the connection, {AGAIN}"
    ),
}


class SetupError(Exception):
    """Set-up cannot go on; the text is the one sentence to show."""


def say(text: str) -> None:
    print(f"setup: {text}", file=sys.stderr, flush=True)


def run(command: list[str], env: dict[str, str], what: str) -> None:
    """Run a command, show the few lines that are progress, turn its failure into one sentence."""
    lines = []
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, cwd=ROOT, env=env, text=True, **streams) as process:
        for line in process.stdout:
            if line.strip():
                lines.append(line.strip())
            if re.match(r"\s*(Downloading|Building|Prepared|Installed) ", line):
                print(f"       {line.strip()}", file=sys.stderr, flush=True)
    if process.returncode:
        raise SetupError(f"{what} {failure(lines)}")


def failure(lines: list[str]) -> str:
    """Why pip or uv failed and what to do, with the last thing it said."""
    seen = (
        re.sub(r"^(cause|error|Caused by):? +", "", lines[-1], flags=re.I)[:200]
        if lines
        else "no reason given"
    )
    for pattern, meaning in KNOWN_FAILURES.items():
        if re.search(pattern, " ".join(lines)):
            return f"{meaning} ({seen})."
    return f"failed: {seen}"


def succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True).returncode == 0
    except OSError:
        return False


def output(command: list[str], env: dict[str, str]) -> str:
    try:
        return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""


def surroundings() -> dict[str, str]:
    """The environment for uv: pip's index settings, the system's certificates, nothing of other projects."""
    env = {name: value for name, value in os.environ.items() if name not in OTHER_ENVIRONMENTS}
    told = {}
    for line in output([sys.executable, "-m", "pip", "config", "list"], env).splitlines():
        name, _, value = line.partition("=")  # later lines win, as they do in pip
        told[name.rpartition(".")[2]] = value.strip("'\"").replace("\\n", " ").split()
    for name, variable in PIP_TO_UV.items():
        if told.get(name):
            env.setdefault(variable, ("," if name == "find-links" else " ").join(told[name]))
    # Any index may have any package, as with pip; safe here, because the locks hold the hashes.
    env.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")
    if sys.platform == "darwin" or any(os.path.isdir(d) and os.listdir(d) for d in CERTIFICATES):
        env.setdefault("UV_SYSTEM_CERTS", "1")
        env.setdefault("UV_NATIVE_TLS", "1")  # its name before uv 0.9
    if not os.access(os.path.expanduser("~"), os.W_OK):
        env.setdefault("UV_CACHE_DIR", str(TOOLS / "cache"))
    return env


def find_uv(env: dict[str, str]) -> str:
    """A uv that is new enough: the machine's own, or the locked one, installed by pip into .venv-tools."""
    ours = str(TOOLS / "bin" / "uv")
    for candidate in (shutil.which("uv"), ours):
        version = re.match(r"uv (\d+)\.(\d+)", output([candidate, "--version"], env)) if candidate else None
        if version and tuple(map(int, version.groups())) >= OLDEST_UV:
            return candidate
    say("installing uv into .venv-tools ...")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    pip += [
        "--require-hashes",
        "--upgrade",
        "--target",
        str(TOOLS),
        "--requirement",
        str(LOCKS / "tools.txt"),
    ]
    run(pip, {**env, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}, "Installing uv")
    return ours


def find_python(uv: str, env: dict[str, str]) -> str:
    """Python 3.11 of this machine, or fetched by uv where the network allows."""
    for candidate in (sys.executable, "python3.11", "python3", "python"):
        if succeeds(candidate, "-c", IS_311):
            return candidate
    find = [uv, "python", "find", "--no-project", "3.11"]
    if not output(find, env):
        say("fetching Python 3.11 ...")
        try:
            run([uv, "python", "install", "3.11"], env, "Fetching it")
        except SetupError:
            how = "install it (on Debian 12: apt-get install python3.11)"
            raise SetupError(f"Python 3.11 is missing and cannot be fetched; {how}, {AGAIN}.") from None
    return output(find, env)


def as_locked(folder: Path, locks: list[Path]) -> bool:
    """The environment works and was made from one of these locks."""
    stamp = folder / ".lock"
    made_from = stamp.read_bytes() if stamp.exists() else None
    known = any(made_from == lock.read_bytes() for lock in locks)
    return known and succeeds(str(folder / "bin" / "python"), "-c", IS_311)


def sync(name: str, lock: Path, uv: str, python: str, env: dict[str, str]) -> None:
    """Make the environment what its lock says, from scratch when it is missing or broken."""
    folder = ROOT / name
    own_python = str(folder / "bin" / "python")
    free_mb = shutil.disk_usage(ROOT).free // 1_000_000
    if not folder.exists() and free_mb < NEEDED_MB[name]:
        raise SetupError(
            f"{name} needs {NEEDED_MB[name]} MB and the disk has {free_mb} MB; make room, {AGAIN}."
        )
    if not succeeds(own_python, "-c", IS_311):
        if folder.exists():
            say(f"{name} does not work any more; making it anew ...")
        make = [uv, "venv", "--quiet", "--clear", "--no-project", "--python", python, str(folder)]
        run(make, env, f"Making {name}")
    count = len(re.findall("^[a-z].*==", lock.read_text(), re.M))
    say(f"{name}: installing {count} packages from requirements/{lock.name} ...")
    stamp = folder / ".lock"
    if stamp.exists():
        stamp.unlink()
    # Compiled now, because later the folder may be read-only: docs/decisions/0003-rasa-server.md.
    install = [
        uv,
        "pip",
        "sync",
        "--compile-bytecode",
        "--require-hashes",
        "--build-constraints",
        str(LOCKS / "build.txt"),
    ]
    run([*install, "--python", own_python, str(lock)], env, f"Installing the packages of {name}")
    shutil.copyfile(lock, stamp)


def main(dev: bool) -> None:
    """Bring both environments to their locks; with dev, to the ones with test tools."""
    wanted = {".venv": ["dev"] if dev else ["bot", "dev"], ".venv-rasa": ["rasa"]}
    if (LOCKS / "rasa-test.txt").exists():
        wanted[".venv-rasa"] = ["rasa-test"] if dev else ["rasa", "rasa-test"]
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "turn").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # script/run and script/test may be started together
        missing = {}
        for name, locks in wanted.items():
            paths = [LOCKS / f"{lock}.txt" for lock in locks]
            if not as_locked(ROOT / name, paths):
                missing[name] = paths[0]
        if missing:
            env = surroundings()
            uv = find_uv(env)
            python = find_python(uv, env)
            for name, lock in missing.items():
                sync(name, lock, uv, python, env)
    say("both environments are ready")


if __name__ == "__main__":
    try:
        main(dev="--dev" in sys.argv[1:])
    except SetupError as error:
        sys.exit(f"script/setup: {error}")
    except OSError as error:
        seen = f"{error.filename or 'the disk'} cannot be used ({error.strerror})"
        sys.exit(f"script/setup: {seen}; put it right, {AGAIN}.")
    except KeyboardInterrupt:
        sys.exit(130)
