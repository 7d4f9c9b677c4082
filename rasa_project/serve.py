"""Serves a model on loopback: `python -m rasa_project.serve --model x.tar.gz --port 5005`.

The same server as `rasa run` with our endpoints and credentials, without what we never use: TensorFlow,
Rasa's own routes, telemetry. docs/decisions/0003-rasa-server.md has the numbers. It ends with status 1 and
one sentence if the model cannot be loaded, and with 0 on SIGTERM or SIGINT.
"""

import argparse
import asyncio
import contextlib
import logging
import os
import sys
import tarfile
from pathlib import Path
from typing import Any

from rasa_project import without_tensorflow

HERE = Path(__file__).parent
HOST = "127.0.0.1"  # never anything else: the secret travels in clear
METADATA = "metadata.json"
BACKLOG = 1024


def main() -> int:
    """Serves until it is told to stop."""
    parser = argparse.ArgumentParser(prog="rasa_project.serve", description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    options = parser.parse_args()
    os.environ |= {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    # One message's sums are too small to share: a second thread of numpy's would only spin on the other core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    logging.basicConfig(level=logging.WARNING)
    try:
        if not without_tensorflow.needed(description(options.model)):
            without_tensorflow.leave_out()
        app = _app(options.model)
    except Exception as error:  # noqa: BLE001  whoever starts it needs the reason, in one line
        print(f"Rasa cannot start: {type(error).__name__}: {error}", file=sys.stderr)
        return 1
    print(f"Rasa listens on http://{HOST}:{options.port}", flush=True)
    app.run(host=HOST, port=options.port, workers=1, access_log=False, backlog=BACKLOG, motd=False)
    return 0


def description(model: Path) -> str:
    """What the model says of itself: its components among it."""
    with tarfile.open(model) as archive:
        member = archive.extractfile(METADATA)
        return member.read().decode() if member else ""


def _app(model: Path) -> Any:
    # Rasa and its libraries warn of each other's age; what fails is raised or logged.
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stderr(nowhere):
        from rasa.core.agent import load_agent
        from rasa.core.channels.channel import register
        from rasa.core.utils import AvailableEndpoints
        from rasa.shared.utils.io import read_config_file
        from sanic import Sanic

        from rasa_project import shortcuts
        from rasa_project.channel import DishariInput

        shortcuts.take()
        credentials = read_config_file(str(HERE / "credentials.yml"))
        channel = DishariInput.from_credentials(credentials["rasa_project.channel.DishariInput"])
        endpoints = AvailableEndpoints.read_endpoints(str(HERE / "endpoints.yml"))
        agent = asyncio.run(load_agent(model_path=str(model), endpoints=endpoints))
    if not agent.is_ready():
        raise RuntimeError("the model was not loaded")
    app = Sanic("dishari_rasa", configure_logging=False)
    app.ctx.agent = agent
    register([channel], app, route="/webhooks/")
    return app


if __name__ == "__main__":
    sys.exit(main())
