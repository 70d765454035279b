"""The weights of a mention's confidence, from `data/confidence.toml`."""

from collections.abc import Mapping

from dashlib.codebook.tables import read_toml

__all__ = ["BIAS", "WEIGHTS"]

_TABLE: Mapping[str, float] = read_toml("confidence.toml")["weights"]
BIAS: float = float(_TABLE["bias"])
WEIGHTS: Mapping[str, float] = {name: float(weight) for name, weight in _TABLE.items() if name != "bias"}
