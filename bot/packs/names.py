"""The name of every finding; docs/editing/findings.md explains each, tests/broken_packs/ shows each."""

from typing import Literal

FindingName = Literal[
    # the file
    "missing",
    "empty",
    "not-utf8",
    "not-yaml",
    "too-large",
    "unread-file",
    "not-written",
    # YAML
    "tab",
    "colon",
    "missing-colon",
    "missing-quote",
    "indent",
    "special-sign",
    "duplicate-key",
    "cut-by-hash",
    "invisible-character",
    "not-nfc",
    # keys and values
    "unknown-key",
    "unknown-value",
    "wrong-value",
    "not-a-map",
    "not-a-list",
    "not-a-text",
    "too-long",
    "too-many",
    # ids
    "unknown-id",
    "id-clash",
    "id-too-long",
    "obsolete",
    "unreachable-topic",
    "unreachable-result",
    "no-result",
    # help desks, fees, sources
    "phone-digits",
    "phone-format",
    "no-dial-from",
    "toll-free-abroad",
    "nobody-to-call",
    "no-source",
    "not-a-link",
    "future-date",
    "due",
    "expired",
    "outside-validity",
    # words
    "wrong-script",
    "same-words",
    "placeholder",
    "markup",
    "curly-quotes",
    "label-too-long",
    "long-sentence",
    "quiz-limits",
    "card-too-long",
    # one language against the other
    "different-number",
    "outdated",
    # what people type
    "same-question",
    "few-questions",
    "urgent-question",
]
