"""`dishari parse --jsonl`: a line in, a line out, in order; a line that cannot be read costs only itself."""

import asyncio
import contextlib
import json
import sys
import threading
from typing import Any, BinaryIO, TextIO

import aiohttp

from bot.keys import SECRET_HEADER
from bot.language import UrgentPhrases
from bot.packs import load_packs
from bot.rasa_process import serving
from bot.settings import Settings

AT_ONCE = 8  # messages on the way to Rasa: enough to keep it busy
ANSWER_WITHIN = 60.0  # seconds; nobody waits in a chat for this
PARSE_PATH = "/webhooks/dishari/parse"

Answer = dict[str, Any]


class Unreadable(Exception):
    """A line, or Rasa's answer to it, cannot be used; the text says why and repeats no message."""

    def __init__(self, why: str, name: object = None) -> None:
        self.name = name
        super().__init__(why)


async def parse_lines(settings: Settings, source: BinaryIO, sink: TextIO) -> int:
    """Answer every line of source in sink; 1 when one of them got an error instead of an answer."""
    packs = load_packs(settings.dishari_content)
    phrases = packs.urgent()
    async with serving(settings, lambda line: print(line, file=sys.stderr, flush=True)) as address:
        headers = {SECRET_HEADER: settings.keys.rasa_secret}
        timeout = aiohttp.ClientTimeout(total=ANSWER_WITHIN)
        async with aiohttp.ClientSession(address, headers=headers, timeout=timeout) as session:
            reader = Reader(session, phrases, frozenset(packs.situations))
            return await answer_all(reader, source, sink)


class Reader:
    """Says what a message means: Rasa's intent and entities, and urgent by phrase or by intent."""

    def __init__(
        self, session: aiohttp.ClientSession, phrases: UrgentPhrases, situations: frozenset[str]
    ) -> None:
        self._session = session
        self._phrases = phrases
        self._situations = situations

    async def read(self, line: bytes) -> Answer:
        """The answer to one line; raises Unreadable."""
        name, text = message(line)
        try:
            async with self._session.post(PARSE_PATH, json={"text": text}) as reply:
                if reply.status != 200:
                    raise Unreadable(f"Rasa answered with status {reply.status}", name)
                said = await reply.json()
            intent, confidence = said["intent"], float(said["confidence"] or 0.0)
            entities = [{"entity": one["entity"], "value": one["value"]} for one in said["entities"]]
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unreadable(f"Rasa did not answer ({type(error).__name__})", name) from None
        except (ValueError, KeyError, TypeError) as error:
            raise Unreadable(f"Rasa's answer has another form ({type(error).__name__})", name) from None
        urgent = self._phrases.match(text) is not None or intent in self._situations
        return {
            "id": name,
            "intent": intent,
            "confidence": confidence,
            "entities": entities,
            "urgent": urgent,
        }


def message(line: bytes) -> tuple[str | int, str]:
    """The id and the text of one line of input; raises Unreadable."""
    try:
        item = json.loads(line)
    except (ValueError, RecursionError):
        raise Unreadable("not a line of JSON") from None
    if not isinstance(item, dict):
        raise Unreadable('not an object with "id" and "text"')
    name = item.get("id")
    if not isinstance(name, str | int):
        raise Unreadable('"id" is missing, or neither text nor a whole number')
    if not isinstance(item.get("text"), str):
        raise Unreadable('"text" is missing or not text', name)
    return name, item["text"]


async def answer_all(reader: Reader, source: BinaryIO, sink: TextIO) -> int:
    """Answers in the order of the lines, a few of them under way at a time; the exit status."""
    under_way = asyncio.Queue[asyncio.Task[Answer] | None](AT_ONCE)
    incoming = _lines_of(source)
    status = 0

    async def ask() -> None:
        number = 0
        while (line := await incoming.get()) is not None:
            number += 1
            if line.strip():
                await under_way.put(asyncio.create_task(_attempt(reader, line, number)))
        await under_way.put(None)

    asking = asyncio.create_task(ask())
    while (task := await under_way.get()) is not None:
        answer = await task
        status = 1 if "error" in answer else status
        sink.write(json.dumps(answer) + "\n")
        sink.flush()
    await asking
    return status


async def _attempt(reader: Reader, line: bytes, number: int) -> Answer:
    try:
        return await reader.read(line)
    except Unreadable as error:
        return {"id": error.name, "error": f"line {number}: {error}"}


def _lines_of(source: BinaryIO) -> asyncio.Queue[bytes | None]:
    """The lines of a file or a terminal, read in a thread that does not keep us from ending."""
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue[bytes | None](AT_ONCE)

    def read() -> None:
        with contextlib.suppress(OSError, RuntimeError):  # the input broke off, or we have ended already
            for line in source:
                asyncio.run_coroutine_threadsafe(queue.put(line), loop).result()
        with contextlib.suppress(RuntimeError):
            asyncio.run_coroutine_threadsafe(queue.put(None), loop).result()

    threading.Thread(target=read, daemon=True).start()
    return queue
