"""How readings add up: the status so far, and what the next word outward makes of it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dashlib.codebook.statuses import Effect
from dashlib.types import Status

__all__ = ["Cue", "fold"]


class Cue(NamedTuple):
    """One step of the reading: the effect of a word and the reason in words."""

    effect: Effect
    why: str


_H, _O, _P, _M, _C, _D = (
    Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.POSSIBLE, Status.CANCELLED, Status.DENIED,
)  # fmt: skip
# What each effect makes of the status so far; a status that an effect does not name stays as it is.
_STEPS: Mapping[Effect, Mapping[Status, Status]] = {
    Effect.NEGATE: {_H: _C, _O: _C, _P: _C, _C: _H, _D: _H},
    Effect.DENY: dict.fromkeys(Status, _D),
    Effect.REBUT: dict.fromkeys(Status, _D),
    Effect.CANCEL: dict.fromkeys(Status, _C),
    Effect.POSSIBLE: {_H: _M, _O: _M, _P: _M, _C: _M},
    Effect.PLAN: {_H: _P, _O: _P},
    Effect.ONGOING: {_H: _O},
    Effect.DONE: {_P: _H, _M: _H},
    Effect.GIVEN: {_P: _H, _M: _H},
}


def fold(cues: Iterable[Cue]) -> Status:
    """Give the status that cues add up to, read from the event outward; without cues it happened.

    What is planned or possible stays so below a neutral word; a condition or a wish over a plan makes it possible; a
    denial outweighs everything below it.
    """
    status = Status.HAPPENED
    for cue in cues:
        status = _STEPS.get(cue.effect, {}).get(status, status)
    return status
