"""Quotations that run over sentences: who is speaking where the sentence itself does not say."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dashlib.codebook.reporting import HEADER, TELLING
from dashlib.parsing.attribution.claimants import claimants

__all__ = ["Quote", "header_of", "quotations", "speaker_of"]

_OPEN = frozenset({"“", "«", "„", "``"})
_CLOSE = frozenset({"”", "»", "''"})
_BOTH = frozenset({'"'})
_NEAR = 12


class Quote(NamedTuple):
    """The half-open token range between two quotation marks."""

    first: int
    last: int


def quotations(doc: Doc) -> tuple[Quote, ...]:
    """Give the token ranges inside quotation marks; an unclosed mark ends with its paragraph."""
    out, start = list[Quote](), -1
    for token in doc:
        text = token.text
        opens, closes = text in _OPEN | _BOTH, text in _CLOSE | _BOTH
        if start < 0 and opens:
            start = token.i + 1
        elif start >= 0 and (closes or (token.is_space and "\n" in text)):
            out.append(Quote(start, token.i))
            start = -1
    return tuple(out)


def _paragraph_break(doc: Doc, first: int, last: int) -> bool:
    return any(t.is_space and "\n" in t.text for t in doc[first:last])


def _around(doc: Doc, quote: Quote, quotes: tuple[Quote, ...]) -> Iterator[Token]:
    """Yield the reporting verbs close to a quotation, after it first."""
    inside = {i for q in quotes for i in range(q.first, q.last)}
    after = range(quote.last + 1, min(quote.last + _NEAR, len(doc)))
    before = range(quote.first - 2, max(quote.first - _NEAR, -1), -1)
    for i in (*after, *before):
        token = doc[i]
        if i not in inside and token.lemma_ in TELLING and token.pos_ == "VERB":
            first, last = sorted((i, quote.first if i < quote.first else quote.last))
            if not _paragraph_break(doc, first, last):
                yield token


def speaker_of(doc: Doc, index: int, quotes: tuple[Quote, ...]) -> tuple[Token, ...]:
    """Give the claimants of the quotation around a token; without its own it has those of the one before it."""
    here = next((n for n, q in enumerate(quotes) if q.first <= index < q.last), None)
    while here is not None and here >= 0:
        for verb in _around(doc, quotes[here], quotes):
            who = claimants(verb)
            if who:
                return tuple(who)
        if here == 0 or _paragraph_break(doc, quotes[here - 1].last, quotes[here].first):
            return ()
        here -= 1
    return ()


def header_of(doc: Doc, index: int) -> Token | None:
    """Give whom a release is attributable to, where a header before a token says so."""
    for token in doc[:index]:
        if token.lower_ in HEADER and token.i + 1 < len(doc) and token.nbor().lower_ == "to":
            return next((t for t in doc[token.i + 2 : token.i + 9] if t.ent_type_ in {"PERSON", "ORG"}), None)
    return None
