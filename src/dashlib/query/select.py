"""Applies Filters to the frames: one mask a field, so that the counts behind each choice can leave its own out."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.codebook import KINDS
from dashlib.codebook.countries import country_name
from dashlib.query.extent import extent, in_order
from dashlib.query.filters import ActorMode, Filters
from dashlib.schema import Frames

__all__ = ["Mask", "masks", "select", "select_events"]

Mask = npt.NDArray[np.bool_]
_CHECKED = frozenset({"confirmed", "edited"})
_TERMS = re.compile(r'"([^"]+)"|(\S+)')


def _all(events: pd.DataFrame) -> Mask:
    return np.ones(len(events), dtype=bool)


def _dates(frames: Frames, filters: Filters) -> Mask:
    first, last = extent(frames.events)
    mask: Mask = first <= last
    if filters.since:
        mask &= last >= filters.since.toordinal()
    if filters.until:
        mask &= first <= filters.until.toordinal()
    return mask


def _sharing(lists: Iterable[list[str]], wanted: tuple[str, ...], *, least: int = 1) -> Mask:
    names = set(wanted)
    if least == 1:
        return np.array([not names.isdisjoint(names_of) for names_of in lists], dtype=bool)
    return np.array([len(names.intersection(names_of)) >= least for names_of in lists], dtype=bool)


def _actors(frames: Frames, filters: Filters) -> Mask:
    least = {ActorMode.ANY: 1, ActorMode.ALL: len(filters.actors), ActorMode.PAIR: min(2, len(filters.actors))}
    return _sharing(frames.events["actors"], filters.actors, least=least[filters.actor_mode])


def _families(frames: Frames, filters: Filters) -> Mask:
    kinds = [k for k, kind in KINDS.items() if kind.family in filters.families]
    return frames.events["kind"].isin(kinds).to_numpy()


def _places(frames: Frames, filters: Filters) -> Mask:
    events, wanted = frames.events, filters.places
    countries = [c for c in events["country"].unique() if c in wanted or country_name(c) in wanted]
    named = events["place"].isin(wanted) | events["admin1"].isin(wanted) | events["country"].isin(countries)
    return named.to_numpy()


def _reviewed(frames: Frames, filters: Filters) -> Mask:
    if filters.reviewed:
        return frames.events["review"].isin(filters.reviewed).to_numpy()
    return (frames.events["review"] != "rejected").to_numpy()


def _confidence(frames: Frames, filters: Filters) -> Mask:
    """Take what is sure enough; what an analyst has looked at and kept is."""
    sure = frames.events["confidence"] >= filters.min_confidence
    return (sure | frames.events["review"].isin(_CHECKED)).to_numpy()


def _containing(texts: pd.Series, term: str) -> pd.Series:
    return texts.str.contains(term, case=False, regex=False)


def _words(frames: Frames, filters: Filters) -> Mask:
    events, mentions, mask = frames.events, frames.mentions, _all(frames.events)
    for phrase, word in _TERMS.findall(filters.words):
        term = phrase or word
        quoting = set(mentions.loc[_containing(mentions["quote"], term), "event_id"])
        found = _containing(events["title"], term) | _containing(events["quote"], term)
        mask &= (found | events["event_id"].isin(quoting)).to_numpy()
    return mask


def _isin(column: str, field: str) -> Callable[[Frames, Filters], Mask]:
    def mask(frames: Frames, filters: Filters) -> Mask:
        return frames.events[column].isin(getattr(filters, field)).to_numpy()

    return mask


_MASKS: Mapping[str, Callable[[Frames, Filters], Mask]] = {
    "dates": _dates,
    "actors": _actors,
    "initiators": lambda frames, filters: _sharing(frames.events["initiators"], filters.initiators),
    "recipients": lambda frames, filters: _sharing(frames.events["recipients"], filters.recipients),
    "families": _families,
    "kinds": _isin("kind", "kinds"),
    "statuses": _isin("status", "statuses"),
    "places": _places,
    "sources": lambda frames, filters: _sharing(frames.events["sources"], filters.sources),
    "min_sources": lambda frames, filters: (frames.events["independent_sources"] >= filters.min_sources).to_numpy(),
    "min_confidence": _confidence,
    "reviewed": _reviewed,
    "words": _words,
}


def _restricts(name: str, filters: Filters) -> bool:
    if name == "dates":
        return bool(filters.since or filters.until)
    if name == "min_sources":
        return filters.min_sources > 1
    return name == "reviewed" or bool(getattr(filters, name))


def masks(frames: Frames, filters: Filters) -> dict[str, Mask]:
    """Give one mask over the events for each field that restricts."""
    return {name: mask(frames, filters) for name, mask in _MASKS.items() if _restricts(name, filters)}


def select_events(frames: Frames, filters: Filters) -> pd.DataFrame:
    """Give the events that all fields let through, the latest first."""
    mask = _all(frames.events)
    for part in masks(frames, filters).values():
        mask &= part
    return in_order(frames.events[mask])


def select(frames: Frames, filters: Filters) -> Frames:
    """Give Frames with the events that match, the latest first, and what belongs to them; problems are all kept.

    So are all articles while nothing is asked for but what is shown by itself.
    """
    events = select_events(frames, filters)
    if len(events) == len(frames.events):
        return replace(frames, events=events)
    mentions = frames.mentions[frames.mentions["event_id"].isin(events["event_id"])]
    roles = _of(frames.roles, mentions, "mention_id")
    return Frames(
        articles=_of(frames.articles, mentions, "article_id") if filters.active else frames.articles,
        mentions=mentions,
        spans=_of(frames.spans, mentions, "mention_id"),
        roles=roles,
        quantities=_of(frames.quantities, mentions, "mention_id"),
        actors=_of(frames.actors, roles, "actor_id"),
        events=events,
        status_history=_of(frames.status_history, events, "event_id"),
        merges=_of(frames.merges, events, "event_id"),
        aliases=_of(frames.aliases, events, "event_id"),
        problems=frames.problems,
    )


def _of(part: pd.DataFrame, whole: pd.DataFrame, key: str) -> pd.DataFrame:
    return part[part[key].isin(whole[key])]
