"""Weighs counts: a feature that stands in few lines says more than one that stands in most (tf-idf).

What was never seen has no weight but does have length, so a message that is mostly strange scores low
everywhere: that is how a question about the weather is told from one about visas.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

Weighed = tuple[np.ndarray, np.ndarray]


class Weighing:
    """tf-idf over blocks of counts (words, letters, sounds), each at most of length one.

    The last column of a block counts what was never seen; `strangeness` is how much one of those adds to the
    length, against the rarest feature that was seen. `weights`: how long each block may be, if not one.
    """

    def __init__(
        self, widths: Sequence[int], rarity: np.ndarray, strangeness: float, weights: Sequence[float] = ()
    ) -> None:
        self._widths = np.asarray(widths, dtype=np.int64)
        self._starts = np.cumsum(self._widths) - self._widths
        self._rarity = rarity
        self._weights = weights or [1.0] * len(self._widths)
        self._strange = strangeness * float(rarity.max(initial=0.0)) ** 2

    @classmethod
    def of(
        cls, stored: Mapping[str, np.ndarray], strangeness: float, weights: Sequence[float] = ()
    ) -> "Weighing":
        """The weighing whose `arrays` were stored."""
        return cls(stored["widths"].tolist(), stored["rarity"], strangeness, weights)

    def arrays(self) -> dict[str, np.ndarray]:
        """What `of` needs to make the same weighing again."""
        return {"widths": self._widths, "rarity": self._rarity}

    @classmethod
    def learnt(
        cls, examples: Sequence[Sequence[Any]], strangeness: float, weights: Sequence[float] = ()
    ) -> tuple["Weighing", sparse.csr_matrix]:
        """The weighing that fits `examples`, and the examples weighed, one a row."""
        widths = [block.shape[1] for block in examples[0]]
        rarities = []
        for counted, width in zip(_together(examples), widths, strict=True):
            seen = np.bincount(counted.columns, minlength=width)[:width]
            seen[-1] = 0  # what was never seen stands in no example
            rarities.append(np.where(seen, np.log((1 + len(examples)) / (1 + seen)) + 1, 0))
        found = cls(widths, np.concatenate(rarities).astype(np.float32), strangeness, weights)
        places, columns, values = found._weighed(examples)
        shape = (len(examples), sum(widths))
        return found, sparse.csr_matrix((values, (places, columns)), shape=shape)

    def weigh(self, blocks: Sequence[Any]) -> Weighed:
        """The features that a message has, and the weight of each."""
        _, columns, values = self._weighed([blocks])
        return columns, values

    def _weighed(self, examples: Sequence[Sequence[Any]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Of every feature in every example: the example's place, the feature, its weight."""
        parts = []
        every = zip(self._starts, self._widths, self._weights, _together(examples), strict=True)
        for start, width, share, (places, counted, times) in every:
            seen = counted < width - 1
            columns, rows = counted[seen] + start, places[seen]
            weights = (1 + np.log(times[seen])) * self._rarity[columns]
            strange = np.bincount(places[~seen], times[~seen], len(examples))
            length = np.sqrt(np.bincount(rows, weights**2, len(examples)) + self._strange * strange)
            length[length == 0] = 1.0
            parts.append((rows, columns, (share * weights / length[rows]).astype(np.float32)))
        places, columns, values = (np.concatenate(part) for part in zip(*parts, strict=True))
        return places, columns, values


class _Counted(NamedTuple):
    """One block of all examples."""

    places: np.ndarray  # of the example among them
    columns: np.ndarray
    times: np.ndarray


def _together(examples: Sequence[Sequence[Any]]) -> Iterator[_Counted]:
    for blocks in zip(*examples, strict=True):
        sizes = [block.nnz for block in blocks]
        yield _Counted(
            np.repeat(np.arange(len(blocks)), sizes),
            np.concatenate([block.col for block in blocks]),
            np.concatenate([block.data for block in blocks]),
        )
