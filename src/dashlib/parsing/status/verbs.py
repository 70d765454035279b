"""What a verb's own form says: tense, modals, aspect, adverbs, negation."""

from collections.abc import Iterator

from spacy.tokens import Token

from dashlib.codebook.statuses import Effect, effect_of, in_group, words
from dashlib.parsing.status.fold import Cue
from dashlib.parsing.status.grammar import (
    auxiliaries,
    conditional_child,
    finite,
    infinitive,
    keys,
    past,
    perfect,
    present,
)

__all__ = ["verb_cues"]

_FUTURE = words("auxiliaries", "future")
_MODAL = words("auxiliaries", "modal")
_CONDITIONAL = words("auxiliaries", "conditional")
_OBLIGATION = words("auxiliaries", "obligation")
_IF = words("openers")
_LATER = words("adverbs", "later")
_MAYBE = words("adverbs", "possible")
_STILL = words("adverbs", "ongoing")
_NOT_NEGATING = words("adverbs", "not_negating")
_YET = words("adverbs", "unfinished")
_NO = words("adverbs", "negative_determiners")
_NOBODY = words("adverbs", "negative_subjects")
_STATES = words("states")
_CONDITIONS = words("conditions", "kinds")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TELLING = frozenset({Effect.REPORT, Effect.PLAN, Effect.LAPSE, Effect.ANNOUNCE})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_CANNOT = words("auxiliaries", "ability")


def _told_in_the_past(verb: Token) -> bool:
    """Whether "would" is the future seen from a report in the past, or of a relative clause."""
    node = verb
    while node.dep_ == "conj":
        node = node.head
    if node.dep_ == "relcl":
        return True
    if node.dep_ not in {"ccomp", "advcl", "xcomp"}:
        return False
    effects = (effect_of("verb", "clause", k, "") for k in keys(node.head))
    effect = next((e for e in effects if e), None)
    told = past(node.head) or perfect(node.head, tense="VBZ") or perfect(node.head, tense="VBP")
    return effect in _TELLING or (effect is None and node.dep_ == "ccomp" and told)


def _modal(verb: Token, aux: Token) -> Effect | None:
    word = aux.lower_
    if word in _FUTURE:
        return Effect.POSSIBLE if conditional_child(verb, _IF) else Effect.PLAN
    if word in _CONDITIONAL:
        if any(c.lower_ in _LATER and c.dep_ == "advmod" and c.i < verb.i for c in verb.children):
            return Effect.FACT
        if any(a.lower_ in {"have", "'ve", "’ve"} for a in auxiliaries(verb)) or conditional_child(verb, _IF):
            return Effect.POSSIBLE
        return Effect.PLAN if _told_in_the_past(verb) else Effect.POSSIBLE
    return Effect.POSSIBLE if word in _MODAL else None


def _negations(verb: Token, ignored: frozenset[int], arguments: frozenset[str]) -> Iterator[Token]:
    for child in verb.children:
        if child.i in ignored:
            continue
        following = child.doc[child.i + 1].lower_ if child.i + 1 < len(child.doc) else ""
        argument = child.dep_ in arguments
        if (child.dep_ == "neg" and following not in _NOT_NEGATING) or (argument and child.lower_ in _NOBODY):
            yield child
        elif argument:
            yield from (d for d in child.children if d.dep_ == "det" and d.lower_ in _NO)
        elif child.lower_ == "longer" and any(g.lower_ == "no" for g in child.children):
            yield child


def _negation(verb: Token, modal: str, ignored: frozenset[int], *, own: bool) -> Iterator[Cue]:
    for word in _negations(verb, ignored, _ARGUMENTS if own else _SUBJECTS):
        why = f"negated: {word.text} … {verb.text}"
        around = word.doc[max(0, word.i - 2) : verb.right_edge.i + 1]
        if any(t.lower_ in _YET and t.head.i == verb.i for t in around):
            yield Cue(Effect.PLAN, f"not yet: {verb.text}")
        elif modal in _CANNOT or modal in _CONDITIONAL:
            yield Cue(Effect.CANCEL, why)
        elif modal not in _OBLIGATION:
            yield Cue(Effect.NEGATE, why)
        return


