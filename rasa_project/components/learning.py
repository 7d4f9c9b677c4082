"""Learns the linear layer: one line per intent against the rest, then how sure it may be of itself."""

import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

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
    with (
        warnings.catch_warnings(action="ignore", category=ConvergenceWarning),  # stopped on purpose
        ThreadPoolExecutor(2) as both,  # the learner works outside of Python's lock
    ):
        whole = both.submit(_learner(regularisation, seed).fit, features, labels)
        part = both.submit(_learner(regularisation, seed).fit, features[~held_out], labels[~held_out])
    learner, judge = whole.result(), part.result()
    known = held_out & np.isin(labels, judge.classes_)
    right = np.searchsorted(judge.classes_, labels[known])
    return Learnt(
        [str(intent) for intent in learner.classes_],
        np.ascontiguousarray(learner.coef_.T, dtype=np.float32),
        learner.intercept_.astype(np.float32),
        _sharpness(judge.decision_function(features[known]), right) if known.any() else 1.0,
    )


def confidences(scores: np.ndarray, sharpness: float) -> np.ndarray:
    """Scores, one row a message, as probabilities."""
    exponents = np.exp(sharpness * (scores - scores.max(axis=-1, keepdims=True)))
    return exponents / exponents.sum(axis=-1, keepdims=True)


def _learner(regularisation: float, seed: int) -> LinearSVC:
    # Balanced: an urgent situation with few lines weighs as much as a topic with many.
    return LinearSVC(C=regularisation, class_weight="balanced", random_state=seed, max_iter=PASSES)


def _held_out(groups: Sequence[str]) -> np.ndarray:
    order = {group: place for place, group in enumerate(dict.fromkeys(groups))}
    return np.asarray([order[group] % HELD_OUT == 0 for group in groups])


def _sharpness(scores: np.ndarray, right: np.ndarray) -> float:
    """The factor under which confidences are honest: of the messages at 0.8, eight in ten are right."""
    rows = np.arange(len(right))
    surprise = [-np.log(confidences(scores, factor)[rows, right] + 1e-12).mean() for factor in SHARPNESS]
    return float(SHARPNESS[int(np.argmin(surprise))])
