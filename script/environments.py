"""What script/setup runs when an environment is not as its lock says: plain Python 3.8 or newer, nothing installed."""

import fcntl
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Optional

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".venv-tools"
LOCKS = ROOT / "requirements"
OLDEST_UV = (0, 8)  # knows `venv --clear` and build constraints with hashes
NEEDED_BYTES = {".venv": 500_000_000, ".venv-rasa": 2_500_000_000}
# pip's own settings, which uv does not read: on a machine with a mirror only pip has usually been told.
PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "cert": "SSL_CERT_FILE",
}
OFFLINE = re.compile(r"dns|connect|network|timed out|timeout|resolve|unreachable|proxy|not found in the|tls|certificate", re.I)


class SetupError(Exception):
    """Set-up cannot go on; the text is the one sentence to show."""


def say(text: str) -> None:
    print(f"setup: {text}", file=sys.stderr, flush=True)


def run(command: List[str], env: Dict[str, str], what: str) -> None:
    """Run a command, show its few progress lines, and turn its failure into one sentence."""
    lines: List[str] = []
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout or ():
            line = line.strip()
            lines.append(line)
            if re.match(r"(Downloading|Building|Prepared|Installed) ", line):
                print(f"       {line}", file=sys.stderr, flush=True)
    if process.returncode:
        raise SetupError(sentence(what, [line for line in lines if line]))


def sentence(what: str, lines: List[str]) -> str:
    """One sentence for a failure of pip or uv: what failed, what was seen, what to do."""
    text = " ".join(lines)
    causes = [re.sub(r"^(cause|error|ERROR|Caused by): ?", "", line) for line in lines]
    seen = (causes[-1] if causes else "no reason given")[:200].rstrip(".")
    if "No space left" in text or "os error 28" in text:
        return f"{what} stopped because the disk is full: make room (3 GB), then run script/setup again."
    if "No module named pip" in text:
        return f"{what} needs pip: install it (on Debian: apt-get install python3-pip), then run script/setup again."
    if "hash" in text.lower() and "mismatch" in text.lower():
        return f"{what} stopped because a package is not the one the lock names ({seen}): do not trust that package index."
    if OFFLINE.search(text):
        return f"{what} needs the network and did not get through ({seen}): check the connection, then run script/setup again."
    return f"{what} failed: {seen}."


