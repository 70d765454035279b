"""One mention an event and clause: of two triggers that tell the same event, the one with more to say stays."""

from collections.abc import Iterable

from spacy.tokens import Token

from dashlib.codebook.nesting import absorbs, harms, same_event
from dashlib.codebook.words import word_class
from dashlib.parsing.events.found import Found
from dashlib.parsing.events.grammar import key
from dashlib.parsing.events.labels import VERBS
from dashlib.types import Status

__all__ = ["one_each"]

_ELSEWHERE = frozenset({"ccomp", "relcl", "appos"})
_RELATIVE_SUBJECTS = frozenset({"that", "which", "who"})


def one_each(found: Iterable[Found]) -> list[Found]:
    """Drop what a mention above or beside it in the same clause already tells, and hand its arguments on."""
    by_sentence: dict[int, list[Found]] = {}
    for item in found:
        by_sentence.setdefault(item.head.sent.start, []).append(item)
    return sorted((k for here in by_sentence.values() for k in _of_sentence(here)), key=lambda f: f.head.i)


def _of_sentence(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for item in sorted(found, key=lambda f: (_depth(f.head), f.head.i)):
        kept = [k for k in kept if not _only_promises(k, item) and not _only_denies(k, item)]
        harmed = next((k for k in kept if _is_harm_of(k, item)), None)
        if harmed is not None:
            kept[kept.index(harmed)] = item.joined(harmed)
            continue
        hosts = [k for k in kept if _is_harm_of(item, k) or _tells(k, item)]
        host = max(hosts, key=lambda k: _depth(k.head), default=None)
        if host is None:
            kept.append(item)
        else:
            kept[kept.index(host)] = host.joined(item, settle=not absorbs(host.kind, item.kind))
    return kept


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _only_promises(host: Found, item: Found) -> bool:
    """Whether the outer one only says that the inner is meant ("agreed to send"): pledges keep their kind."""
    if host.kind != "agreement" or item.status is Status.HAPPENED or host.head.sent != item.head.sent:
        return False
    return key(host.head) in word_class("intent") | {"be"} and host.head.is_ancestor(item.head) and _governs(host, item)


def _only_denies(host: Found, item: Found) -> bool:
    """Whether the outer one only says that the inner did not happen: then the deed stays, denied (settled difference 4)."""
    if host.kind != "refusal" or host.head.sent != item.head.sent:
        return False
    if not host.head.is_ancestor(item.head) or not _governs(host, item):
        return False
    path = _path(host.head, item.head)
    if key(host.head) in word_class("denying"):
        return key(item.head) not in word_class("hearsay")
    return any(key(t) in word_class("hearsay") and t.i != item.head.i for t in path)


def _is_harm_of(harm: Found, event: Found) -> bool:
    """Whether one tells the harm that the other did ("were killed when missiles hit", "…, killing five")."""
    if harm is event or harm.head.sent != event.head.sent or not harms(key(harm.head), event.kind):
        return False
    if harms(key(event.head), harm.kind) and harm.head.i > event.head.i:
        return harm.head.dep_ in {"advcl", "conj"} and harm.head.head == event.head
    verb = _first_harm(harm.head, event.kind)
    if event.head.is_ancestor(verb):
        return not any(t.dep_ == "ccomp" for t in _path(event.head, verb))
    return verb.is_ancestor(event.head) and not any(t.dep_ in _ELSEWHERE for t in _path(verb, event.head))


def _first_harm(verb: Token, kind: str) -> Token:
    """Give the first of coordinated verbs of harm ("killed six and injured ten")."""
    while verb.dep_ == "conj" and harms(key(verb.head), kind):
        verb = verb.head
    return verb


def _tells(host: Found, item: Found) -> bool:
    if host.head.sent != item.head.sent or not host.head.is_ancestor(item.head) or _parted(host.head, item.head):
        return False
    if absorbs(host.kind, item.kind) and _governs(host, item):
        return True
    if not same_event(host.kind, item.kind) or _own_clause(host.head, item.head):
        return False
    return not _apart(host, item) or _during(item)


def _parted(one: Token, other: Token) -> bool:
    """Whether a semicolon parts two triggers, whatever the parse makes of it."""
    first, last = sorted((one.i, other.i))
    return any(t.text == ";" for t in one.doc[first:last])


def _governs(host: Found, item: Found) -> bool:
    """Whether the inner one is what the outer one speaks of: "threatened to strike", "refused to free"."""
    path = _path(host.head, item.head)
    return not any(t.dep_ in {"conj", "advcl", "relcl"} or _other_time(t) for t in path)


def _other_time(token: Token) -> bool:
    """Whether what follows was at another time ("threatened since the attack")."""
    return token.dep_ == "prep" and token.lower_ in word_class("other_time")


def _path(above: Token, below: Token) -> list[Token]:
    path = [below]
    for token in below.ancestors:
        if token.i == above.i:
            return path
        path.append(token)
    return path


def _own_clause(above: Token, below: Token) -> bool:
    """Whether a clause with a subject of its own, a coordinated one, or one of another time lies between."""
    for token in _path(above, below):
        if token.dep_ in {"conj", "parataxis", "ccomp"} and token.pos_ in VERBS:
            return True
        if _other_time(token):
            return True
        if token.dep_ in {"relcl", "advcl"} and any(
            c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ not in _RELATIVE_SUBJECTS for c in token.children
        ):
            return True
    return False


def _during(item: Found) -> bool:
    """Whether the inner one is a noun that only says on which occasion ("marched during a protest")."""
    head = item.head
    return head.dep_ == "pobj" and head.head.lower_ in word_class("occasion")


def _apart(host: Found, item: Found) -> bool:
    """Whether the two name different doers."""
    ours, theirs = host.doers(), item.doers()
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)
