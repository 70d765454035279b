"""From a verb outward: which clause it stands in, and what governs that clause."""

import datetime as dt

from spacy.tokens import Token

from dashlib.codebook.statuses import Effect, in_group, phrases, words
from dashlib.parsing.status.fold import Cue
from dashlib.parsing.status.grammar import (
    auxiliaries,
    finite,
    infinitive,
    is_verb,
    marker,
    past,
    perfect,
    present,
    subjects,
)
from dashlib.parsing.status.hops import Context, Hop, governing, stop
from dashlib.parsing.status.verbs import verb_cues

__all__ = ["CARRIERS", "effect_hop", "verb_hop"]

_MARKS = phrases("marks")
_RAISING = {
    **dict.fromkeys(words("raising", "plan"), Effect.PLAN),
    **dict.fromkeys(words("raising", "possible"), Effect.POSSIBLE),
}
_PURPOSE_KINDS = words("adverbs", "purpose_kinds")
CARRIERS = words("carriers")
_WISHES = frozenset({Effect.PLAN, Effect.LAPSE, Effect.POSSIBLE})
_ENDS = frozenset({Effect.FACT, Effect.REPORT})


def _stale(verb: Token, context: Context) -> bool:
    """Whether a date beside a verb lies days before publication, so that its purpose has been met since."""
    published = context.published.end
    if published is None:
        return False
    spans = (t for t in context.timexes if t.first >= verb.sent.start and t.last <= verb.sent.end)
    return any(t.interval.end is not None and published - t.interval.end > dt.timedelta(days=2) for t in spans)


def _lapsed(governor: Token) -> bool:
    return perfect(governor, tense="VBD")


def end_of(governor: Token, why: str, context: Context) -> Hop:
    """Read an end: what is only to end goes on, what has ended took place."""
    above = governor.head.head if governor.dep_ == "pobj" else governor.head
    wished = governing(above, _slot(governor), context.kind)[0] in _WISHES
    asked = is_verb(governor) and _to_end(governor)
    if not (asked or wished):
        return Hop((), governor) if is_verb(governor) else stop(Cue(Effect.FACT, f"ended: {why}"))
    stays = Effect.FACT if in_group(context.kind, "instant") else Effect.ONGOING
    return stop(Cue(stays, f"not ended yet: {why}"))


def _slot(governor: Token) -> str:
    if governor.dep_ == "pobj":
        return governor.head.lower_
    return "clause" if is_verb(governor) else "object"


def _to_end(governor: Token) -> bool:
    """Whether an end is only asked for or to come, so that what is to end goes on."""
    return infinitive(governor) or any(a.tag_ == "MD" for a in auxiliaries(governor))


def effect_hop(effect: Effect, why: str, governor: Token, context: Context) -> Hop:
    """Turn a governor's effect into a hop: on to the governor, or the end where the governor settles the matter."""
    if effect in _ENDS:
        return stop(Cue(Effect.FACT, why)) if effect is Effect.FACT else stop()
    if effect is Effect.LAPSE:
        effect = Effect.CANCEL if _lapsed(governor) else Effect.PLAN
    elif effect is Effect.ANNOUNCE:
        effect = Effect.THROUGH if in_group(context.kind, "made_by_word") else Effect.PLAN
    elif effect is Effect.MOTION:
        effect = Effect.THROUGH if _stale(governor, context) else Effect.PLAN
    elif effect is Effect.PERMIT:
        effect = Effect.THROUGH if past(governor) and in_group(context.kind, "violence") else Effect.POSSIBLE
    elif effect is Effect.STANDING:
        return stop(Cue(Effect.ONGOING, f"under way: {why}"))
    elif effect is Effect.END:
        return end_of(governor, why, context)
    cues = () if effect is Effect.THROUGH else (Cue(effect, f"{effect.value}: {why}"),)
    return Hop(cues, governor)


