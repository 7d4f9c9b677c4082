"""The tracker store: what it keeps, what it never keeps, and how long."""

import os
import time

import pytest
from cryptography.fernet import Fernet
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SlotSet, UserUttered

from rasa_project import tracker_store
from rasa_project.tracker_store import EncryptedTrackerStore

SENDER = "0123456789abcdef"
SPOKEN = "my boss has locked me in near the mosque"
DOMAIN = Domain.from_dict(
    {
        "intents": ["locked_in"],
        "entities": ["country"],
        "forms": {"check": {"required_slots": ["country"]}},
        "slots": {
            name: {"type": "text", "influence_conversation": False, "mappings": [{"type": "custom"}]}
            for name in ("country", "requested_slot")
        },
        "responses": {"utter_locked_in": [{"custom": {"card": "locked_in"}}]},
    }
)


@pytest.fixture
def key() -> str:
    return Fernet.generate_key().decode()


@pytest.fixture
def store(tmp_path, key):
    opened = EncryptedTrackerStore(DOMAIN, str(tmp_path), key)
    yield opened
    opened.close()


def a_turn(tracker, text: str = SPOKEN) -> None:
    intent = {"name": "locked_in", "confidence": 0.9}
    entities = [{"entity": "country", "value": "QA", "start": 0, "end": 5, "text": text}]
    tracker.update(UserUttered(text, intent, entities, {"text": text, "intent_ranking": [intent]}))
    tracker.update(SlotSet("country", "QA"))
    tracker.update(ActionExecuted("utter_locked_in"))
    tracker.update(BotUttered(None, {"custom": {"card": "locked_in"}}))
    tracker.update(ActionExecuted("action_listen"))


async def a_conversation(store, turns: int = 1):
    for _ in range(turns):
        tracker = await store.get_or_create_tracker(SENDER, append_action_listen=False)
        a_turn(tracker)
        await store.save(tracker)
    return await store.retrieve(SENDER)


async def test_a_damaged_file_costs_the_last_hour_and_nothing_else(tmp_path, key, caplog):
    file = tmp_path / tracker_store.FILE
    file.write_bytes(b"what is this" * 500)
    store = EncryptedTrackerStore(DOMAIN, str(tmp_path), key)
    assert (await a_conversation(store)).get_slot("country") == "QA"
    store.close()
    assert "dialogue.db cannot be read" in caplog.text
    assert b"what is this" not in file.read_bytes()


def on_disk(folder) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_no_text_and_nothing_readable_reaches_the_disk(store, tmp_path, key):
    await a_conversation(store)
    written = on_disk(tmp_path)
    for readable in (SPOKEN, "locked", '"QA"', "country"):
        assert readable.encode() not in written
    data = store._database.execute("SELECT data FROM conversation").fetchone()[0]
    kept = Fernet(key).decrypt(data)
    assert b'"QA"' in kept
    for word in ("boss", "near", "mosque", "has"):
        assert word.encode() not in kept


async def test_slots_intent_and_latest_action_come_back(store):
    tracker = await a_conversation(store)
    assert tracker.get_slot("country") == "QA"
    assert tracker.latest_message.intent["name"] == "locked_in"
    assert tracker.latest_action_name == "action_listen"
    assert tracker.latest_message.text == ""


async def test_an_active_form_comes_back(store):
    tracker = await a_conversation(store)
    tracker.update(ActiveLoop("check"))
    tracker.update(SlotSet("requested_slot", "country"))
    a_turn(tracker)
    await store.save(tracker)
    back = await store.retrieve(SENDER)
    assert (back.active_loop_name, back.get_slot("requested_slot")) == ("check", "country")


async def test_it_survives_a_restart(store, tmp_path, key):
    await a_conversation(store)
    store.close()
    again = EncryptedTrackerStore(DOMAIN, str(tmp_path), key)
    assert (await again.retrieve(SENDER)).get_slot("country") == "QA"
    again.close()


async def test_another_key_reads_nothing_and_does_not_fail(store, tmp_path):
    await a_conversation(store)
    other = EncryptedTrackerStore(DOMAIN, str(tmp_path), Fernet.generate_key().decode())
    assert await other.retrieve(SENDER) is None
    other.close()


async def test_the_three_hundredth_turn_is_as_small_as_the_third(store):
    third = await a_conversation(store, turns=3)
    last = await a_conversation(store, turns=297)
    assert len(last.events) == len(third.events) <= 12
    size = "SELECT length(data) FROM conversation"
    assert store._database.execute(size).fetchone()[0] < 1000


async def test_a_conversation_is_over_an_hour_after_its_last_message(store, monkeypatch):
    await a_conversation(store)
    now = time.time()
    monkeypatch.setattr(tracker_store.time, "time", lambda: now + 3599)
    assert await store.retrieve(SENDER) is not None
    monkeypatch.setattr(tracker_store.time, "time", lambda: now + 3601)
    assert await store.retrieve(SENDER) is None
    assert list(await store.keys()) == []


async def test_what_is_over_is_swept_when_somebody_else_speaks(store, monkeypatch):
    await a_conversation(store)
    now = time.time()
    monkeypatch.setattr(tracker_store.time, "time", lambda: now + 3700)
    other = await store.get_or_create_tracker("fedcba9876543210")
    await store.save(other)
    rows = store._database.execute("SELECT sender FROM conversation").fetchall()
    assert rows == [("fedcba9876543210",)]


async def test_what_is_forgotten_is_gone_from_the_files(store, tmp_path):
    await a_conversation(store)
    data = bytes(store._database.execute("SELECT data FROM conversation").fetchone()[0])
    assert data[:40] in on_disk(tmp_path)
    await store.delete(SENDER)
    assert await store.retrieve(SENDER) is None
    assert data[:40] not in on_disk(tmp_path)
    assert SENDER.encode() not in on_disk(tmp_path)


async def test_only_the_owner_may_read_the_file(store, tmp_path):
    assert os.stat(tmp_path / tracker_store.FILE).st_mode & 0o077 == 0


async def test_a_failing_disk_costs_the_memory_not_the_answer(store, caplog):
    tracker = await a_conversation(store)
    store._database.execute("DROP TABLE conversation")
    await store.save(tracker)
    assert await store.retrieve(SENDER) is None
    assert SPOKEN not in caplog.text
