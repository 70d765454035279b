"""Turns an annotated Doc into the rows of the mentions, spans, roles, quantities and actors frames."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from spacy.tokens import Doc, Span

from dashlib import __version__
from dashlib.codebook import kind as kind_of
from dashlib.codebook.modes import codes
from dashlib.parsing import annotations
from dashlib.parsing.quantities import in_words
from dashlib.types import Actor, Mention, Role

__all__ = ["EXTRACTOR", "Rows", "rows_of"]

EXTRACTOR = f"rules {__version__}"
_ROLES = {Role.INITIATOR: "initiators", Role.RECIPIENT: "recipients", Role.PARTICIPANT: "participants"}


class Rows(NamedTuple):
    """Rows of one article, by frame; plain values, so that they cross processes."""

    mentions: list[dict[str, Any]]
    spans: list[dict[str, Any]]
    roles: list[dict[str, Any]]
    quantities: list[dict[str, Any]]
    actors: list[Actor]


def _identity(article_id: str, start: int, end: int, kind: str) -> str:
    return hashlib.sha256(f"{article_id}|{start}|{end}|{kind}".encode()).hexdigest()[:16]


def _quote(sentence: Span) -> tuple[str, int, int]:
    text = sentence.text
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    return text.strip(), sentence.start_char + left, sentence.start_char + right


def _who(mention: Mention) -> Iterator[tuple[str, list[str]]]:
    for role, column in _ROLES.items():
        actors = mention.actors(role)
        yield column, [a.name for a in actors]
        yield f"{role.value}_codes", [a.code for a in actors]


def _where(mention: Mention) -> Mapping[str, Any]:
    place = mention.place
    if place is None:
        return {}
    return {
        "place": place.name, "place_id": place.place_id, "latitude": place.latitude, "longitude": place.longitude,
        "country": place.country, "admin1": place.admin1, "place_precision": place.precision.value,
    }  # fmt: skip


def _spans(mention_id: str, doc: Doc, mention: Mention) -> Iterator[dict[str, Any]]:
    first, last = mention.trigger
    trigger = doc[first:last]
    marked: list[tuple[str, int, int]] = [("trigger", trigger.start_char, trigger.end_char)]
    marked += [(a.role.value, a.mention.start, a.mention.end) for a in mention.arguments]
    if mention.timex is not None:
        marked.append(("date", mention.timex.start, mention.timex.end))
    if mention.place is not None:
        marked.append(("place", mention.place.start, mention.place.end))
    marked += [("claimant", c.start, c.end) for c in mention.claims]
    marked += [("quantity", q.start, q.end) for q in mention.quantities]
    for name, start, end in dict.fromkeys(marked):
        yield {"mention_id": mention_id, "field": name, "start": start, "end": end, "text": doc.text[start:end]}


def _mention(doc: Doc, mention: Mention, sentence_number: int) -> dict[str, Any]:
    article = annotations.article(doc)
    trigger = doc[mention.trigger[0] : mention.trigger[1]]
    quote, quote_start, quote_end = _quote(doc[mention.head].sent)
    known, interval = kind_of(mention.kind), mention.interval
    return {
        "mention_id": _identity(article.article_id, trigger.start_char, trigger.end_char, mention.kind),
        "article_id": article.article_id, "sentence": sentence_number, "start": trigger.start_char,
        "end": trigger.end_char, "trigger": trigger.text, "quote": quote, "quote_start": quote_start,
        "quote_end": quote_end, "kind": known.name, "quad": known.quad, **codes(mention.kind, mention.mode),
        "status": mention.status.value, "date_start": interval.start, "date_end": interval.end,
        "date_precision": interval.precision.value, "date_text": mention.date_text,
        "date_basis": mention.date_basis.value, **dict(_who(mention)), **_where(mention),
        "claimed_by": list(dict.fromkeys(c.name for c in mention.claims)),
        "quantity": in_words(mention.quantities[0]) if mention.quantities else "",
        "confidence": round(mention.confidence, 3), "why": "; ".join(mention.cues), "extractor": EXTRACTOR,
        "event_id": "",
    }  # fmt: skip


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers: list[int] = []
    for number, sentence in enumerate(doc.sents):
        numbers += [number] * len(sentence)
    return numbers


def rows_of(doc: Doc) -> Rows:
    """Give the rows of one annotated Doc; two mentions of one trigger and kind become one row."""
    numbers = _sentence_numbers(doc)
    out = Rows([], [], [], [], [])
    seen: set[str] = set()
    for mention in annotations.mentions(doc):
        row = _mention(doc, mention, numbers[mention.head])
        mention_id = row["mention_id"]
        if mention_id in seen:
            continue
        seen.add(mention_id)
        out.mentions.append(row)
        out.spans.extend(_spans(mention_id, doc, mention))
        out.roles.extend(_roles(mention_id, mention))
        out.quantities.extend(_quantities(mention_id, mention))
        out.actors.extend(a.mention.actor for a in mention.arguments)
    return out


def _roles(mention_id: str, mention: Mention) -> Iterator[dict[str, Any]]:
    for role, who in dict.fromkeys(mention.arguments):
        yield {"mention_id": mention_id, "role": role.value, "actor_id": who.actor.actor_id,
               "start": who.start, "end": who.end, "text": who.text}  # fmt: skip


def _quantities(mention_id: str, mention: Mention) -> Iterable[dict[str, Any]]:
    for q in mention.quantities:
        yield {"mention_id": mention_id, "value": q.value, "value_high": q.value_high, "unit": q.unit, "of": q.of,
               "modifier": q.modifier, "start": q.start, "end": q.end, "text": q.text}  # fmt: skip