def _headline(verb: Token) -> bool:
    """Whether an infinitive follows nothing but names: the future of headlines, whatever the parser made of it."""
    before = verb.doc[verb.sent.start : verb.i]
    named = all(t.is_title or t.is_upper or not t.is_alpha or t.lower_ in {"to", "and"} for t in before)
    named = named and any(t.is_title for t in before)
    return named and infinitive(verb) and not any(finite(t) for t in verb.sent)


def _clause(verb: Token, governor: Token, context: Context) -> Hop:
    if not finite(verb) and infinitive(verb) and governor.lemma_ in _RAISING and governor.pos_ in {"VERB", "AUX"}:
        return _raised(verb, governor, context)
    effect, why = governing(governor, "clause", context.kind)
    if effect is Effect.REPORT:
        return _reported(verb, governor, context)
    if effect in _WISHES and finite(verb) and _told(verb):
        return stop()
    if effect is not None:
        return effect_hop(effect, why, governor, context)
    if governor.pos_ in {"NOUN", "PROPN"}:
        return _of_noun(verb, governor, context)
    return stop() if finite(verb) else Hop((), governor)


def _told(verb: Token) -> bool:
    """Whether a clause tells of what is done: in the past tense or the perfect, without a modal."""
    return past(verb) or perfect(verb, tense="VBZ") or perfect(verb, tense="VBP") or perfect(verb, tense="VBD")


def _raised(verb: Token, governor: Token, context: Context) -> Hop:
    if context.kind == "refusal" and verb.i == context.head:  # what has yet to be granted is refused so far
        return Hop((), governor)
    if (
        governor.lemma_ == "be"
        and past(governor)
        and any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    ):
        return stop(Cue(Effect.CANCEL, f"unfulfilled: {governor.text} to have {verb.text}"))
    if governor.lemma_ == "go" and governor.tag_ != "VBG":
        return Hop((), governor)
    if governor.lemma_ == "have" and any(c.lower_ == "yet" for c in governor.children):
        return stop(Cue(Effect.PLAN, f"not yet: {governor.text} yet to {verb.text}"))
    if governor.lemma_ == "have" and past(governor):  # what had to be done was done
        return Hop((), governor)
    effect = _RAISING[governor.lemma_]
    return Hop(
        (Cue(effect, f"{effect.value}: {governor.text} to {verb.text}"),), governor, local=governor.lemma_ != "go"
    )


def _reported(verb: Token, governor: Token, context: Context) -> Hop:
    """End at a report; a deed that the accused says was not done is denied, not cancelled."""
    beside = [c for c in verb.children if c.i not in context.ignored]
    negated = any(c.dep_ == "neg" for c in beside) and not any(c.lower_ == "yet" for c in beside)
    if negated and _told(verb) and in_group(context.kind, "deniable"):
        return stop(Cue(Effect.REBUT, f"denied: {governor.text} … not {verb.text}"))
    if _MARKS.get(marker(verb)) == "possible":
        return stop(Cue(Effect.POSSIBLE, f"condition: {marker(verb)}"))
    return stop()


def _of_noun(verb: Token, noun: Token, context: Context) -> Hop:
    if noun.lemma_ in CARRIERS:
        return Hop((), noun, sheltered=True)
    if noun.lower_ == "order" and noun.head.lower_ == "in":  # "in order to"
        return _purpose(verb, noun.head.head, context)
    effect, why = governing(noun, "noun", context.kind)
    if finite(verb):
        return (
            stop()
            if effect in {None, Effect.FACT, Effect.PLAN}
            else effect_hop(effect or Effect.THROUGH, why, noun, context)
        )
    if effect is not None:
        return effect_hop(effect, why, noun, context)
    if infinitive(verb):
        return stop(Cue(Effect.PLAN, f"to come: {noun.text} to {verb.text}"))
    return stop()


