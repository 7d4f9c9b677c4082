"""Repairs what is mechanical in a pack file, and nothing that would change what the file says."""

import difflib
from dataclasses import dataclass

from bot.editing.files import document
from bot.editing.invisible import shown
from bot.editing.meaning import same_meaning
from bot.editing.repairs import REPAIRS

_MOST_ROUNDS = 10  # two are enough: one repair may lay open another


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file before and after: what was repaired, and what was left because it would change the meaning."""

    name: str
    before: str
    after: str
    repairs: tuple[str, ...]
    left: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}: {', '.join(self.repairs)}"

    def diff(self) -> str:
        """A unified diff in which what nobody sees can be seen; of line ends only the summary tells."""
        before = [shown(line) for line in self.before.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
        after = [shown(line) for line in self.after.split("\n")]
        lines = difflib.unified_diff(before, after, self.name, f"{self.name} (repaired)", n=2, lineterm="")
        return "\n".join(lines)


def fix(text: str, name: str) -> Fixed:
    """The file `name` with every safe repair; Refused if it cannot be read even then."""
    after, done, left = text, dict[str, None](), dict[str, None]()
    for _ in range(_MOST_ROUNDS):
        before = after
        for words, repair in REPAIRS:
            repaired = repair(after, name)
            if repaired == after:
                continue
            if same_meaning(after, repaired, name):
                after = repaired
                done[words] = None
            else:
                left[words] = None
        if after == before:
            break
    document(after, name)
    return Fixed(name, text, after, tuple(done), tuple(one for one in left if one not in done))
