"""What a check found in the packs, said so that an editor can act on it."""

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any, Literal

from bot.packs.names import FindingName

MOST_TOLD = 200  # times that one file has the same mistake; more would only bury the others
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: where it stands, what was seen there, what to do. Errors block, warnings do not."""

    file: str
    line: int
    name: FindingName
    seen: str
    todo: str
    severity: Severity = "error"

    def as_json(self) -> dict[str, Any]:
        """The finding for other programmes: its fields by name."""
        return asdict(self)

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else " (warning)"
        return f"{self.file}:{self.line}  [{self.name}]  {self.seen}{mark}\n    {self.todo}"


def worth_telling(findings: list[Finding]) -> list[Finding]:
    """The findings without the endless repetition of one mistake in one file."""
    told: Counter[tuple[str, str]] = Counter()
    kept = []
    for finding in findings:
        told[finding.file, finding.name] += 1
        if told[finding.file, finding.name] <= MOST_TOLD:
            kept.append(finding)
    return kept


class PacksError(Exception):
    """The packs cannot be served; `findings` says why, one by one."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__("\n".join(str(finding) for finding in findings))
