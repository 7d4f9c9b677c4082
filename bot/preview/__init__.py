"""Shows every card as Telegram will show it, in all languages side by side, with its findings beside it."""

from bot.preview.export import export
from bot.preview.server import PreviewServer

__all__ = ["PreviewServer", "export"]
