"""Number words, units, what is counted and which kinds of events it says something of, from `data/quantities.toml`."""

from collections.abc import Mapping

from dashlib.codebook.kinds import KINDS
from dashlib.codebook.tables import read_toml
from dashlib.errors import CodebookError

__all__ = [
    "ACTS",
    "BARE",
    "CARDINALS",
    "CASUALTIES",
    "CLASSES",
    "CURRENCY_NAMES",
    "CURRENCY_SIGNS",
    "ELSEWHERE",
    "FRACTIONS",
    "FRACTION_PARTS",
    "INTRANSITIVE",
    "LEAVING",
    "MODIFIERS",
    "MOVEMENTS",
    "MULTIPLIERS",
    "NOT_COUNTED",
    "PLURALS",
    "SILENT",
    "TOLLS",
    "UNITS",
    "VAGUE",
    "VAGUE_TENS",
    "fits",
    "rank",
]

_TABLE = read_toml("quantities.toml")
_NUMBERS = _TABLE["numbers"]

CARDINALS: Mapping[str, float] = _NUMBERS["cardinals"]
MULTIPLIERS: Mapping[str, float] = _NUMBERS["multipliers"]
VAGUE: Mapping[str, float] = _NUMBERS["vague"]
VAGUE_TENS: Mapping[str, float] = _NUMBERS["vague_tens"]
FRACTIONS: Mapping[str, float] = _NUMBERS["fractions"]
FRACTION_PARTS: Mapping[str, float] = _NUMBERS["fraction_parts"]
CURRENCY_SIGNS: Mapping[str, str] = _TABLE["currencies"]["signs"]
CURRENCY_NAMES: Mapping[str, str] = _TABLE["currencies"]["names"]
UNITS: Mapping[str, Mapping[str, float]] = {n: v for n, v in _TABLE["units"].items() if n != "source"}

MODIFIERS: Mapping[str, str] = {
    phrase: name
    for name in ("exact", "about", "at_least", "at_most", "over", "under")
    for phrase in _TABLE["modifiers"][name]
}
SILENT = frozenset(_TABLE["modifiers"]["silent"])

NOT_COUNTED: Mapping[str, frozenset[str]] = {n: frozenset(v) for n, v in _TABLE["not_counted"].items() if n != "source"}
ACTS = frozenset(_TABLE["casualties"]["acts"])
LEAVING = frozenset(_TABLE["casualties"]["leaving"])
ELSEWHERE = frozenset(_TABLE["elsewhere"]["words"])
BARE = frozenset(_TABLE["elsewhere"]["bare"])
TOLLS = frozenset(_TABLE["casualties"]["tolls"])
INTRANSITIVE = frozenset(_TABLE["casualties"]["intransitive"])
CASUALTIES: Mapping[str, str] = {
    word: name
    for name, row in _TABLE["casualties"].items()
    if name not in {"source", "intransitive", "tolls", "leaving", "acts"}
    for word in row
}
PLURALS: Mapping[str, str] = _TABLE["plurals"]["words"]
MOVEMENTS: Mapping[str, str] = _TABLE["movements"]["words"]
CLASSES: Mapping[str, str] = {
    **dict.fromkeys(_TABLE["people"]["nouns"], "people"),
    **{word: name for name, row in _TABLE["things"].items() if name != "source" for word in row},
}

_ATTACHMENT: Mapping[str, frozenset[str]] = {n: frozenset(v) for n, v in _TABLE["attachment"].items() if n != "source"}
_MAIN = _TABLE["main"]
for _name, _row in _ATTACHMENT.items():
    if _row - KINDS.keys():
        raise CodebookError(f"quantities.toml, [attachment] {_name}: {sorted(_row - KINDS.keys())} are no kinds")


def fits(group: str, kind: str) -> bool:
    """Whether a class of numbers ("killed", "money") says something of a kind of event."""
    return kind in _ATTACHMENT.get(group, frozenset())


def rank(group: str, kind: str) -> int:
    """Give the place of a class of numbers among those that an analyst would quote first for a kind."""
    order: list[str] = _MAIN[_MAIN["kinds"].get(kind, "default")]
    return order.index(group) if group in order else len(order)
