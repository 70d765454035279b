"""Gives each number to the event it says something of: by the parse, then the nearest of its sentence."""

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc, Token

from dashlib.codebook.measures import ACTS, CASUALTIES, fits, rank
from dashlib.parsing.quantities.things import Counted
from dashlib.types import Mention

__all__ = ["attach"]

_FAR = 9
_CARRIED = frozenset({"killed", "wounded", "casualties", "missing", "displaced"})


def _ancestry(token: Token) -> list[int]:
    return [token.i, *(a.i for a in token.ancestors)]


def _distance(doc: Doc, one: int, other: int) -> int:
    """Give the steps between two tokens of a sentence in the tree."""
    up, down = _ancestry(doc[one]), _ancestry(doc[other])
    shared = next((i for i in up if i in set(down)), None)
    return 99 if shared is None else up.index(shared) + down.index(shared)


def _candidates(doc: Doc, counted: Counted, mentions: Sequence[Mention]) -> list[tuple[int, int, int]]:
    sentence = doc[counted.anchor].sent
    here = [
        (n, m)
        for n, m in enumerate(mentions)
        if sentence.start <= m.head < sentence.end and fits(counted.group, m.kind)
    ]
    return sorted((_distance(doc, counted.anchor, m.head), abs(counted.anchor - m.head), n) for n, m in here)


def _holders(
    doc: Doc, counted: Counted, candidates: Sequence[tuple[int, int, int]], mentions: Sequence[Mention]
) -> Iterator[int]:
    """Yield the nearest event; for casualties told by a verb of killing also the act of war that it came from."""
    nearest = candidates[0][2]
    yield nearest
    if counted.group in _CARRIED and doc[mentions[nearest].head].lemma_.lower() in CASUALTIES:
        acts = (n for d, _, n in candidates[1:] if d <= _FAR and doc[mentions[n].head].lemma_.lower() not in CASUALTIES)
        yield from islice((n for n in acts if mentions[n].kind in ACTS), 1)


def _carried(doc: Doc, counted: Counted, mentions: Sequence[Mention]) -> int | None:
    """Give the last fitting event of the sentence before, for casualties told in a sentence of their own."""
    sentence = doc[counted.anchor].sent
    if counted.group not in _CARRIED or sentence.start == 0 or "\n\n" in doc[sentence.start - 1].text:
        return None
    before = doc[sentence.start - 1].sent
    here = [n for n, m in enumerate(mentions) if before.start <= m.head < before.end and fits(counted.group, m.kind)]
    return here[-1] if here else None


def attach(doc: Doc, found: Sequence[Counted], mentions: Sequence[Mention]) -> list[list[Counted]]:
    """Give, for each mention, its quantities: what an analyst would quote first, then in text order."""
    out: list[list[Counted]] = [[] for _ in mentions]
    for counted in found:
        candidates = _candidates(doc, counted, mentions)
        if candidates and candidates[0][0] <= _FAR:
            for n in _holders(doc, counted, candidates, mentions):
                out[n].append(counted)
        elif not candidates:
            carried = _carried(doc, counted, mentions)
            if carried is not None:
                out[carried].append(counted)
    return [
        sorted(row, key=lambda c: (rank(c.group, m.kind), c.quantity.start))
        for row, m in zip(out, mentions, strict=True)
    ]
