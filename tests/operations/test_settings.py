"""Settings: what is right is read, what is wrong is one sentence that never shows a secret."""

import stat
from pathlib import Path

import pytest

from bot.cli_settings import described
from bot.keys import DerivedKeys
from bot.settings import ROOT, TELEGRAM, Settings, SettingsError

TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz0123456"  # noqa: S105  nobody's
SECRET = "0123456789abcdef0123456789abcdef"  # noqa: S105  nobody's


def load(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return Settings.load(env_file=None)


def test_without_any_setting_it_is_a_rehearsal_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch)
    assert settings.rehearsal
    assert settings.own_sandbox
    assert settings.own_rasa
    assert settings.api_url == "http://127.0.0.1:8080"
    assert settings.rasa_address == "http://127.0.0.1:5005"
    assert settings.dishari_content == ROOT / "content"


def test_with_a_token_it_is_telegram(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN)
    assert settings.token == TOKEN
    assert settings.api_url == TELEGRAM
    assert not settings.own_sandbox


def test_the_rehearsal_token_has_telegrams_form_and_stays_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    first, again = load(monkeypatch).token, load(monkeypatch).token
    assert first == again
    assert load(monkeypatch, TELEGRAM_BOT_TOKEN=first).token == first


def test_an_empty_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(monkeypatch, TELEGRAM_BOT_TOKEN="", SANDBOX_PORT="").sandbox_port == 8080


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        pytest.param("TELEGRAM_BOT_TOKEN", "123456789:abc", "@BotFather", id="token-too-short"),
        pytest.param("TELEGRAM_BOT_TOKEN", "bot" + TOKEN, "@BotFather", id="token-with-bot-before-it"),
        pytest.param("TELEGRAM_BOT_TOKEN", TOKEN + "\n" + TOKEN, "@BotFather", id="two-tokens"),
        pytest.param("TELEGRAM_API_URL", "api.telegram.org", "http", id="address-without-scheme"),
        pytest.param("RASA_URL", "http://", "http", id="address-without-host"),
        pytest.param("RASA_URL", "http://[::1", "http", id="address-that-cannot-be-read"),
        pytest.param("SANDBOX_PORT", "80a", "80a", id="port-is-no-number"),
        pytest.param("SANDBOX_PORT", "\u09ee\u09e6", "whole number", id="port-in-bangla-digits"),
        pytest.param("RASA_PORT", "0", "1 to 65535", id="port-zero"),
        pytest.param("RASA_PORT", "65536", "1 to 65535", id="port-too-large"),
        pytest.param("DISHARI_SECRET", "short secret", "openssl", id="secret-too-short"),
        pytest.param("DISHARI_CONTENT", "/no/such/folder", "/no/such/folder", id="no-content"),
        pytest.param("DISHARI_DATA", __file__, "folder", id="data-is-a-file"),
    ],
)
def test_a_wrong_value_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
) -> None:
    with pytest.raises(SettingsError) as error:
        load(monkeypatch, **{name: value})
    sentence = str(error.value)
    assert sentence.startswith(f"{name} (from the environment) ")
    assert says in sentence
    assert "\n" not in sentence
    if "TOKEN" in name or "SECRET" in name:
        assert value not in sentence


def test_env_file_is_read_and_the_environment_goes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / ".env"
    file.write_text("SANDBOX_PORT=8181\nRASA_PORT=5105\nEDITOR=vi\n")
    monkeypatch.setenv("RASA_PORT", "5205")
    settings = Settings.load(env_file=file)
    assert (settings.sandbox_port, settings.rasa_port) == (8181, 5205)
    assert {row["name"]: row["from"] for row in described(settings, file)}["SANDBOX_PORT"] == ".env"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("TELEGRAM_TOKEN=1\n", "did you mean TELEGRAM_BOT_TOKEN?", id="near-a-name"),
        pytest.param("DISHARI_XYZZY_PLUGH=1\n", "script/dishari settings", id="far-from-any-name"),
        pytest.param("SANDBOX_PORT=abc\n", "SANDBOX_PORT (from .env)", id="wrong-value"),
    ],
)
def test_a_wrong_line_in_env_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / ".env"
    file.write_text(text)
    with pytest.raises(SettingsError) as error:
        Settings.load(env_file=file)
    assert says in str(error.value)


def test_an_env_file_that_is_not_text_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes(b"SANDBOX_PORT=\xff\xfe")
    with pytest.raises(SettingsError, match="UTF-8"):
        Settings.load(env_file=file)


def test_secrets_are_neither_listed_nor_in_any_text_form(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN, DISHARI_SECRET=SECRET)
    shown = f"{described(settings)} {settings!r} {settings} {settings.keys!r} {settings.model_dump_json()}"
    assert TOKEN not in shown
    assert SECRET not in shown


def test_every_setting_says_what_it_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = described(load(monkeypatch))
    assert [row["name"] for row in rows if not row["for"]] == []


def test_the_secret_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    settings = Settings.load(env_file=None)
    secret = settings.keys.secret
    file = settings.dishari_data / "secret"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text().strip() == secret
    assert Settings.load(env_file=None).keys.secret == secret
    assert [path.name for path in settings.dishari_data.iterdir()] == ["secret"]


def test_reading_settings_alone_makes_no_secret() -> None:
    settings = Settings.load(env_file=None)
    described(settings)
    assert not settings.dishari_data.exists()


def test_a_secret_that_others_can_read_is_refused() -> None:
    settings = Settings.load(env_file=None)
    assert settings.keys
    (settings.dishari_data / "secret").chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        assert Settings.load(env_file=None).keys


def test_a_secret_file_that_holds_no_secret_is_refused() -> None:
    settings = Settings.load(env_file=None)
    assert settings.keys
    (settings.dishari_data / "secret").write_text("\n")
    with pytest.raises(SettingsError, match="0 characters"):
        assert Settings.load(env_file=None).keys


def test_a_data_folder_that_cannot_be_made_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, DISHARI_DATA="/dev/null/var")
    with pytest.raises(SettingsError, match="cannot be used"):
        assert settings.keys


def test_each_use_has_its_own_key() -> None:
    keys = DerivedKeys(SECRET)
    several = [keys.rasa_secret, keys.tracker_key, keys.memory_key, keys.person_key.hex(), keys.sandbox_token]
    assert len(set(several)) == len(several)
    assert DerivedKeys(SECRET + "x").rasa_secret != keys.rasa_secret
