"""Mentions of one article as events: those that tell the same event are put together before they are scored.

The tightest date, all roles, the first place; kinds must be equal, dates must not exclude each other, and the actors
of a role must overlap where both name some.
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from dashlib.evaluate.names import overlap
from dashlib.evaluate.records import Labelled
from dashlib.parsing.annotations import mentions
from dashlib.types import Mention, Role

__all__ = ["events_of", "labelled", "together"]

# Acts of speech are told one by one.
_WORDS = frozenset({"demand", "accusation", "support", "refusal", "threat"})


def events_of(doc: Doc) -> tuple[Labelled, ...]:
    """Give the events of a parsed article."""
    return together(labelled(doc, m) for m in mentions(doc))


def labelled(doc: Doc, mention: Mention) -> Labelled:
    """Give a mention as an event of its article."""
    names = {role: tuple(a.name for a in mention.actors(role)) for role in Role}
    return Labelled(
        kind=mention.kind,
        status=str(mention.status),
        date_start=mention.interval.start,
        date_end=mention.interval.end,
        initiators=names[Role.INITIATOR],
        recipients=names[Role.RECIPIENT],
        participants=names[Role.PARTICIPANT],
        place=mention.place.name if mention.place else "",
        quote=doc[mention.head].sent.text,
        rule=mention.rule,
        confidence=mention.confidence,
    )


def together(found: Iterable[Labelled]) -> tuple[Labelled, ...]:
    """Put reports of one event together, in the order of the first report."""
    out: list[Labelled] = []
    for event in found:
        place = next((i for i, known in enumerate(out) if _same(known, event)), None)
        if place is None:
            out.append(event)
        else:
            out[place] = _joined(out[place], event)
    return tuple(out)


def _same(one: Labelled, other: Labelled) -> bool:
    if one.kind != other.kind or one.kind in _WORDS or one.quote == other.quote or not _dates_agree(one, other):
        return False
    if not _within(one.participants, other.participants):
        return False
    sides = [(getattr(one, r), getattr(other, r)) for r in ("initiators", "recipients", "participants")]
    if any(a and b and not overlap(a, b) for a, b in sides):
        return False
    return any(a and b for a, b in sides)


def _within(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one list of participants holds the other: the same meeting, told more or less fully."""
    return not ours or not theirs or set(ours) <= set(theirs) or set(theirs) <= set(ours)


def _dates_agree(one: Labelled, other: Labelled) -> bool:
    early = one.date_end and other.date_start and one.date_end < other.date_start
    late = other.date_end and one.date_start and other.date_end < one.date_start
    return not (early or late)


def _joined(one: Labelled, other: Labelled) -> Labelled:
    dated = other if _width(other) < _width(one) else one
    return replace(
        one,
        date_start=dated.date_start,
        date_end=dated.date_end,
        initiators=tuple(dict.fromkeys((*one.initiators, *other.initiators))),
        recipients=tuple(dict.fromkeys((*one.recipients, *other.recipients))),
        participants=tuple(dict.fromkeys((*one.participants, *other.participants))),
        place=one.place or other.place,
        confidence=max(one.confidence, other.confidence),
    )


def _width(event: Labelled) -> int:
    if not (event.date_start and event.date_end):
        return 10**6
    return (event.date_end - event.date_start).days
