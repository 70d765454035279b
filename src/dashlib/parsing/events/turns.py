"""Turns of meaning that the grammar makes: what is said not to be done is refused, what another must do is demanded."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from dashlib.codebook.kinds import KINDS
from dashlib.codebook.nesting import refusable
from dashlib.codebook.triggers import Trigger
from dashlib.codebook.words import word_class
from dashlib.parsing.events.actors import actors_of
from dashlib.parsing.events.candidates import Candidate
from dashlib.parsing.events.found import Found
from dashlib.parsing.events.grammar import key, objects, subjects
from dashlib.parsing.events.labels import SUBJECTS, VERBS
from dashlib.types import Argument, Role, Status

__all__ = ["demanded", "denied", "joined", "refused"]

_REFUSAL = Trigger(("will", "not"), 0, "VERB", "refusal", "refuse", "", (), (), (0, 0), "will not (verb) → refusal")
_VIOLENT = "ASSAULT"
_ADVERBIAL = frozenset({"advmod", "npadvmod"})
_TWO = 2
_JOINT = Trigger(("together",), 0, "VERB", "cooperation", "agree", "", (), (), (0, 0), "together (verb) → cooperation")
_DEMAND = Trigger(("must",), 0, "VERB", "demand", "blame", "", (), (), (0, 0), "must, said of another (verb) → demand")


def refused(candidate: Candidate) -> Candidate:
    """Give the candidate as a refusal where somebody says that a friendly act will not be done, else the candidate."""
    if not refusable(candidate.kind):
        return candidate
    verb, how = (candidate.head, "") if candidate.verbal else candidate.governing
    if verb is None or how == "subj" or not _unwilling(verb):
        return candidate
    return Candidate(candidate.head, candidate.tokens, _REFUSAL)


def _unwilling(verb: Token) -> bool:
    if any(c.dep_ == "mark" and c.lower_ in word_class("hypotheses") for c in verb.children):
        return False
    if _yet(verb):
        return True
    negated = any(c.dep_ == "neg" for c in verb.children)
    if negated and key(verb) in word_class("willing"):
        return True
    return negated and any(c.dep_ == "aux" and c.lower_ in word_class("future") for c in verb.children)


def _yet(verb: Token) -> bool:
    """Whether it "has yet to" be done."""
    above = verb.head
    return verb.dep_ == "xcomp" and key(above) == "have" and any(c.lower_ == "yet" for c in above.children)


def demanded(doc: Doc) -> Iterator[Candidate]:
    """Give a demand for each "X said that Y must …" in which X and Y are different actors."""
    for token in doc:
        if (
            token.lower_ in word_class("obligation")
            and token.dep_ == "aux"
            and not _negated(token.head)
            and _said_of_another(token.head)
        ):
            yield Candidate(token.head, (token, token.head), _DEMAND)
        elif (
            key(token) in word_class("obliging")
            and not _negated(token)
            and token.pos_ in VERBS
            and _said_of_another(token)
            and _infinitive(token)
        ):
            yield Candidate(token, (token,), _DEMAND)


def joined(doc: Doc) -> Iterator[Candidate]:
    """Give joint work for each act that two actors do "together" or "side by side" (codebook: cooperation is done, not said)."""
    for token in doc:
        verb = token.head if token.head.pos_ in VERBS else token.head.head
        if (
            token.lower_ in word_class("jointly")
            and token.dep_ in _ADVERBIAL
            and verb.pos_ in VERBS
            and key(verb) not in word_class("not_joint")
            and len({a.actor for s in subjects(verb) for t in (s, *s.conjuncts) for a in actors_of(t)}) >= _TWO
        ):
            yield Candidate(verb, (verb, token), _JOINT)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in verb.children)


def _said_of_another(verb: Token) -> bool:
    first = verb.head if verb.dep_ == "conj" else verb
    above = first.head
    if first.dep_ != "ccomp" or key(above) not in word_class("saying"):
        return False
    own = [a for c in verb.children if c.dep_ in SUBJECTS | {"nsubjpass"} for a in actors_of(c)]
    speakers = [a for s in subjects(above) for a in actors_of(s)]
    names = {a.actor.name for a in speakers}
    return bool(own) and bool(speakers) and names.isdisjoint(a.actor.name for a in own)


def denied(doc: Doc, deeds: Iterable[Found]) -> list[Found]:
    """Give the deeds that somebody denies to have done ("both deny involvement"): the deed last told before, denied.

    CODEBOOK, settled difference 4: "denies involvement" denies the deed of that actor.
    """
    told = sorted((d for d in deeds if KINDS[d.kind].plover_type == _VIOLENT), key=lambda d: d.head.i)
    out = []
    for token in doc:
        if key(token) == "deny" and token.pos_ in VERBS and any(key(o) in word_class("deeds") for o in objects(token)):
            before = [d for d in told if d.head.i < token.i] or [d for d in told if d.head.sent == token.sent]
            if before:
                out.append(_denial(token, before[-1]))
    return out


def _denial(verb: Token, deed: Found) -> Found:
    doers = [Argument(Role.INITIATOR, a) for s in subjects(verb) for t in (s, *s.conjuncts) for a in actors_of(t)]
    done_to = [a for a in deed.arguments if a.role is Role.RECIPIENT]
    entry = deed.candidate.entry._replace(words=("deny",), rule=f"deny a deed (verb) → {deed.kind}")
    return Found(
        candidate=Candidate(verb, (verb,), entry),
        kind=deed.kind,
        mode=deed.mode,
        arguments=(*doers, *done_to),
        status=Status.DENIED,
        cues=(entry.rule,),
    )
