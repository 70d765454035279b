"""How much the judge's verdict counts beside the rules: the numbers of `codebook/data/judge.toml`."""

from typing import NamedTuple

from dashlib.codebook.tables import read_toml

__all__ = ["Weights", "weights"]


class Weights(NamedTuple):
    """Chances from which on, or below which, the judge decides; the table says what each is for."""

    proposes_event: float
    proposes_kind: float
    alone_event: float
    alone_kind: float
    drops: float
    changes_kind: float
    fills_role: float
    fills_side: float
    changes_status: float


_TABLE = read_toml("judge.toml")
_WEIGHTS = Weights(*(float(_TABLE[name]) for name in Weights._fields))


def weights() -> Weights:
    """Give the weights."""
    return _WEIGHTS
