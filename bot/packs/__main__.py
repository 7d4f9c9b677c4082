"""`python -m bot.packs`: reads packs for the process that asks on standard input (`apart.py`)."""

from bot.packs.apart import tell

if __name__ == "__main__":
    tell()
