"""Leaves out what is no event: words without anybody who acts, background, names (codebook, differences 3 and 15)."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from dashlib.codebook.frames import frames
from dashlib.codebook.kinds import KINDS
from dashlib.codebook.words import word_class
from dashlib.parsing.annotations import places, timexes
from dashlib.parsing.events.actors import actors_of
from dashlib.parsing.events.candidates import Candidate
from dashlib.parsing.events.conditions import token_marked
from dashlib.parsing.events.grammar import key, misread, passive, subjects
from dashlib.parsing.events.labels import VERBS
from dashlib.types import ActorMention, Argument

__all__ = ["reported"]

_DATED = frozenset({"DATE", "TIME"})
_BACKGROUND = frozenset({"since", "amid", "despite", "regarding", "concerning", "throughout", "about"})
_MATERIAL_CONFLICT = 4
_FORCEFUL = frozenset({"War", "Help", "Pressure"})
_OVER = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "ccomp", "xcomp"})
_PUBLIC = frozenset(
    {"call", "summit", "meeting", "visit", "negotiation", "agreement", "cooperation", "support", "refusal"}
)
_GATHERINGS = frozenset({"call", "summit", "meeting", "visit", "negotiation"})
_SPEAKERS = frozenset({"we", "they"})
_SPOKEN = frozenset({"demand", "refusal", "accusation", "threat", "support", "concession"})
_PRIVATE = frozenset({"", "CVL"})
_PLACED = frozenset({"in", "at", "near", "on", "across", "outside", "inside", "around"})


def reported(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether a candidate is told as an event of the news."""
    return all(test(candidate, arguments) for test in _TESTS)


