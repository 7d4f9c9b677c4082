"""Runs in Rasa's environment: `.venv-rasa/bin/python -m pytest rasa_project/tests`."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from cryptography.fernet import Fernet

from bot.packs import Packs
from rasa_project import train, without_tensorflow

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
FEW = 12  # lines an intent: enough to tell "hello" from a question about fees, and trained in seconds
SECRET = "a secret only for these tests"  # noqa: S105

os.environ |= {"RASA_TELEMETRY_ENABLED": "false", "DISHARI_CONTENT": str(CONTENT)}
without_tensorflow.leave_out()


@pytest.fixture(scope="session")
def importer():
    """The importer over the real content."""
    from rasa_project.packs_importer import PacksImporter

    return PacksImporter(str(train.CONFIG))


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that has seen only a few lines of each intent."""
    return made_of_few(CONTENT, tmp_path_factory.mktemp("model"))


def made_of_few(content: Path, folder: Path, whole: Set[str] = frozenset()) -> Path:
    """A model in `folder` of a few lines of each intent of `content`, of those in `whole` of all lines."""
    from rasa_project import packs_importer, training_lines

    def read(content: Path) -> tuple[Packs, training_lines.TrainingLines]:
        packs, _ = training_lines.read(content)
        asked = training_lines.typed(packs).items()
        few = {name: lines if name in whole else lines[:FEW] for name, lines in asked}
        return packs, training_lines.gather(few)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packs_importer, "read", read)
        patch.setenv("DISHARI_CONTENT", str(content))
        return train.make(content, folder)


@dataclass
class Server:
    """A running Rasa, as the supervisor starts it."""

    url: str
    process: subprocess.Popen[str]
    data: Path
    log: Path

    def post(self, path: str, body: object, secret: str = SECRET) -> requests.Response:
        return requests.post(
            f"{self.url}/{path}", json=body, headers={"X-Dishari-Secret": secret}, timeout=10
        )

    def get(self, path: str) -> requests.Response:
        return requests.get(f"{self.url}/{path}", headers={"X-Dishari-Secret": SECRET}, timeout=10)

    def put(self, path: str, body: object) -> requests.Response:
        return requests.put(f"{self.url}/{path}", json=body, headers={"X-Dishari-Secret": SECRET}, timeout=60)

    def say(self, sender: str, text: str) -> list[dict[str, str]]:
        reply = self.post("turn", {"sender": sender, "text": text})
        assert reply.status_code == 200, reply.text
        return reply.json()["cards"]

    def tell(self, sender: str, intent: str, **entities: str) -> list[dict[str, str]]:
        payload = {"intent": intent, "entities": entities}
        reply = self.post("turn", {"sender": sender, "payload": payload})
        assert reply.status_code == 200, reply.text
        return reply.json()["cards"]

    def tell_answers(self, sender: str, exercise: str, answers: str) -> list[dict[str, str]]:
        payload = {"intent": exercise, "entities": {}, "answers": answers}
        reply = self.post("turn", {"sender": sender, "payload": payload})
        assert reply.status_code == 200, reply.text
        return reply.json()["cards"]

    def written(self) -> bytes:
        """Everything it has written: its log and its database."""
        return self.log.read_bytes() + b"".join(
            file.read_bytes() for file in self.data.iterdir() if file.is_file()
        )


def start(model: Path, data: Path, log: Path) -> Server:
    """Starts Rasa on a port that nobody listens on, and waits until it is ready."""
    port = _unused_port()
    environment = os.environ | {
        "DISHARI_RASA_SECRET": SECRET,
        "DISHARI_TRACKER_KEY": _key(data).decode(),
        "DISHARI_DATA": str(data),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "rasa_project.serve", "--model", str(model), "--port", str(port)]
    with log.open("a") as output:
        process = subprocess.Popen(  # noqa: S603  our own module
            command, env=environment, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, text=True
        )
    server = Server(f"http://127.0.0.1:{port}/webhooks/dishari", process, data, log)
    for _ in range(600):
        try:
            if requests.get(f"{server.url}/ready", headers={"X-Dishari-Secret": SECRET}, timeout=5).ok:
                return server
        except requests.ConnectionError:
            assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="session")
def server(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running Rasa with the small model."""
    folder = tmp_path_factory.mktemp("rasa")
    (folder / "data").mkdir()
    running = start(model, folder / "data", folder / "log")
    yield running
    running.process.terminate()
    running.process.wait(timeout=20)


def _unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _key(data: Path) -> bytes:
    file = data.parent / "key"
    if not file.exists():
        file.write_bytes(Fernet.generate_key())
    return file.read_bytes()
