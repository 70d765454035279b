"""The component `dashlib_confidence`: how sure the rules are of a mention, as a probability that a reader would list it."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.codebook.kinds import KINDS
from dashlib.codebook.weights import BIAS, WEIGHTS
from dashlib.parsing.annotations import mentions
from dashlib.types import Mention, Role, Status

__all__ = ["CUES", "component", "confidence", "cues_of"]

_LONG, _FAR, _EARLY = 45, 8, 3
_PUBLIC = frozenset({"state", "government", "armed_force", "person", "group"})
_DOUBTFUL = frozenset({"dep", "meta", "intj"})
_Cue = Callable[[Doc, Mention], bool]


def _nearest(mention: Mention) -> int | None:
    return min((abs(a.mention.first - mention.head) for a in mention.arguments), default=None)


def _far(doc: Doc, mention: Mention) -> bool:
    nearest = _nearest(mention)
    return nearest is not None and nearest > _FAR


def _roles(mention: Mention) -> int:
    return len({a.role for a in mention.arguments})


def _two_sides(doc: Doc, mention: Mention) -> bool:
    return _roles(mention) > 1 or len(mention.actors(Role.PARTICIPANT)) > 1


def _public(doc: Doc, mention: Mention) -> bool:
    return any(a.mention.actor.type in _PUBLIC and a.mention.actor.country for a in mention.arguments)


def _early(doc: Doc, mention: Mention) -> bool:
    return any(mention.head < s.end for n, s in enumerate(doc.sents) if n < _EARLY)


def _own_sentence(doc: Doc, mention: Mention) -> bool:
    sentence = doc[mention.head].sent
    return not any(sentence.start <= m.head < sentence.end for m in mentions(doc) if m.head != mention.head)


# Each cue is true or false of a mention; the names are those of the weights and of the reasons shown.
CUES: Mapping[str, _Cue] = {
    "the trigger is a noun": lambda doc, m: doc[m.head].pos_ == "NOUN",
    "the trigger has several words": lambda doc, m: len(m.rule.split("(")[0].split()) > 1,
    "an actor has a role": lambda doc, m: bool(m.arguments),
    "both sides are named": _two_sides,
    "an actor of public life": _public,
    "the nearest actor is far": _far,
    "dated": lambda doc, m: m.timex is not None,
    "placed": lambda doc, m: m.place is not None,
    "counted": lambda doc, m: bool(m.quantities),
    "somebody's word": lambda doc, m: bool(m.claims),
    "only possible": lambda doc, m: m.status is Status.POSSIBLE,
    "to come or off": lambda doc, m: m.status in {Status.PLANNED, Status.CANCELLED, Status.DENIED},
    "an act of words": lambda doc, m: KINDS[m.kind].quad in {1, 3},
    "told early": _early,
    "alone in its sentence": _own_sentence,
    "a long sentence": lambda doc, m: len(doc[m.head].sent) > _LONG,
    "a doubtful parse": lambda doc, m: any(t.dep_ in _DOUBTFUL for t in doc[m.head].sent),
}


def cues_of(doc: Doc, mention: Mention) -> tuple[str, ...]:
    """Give the names of the cues that hold of a mention."""
    return tuple(name for name, holds in CUES.items() if holds(doc, mention))


def confidence(cues: tuple[str, ...]) -> float:
    """Give the probability (0 to 1) that a mention with these cues is an event as the codebook has it."""
    return 1.0 / (1.0 + math.exp(-(BIAS + sum(WEIGHTS.get(c, 0.0) for c in cues))))


@Language.component("dashlib_confidence")
def component(doc: Doc) -> Doc:
    """Replace each mention with one that carries its confidence; runs last, for it weighs what the others found."""
    doc._.mentions = tuple(replace(m, confidence=confidence(cues_of(doc, m))) for m in mentions(doc))
    return doc
