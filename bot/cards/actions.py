"""What a button does when it is tapped, and how that fits into Telegram's 64 bytes.

A button that *shows* carries the card reference. One that *tells* us something shows its card too, at once,
and then lets Rasa know, so that "and Malaysia?" makes sense afterwards. Both are plain text built from ids:
a button of an old message still works after a restart and a new release.
"""

from dataclasses import dataclass

from bot.cards.reference import CardReference, WrongReference, is_id

LIMIT = 64  # bytes of callback data; Telegram refuses the whole message beyond it
_SHORT = {
    "country": "c",
    "money": "m",
    "page": "p",
    "desk": "d",
    "who": "w",
    "meant": "o",
    "answers": "a",
    "short": "b",
}
_LONG = {short: long for long, short in _SHORT.items()}


@dataclass(frozen=True, slots=True)
class Show:
    """Show a card, from the packs alone."""

    reference: CardReference


@dataclass(frozen=True, slots=True)
class Turn:
    """Show another page of the card in its place: the rest of a list, its sources, and back."""

    reference: CardReference


@dataclass(frozen=True, slots=True)
class Tell:
    """Show the card and tell Rasa `intent` with its country and amount, as if the person had written it."""

    intent: str
    reference: CardReference


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    language: str


@dataclass(frozen=True, slots=True)
class Forget:
    """Delete what is kept about the person."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Copy a text to the clipboard; done by the app itself, never sent to us."""

    text: str


Action = Show | Turn | Tell | ChooseLanguage | Forget | Copy


def encode(action: Show | Turn | Tell | ChooseLanguage | Forget) -> str:
    """The callback data of `action`; raises ValueError beyond 64 bytes."""
    match action:
        case Show(reference):
            data = f"s:{_pack(reference)}"
        case Turn(reference):
            data = f"p:{_pack(reference)}"
        case Tell(intent, reference):
            # Most intents have the name of their card: said once, the longest names fit.
            said = "" if intent == reference.card else intent
            data = f"t:{said}:{_pack(reference)}"
        case ChooseLanguage(language):
            data = f"l:{language}"
        case Forget():
            data = "f:"
    if len(data.encode()) > LIMIT:
        raise ValueError(f"the button {data!r} does not fit {LIMIT} bytes")
    return data


def decode(data: str) -> Show | Turn | Tell | ChooseLanguage | Forget | None:
    """The action in `data`; None for anything that is not one of ours."""
    kind, _, rest = data.partition(":")
    try:
        match kind:
            case "s":
                return Show(_unpack(rest))
            case "p":
                return Turn(_unpack(rest))
            case "t":
                intent, _, packed = rest.partition(":")
                reference = _unpack(packed)
                return Tell(intent or reference.card, reference) if is_id(intent or reference.card) else None
            case "l":
                return ChooseLanguage(rest)
            case "f":
                return Forget()
    except WrongReference:
        return None
    return None


def _pack(reference: CardReference) -> str:
    values = reference.to_mapping()
    return ";".join([values.pop("card"), *(f"{_SHORT[key]}={value}" for key, value in values.items())])


def _unpack(data: str) -> CardReference:
    card, *pairs = data.split(";")
    values = {"card": card}
    for pair in pairs:
        short, _, value = pair.partition("=")
        if short not in _LONG:
            raise WrongReference("unknown key")
        values[_LONG[short]] = value
    return CardReference.from_mapping(values)
