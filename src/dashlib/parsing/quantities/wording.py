"""A quantity in words: "at least 10,000 soldiers", "10 km advance", "about 20% of territory"."""

from dashlib.codebook.measures import BARE, CARDINALS, CASUALTIES, CLASSES, VAGUE, VAGUE_TENS
from dashlib.types import Quantity

__all__ = ["in_words"]

_BEFORE = {"about": "about ", "at_least": "at least ", "at_most": "up to ", "over": "more than ", "under": "less than "}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_FATES = frozenset(CASUALTIES.values())
_UNITS = {"km": "km", "km2": "square km", "t": "tonnes"}


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3g}" if value < 1000 else f"{value:,.0f}"


def _sum(value: float) -> str:
    for size, name in _LARGE:
        if value >= size:
            return f"{value / size:.4g} {name}"
    return _number(value)


def _vague(quantity: Quantity) -> str:
    """Give the words of a vague count as the text has them ("tens of thousands"), or an empty string."""
    words = quantity.text.lower().split()
    for i, word in enumerate(words):
        if word in CARDINALS or word[:1].isdigit():
            return ""
        if word in VAGUE_TENS and words[i + 1 : i + 2] == ["of"] and words[i + 2 : i + 3] and words[i + 2] in VAGUE:
            return " ".join(words[i : i + 3])
        if word in VAGUE:
            return (
                " ".join(words[i : i + 2]) if words[i + 1 : i + 2] and words[i + 1] in {"hundred", "thousand"} else word
            )
    return ""


def _amount(quantity: Quantity) -> str:
    write = _sum if quantity.unit in _SIGNS or quantity.unit.isupper() or quantity.value >= 1e6 else _number
    low = write(quantity.value)
    return low if quantity.value_high is None else f"{low} to {write(quantity.value_high)}"


def _measured(quantity: Quantity, amount: str) -> str:
    if quantity.unit == "%":
        return f"{amount}% of {quantity.of}" if quantity.of else f"{amount}%"
    if quantity.unit in _UNITS:
        of = (
            ""
            if quantity.of in {"", "distance"}
            else f" {quantity.of}"
            if quantity.unit == "km"
            else f" of {quantity.of}"
        )
        return f"{amount} {_UNITS[quantity.unit]}{of}"
    if quantity.unit in _SIGNS:
        return " to ".join(f"{_SIGNS[quantity.unit]}{part}" for part in amount.split(" to "))
    return f"{quantity.unit} {amount}"


def in_words(quantity: Quantity) -> str:
    """Give a quantity in words for a table cell.

    >>> in_words(Quantity(0, 0, 0, 0, "", 10000.0, None, "people", "soldiers", "at_least"))
    'at least 10,000 soldiers'
    >>> in_words(Quantity(0, 0, 0, 0, "", 20.0, None, "%", "territory", "about"))
    'about 20% of territory'
    """
    counted = quantity.unit in {"people", "items"}
    vague = _vague(quantity) if counted else ""
    if vague:
        return f"{vague}{_joint(quantity, vague)}{_thing(quantity)}".strip()
    amount = _amount(quantity)
    what = f"{amount} {_thing(quantity)}" if counted else _measured(quantity, amount)
    return f"{_BEFORE.get(quantity.modifier, '')}{what}"


def _joint(quantity: Quantity, vague: str) -> str:
    after = quantity.text.lower().partition(vague)[2].lstrip()
    return " of " if after.startswith("of ") and _thing(quantity) not in _FATES else " "


def _thing(quantity: Quantity) -> str:
    """Give what is counted: the noun of the text before a fate ("soldiers killed"), else what the quantity names."""
    if quantity.of not in _FATES or quantity.unit != "people":
        return quantity.of
    noun = quantity.text.split()[-1] if quantity.text else ""
    people = CLASSES.get(noun.lower().removesuffix("s")) == "people" and noun.lower() not in BARE
    return f"{noun} {quantity.of}" if people else quantity.of
