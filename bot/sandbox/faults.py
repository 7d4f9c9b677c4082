"""Trouble on order: what the next calls of a method run into."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from bot.sandbox.refusals import Refusal, too_many_requests

KINDS: Final = ("retry_after", "error", "cut", "cut_after", "delay")
ANY: Final = "*"


class FaultError(ValueError):
    """A fault that makes no sense; the message says why."""


@dataclass(slots=True)
class Fault:
    """One kind of trouble, for the next `times` calls of `method` (`*`: any but getUpdates).

    `retry_after` refuses with 429 and `seconds`, `error` with `code` and `description`; `cut` drops the
    connection before the call is carried out, `cut_after` afterwards (the answer is lost, the message
    arrives); `delay` waits `seconds` first.
    """

    kind: str
    method: str = ANY
    times: int = 1
    seconds: float = 1
    code: int = 500
    description: str = "Internal Server Error"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise FaultError(f"kind must be one of {', '.join(KINDS)}")
        if self.times < 1 or self.seconds < 0 or not 400 <= self.code <= 599:
            raise FaultError("times must be at least 1, seconds at least 0, code between 400 and 599")

    def strikes(self, method: str) -> bool:
        """Whether this is the method it waits for."""
        if self.method == ANY:
            return method != "getUpdates"
        return self.method.lower() == method.lower()

    def refusal(self) -> Refusal | None:
        """The error the bot gets, if that is the kind of trouble it is."""
        if self.kind == "retry_after":
            return too_many_requests(max(1, int(self.seconds)))
        return Refusal(self.code, self.description) if self.kind == "error" else None

    def as_json(self) -> dict[str, Any]:
        """As the people's side shows it."""
        return asdict(self)


class Faults:
    """The trouble that still waits, first come first served."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(self, kind: str, method: str = ANY, **details: Any) -> Fault:
        """Order trouble; the names of the details are those of `Fault`."""
        fault = Fault(kind, method, **details)
        self.waiting.append(fault)
        return fault

    def take(self, method: str) -> Fault | None:
        """The fault this call runs into, used up by one."""
        fault = next((fault for fault in self.waiting if fault.strikes(method)), None)
        if fault is not None:
            fault.times -= 1
            if fault.times == 0:
                self.waiting.remove(fault)
        return fault

    def clear(self) -> None:
        """Call off everything that waits."""
        self.waiting.clear()
