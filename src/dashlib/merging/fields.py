"""What the reports of one event add up to, field by field: kind, status, date, parties, place, sources, confidence.

Every function takes the mentions of one event in the order of their reports (`Report`) and is blind to anything else.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from dashlib.codebook import KINDS
from dashlib.merging.actors import entity, is_person
from dashlib.types import Basis, PlacePrecision, Precision, Role, Status

__all__ = ["Report", "Who", "confidence", "date", "independent", "kind", "parties", "place", "quantity", "status"]

ROLES = {Role.INITIATOR: "initiators", Role.RECIPIENT: "recipients", Role.PARTICIPANT: "participants"}
PLACE_FIELDS = ("place", "place_id", "latitude", "longitude", "country", "admin1", "place_precision")
_TOOK_PLACE = frozenset({Status.HAPPENED, Status.ONGOING})
_AHEAD = (Status.CANCELLED, Status.PLANNED, Status.POSSIBLE)
_BASIS = {Basis.EXPLICIT: 1.0, Basis.RELATIVE: 0.9, Basis.INHERITED: 0.5, Basis.PUBLISHED: 0.4}
_FINE = {p: n for n, p in enumerate(PlacePrecision)}
_PERSONAL = frozenset({"call", "summit", "meeting", "visit", "negotiation", "agreement", "support"})
_ALONE = 0.1


class Report(NamedTuple):
    """A mention's row and what is known of its article; `day` is the day of publication, `root` the original text."""

    row: Mapping[str, Any]
    day: dt.date | None
    root: str
    sources: tuple[str, ...]


class Who(NamedTuple):
    """The parties of an event by role, and all of them with their codes."""

    roles: Mapping[Role, list[str]]
    names: list[str]
    codes: list[str]


def kind(reports: Sequence[Report]) -> str:
    """Give the kind that most of the reports' confidence is for; ties go to the first kind of the codebook."""
    votes: Counter[str] = Counter()
    for r in reports:
        votes[r.row["kind"]] += round(1000 * (r.row["confidence"] or 0.1))
    return max(KINDS, key=lambda k: votes.get(k, -1))


def status(reports: Sequence[Report]) -> str:
    """Give the status of the latest credible report.

    An act reported as done stays done (a later look back at the plan takes nothing back); of plans, the latest word
    counts, a cancellation first. `denied` is only what nobody affirms.
    """
    affirmed = [r for r in reports if r.row["status"] != Status.DENIED]
    if not affirmed:
        return Status.DENIED.value
    done = [r for r in affirmed if r.row["status"] in _TOOK_PLACE]
    latest = _latest(done or affirmed)
    found = {r.row["status"] for r in latest}
    if done:
        votes = Counter(r.row["status"] for r in latest)
        return max((Status.HAPPENED, Status.ONGOING), key=lambda s: votes[s]).value
    return next(s.value for s in _AHEAD if s in found)


def _latest(reports: Sequence[Report]) -> list[Report]:
    last = max(r.day or dt.date.min for r in reports)
    return [r for r in reports if (r.day or dt.date.min) == last]


def _days(row: Mapping[str, Any]) -> tuple[dt.date, dt.date]:
    return row["date_start"] or dt.date.min, row["date_end"] or dt.date.max


def _support(row: Mapping[str, Any], dated: Sequence[Report]) -> float:
    start, end = _days(row)
    return sum(
        _BASIS.get(r.row["date_basis"], 0.3) for r in dated if _days(r.row)[0] <= end and start <= _days(r.row)[1]
    )


def date(reports: Sequence[Report], settled: str) -> Mapping[str, Any]:
    """Give start, end and precision: the narrowest interval that most of the other dates agree with.

    Reports of the settled status come first: a day on which something was held beats the one it was planned for.
    """
    dated = [r for r in reports if r.row["date_start"] or r.row["date_end"]]
    dated = [r for r in dated if (r.row["status"] in _TOOK_PLACE) == (settled in _TOOK_PLACE)] or dated
    if not dated:
        return {"date_start": None, "date_end": None, "date_precision": Precision.UNKNOWN.value}

    def worth(r: Report) -> tuple[Any, ...]:
        start, end = _days(r.row)
        said = r.row["date_basis"] in {Basis.EXPLICIT, Basis.RELATIVE}
        width = (end - start).days
        return (width > 2, width if width > 2 else 0, not said, -round(_support(r.row, dated), 3), width, start)

    best = min(dated, key=worth).row
    return {k: best[k] for k in ("date_start", "date_end", "date_precision")}


