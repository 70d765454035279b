"""One mention an event and clause: of two triggers that tell the same event, the one with more to say stays."""

from collections.abc import Iterable

from spacy.tokens import Token

from dashlib.codebook.nesting import absorbs, same_event
from dashlib.codebook.words import word_class
from dashlib.parsing.events.found import Found
from dashlib.parsing.events.labels import VERBS
from dashlib.types import Status

__all__ = ["one_each"]


def one_each(found: Iterable[Found]) -> list[Found]:
    """Drop what a mention above or beside it in the same clause already tells, and hand its arguments on."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda f: (_depth(f.head), f.head.i)):
        kept = [k for k in kept if not _only_promises(k, item)]
        host = next((k for k in kept if _tells(k, item)), None)
        if host is None:
            kept.append(item)
        else:
            kept[kept.index(host)] = host.joined(item)
    return sorted(kept, key=lambda f: f.head.i)


def _only_promises(host: Found, item: Found) -> bool:
    """Whether the outer one only says that the inner is meant ("agreed to send", "is ready to meet"): pledges keep their kind."""
    if host.kind != "agreement" or item.status is Status.HAPPENED or host.head.sent != item.head.sent:
        return False
    return (
        host.head.lemma_.lower() in word_class("intent") | {"be"}
        and _within(host.head, item.head)
        and _governs(host, item)
    )


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _tells(host: Found, item: Found) -> bool:
    if host.head.sent != item.head.sent or not _within(host.head, item.head):
        return False
    if absorbs(host.kind, item.kind) and _governs(host, item):
        return True
    return same_event(host.kind, item.kind) and not _own_clause(host.head, item.head) and not _apart(host, item)


def _within(above: Token, below: Token) -> bool:
    return above.is_ancestor(below)


def _governs(host: Found, item: Found) -> bool:
    """Whether the inner one is what the outer one speaks of: "threatened to strike", "refused to free"."""
    return not any(t.dep_ in {"conj", "advcl", "relcl"} for t in _path(host.head, item.head))


def _path(above: Token, below: Token) -> list[Token]:
    path = [below]
    for token in below.ancestors:
        if token.i == above.i:
            return path
        path.append(token)
    return path


def _own_clause(above: Token, below: Token) -> bool:
    """Whether a clause with a subject of its own, or a coordinated one, lies between."""
    for token in _path(above, below):
        if token.dep_ in {"conj", "parataxis", "ccomp"} and token.pos_ in VERBS:
            return True
        if token.dep_ in {"relcl", "advcl"} and any(
            c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ not in {"that", "which", "who"} for c in token.children
        ):
            return True
    return False


def _apart(host: Found, item: Found) -> bool:
    """Whether the two name different doers."""
    ours, theirs = host.doers(), item.doers()
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)
