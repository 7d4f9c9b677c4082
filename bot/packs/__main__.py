"""`python -m bot.packs FOLDER [check]`: the packs in FOLDER, or only whether they are good, to standard output."""

import sys
from pathlib import Path

from bot.packs.apart import tell

if __name__ == "__main__":
    tell(Path(sys.argv[1]), *sys.argv[2:])
