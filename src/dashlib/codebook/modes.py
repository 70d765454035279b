"""PLOVER type and mode, CAMEO and ACLED codes of a kind in one of its modes, from one table."""

from typing import NamedTuple

from dashlib.codebook.kinds import kind
from dashlib.codebook.tables import read_csv
from dashlib.errors import CodebookError

__all__ = ["MODES", "codes"]


class _Codes(NamedTuple):
    cameo: str
    acled: str


def _load() -> dict[tuple[str, str], _Codes]:
    rows = read_csv("modes.csv", ("kind", "cameo", "source"))
    return {(kind(r["kind"]).name, r["mode"]): _Codes(r["cameo"], r["acled"]) for r in rows}


_TABLE = _load()
MODES: frozenset[tuple[str, str]] = frozenset(_TABLE)


def codes(name: str, mode: str = "") -> dict[str, str]:
    """Give `plover_type`, `plover_mode`, `cameo` and `acled` of a kind; an empty mode is the kind's own.

    Raises CodebookError for a mode that modes.csv does not list for the kind.
    """
    known = kind(name)
    chosen = mode or known.plover_mode
    found = _TABLE.get((name, chosen), None if mode else _Codes(known.cameo, known.acled))
    if found is None:
        raise CodebookError(f"{name} has no mode {mode!r}; add it to codebook/data/modes.csv")
    return {
        "plover_type": known.plover_type,
        "plover_mode": chosen.removesuffix("-nonstate"),
        "cameo": found.cameo,
        "acled": found.acled,
    }
