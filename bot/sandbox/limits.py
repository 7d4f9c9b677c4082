"""Telegram's own numbers, in one place, each with the unit it is counted in."""

from typing import Final

MESSAGE_CHARACTERS: Final = 4096  # after the markup is parsed
CAPTION_CHARACTERS: Final = 1024
TEXT_BYTES: Final = 35_000  # the server cuts longer texts before it counts characters
ENTITIES: Final = 100

CALLBACK_DATA_BYTES: Final = 64
COPY_TEXT_CHARACTERS: Final = 256
INLINE_BUTTONS: Final = 100
REPLY_BUTTONS: Final = 300
MARKUP_BYTES: Final = 10_000  # undocumented; github.com/tginfo/Telegram-Limits/issues/187
ANSWER_CHARACTERS: Final = 200

COMMANDS: Final = 100
COMMAND_CHARACTERS: Final = 32
COMMAND_DESCRIPTION_CHARACTERS: Final = 256
NAME_CHARACTERS: Final = 64
DESCRIPTION_CHARACTERS: Final = 512
SHORT_DESCRIPTION_CHARACTERS: Final = 120

DELETE_IDS: Final = 100
DELETE_SECONDS: Final = 48 * 3600

UPDATES_A_POLL: Final = 100
LONG_POLL_SECONDS: Final = 50
MESSAGE_UPDATE_SECONDS: Final = 24 * 3600
CALLBACK_UPDATE_SECONDS: Final = 150
CALLBACK_ANSWER_SECONDS: Final = (
    150  # Telegram publishes no number; an update must at least outlive its queue
)
REPEATED_POLL_SECONDS: Final = 0.5  # the same offset again this soon gets one update only
BUSY_POLL_SECONDS: Final = 3.0  # the same offset again this soon has to wait at least this long
CONFLICT_SECONDS: Final = 3.0  # a second 409 this soon is held back, so that two pollers don't spin

CHAT_ACTION_SECONDS: Final = 5
UPLOAD_BYTES: Final = 50 * 1024 * 1024
