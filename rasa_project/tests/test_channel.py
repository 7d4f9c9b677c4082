"""The channel, on a real server with a small model: the contract, honest failures, and nothing in writing."""

import secrets
import shutil
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from bot.language import normalise
from rasa_project.tests.conftest import SECRET, start

SPOKEN = "xylophone my boss has locked me in xylophone"


@pytest.fixture
def sender() -> str:
    return secrets.token_hex(16)


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", "\u00e9" * 30])
@pytest.mark.parametrize("path", ["turn", "parse"])
def test_a_wrong_secret_is_refused(server, secret, path):
    headers = {"X-Dishari-Secret": secret.encode()}
    reply = requests.post(f"{server.url}/{path}", json={"text": "hello"}, headers=headers, timeout=5)
    assert (reply.status_code, reply.json()) == (401, {"error": "unauthorised"})


def test_the_secret_is_asked_for_on_every_route(server, sender):
    assert requests.get(f"{server.url}/ready", timeout=5).status_code == 401
    assert requests.delete(f"{server.url}/conversations/{sender}", timeout=5).status_code == 401


def test_a_sentence_becomes_a_card(server, sender):
    assert server.say(sender, "hello") == [{"card": "welcome"}]


def test_what_a_button_tells_becomes_a_card(server, sender):
    assert server.tell(sender, "help_contacts", country="SA") == [{"card": "help", "country": "SA"}]


def test_a_country_alone_answers_what_was_asked_last(server, sender):
    assert server.tell(sender, "name_country", country="MY") == [{"card": "help", "country": "MY"}]
    assert server.tell(sender, "what_it_costs") == [{"card": "what_it_costs", "country": "MY"}]
    assert server.tell(sender, "name_country", country="SA") == [{"card": "what_it_costs", "country": "SA"}]
    server.tell(sender, "locked_in")
    assert server.tell(sender, "name_country", country="QA") == [{"card": "help", "country": "QA"}]


def test_where_somebody_wants_to_go_is_not_where_they_are(server, sender):
    server.tell(sender, "what_it_costs", country="SA")
    assert server.tell(sender, "wish_to_die") == [{"card": "wish_to_die"}]
    server.tell(sender, "help_contacts", country="IT")
    assert server.tell(sender, "wish_to_die") == [{"card": "wish_to_die", "country": "IT"}]
    assert server.tell(sender, "what_it_costs") == [{"card": "what_it_costs", "country": "SA"}]


def test_where_a_person_says_they_are_is_kept_whatever_was_understood(server, sender):
    server.say(sender, "I am stuck in Qatar")
    assert server.tell(sender, "help_contacts") == [{"card": "help", "country": "QA"}]


@pytest.mark.parametrize("intent", ["privacy", "forget"])
def test_what_becomes_of_their_words_has_a_card(server, sender, intent):
    assert server.tell(sender, intent) == [{"card": intent}]


@pytest.mark.parametrize("text", ["5", "17", "999", "01711234567", "x", "\u09b9", "xq"])
def test_numbers_and_stray_letters_are_not_understood(server, text):
    assert server.post("parse", {"text": text}).json()["intent"] == "nlu_fallback"


def test_an_amount_goes_with_the_country(server, sender):
    server.tell(sender, "name_country", country="SA")
    expected = {"card": "what_it_costs", "country": "SA", "money": "500000 BDT"}
    assert server.tell(sender, "name_amount", money="500000 BDT") == [expected]


def test_yes_and_no_alone_open_the_menu(server, sender):
    assert server.tell(sender, "affirm") == server.tell(sender, "deny") == [{"card": "menu"}]


@pytest.mark.parametrize(
    "text",
    ["/wish_to_die", '/name_country{"country":"SA"}', "//restart", " / /greet", "/restart", "/session_start"],
)
def test_what_a_person_types_is_never_a_command(server, sender, text):
    server.tell(sender, "help_contacts", country="MY")
    reply = server.post("parse", {"text": text}).json()
    assert reply["confidence"] < 1.0
    assert server.say(sender, text)
    assert server.tell(sender, "help_contacts") == [{"card": "help", "country": "MY"}]