def _adverbial(verb: Token, context: Context) -> Hop:
    mark, matrix = marker(verb), verb.head
    kind = _MARKS.get(mark)
    if kind == "possible" and not (mark in {"until", "till"} and past(verb)):
        return stop(Cue(Effect.POSSIBLE, f"condition: {mark}"))
    if finite(verb):
        if kind and present(verb) and is_verb(matrix):
            outer = verb_cues(matrix, context.kind, frozenset())
            return stop(*(c for c in outer if c.effect in {Effect.PLAN, Effect.POSSIBLE}))
        return stop()
    if infinitive(verb):
        return _purpose(verb, matrix, context)
    if verb.tag_ == "VBN" or perfect(verb, tense="VBG") or in_group(context.kind, "speech"):
        return stop(Cue(Effect.FACT, f"participle: {verb.text}"))
    return Hop((), matrix)


def _promise(matrix: Token, context: Context) -> tuple[Effect, str] | None:
    """Give the effect of a plan that a verb makes or reaches ("a deal was reached for the army to leave")."""
    for child in matrix.children:
        if child.dep_ in {"dobj", "nsubjpass"} and child.pos_ == "NOUN":
            effect, why = governing(child, "noun", context.kind)
            if effect in _WISHES and effect is not None:
                return effect, why
    return None


def _purpose(verb: Token, matrix: Token, context: Context) -> Hop:
    effect, why = governing(matrix, "purpose", context.kind)
    if effect is None:
        effect, why = governing(matrix, "clause", context.kind)
    promise = _promise(matrix, context)
    if promise is not None and effect in {None, Effect.REPORT, Effect.THROUGH}:
        return effect_hop(*promise, matrix, context)
    if effect not in {None, Effect.REPORT}:
        return effect_hop(effect or Effect.THROUGH, why, matrix, context)
    if any(in_group(context.kind, g) for g in ("speech", "gathering", "violence")):
        return Hop((), matrix)
    effect = Effect.POSSIBLE if context.kind in _PURPOSE_KINDS else Effect.PLAN
    return Hop((Cue(effect, f"purpose: to {verb.text}"),), matrix)


def _participle_of(verb: Token, noun: Token, context: Context) -> Hop:
    if infinitive(verb):
        return _of_noun(verb, noun, context)
    effect, why = governing(noun, "noun", context.kind)
    if verb.tag_ == "VBG" and effect in {Effect.PLAN, Effect.POSSIBLE}:
        return effect_hop(effect, why, noun, context)
    return stop(Cue(Effect.FACT, f"participle: {verb.text}"))


def _coordinated(verb: Token) -> Hop | None:
    first = verb.head
    if not is_verb(first):
        return stop()
    if finite(verb) or subjects(verb):
        return None
    return Hop((), first)


def verb_hop(verb: Token, context: Context, *, local: bool) -> Hop:
    """Read a verb's own form where `local`, then what governs its clause."""
    own = tuple(verb_cues(verb, context.kind, context.ignored, context.head)) if local else ()
    node = verb
    while node.dep_ == "conj":
        shared = _coordinated(node)
        if shared is not None:
            return Hop(own + shared.cues, shared.next)
        node = node.head
    hop = _outward(verb if node is verb else node, verb, context)
    return hop._replace(cues=own + hop.cues)


def _outward(anchor: Token, verb: Token, context: Context) -> Hop:
    governor = anchor.head
    if anchor.dep_ != "ROOT" and _headline(anchor):
        return stop(Cue(Effect.PLAN, f"headline infinitive: to {verb.text}"))
    if anchor.dep_ in {"ccomp", "xcomp", "acomp"}:
        return _clause(verb, governor, context)
    if anchor.dep_ == "advcl":
        return _adverbial(anchor, context)
    if anchor.dep_ == "acl":
        return _participle_of(anchor, governor, context)
    if anchor.dep_ == "pcomp":
        return Hop((), governor, local=False)
    return stop()
