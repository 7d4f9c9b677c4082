"""Weighs counts: a feature that stands in few lines says more than one that stands in most (tf-idf).

What was never seen has no weight but does have length, so a message that is mostly strange scores low
everywhere: that is how a question about the weather is told from one about visas.
"""

from collections.abc import Mapping, Sequence
from typing import Any

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
        counting = cls(widths, np.ones(sum(widths), dtype=np.float32), strangeness)
        seen = np.zeros(sum(widths))
        for blocks in examples:
            seen[counting.weigh(blocks)[0]] += 1
        rarity = np.where(seen, np.log((1 + len(examples)) / (1 + seen)) + 1, 0)
        found = cls(widths, rarity.astype(np.float32), strangeness, weights)
        weighed = [found.weigh(blocks) for blocks in examples]
        ends = np.cumsum([0] + [len(rows) for rows, _ in weighed])
        rows, values = (np.concatenate(part) for part in zip(*weighed, strict=True))
        return found, sparse.csr_matrix((values, rows, ends), shape=(len(examples), sum(widths)))

    def weigh(self, blocks: Sequence[Any]) -> Weighed:
        """The features that a message has, and the weight of each."""
        rows, values = [], []
        every = zip(self._starts, self._widths, self._weights, blocks, strict=True)
        for start, width, share, block in every:
            seen = block.col < width - 1
            columns = block.col[seen] + start
            weights = (1 + np.log(block.data[seen])) * self._rarity[columns]
            length = np.sqrt(weights @ weights + self._strange * block.data[~seen].sum())
            rows.append(columns)
            values.append((share * weights / (length or 1.0)).astype(np.float32))
        return np.concatenate(rows), np.concatenate(values)
