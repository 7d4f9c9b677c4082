"""Learns the linear layer: one line per intent against the rest, then how sure it may be of itself."""

import warnings
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.svm import LinearSVC

HELD_OUT = 4  # every so manieth group of lines is left out to find out how sure to be
PASSES = 4  # over all lines; until nothing changes any more takes twice as long and understands no more
SHARPNESS = np.geomspace(0.5, 20.0, 60)


@dataclass(frozen=True, slots=True)
class Learnt:
    """`scores = features @ weights + bias`; confidences are the softmax of `sharpness * scores`."""

    intents: list[str]
    weights: np.ndarray
    bias: np.ndarray
    sharpness: float


def learn(
    features: sparse.csr_matrix,
    intents: Sequence[str],
    groups: Sequence[str],
    regularisation: float,
    seed: int,
) -> Learnt:
    """Learns; lines of one group (copies of each other in another script) never vouch for each other."""
    labels = np.asarray(intents)
    held_out = _held_out(groups)
    known = held_out & np.isin(labels, labels[~held_out])
    part = (features[~held_out], labels[~held_out], features[known], regularisation, seed)
    # In a process of its own: two threads would draw from one row of random numbers, and nobody could make
    # the same model twice.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        judging = beside.submit(_judged, *part)
        learner = _learnt(features, labels, regularisation, seed)
        classes, scores = judging.result()
    right = np.searchsorted(classes, labels[known])
    return Learnt(
        [str(intent) for intent in learner.classes_],
        np.ascontiguousarray(learner.coef_.T, dtype=np.float32),
        learner.intercept_.astype(np.float32),
        _sharpness(scores, right) if known.any() else 1.0,
    )


def _judged(
    features: sparse.csr_matrix,
    labels: np.ndarray,
    asked: sparse.csr_matrix,
    regularisation: float,
    seed: int,
) -> tuple[np.ndarray, np.ndarray]:
    """The intents, and how one that learnt of `features` scores those `asked`."""
    judge = _learnt(features, labels, regularisation, seed)
    return judge.classes_, judge.decision_function(asked) if asked.shape[0] else np.zeros((0, 0))


def confidences(scores: np.ndarray, sharpness: float) -> np.ndarray:
    """Scores, one row a message, as probabilities."""
    exponents = np.exp(sharpness * (scores - scores.max(axis=-1, keepdims=True)))
    return exponents / exponents.sum(axis=-1, keepdims=True)


def _learnt(features: sparse.csr_matrix, labels: np.ndarray, regularisation: float, seed: int) -> LinearSVC:
    # Balanced: an urgent situation with few lines weighs as much as a topic with many.
    learner = LinearSVC(C=regularisation, class_weight="balanced", random_state=seed, max_iter=PASSES)
    with warnings.catch_warnings(action="ignore", category=ConvergenceWarning):  # it is stopped on purpose
        return learner.fit(features, labels)


def _held_out(groups: Sequence[str]) -> np.ndarray:
    order = {group: place for place, group in enumerate(dict.fromkeys(groups))}
    return np.asarray([order[group] % HELD_OUT == 0 for group in groups])


def _sharpness(scores: np.ndarray, right: np.ndarray) -> float:
    """The factor under which confidences are honest: of the messages at 0.8, eight in ten are right."""
    rows = np.arange(len(right))
    surprise = [-np.log(confidences(scores, factor)[rows, right] + 1e-12).mean() for factor in SHARPNESS]
    return float(SHARPNESS[int(np.argmin(surprise))])
