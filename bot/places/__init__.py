"""Which country a place on the map lies in, found from a file of shapes and from nothing else."""

from bot.places.shapes import countries_at

__all__ = ["countries_at"]
