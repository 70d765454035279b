"""The 29 kinds of events, their codes in PLOVER, CAMEO and ACLED, and how they are drawn."""

from collections.abc import Mapping
from typing import NamedTuple

from dashlib.codebook.tables import read_toml
from dashlib.errors import CodebookError

__all__ = ["FAMILIES", "KINDS", "VERBAL_CONFLICT", "Family", "Kind", "kind"]


class Family(NamedTuple):
    """One of the four families and its colour on light and dark ground."""

    name: str
    light: str
    dark: str


class Kind(NamedTuple):
    """A kind of event. `quad` is PLOVER's quad class; `relation` is `equal` or `directed`; `mark` a text glyph.

    `symbol` is the plotly marker; `plural` is how a sentence names several ("calls").
    """

    name: str
    family: str
    label: str
    plural: str
    mark: str
    symbol: str
    plover_type: str
    plover_mode: str
    cameo: str
    acled: str
    quad: int
    relation: str
    what: str


_TABLE = read_toml("kinds.toml")
FAMILIES: Mapping[str, Family] = {n: Family(name=n, **row) for n, row in _TABLE["families"].items()}
KINDS: Mapping[str, Kind] = {
    n: Kind(name=n, **{k: v for k, v in row.items() if k != "source"}) for n, row in _TABLE["kinds"].items()
}
VERBAL_CONFLICT = frozenset(n for n, k in KINDS.items() if k.quad == 3)


def kind(name: str) -> Kind:
    """Give a kind by name; raises CodebookError for a name that the codebook lacks."""
    try:
        return KINDS[name]
    except KeyError as e:
        raise CodebookError(f"{name!r} is no kind of event; use one of {', '.join(KINDS)}") from e