def _standing(verb: Token, forms: set[str], kind: str) -> bool:
    """Whether a passive in the present names a condition: "three reporters are held"."""
    return verb.tag_ == "VBN" and forms == {"be"} and verb.lemma_ in _STATES and kind in _CONDITIONS


def _aspect(verb: Token, kind: str) -> Iterator[Cue]:
    helpers = [a for a in auxiliaries(verb) if a.tag_ != "TO"]
    forms = {a.lemma_ for a in helpers}
    progressive = verb.tag_ == "VBG" and "be" in forms
    passive_progressive = any(a.lower_ == "being" for a in helpers)
    now = present(verb) and not in_group(kind, "instant")
    lasting = in_group(kind, "lasting") if not helpers else _standing(verb, forms, kind)
    if now and (progressive or passive_progressive):
        yield Cue(Effect.ONGOING, f"under way: {' '.join(a.text for a in helpers)} {verb.text}")
    elif now and lasting:
        yield Cue(Effect.ONGOING, f"lasting state in the present: {verb.text}")
    elif verb.tag_ == "VBG" and not helpers and verb.dep_ == "ROOT" and not in_group(kind, "speech"):
        yield Cue(Effect.ONGOING, f"under way: {verb.text}")


def _first(verb: Token) -> bool:
    """Whether a verb opens its sentence, as an imperative does."""
    return all(t.is_punct or t.is_space for t in verb.doc[verb.sent.start : verb.i])


def _mood(verb: Token, kind: str) -> Iterator[Cue]:
    bare = verb.tag_ == "VB" and verb.dep_ == "ROOT"
    if bare and infinitive(verb):
        yield Cue(Effect.PLAN, f"headline infinitive: to {verb.text}")
    elif bare and not auxiliaries(verb) and _first(verb) and not in_group(kind, "speech"):
        yield Cue(Effect.POSSIBLE, f"imperative: {verb.text}")
    if verb.sent[-1].lower_ == "?" and verb.dep_ == "ROOT" and finite(verb):
        yield Cue(Effect.POSSIBLE, "a question")


def _adverbs(verb: Token, kind: str) -> Iterator[Cue]:
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in _MAYBE:
            yield Cue(Effect.POSSIBLE, f"hedged: {child.text}")
        elif child.dep_ == "advmod" and child.lower_ in _STILL and present(verb) and not in_group(kind, "speech"):
            yield Cue(Effect.ONGOING, f"under way: {child.text}")


def verb_cues(verb: Token, kind: str, ignored: frozenset[int], head: int = -1) -> Iterator[Cue]:
    """Give the cues of a verb's own form, innermost first; tokens at `ignored` belong to the trigger itself.

    `head` is the trigger: what a refusal itself negates ("will not lift") is what it says, not its status.
    """
    yield from _aspect(verb, kind)
    yield from _mood(verb, kind)
    if kind == "refusal" and verb.i == head:
        return
    modal = ""
    for aux in auxiliaries(verb):
        effect = _modal(verb, aux) if aux.tag_ == "MD" and aux.i not in ignored else None
        if effect:
            modal = aux.lower_
            yield Cue(effect, f"{'future' if effect is Effect.PLAN else 'modal'}: {aux.text} {verb.text}")
    yield from _adverbs(verb, kind)
    yield from _negation(verb, modal, ignored, own=verb.i == head)
    if finite(verb) and not modal:
        tense = "past" if past(verb) or perfect(verb, tense="VBZ") or perfect(verb, tense="VBP") else "present"
        yield Cue(Effect.FACT, f"{tense} tense: {verb.text}")
