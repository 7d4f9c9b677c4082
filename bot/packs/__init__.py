"""Loads and checks the content packs."""

from bot.packs.findings import Finding, PacksError
from bot.packs.loading import check, draft, load_packs
from bot.packs.packs import Packs, Words

__all__ = ["Finding", "Packs", "PacksError", "Words", "check", "draft", "load_packs"]
