"""Fits the weights of `codebook/data/confidence.toml` to labelled files, and prints them with the ten-fold reliability.

    python -m benchmarks.fit_confidence LABELLED.jsonl [LABELLED.jsonl …]

A line is an article as `dashlib evaluate --events` takes it. The model is a logistic regression with a ridge prior.
Articles are read with the judge and without, so that the weights hold both ways; folds are by article.
"""

import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from dashlib.cli.serving import demo_articles
from dashlib.evaluate.events import match
from dashlib.evaluate.records import from_row
from dashlib.evaluate.reliability import reliability
from dashlib.evaluate.rows import labelled_articles, labelled_rows
from dashlib.evaluate.within import labelled
from dashlib.parsing import pipeline
from dashlib.parsing.annotations import mentions
from dashlib.parsing.confidence import CUES, cues_of
from dashlib.settings import current

_RIDGE = 3.0
_FOLDS = 10
_NAMES = tuple(CUES)


def _examples(paths: list[Path], judge: str) -> Iterator[tuple[str, list[float], bool]]:
    """Yield article, cues and whether a labelled event matches, for each mention."""
    nlp = pipeline.load(current().model, judge=judge)
    for path in paths:
        rows = labelled_rows(path)
        docs = pipeline.annotate(nlp, list(labelled_articles(rows, demo_articles())))
        for row, doc in zip(rows, docs, strict=True):
            gold = tuple(map(from_row, row["events"]))
            found = mentions(doc)
            for mention in found:
                right = bool(match(gold, [labelled(doc, mention)]))
                cues = set(cues_of(doc, mention))
                yield row["id"], [float(name in cues) for name in _NAMES], right


def _fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Give bias and weights that are most likely under the prior."""
    full = np.column_stack([np.ones(len(x)), x])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = full @ w
        penalty = _RIDGE * np.r_[0.0, w[1:]]
        value = np.logaddexp(0, z).sum() - y @ z + 0.5 * penalty @ w
        return value, full.T @ (1 / (1 + np.exp(-z)) - y) + penalty

    return np.asarray(minimize(loss, np.zeros(full.shape[1]), jac=True).x)


def main(paths: list[Path]) -> None:
    """Fit and print."""
    rows = [e for judge in ("on", "off") for e in _examples(paths, judge)]
    articles = np.array([zlib.crc32(a.encode()) % _FOLDS for a, _, _ in rows])
    x, y = np.array([c for _, c, _ in rows]), np.array([float(r) for _, _, r in rows])
    stated = np.empty(len(y))
    for fold in range(_FOLDS):
        out = articles == fold
        w = _fit(x[~out], y[~out])
        stated[out] = 1 / (1 + np.exp(-(w[0] + x[out] @ w[1:])))
    curve = reliability(zip(stated.tolist(), (y > 0).tolist(), strict=True), bins=5)
    print(f"{len(y)} mentions, {y.mean():.2f} right; ten-fold: error {curve.error:.3f}, Brier {curve.brier:.3f}")
    for part in curve.bins:
        print(f"  {part.low:.1f}-{part.high:.1f}: {part.size:4}, stated {part.stated:.2f}, found {part.found:.2f}")
    w = _fit(x, y)
    print(f"bias = {w[0]:.2f}")
    for name, weight in zip(_NAMES, w[1:], strict=True):
        print(f'"{name}" = {weight:.2f}')


if __name__ == "__main__":
    main([Path(p) for p in sys.argv[1:]])
