"""Marks the parts of an event in a text, as HTML: pure functions of text and spans."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

__all__ = ["FIELDS", "SENTENCE", "Span", "key", "marked", "marked_at", "plain"]

_MARKDOWN = re.compile(r"[\\`*_\[\]#$~<>|]|:(?=\w)")


class Span(NamedTuple):
    """Characters [start, end) of a text that play a part: a field of the spans frame."""

    field: str
    start: int
    end: int


FIELDS: Mapping[str, tuple[str, str]] = {
    "trigger": ("the act", "#e8a33d"),
    "initiator": ("who does it", "#3d8bd9"),
    "recipient": ("to whom", "#7a6fd0"),
    "participant": ("who takes part", "#3d8bd9"),
    "date": ("when", "#2fa27a"),
    "place": ("where", "#c46a9a"),
    "quantity": ("how many", "#8f9a2b"),
    "claimant": ("who says so", "#8a8f98"),
}
SENTENCE = "the-sentence"
_SENTENCE_STYLE = "box-shadow:0 0 0 6px #e8a33d22;background:#e8a33d22;border-radius:3px"
_STYLE = "background:{0}33;border-bottom:2px solid {0};border-radius:3px;padding:0 2px;color:inherit"


def _apart(spans: Iterable[Span], length: int) -> list[Span]:
    """Drop what lies outside or overlaps; the trigger goes first, then what begins earlier and is longer."""
    ranked = sorted(spans, key=lambda s: (s.field != "trigger", s.start, s.start - s.end))
    kept: list[Span] = []
    for span in ranked:
        inside = 0 <= span.start < span.end <= length and span.field in FIELDS
        if inside and all(span.end <= k.start or k.end <= span.start for k in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def _mark(text: str, field: str) -> str:
    name, tone = FIELDS[field]
    return f'<mark title="{name}" data-field="{field}" style="{_STYLE.format(tone)}">{escape(text)}</mark>'


def marked(text: str, spans: Iterable[Span]) -> str:
    """Give the text as HTML with its spans marked; everything in it is escaped."""
    out, last = "", 0
    for span in _apart(spans, len(text)):
        out += escape(text[last : span.start]) + _mark(text[span.start : span.end], span.field)
        last = span.end
    return out + escape(text[last:])


def marked_at(text: str, spans: Iterable[Span], start: int, end: int) -> str:
    """Give the text as `marked` does, with the sentence [start, end) set apart under the id `SENTENCE`."""
    spans = list(spans)
    parts = [(0, start), (start, end), (end, len(text))]
    before, inside, after = (
        marked(text[a:b], [Span(s.field, s.start - a, s.end - a) for s in spans if a <= s.start < b]) for a, b in parts
    )
    return f'{before}<span id="{SENTENCE}" style="{_SENTENCE_STYLE}">{inside}</span>{after}'


def key(fields: Iterable[str]) -> str:
    """Give one line that says what the marks mean, for the fields that occur."""
    names = dict.fromkeys(FIELDS[f] for f in FIELDS if f in set(fields))
    marks = (f'<span style="{_STYLE.format(tone)}">{name}</span>' for name, tone in names)
    return f'<small style="opacity:.8">{" &nbsp; ".join(marks)}</small>'


def plain(text: str) -> str:
    """Give a text that Markdown shows as it is: what Markdown would read as its own is escaped."""
    return _MARKDOWN.sub(r"\\\g<0>", text)
