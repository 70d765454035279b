"""What an event is called, in plain words: "Call between Vladimir Putin and Kim Jong Un", "Russian strike on Odesa"."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from string import Formatter
from typing import Any

from dashlib.codebook.kinds import kind
from dashlib.codebook.tables import read_csv, read_toml
from dashlib.merging.actors import is_person

__all__ = ["joined", "title"]

_MOST = 3
_TOWN = frozenset({"point", "settlement", "district"})


@lru_cache(maxsize=1)
def _adjectives() -> Mapping[str, str]:
    rows = read_csv("states.csv", ("name",))
    return {r["name"]: r["adjectives"].split(";")[0] for r in rows if r["adjectives"]}


@lru_cache(maxsize=1)
def _forms() -> tuple[Mapping[str, str], Mapping[str, list[tuple[str, frozenset[str]]]]]:
    table = read_toml("titles.toml")
    fields = {
        kind(k).name: [(form, frozenset(n for _, n, _, _ in Formatter().parse(form) if n)) for form in forms]
        for k, forms in table["forms"].items()
    }
    return table["status"], fields


def joined(names: Sequence[str]) -> str:
    """Join names as people do; more than three end in "and others".

    >>> joined(["A", "B", "C", "D", "E"])
    'A, B, C and others'
    """
    shown = list(names[:_MOST]) + (["others"] if len(names) > _MOST else [])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def _adjective(name: str, codes: Mapping[str, str]) -> str:
    """Give the adjective of a state or of its army, a person's name in the possessive, any other name as it is."""
    state = name.removeprefix("Armed Forces of ").removeprefix("the ")
    if state in _adjectives():
        return _adjectives()[state]
    return f"{name}'s" if is_person(name, codes.get(name, "")) else name


def _fields(event: Mapping[str, Any]) -> dict[str, str]:
    initiators, recipients, participants = event["initiators"], event["recipients"], event["participants"]
    everyone = list(dict.fromkeys([*participants, *initiators, *recipients]))
    codes = dict(zip(event["actors"], event["actor_codes"], strict=False))
    place, town = event["place"], event["place_precision"] in _TOWN
    found = {
        "parties": joined(everyone) if len(everyone) > 1 else "",
        "party": everyone[0] if len(everyone) == 1 else "",
        "doer": joined(initiators or (participants[:1] if not recipients else [])),
        "adj": joined(list(dict.fromkeys(_adjective(n, codes) for n in initiators))),
        "to": joined(recipients),
        "place": place,
        "town": place if town else "",
    }
    return {k: v for k, v in found.items() if v}


def title(event: Mapping[str, Any]) -> str:
    """Give the title of an event row (kind, status, actors by role, place): the fullest form whose parts are known."""
    status, forms = _forms()
    known = _fields(event)
    form = next(form for form, fields in forms[event["kind"]] if fields <= known.keys())
    words = form.format(**known).replace("the the ", "the ")
    before = status.get(event["status"], "")
    out = f"{before} {words}" if before else words
    return out[:1].upper() + out[1:]
