"""PLOVER roots of sentences: dashlib's kinds as the fifteen roots, the quad classes and the two sides.

A sentence has one labelled root; "no event" counts as wrong. The labels speak of words and deeds to come as PLOVER
2018 does: a promise of help is AGREE, a promise of harm THREATEN (PLOVER manual, rules for future acts).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from spacy.tokens import Doc

from dashlib.codebook.kinds import KINDS
from dashlib.codebook.tables import read_toml
from dashlib.parsing.annotations import mentions
from dashlib.types import Mention, Role, Status

__all__ = ["Guess", "PloverScores", "Sentence", "guess", "principal", "root_of", "score"]

_COOPERATIVE = frozenset({1, 2})


class Sentence(NamedTuple):
    """A labelled sentence: its text, the spans of source and target, root and quad class."""

    text: str
    source: str
    target: str
    root: str
    quad: str


class Guess(NamedTuple):
    """What dashlib says of a sentence; empty texts and root where it finds no event."""

    root: str = ""
    quad: str = ""
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    rule: str = ""


class PloverScores(NamedTuple):
    """Macro F1, accuracy of the two heads and the share of swapped pairs, as fractions; `silent` counts sentences."""

    root: float
    quad: float
    binary: float
    silent: int
    source_accuracy: float
    target_accuracy: float
    swapped: float


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Any]:
    return read_toml("plover_roots.toml")


def root_of(mention: Mention) -> str:
    """Give the root of a mention: of its kind and mode, or of a promise or menace where the act is still to come."""
    kind = KINDS[mention.kind]
    if mention.status is Status.CANCELLED and kind.quad in _COOPERATIVE:
        return "REJECT"
    if mention.status is Status.PLANNED and mention.kind not in _table()["words"]["kinds"]:
        return "AGREE" if kind.quad in _COOPERATIVE else "THREATEN"
    named = next((r for start, r in _table()["rules"].items() if mention.rule.startswith(start)), None)
    if named is not None:
        return str(named)
    root = _table()["roots"].get(mention.kind, kind.plover_type)
    return str(_table()["modes"].get(f"{mention.kind}/{mention.mode}", root))


def principal(doc: Doc) -> Mention | None:
    """Give the mention that a sentence is about: with both sides named, done rather than meant, highest in the tree."""
    found = mentions(doc)
    return min(found, key=lambda m: _rank(doc, m), default=None)


def _rank(doc: Doc, mention: Mention) -> tuple[int, int, int]:
    sides = len({a.role for a in mention.arguments})
    depth = sum(1 for _ in doc[mention.head].ancestors)
    return (depth - sides, -sides, mention.head)


def guess(doc: Doc) -> Guess:
    """Give root, quad class and sides of a parsed sentence."""
    mention = principal(doc)
    if mention is None:
        return Guess()
    root = root_of(mention)
    equal = [a.mention.text for a in mention.arguments if a.role is Role.PARTICIPANT]
    sources = [a.mention.text for a in mention.arguments if a.role is Role.INITIATOR] or equal[:1]
    targets = [a.mention.text for a in mention.arguments if a.role is Role.RECIPIENT] or equal[1:]
    return Guess(root, str(_table()["quads"][root]), tuple(sources), tuple(targets), mention.rule)


def _macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    gold, said = Counter(g for g, _ in pairs), Counter(s for _, s in pairs)
    right = Counter(g for g, s in pairs if g == s)
    return sum(2 * right[c] / (gold[c] + said[c]) for c in gold) / max(1, len(gold))


def _binary(quad: str) -> str:
    return "" if not quad else "co-operation" if int(quad) in _COOPERATIVE else "conflict"


def _names(span: str, texts: Iterable[str]) -> bool:
    low = span.lower()
    return any(t.lower() in low or low in t.lower() for t in texts)


def _share(pairs: Iterable[tuple[Sentence, Guess]], test: Callable[[Sentence, Guess], bool]) -> float:
    values = [test(s, g) for s, g in pairs]
    return sum(values) / max(1, len(values))


def score(both: Sequence[tuple[Sentence, Guess]]) -> PloverScores:
    """Score labelled sentences with their guesses; heads are scored where dashlib found an event."""
    found = [(s, g) for s, g in both if g.root]
    return PloverScores(
        root=_macro_f1([(s.root, g.root) for s, g in both]),
        quad=_macro_f1([(s.quad, g.quad) for s, g in both]),
        binary=_macro_f1([(_binary(s.quad), _binary(g.quad)) for s, g in both]),
        silent=len(both) - len(found),
        source_accuracy=_share(found, lambda s, g: _names(s.source, g.sources)),
        target_accuracy=_share(found, lambda s, g: _names(s.target, g.targets)),
        swapped=_share(found, lambda s, g: _names(s.source, g.targets) and not _names(s.source, g.sources)),
    )
