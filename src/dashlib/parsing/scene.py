"""Where an event happened whose own words name no place: in the state to which it was done, or where its like did."""

from collections.abc import Sequence

from spacy.tokens import Doc

from dashlib.codebook import KINDS
from dashlib.codebook.gazetteer import gazetteer
from dashlib.codebook.tables import read_toml
from dashlib.types import Interval, Mention, PlaceMention, PlacePrecision, Role

__all__ = ["country_hit", "shared_scene"]

_TABLE = read_toml("placing.toml")
_KINDS = frozenset(_TABLE["scene"]["kinds"])
_NOWHERE = frozenset(_TABLE["groups"]["speech"]["kinds"]) | frozenset(_TABLE["groups"]["nowhere"]["kinds"])


def country_hit(mention: Mention) -> PlaceMention | None:
    """Give the country of the one state to which an act of war, or a visit, was done, standing where that state is named."""
    hit = [a.mention for a in mention.arguments if a.role is Role.RECIPIENT and a.mention.actor.type == "state"]
    if mention.kind not in _KINDS or len({m.actor.country for m in hit}) != 1:
        return None
    state = hit[0]
    found = (n.place for n in gazetteer().named(state.actor.name) if n.place.precision is PlacePrecision.COUNTRY)
    place = next((p for p in found if p.country == state.actor.country), None)
    if place is None:
        return None
    return PlaceMention(
        state.start, state.end, state.first, state.last, state.text, place.place_id, place.name, place.latitude,
        place.longitude, place.country, place.admin1, place.precision, 1.0,
    )  # fmt: skip


def shared_scene(doc: Doc, mention: Mention, told: Sequence[Mention]) -> PlaceMention | None:
    """Give the place of the nearest other mention with which an unplaced one shares its scene.

    That is one of the same family and status in its sentence, else one of the same kind and an actor in common anywhere
    in the text; their days must not exclude each other. Words, calls and sanctions happen nowhere.
    """
    if mention.kind in _NOWHERE:
        return None
    others = [
        o
        for o in told
        if o.place is not None
        and o.place.precision is not PlacePrecision.COUNTRY
        and o.kind not in _NOWHERE
        and _may_meet(mention.interval, o.interval)
    ]
    here = [o for o in others if doc[o.head].sent == doc[mention.head].sent and _alike(o, mention)]
    names = {a.mention.actor.name for a in mention.arguments}
    same = [
        o for o in others if o.kind == mention.kind and not names.isdisjoint(a.mention.actor.name for a in o.arguments)
    ]
    found = here or same
    return min(found, key=lambda o: abs(o.head - mention.head)).place if found else None


def _alike(one: Mention, other: Mention) -> bool:
    return KINDS[one.kind].family == KINDS[other.kind].family and one.status is other.status


def _may_meet(one: Interval, other: Interval) -> bool:
    """Whether two intervals may share a day; an open end reaches as far as need be."""
    starts = [i.start for i in (one, other) if i.start is not None]
    ends = [i.end for i in (one, other) if i.end is not None]
    return not starts or not ends or max(starts) <= min(ends)
