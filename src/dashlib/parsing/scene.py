"""The country where an act of war happened whose own words name no place: that of the state to which it was done."""

from dashlib.codebook.gazetteer import gazetteer
from dashlib.codebook.tables import read_toml
from dashlib.types import Mention, PlaceMention, PlacePrecision, Role

__all__ = ["country_hit"]

_KINDS = frozenset(read_toml("placing.toml")["scene"]["kinds"])


def country_hit(mention: Mention) -> PlaceMention | None:
    """Give the country of the one state to which an act of war was done, standing where that state is named."""
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