def _votes(reports: Sequence[Report]) -> dict[tuple[str, str], Counter[Role]]:
    votes: dict[tuple[str, str], Counter[Role]] = {}
    for r in reports:
        for role, column in ROLES.items():
            codes = [*r.row[f"{role.value}_codes"], *([""] * len(r.row[column]))]
            for name, code in zip(r.row[column], codes, strict=False):
                votes.setdefault((name, code), Counter())[role] += 1
    return votes


def parties(reports: Sequence[Report], settled: str) -> Who:
    """Give the fullest list of parties, each in the role most reports give it.

    A state steps back behind its own leader where the act is personal; its army, or a leader, behind the state where it
    is not. A party that one report of many names alone is left out, and so is one without a name ("troops") beside
    named ones.
    """
    enough = min(_ALONE * len(reports), 2)
    votes = {who: v for who, v in _votes(reports).items() if v.total() >= enough}
    votes = {who: v for who, v in votes.items() if not who[0].islower()} or votes
    personal = settled in _PERSONAL
    by_entity: dict[str, list[tuple[str, str]]] = {}
    for who in votes:
        by_entity.setdefault(entity(*who), []).append(who)
    kept = [who for group in by_entity.values() for who in _speakers(group, votes, personal=personal)]
    roles: dict[Role, list[str]] = {role: [] for role in ROLES}
    for who in kept:
        of_all: Counter[Role] = sum((votes[w] for w in by_entity[entity(*who)]), Counter())
        roles[max(ROLES, key=lambda role, v=of_all: v[role])].append(who[0])  # type: ignore[misc]
    return Who(roles, [n for n, _ in kept], [c for _, c in kept])


def _speakers(
    group: Sequence[tuple[str, str]], votes: Mapping[tuple[str, str], Counter[Role]], *, personal: bool
) -> list[tuple[str, str]]:
    """Give who of one state's names to keep: its persons in personal acts, else the name said most."""
    people = [who for who in group if is_person(*who)]
    if personal and people:
        return people
    return [max(group, key=lambda who: (votes[who].total(), -len(who[0])))]


def place(reports: Sequence[Report]) -> Mapping[str, Any]:
    """Give the most precise place; among equally precise ones, that of most reports, then the first."""
    placed = [r.row for r in reports if r.row["place"]]
    if not placed:
        return {}
    votes = Counter(row["place_id"] or row["place"] for row in placed)
    best = min(placed, key=lambda row: (_FINE.get(row["place_precision"], 9), -votes[row["place_id"] or row["place"]]))
    return {k: best[k] for k in PLACE_FIELDS}


def independent(reports: Iterable[Report]) -> int:
    """Count sources that are independent: copies of one text count once, and so does one outlet's every report."""
    groups: list[set[str]] = []
    for r in reports:
        mine = {f"text {r.root}", *(f"source {s}" for s in r.sources)}
        joined = [g for g in groups if g & mine]
        groups = [g for g in groups if not g & mine] + [mine.union(*joined)]
    return len(groups)


def quantity(reports: Sequence[Report]) -> str:
    """Give the figure that most reports give; ties go to the latest."""
    said = [r.row["quantity"] for r in reports if r.row["quantity"]]
    votes = Counter(said)
    return max(reversed(said), key=lambda q: votes[q]) if said else ""


def confidence(reports: Sequence[Report], independent_sources: int) -> float:
    """Give how sure the event is, 0 to 1: the best report's word, raised by independent ones, lowered by denials."""
    best = max((r.row["confidence"] or 0.0) for r in reports)
    raised = 1 - (1 - best) * 0.8 ** (independent_sources - 1)
    denied = any(r.row["status"] == Status.DENIED for r in reports)
    affirmed = any(r.row["status"] != Status.DENIED for r in reports)
    return round(raised * (0.8 if denied and affirmed else 1.0), 3)
