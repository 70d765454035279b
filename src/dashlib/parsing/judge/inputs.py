"""What the judge's encoder is given: word pieces of sentences, and where triggers and actors stand among them.

Training and run time share this module, so that the model sees the same form in both.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

__all__ = ["LENGTH", "Batch", "Candidate", "make_batch"]

LENGTH = 96


class Candidate(NamedTuple):
    """A trigger of one sentence and the actors beside it, as characters [start, end) of the sentence."""

    trigger: tuple[int, int]
    actors: tuple[tuple[int, int], ...]


class Batch(NamedTuple):
    """Arrays by their names in the model: B sentences of T pieces, N triggers, P pairs of a trigger and an actor."""

    input_ids: npt.NDArray[np.int64]
    attention_mask: npt.NDArray[np.int64]
    row: npt.NDArray[np.int64]
    trigger: npt.NDArray[np.float32]
    pair: npt.NDArray[np.int64]
    actor: npt.NDArray[np.float32]


def _weights(offsets: Sequence[tuple[int, int]], span: tuple[int, int], width: int) -> npt.NDArray[np.float32]:
    """Give equal weights to the pieces that overlap a span; the sentence's first piece where it was cut off."""
    inside = [i for i, (s, e) in enumerate(offsets) if e > s and s < span[1] and e > span[0]] or [0]
    out = np.zeros(width, dtype=np.float32)
    out[inside] = 1 / len(inside)
    return out


def make_batch(tokenizer: Tokenizer, sentences: Sequence[str], candidates: Sequence[Sequence[Candidate]]) -> Batch:
    """Encode sentences and the candidates of each; the tokenizer must truncate at LENGTH and not pad."""
    encoded = tokenizer.encode_batch(list(sentences))
    width = max(len(e.ids) for e in encoded)
    ids = np.zeros((len(encoded), width), dtype=np.int64)
    mask = np.zeros_like(ids)
    row: list[int] = []
    pair: list[int] = []
    triggers: list[npt.NDArray[np.float32]] = []
    actors: list[npt.NDArray[np.float32]] = []
    for b, (encoding, here) in enumerate(zip(encoded, candidates, strict=True)):
        ids[b, : len(encoding.ids)] = encoding.ids
        mask[b, : len(encoding.ids)] = 1
        for candidate in here:
            for span in candidate.actors:
                pair.append(len(row))
                actors.append(_weights(encoding.offsets, span, width))
            row.append(b)
            triggers.append(_weights(encoding.offsets, candidate.trigger, width))
    empty = np.zeros((0, width), dtype=np.float32)
    return Batch(
        ids, mask, np.array(row, dtype=np.int64), np.stack(triggers) if triggers else empty,
        np.array(pair, dtype=np.int64), np.stack(actors) if actors else empty,
    )  # fmt: skip
