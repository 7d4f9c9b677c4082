"""Loads and checks the content packs. Who only shows them does without the checks and their libraries."""

from typing import TYPE_CHECKING, Any

from bot.packs.findings import Finding, PacksError
from bot.packs.packs import Packs, Words

if TYPE_CHECKING:
    from bot.packs.loading import check, draft, load_packs

__all__ = ["Finding", "Packs", "PacksError", "Words", "check", "draft", "load_packs"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from bot.packs import loading

    return getattr(loading, name)
