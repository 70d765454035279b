"""One actor: who they are, what they did and what was done to them, and with whom."""

import datetime as dt
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashlib.codebook import KINDS
from dashlib.codebook.offices import Office, persons
from dashlib.query.extent import FAR, NEVER, extent
from dashlib.query.pairs import pairs, totals
from dashlib.types import Status

__all__ = ["Profile", "counterparts", "kinds_by_status", "profile", "with_actor"]


class Profile(NamedTuple):
    """What is known of an actor. `first` and `last` are days of their events, None where no event has a day.

    `initiated`, `received` and `shared` count the events in which they act, are acted on, or take part on an equal
    footing.
    """

    name: str
    type: str
    country: str
    sector: str
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]
    events: int
    first: dt.date | None
    last: dt.date | None
    initiated: int
    received: int
    shared: int

    @property
    def code(self) -> str:
        """Country and sector as event data writes them, such as `RUS GOV`."""
        return f"{self.country} {self.sector}".strip()


def with_actor(events: pd.DataFrame, name: str) -> pd.DataFrame:
    """Give the events in which an actor takes any part."""
    return events[np.array([name in names for names in events["actors"]], dtype=bool)]


def profile(name: str, events: pd.DataFrame, actors: pd.DataFrame) -> Profile:
    """Give what `events` and the actors frame say of an actor; offices come from the codebook, the latest first."""
    own, rows = with_actor(events, name), actors[actors["name"] == name]
    known = rows.iloc[-1] if len(rows) else pd.Series({"type": "", "country": "", "sector": "", "aliases": []})
    person = persons().get(name)
    first, last = _reach(own)
    return Profile(
        name,
        str(known["type"]),
        str(known["country"]),
        str(known["sector"]),
        tuple(known["aliases"]),
        tuple(reversed(person.offices)) if person else (),
        len(own),
        first,
        last,
        *(
            int(own[side].map(lambda names: name in names).sum())
            for side in ("initiators", "recipients", "participants")
        ),
    )


def _reach(events: pd.DataFrame) -> tuple[dt.date | None, dt.date | None]:
    first, last = extent(events)
    days = first[(first > NEVER) & (first < FAR)], last[(last > NEVER) & (last < FAR)]
    low, high = (int(days[0].min()) if len(days[0]) else None, int(days[1].max()) if len(days[1]) else None)
    return dt.date.fromordinal(low) if low else None, dt.date.fromordinal(high) if high else None


def kinds_by_status(events: pd.DataFrame) -> pd.DataFrame:
    """Give how many events there are of each kind (rows, most frequent first) and status (columns), and `all`."""
    table = pd.crosstab(events["kind"], events["status"])
    table = table.reindex(columns=[s.value for s in Status if s.value in table.columns])
    table = table.assign(all=table.sum(axis=1)).reindex([k for k in KINDS if k in table.index])
    return table.sort_values("all", ascending=False, kind="stable")


def counterparts(name: str, events: pd.DataFrame) -> pd.DataFrame:
    """Give whom an actor deals with, the most frequent first.

    Columns: `actor`, `events`, `as_initiator`, `as_recipient`, `together` (events in which the actor acts on them, is
    acted on by them, or neither), `cooperation`, `conflict`, `balance`, `last`, `kind` (see `query.pairs.totals`).
    """
    own = with_actor(events, name)
    sums = totals(pairs(own))
    mine = sums[(sums["one"] == name) | (sums["other"] == name)]
    whom = mine["other"].where(mine["one"] == name, mine["one"])
    acting = [_directed(own, name, other) for other in whom]
    out = mine.assign(actor=whom, as_initiator=[a for a, _ in acting], as_recipient=[r for _, r in acting])
    out["together"] = out["events"] - out["as_initiator"] - out["as_recipient"]
    columns = ["actor", "events", "as_initiator", "as_recipient", "together", "cooperation", "conflict", "balance"]
    return out[[*columns, "last", "kind"]].reset_index(drop=True)


def _directed(events: pd.DataFrame, name: str, other: str) -> tuple[int, int]:
    """Count the events that the actor does to the other, and those that the other does to the actor."""
    sides = list(zip(events["initiators"], events["recipients"], strict=True))
    done = sum(name in who and other in whom for who, whom in sides)
    suffered = sum(other in who and name in whom and not (name in who and other in whom) for who, whom in sides)
    return done, suffered