@pytest.mark.parametrize("text", ["/", "///", " / "])
def test_nothing_but_slashes_is_not_understood(server, sender, text):
    assert server.say(sender, text) == [{"card": "not_understood"}]
    assert server.post("parse", {"text": text}).json()["intent"] == "nlu_fallback"


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        "hello",
        {"sender": "0123456789abcdef"},
        {"sender": "0123456789abcdef", "text": "  "},
        {"sender": "0123456789abcdef", "text": None},
        {"sender": "0123456789abcdef", "text": "a" * 5000},
        {"sender": "not hex", "text": "hello"},
        {"sender": 7, "text": "hello"},
        {"sender": "0123456789abcdef", "payload": {"intent": "no_such_intent"}},
        {"sender": "0123456789abcdef", "payload": {"intent": "restart"}},
        {"sender": "0123456789abcdef", "payload": {"intent": "greet", "entities": {"country": "{secret}"}}},
        {"sender": "0123456789abcdef", "payload": {"intent": "greet", "entities": {"colour": "SA"}}},
        {"sender": "0123456789abcdef", "payload": {"intent": "greet"}, "text": "hello"},
    ],
)
def test_what_is_not_in_the_contract_is_refused(server, body):
    reply = server.post("turn", body)
    assert (reply.status_code, reply.json()) == (400, {"error": "bad_request"})


def test_a_body_that_is_not_json_is_refused(server):
    headers = {"X-Dishari-Secret": SECRET}
    reply = requests.post(f"{server.url}/turn", data=b"{hello", headers=headers, timeout=5)
    assert (reply.status_code, reply.json()) == (400, {"error": "bad_request"})


def test_parse_finds_countries_and_money_and_stores_nothing(server):
    before = server.written()
    reply = server.post("parse", {"text": "/agent asks 5 lakh for Saudi Arabia"}).json()
    money, country = reply["entities"]
    assert (money["entity"], money["value"]) == ("money", {"amount": 500000, "currency": "BDT"})
    assert (country["entity"], country["value"]) == ("country", "SA")
    text = normalise("/agent asks 5 lakh for Saudi Arabia")
    assert text[money["start"] : money["end"]] == "5 lakh"
    assert text[country["start"] : country["end"]] == "saudi arabia"
    assert server.written() == before


def test_a_forgotten_conversation_starts_anew(server, sender):
    server.tell(sender, "name_country", country="SA")
    headers = {"X-Dishari-Secret": SECRET}
    assert (
        requests.delete(f"{server.url}/conversations/{sender}", headers=headers, timeout=5).status_code == 204
    )
    assert server.tell(sender, "help_contacts") == [{"card": "help"}]


def test_nothing_that_was_said_is_written_anywhere(server, sender):
    server.say(sender, SPOKEN)
    server.post("parse", {"text": SPOKEN})
    server.post("turn", {"sender": "x", "text": SPOKEN})
    requests.post(f"{server.url}/{SPOKEN}", json={"text": SPOKEN}, timeout=5)
    assert b"xylophone" not in server.written()


def test_it_listens_on_loopback_only(server):
    port = int(server.url.split(":")[2].split("/")[0])
    sockets = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    listening = {
        local for _, local, _, state, *_ in sockets if state == "0A" and local.endswith(f":{port:04X}")
    }
    assert listening == {f"0100007F:{port:04X}"}
    assert f":{port:04X} " not in Path("/proc/net/tcp6").read_text()


def test_a_conversation_survives_every_restart_and_the_end_is_clean(model, tmp_path):
    (tmp_path / "data").mkdir()
    told = {"country": "SA"}
    for stopping in (signal.SIGTERM, signal.SIGINT, signal.SIGTERM):
        running = start(model, tmp_path / "data", tmp_path / "log")
        try:
            cards = running.tell("0123456789abcdef", "help_contacts", **told)
            assert cards == [{"card": "help", "country": "SA"}]
            told = {}  # from now on it is remembered
        finally:
            running.process.send_signal(stopping)
            assert running.process.wait(timeout=20) == 0


def test_a_model_that_cannot_be_loaded_ends_it_with_one_sentence(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "broken.tar.gz").write_bytes(b"nothing")
    with pytest.raises(AssertionError, match="Rasa cannot start"):
        start(tmp_path / "broken.tar.gz", tmp_path / "data", tmp_path / "log")


def test_another_model_takes_over_and_no_turn_is_lost(server, model):
    models = server.data / "models"
    models.mkdir(exist_ok=True)
    shutil.copy(model, models / "other.tar.gz")
    with ThreadPoolExecutor(8) as people:
        turns = [people.submit(server.say, f"{number:032x}", "help number in italy") for number in range(60)]
        swapped = server.put("model", {"model": "other.tar.gz"})
        turns += [people.submit(server.say, f"{number:032x}", "help number in italy") for number in range(60)]
    assert swapped.status_code == 204
    assert [turn.result()[0]["card"] for turn in turns] == ["help"] * len(turns)
    assert server.get("ready").json() == {"ready": True, "model": "other.tar.gz"}


@pytest.mark.parametrize("name", ["../key", "/etc/hostname", "nothing.tar.gz", "", None, 7, ".."])
def test_only_a_model_of_the_models_folder_is_loaded(server, name):
    assert server.put("model", {"model": name}).status_code == 400