def surroundings(python: str) -> Dict[str, str]:
    """The environment for uv: pip's index settings passed on, the system's certificates, no other environment leaking in."""
    env = {k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONPATH", "PYTHONHOME")}
    listed = subprocess.run([python, "-m", "pip", "config", "list"], env=env, capture_output=True, text=True)
    found: Dict[str, str] = {}
    for line in listed.stdout.splitlines():  # later lines win, as in pip: global, user, site, environment
        name, _, value = line.partition("=")
        found[name.rpartition(".")[2]] = value.strip("'\"").replace("\\n", " ")
    for name, variable in PIP_TO_UV.items():
        if found.get(name):
            env.setdefault(variable, found[name].strip() if name != "find-links" else ",".join(found[name].split()))
    env.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")  # as pip does; safe here, because the locks carry the hashes
    if sys.platform == "darwin" or any(os.path.isdir(d) and os.listdir(d) for d in ("/etc/ssl/certs", "/etc/pki/tls")):
        env.setdefault("UV_SYSTEM_CERTS", "1")
        env.setdefault("UV_NATIVE_TLS", "1")  # the older name of the same setting
    if not os.access(os.path.expanduser("~"), os.W_OK):
        env.setdefault("UV_CACHE_DIR", str(TOOLS / "cache"))
    return env


def find_uv(env: Dict[str, str]) -> str:
    """A uv that is new enough: the machine's own, or a hash-pinned one installed by pip into .venv-tools."""
    ours = TOOLS / "bin" / "uv"
    for candidate in (shutil.which("uv"), str(ours)):
        try:
            shown = subprocess.run([candidate or "", "--version"], env=env, capture_output=True, text=True).stdout
        except OSError:
            continue
        version = re.match(r"uv (\d+)\.(\d+)", shown)
        if candidate and version and tuple(map(int, version.groups())) >= OLDEST_UV:
            return candidate
    say("installing uv into .venv-tools ...")
    shutil.rmtree(TOOLS / "bin", ignore_errors=True)
    run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
        + ["--upgrade", "--target", str(TOOLS), "-r", str(LOCKS / "tools.txt")],
        {**env, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_ROOT_USER_ACTION": "ignore"},
        "Installing uv",
    )
    return str(ours)


def is_python_311(python: str) -> bool:
    try:
        probe = [python, "-c", "import sys; sys.exit(sys.version_info[:2] != (3, 11))"]
        return subprocess.run(probe, capture_output=True).returncode == 0
    except OSError:
        return False


def find_python_311(uv: str, env: Dict[str, str]) -> str:
    """Python 3.11 from this machine, or fetched by uv where the network allows."""
    for candidate in (sys.executable, "python3.11", "python3", "python"):
        if is_python_311(candidate):
            return candidate
    find = [uv, "python", "find", "--no-project", "--no-python-downloads", "3.11"]
    if subprocess.run(find, cwd=ROOT, env=env, capture_output=True).returncode:
        say("fetching Python 3.11 ...")
        try:
            run([uv, "python", "install", "3.11"], env, "Fetching Python 3.11")
        except SetupError as error:
            raise SetupError(
                "Python 3.11 is missing and could not be fetched: install it (on Debian 12: apt-get install python3.11), "
                f"then run script/setup again. ({error})"
            ) from error
    return subprocess.run(find, cwd=ROOT, env=env, capture_output=True, text=True).stdout.strip()


def as_locked(folder: Path, locks: List[Path]) -> bool:
    """The environment works and was made from one of these locks."""
    try:
        made_from = (folder / ".lock").read_bytes()
        works = subprocess.run([str(folder / "bin" / "python"), "-c", ""], capture_output=True).returncode == 0
    except OSError:
        return False
    return works and any(made_from == lock.read_bytes() for lock in locks)


def sync(name: str, lock: Path, uv: str, python: str, env: Dict[str, str]) -> None:
    """Make the environment what its lock says, from scratch when it is missing or broken."""
    folder = ROOT / name
    own_python = folder / "bin" / "python"
    if not is_python_311(str(own_python)):
        if folder.exists():
            say(f"{name} does not work any more; making it anew ...")
        run([uv, "venv", "--quiet", "--clear", "--no-project", "--python", python, str(folder)], env, f"Making {name}")
    free = shutil.disk_usage(folder).free
    if not (folder / ".lock").exists() and free < NEEDED_BYTES[name]:
        needed = NEEDED_BYTES[name] // 1_000_000
        raise SetupError(f"{name} needs {needed} MB and the disk has {free // 1_000_000} MB: make room, then run script/setup again.")
    say(f"{name}: installing {len(re.findall('^[a-z].*==', lock.read_text(), re.M))} packages from requirements/{lock.name} ...")
    (folder / ".lock").unlink(missing_ok=True)
    command = [uv, "pip", "sync", "--require-hashes", "--python", str(own_python), "--build-constraints"]
    run([*command, str(LOCKS / "build.txt"), str(lock)], env, f"Installing the packages of {name}")
    shutil.copyfile(lock, folder / ".lock")


def main(dev: bool) -> None:
    """Bring both environments to their locks; with dev, to the ones with test tools."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # script/run and script/test may be started together
        tests = LOCKS / "rasa-test.txt"
        wanted = {".venv": ["dev"] if dev else ["bot", "dev"], ".venv-rasa": ["rasa"]}
        if tests.exists():
            wanted[".venv-rasa"] = ["rasa-test"] if dev else ["rasa", "rasa-test"]
        tools: Optional[tuple] = None
        for name, locks in wanted.items():
            paths = [LOCKS / f"{lock}.txt" for lock in locks]
            if as_locked(ROOT / name, paths):
                continue
            if tools is None:
                env = surroundings(sys.executable)
                uv = find_uv(env)
                tools = (uv, find_python_311(uv, env), env)
            sync(name, paths[0], *tools)
    say("both environments are ready")


if __name__ == "__main__":
    try:
        main(dev="--dev" in sys.argv[1:])
    except SetupError as error:
        sys.exit(f"script/setup: {error}")
    except OSError as error:
        sys.exit(f"script/setup: {error.filename or 'the disk'} cannot be used ({error.strerror}): put it right, then run it again.")
    except KeyboardInterrupt:
        sys.exit(130)