def _grounded(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Somebody acts or is acted on; or a place or a day is given."""
    if arguments:
        return True
    if candidate.verbal and (_peopled(candidate) or (candidate.kind == "strike" and candidate.slot("obj"))):
        return True
    if not candidate.verbal and any(
        key(c) in word_class("harm") for c in candidate.head.children if c.dep_ in {"relcl", "acl"}
    ):
        return True
    if candidate.kind == "aid" and any(t.ent_type_ == "MONEY" for t in candidate.head.sent):
        return True
    return (
        _placed(candidate)
        or _harmful(candidate)
        or dated(candidate)
        or _unnamed(candidate)
        or _occurs(candidate)
        or _told_by_name(candidate)
    )


def _unnamed(candidate: Candidate) -> bool:
    """Whether doers of public life stand in a role, though nobody is named ("the two sides", "both ministers")."""
    if candidate.verbal and candidate.kind in _SPOKEN and not _SPEAKERS.isdisjoint(candidate.lemmas("subj")):
        return True
    roles = frames()[candidate.entry.frame].roles
    return any(not word_class("doers").isdisjoint(candidate.lemmas(name)) for name in roles if name != "obj") or (
        passive(candidate.head) and not word_class("doers").isdisjoint(candidate.lemmas("obj"))
    )


def _occurs(candidate: Candidate) -> bool:
    """Whether a gathering or process is said to take place or to end ("the talks resumed", "the visit was called off")."""
    verb, how = candidate.governing
    return (
        candidate.kind in _GATHERINGS
        and verb is not None
        and how in {"subj", "obj"}
        and key(verb) in word_class("occurring")
    )


def _told_by_name(candidate: Candidate) -> bool:
    """Whether an act of war, help or pressure is what an actor speaks of or acts on ("There is no truce, the M23 said")."""
    if KINDS[candidate.kind].family not in _FORCEFUL or _pointing_back(candidate):
        return False
    path = list(_clause_path(candidate.head))
    return any(actors_of(s) for verb in path if verb.pos_ in VERBS for s in subjects(verb))


def _pointing_back(candidate: Candidate) -> bool:
    """Whether a noun only points back at what was told before ("said that the attack was over")."""
    return not candidate.verbal and any(c.lower_ in word_class("pointing") for c in candidate.head.children)


def _clause_path(head: Token) -> Iterator[Token]:
    """Give the words above a trigger up to the first that stands beside, not over, what it tells."""
    token = head
    while token.dep_ in _OVER and token.head.i != token.i:
        token = token.head
        yield token


def _peopled(candidate: Candidate) -> bool:
    """Whether people of a public sort act (crowds, fighters, ministers), or a passive tells what was done to people."""
    doers = set(candidate.lemmas("subj"))
    if any(
        not word_class(name).isdisjoint(doers)
        for name in ("crowd", "gunmen", "forces", "ministers", "leaders", "courts")
    ):
        return True
    done_to = set(candidate.lemmas("obj"))
    return passive(candidate.head) and not word_class("humans").isdisjoint(done_to)


def _harmful(candidate: Candidate) -> bool:
    """Whether a noun is what people were killed, wounded or driven out in."""
    verb, _ = candidate.governing
    return verb is not None and key(verb) in word_class("harm") and KINDS[candidate.kind].quad == _MATERIAL_CONFLICT


def _placed(candidate: Candidate) -> bool:
    if not candidate.verbal and any(
        p.first <= t.i < p.last for t in candidate.head.subtree for p in places(candidate.head.doc)
    ):
        return True
    if any(token_marked(t, "@place") for name in ("obj", "of", "subj", *_PLACED) for t in candidate.slot(name)):
        return True
    return candidate.verbal and any(
        token_marked(t, "@place")
        for c in candidate.head.children
        if c.dep_ == "prep" and c.lower_ in _PLACED
        for p in c.children
        for t in (q for inner in p.children if inner.dep_ == "prep" for q in inner.children)
    )


def dated(candidate: Candidate) -> bool:
    """Whether a date hangs on the trigger or on the verb that carries it."""
    verb, _ = candidate.governing
    bases = {
        t.i for base in (candidate.head, verb) if base is not None for c in base.children for t in (c, *c.children)
    }
    bases |= {
        t.i
        for base in (candidate.head, verb)
        if base is not None
        for c in base.children
        if c.dep_ == "prep"
        for t in c.subtree
    }
    found = timexes(candidate.head.doc)
    if found:
        return any(t.kind in _DATED and not bases.isdisjoint(range(t.first, t.last)) for t in found)
    return any(candidate.head.doc[i].ent_type_ in _DATED for i in bases)


def _not_background(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether it is more than a noun in passing ("since the invasion", "amid protests"), or dated."""
    del arguments
    if candidate.verbal:
        return True
    _, how = candidate.governing
    if key(candidate.head) in word_class("standing") and how not in {"obj", "subj"} and not dated(candidate):
        return False
    prep = candidate.head.head.lower_ if candidate.head.dep_ == "pobj" else how
    return prep not in _BACKGROUND or dated(candidate)


def _not_generic(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether it is more than a noun that modifies another ("peace talks venue", "strike capability")."""
    del arguments
    head = candidate.head
    if candidate.verbal:
        return True
    if head.dep_ in {"compound", "nmod"} and head.head.i > head.i:
        return False
    return not (head.dep_ == "pobj" and key(head.head.head) in word_class("hypothetical"))


def _not_hypothetical(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether it is told as a fact: not "once X does", "if X does" in the present, nor "without a deal"."""
    del arguments
    head = candidate.head
    if not candidate.verbal:
        return not (head.dep_ == "pobj" and head.head.lower_ == "without")
    return not (
        head.tag_ in {"VBZ", "VBP"}
        and any(c.dep_ == "mark" and c.lower_ in word_class("hypotheses") for c in head.children)
    )


def _public(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether more than private persons take part in what is diplomacy (codebook, settled difference 15)."""
    if candidate.kind not in _PUBLIC or not arguments:
        return True
    return any(_official(a.mention) for a in arguments)


def _official(mention: ActorMention) -> bool:
    """Whether an actor is no private person: a body, a person with a known office, or one with a title in the text."""
    if mention.actor.type != "person" or mention.actor.sector not in _PRIVATE:
        return True
    words = {w.lower() for w in mention.text.split()}
    return not word_class("ministers").isdisjoint(words) or not word_class("leaders").isdisjoint(words)


def _not_adjective(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether it is more than a participle before a noun ("the occupied territory", "released figures")."""
    del arguments
    return candidate.head.dep_ != "amod" or misread(candidate.head)


def _not_name(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether it stands outside a name ("Rapid Strike Force"), or all is written like a name (a headline)."""
    del arguments
    head = candidate.head
    if candidate.verbal or head.pos_ != "PROPN" or not head.is_title:
        return True
    named = [t for t in head.lefts if t.pos_ == "PROPN" and not actors_of(t, depth=0) and t not in candidate.tokens]
    return not named or _headline(head)


def _headline(token: Token) -> bool:
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    return sum(t.is_title or t.is_upper for t in words) > 0.7 * len(words)


def _not_habit(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether it is told as one event, not as what is usual or only wondered about ("sanctions seldom work")."""
    del arguments
    verb, _ = candidate.governing
    near = [c for base in (candidate.head, verb) if base is not None for c in (base.head, *base.children)]
    return word_class("habitual").isdisjoint(key(t) for t in near)


def _not_retold(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether the sentence is no retelling of what is long past or made up ("the historian writes", "in his memoir")."""
    del arguments
    return word_class("retelling").isdisjoint(key(t) for t in candidate.head.sent)


_TESTS: tuple[Callable[[Candidate, tuple[Argument, ...]], bool], ...] = (
    _not_adjective,
    _not_hypothetical,
    _public,
    _not_generic,
    _not_background,
    _not_name,
    _not_habit,
    _not_retold,
    _grounded,
)
