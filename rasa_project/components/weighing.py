"""Weighs counts: a feature that stands in few lines says more than one that stands in most (tf-idf)."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy import sparse


class Weighing:
    """tf-idf over blocks of counts (words, letters, sounds), each block of length one."""

    def __init__(self, widths: Sequence[int] = (), rarity: np.ndarray | None = None) -> None:
        self._widths = np.asarray(widths, dtype=np.int64)
        self._starts = np.cumsum(self._widths) - self._widths
        self._rarity = np.ones(int(self._widths.sum()), np.float32) if rarity is None else rarity

    @classmethod
    def of(cls, stored: Mapping[str, np.ndarray]) -> "Weighing":
        """The weighing whose `arrays` were stored."""
        return cls(stored["widths"].tolist(), stored["rarity"])

    def arrays(self) -> dict[str, np.ndarray]:
        """What `of` needs to make the same weighing again."""
        return {"widths": self._widths, "rarity": self._rarity}

    @classmethod
    def learnt(cls, examples: Sequence[Sequence[Any]]) -> tuple["Weighing", sparse.csr_matrix]:
        """The weighing that fits `examples`, and the examples weighed, one a row."""
        widths = [block.shape[1] for block in examples[0]]
        seen = np.zeros(sum(widths))
        counting = cls(widths)
        for blocks in examples:
            seen[counting.weigh(blocks)[0]] += 1
        rarity = np.log((1 + len(examples)) / (1 + seen)) + 1
        found = cls(widths, rarity.astype(np.float32))
        weighed = [found.weigh(blocks) for blocks in examples]
        ends = np.cumsum([0] + [len(rows) for rows, _ in weighed])
        rows, values = (np.concatenate(part) for part in zip(*weighed, strict=True))
        return found, sparse.csr_matrix((values, rows, ends), shape=(len(examples), sum(widths)))

    def weigh(self, blocks: Sequence[Any]) -> tuple[np.ndarray, np.ndarray]:
        """The features that a message has, and the weight of each."""
        rows, values = [], []
        for start, block in zip(self._starts, blocks, strict=True):
            columns = block.col + start
            weights = (1 + np.log(block.data)) * self._rarity[columns]
            length = np.sqrt(weights @ weights)
            rows.append(columns)
            values.append((weights / length if length else weights).astype(np.float32))
        return np.concatenate(rows), np.concatenate(values)
