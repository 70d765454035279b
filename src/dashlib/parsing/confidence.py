"""The component `dashlib_confidence`: how probable it is that a careful reader would list a mention."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from dashlib.codebook.kinds import KINDS
from dashlib.codebook.weights import BIAS, WEIGHTS
from dashlib.parsing.annotations import mentions
from dashlib.parsing.events.judged import JUDGED
from dashlib.types import Mention, Role, Status

__all__ = ["CUES", "component", "confidence", "cues_of"]

_FAR, _EARLY = 8, 3
_SURE, _UNSURE = 0.8, 0.4
_PUBLIC = frozenset({"state", "government", "armed_force", "person", "group"})
_DOUBTFUL = frozenset({"dep", "meta", "intj"})


class _Seen(NamedTuple):
    """A mention in its text."""

    doc: Doc
    mention: Mention

    @property
    def sentence(self) -> Span:
        return self.doc[self.mention.head].sent


def _far(seen: _Seen) -> bool:
    mention = seen.mention
    nearest = min((abs(a.mention.first - mention.head) for a in mention.arguments), default=0)
    return nearest > _FAR


def _two_sides(seen: _Seen) -> bool:
    roles = {a.role for a in seen.mention.arguments}
    return len(roles) > 1 or len(seen.mention.actors(Role.PARTICIPANT)) > 1


def _public(seen: _Seen) -> bool:
    return any(a.mention.actor.type in _PUBLIC and a.mention.actor.country for a in seen.mention.arguments)


def _early(seen: _Seen) -> bool:
    return any(seen.mention.head < s.end for s in islice(seen.doc.sents, _EARLY))


def _alone(seen: _Seen) -> bool:
    sentence, head = seen.sentence, seen.mention.head
    return not any(sentence.start <= m.head < sentence.end for m in mentions(seen.doc) if m.head != head)


def _doubtful(seen: _Seen) -> bool:
    return any(t.dep_ in _DOUBTFUL for t in seen.sentence)


# Each cue is true or false of a mention; the names are those of the weights.
CUES: Mapping[str, Callable[[_Seen], bool]] = {
    "the trigger is a noun": lambda s: s.doc[s.mention.head].pos_ == "NOUN",
    "both sides are named": _two_sides,
    "an actor of public life": _public,
    "the nearest actor is far": _far,
    "dated": lambda s: s.mention.timex is not None,
    "placed": lambda s: s.mention.place is not None,
    "counted": lambda s: bool(s.mention.quantities),
    "somebody's word": lambda s: bool(s.mention.claims),
    "only possible": lambda s: s.mention.status is Status.POSSIBLE,
    "to come or off": lambda s: s.mention.status in {Status.PLANNED, Status.CANCELLED, Status.DENIED},
    "an act of words": lambda s: KINDS[s.mention.kind].quad in {1, 3},
    "told early": _early,
    "alone in its sentence": _alone,
    "a doubtful parse": _doubtful,
    "the judge is sure": lambda s: s.mention.judged is not None and s.mention.judged >= _SURE,
    "the judge doubts": lambda s: s.mention.judged is not None and s.mention.judged < _UNSURE,
    "only the judge saw it": lambda s: s.mention.rule.startswith(JUDGED),
}


def cues_of(doc: Doc, mention: Mention) -> tuple[str, ...]:
    """Give the names of the cues that hold of a mention."""
    return tuple(name for name, holds in CUES.items() if holds(_Seen(doc, mention)))


def confidence(cues: tuple[str, ...]) -> float:
    """Give the probability (0 to 1) that a mention with these cues is an event as the codebook has it."""
    return 1.0 / (1.0 + math.exp(-(BIAS + sum(WEIGHTS.get(c, 0.0) for c in cues))))


@Language.component("dashlib_confidence")
def component(doc: Doc) -> Doc:
    """Replace each mention with one that carries its confidence; runs last, for it weighs what the others found."""
    doc._.mentions = tuple(replace(m, confidence=confidence(cues_of(doc, m))) for m in mentions(doc))
    return doc
