"""Which reporting word governs an event: the climb from its trigger to whoever says so."""

from collections.abc import Iterator

from spacy.tokens import Token

from dashlib.codebook.reporting import (
    ADJUNCTS,
    BLAMING,
    CITING,
    DENYING,
    INFORMING,
    OBJECTS,
    PREPOSITIONS,
    STATEMENTS,
    TELLING,
)
from dashlib.parsing.attribution.claimants import citable, claimants, sources

__all__ = ["Source", "source_of"]

_CLAUSES = frozenset({"ccomp", "xcomp", "csubjpass", "parataxis"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})


class Source(tuple[Token, tuple[Token, ...]]):
    """The reporting word, and the nouns of those whose word it gives."""

    __slots__ = ()

    @property
    def cue(self) -> Token:
        """The reporting word."""
        return self[0]

    @property
    def who(self) -> tuple[Token, ...]:
        """The claimants' head nouns."""
        return self[1]


def _is_content(node: Token, verb: Token, below: Token) -> bool:
    """Whether a word is (part of) what a reporting verb reports."""
    lemma = verb.lemma_.lower()
    if lemma not in TELLING | BLAMING | DENYING:
        return False
    if node.dep_ in _CLAUSES:
        return not (node.dep_ == "xcomp" and lemma in DENYING - {"deny"})
    if node.dep_ in _OBJECTS:
        if below.lower_ in ADJUNCTS:
            return False
        charged = lemma in BLAMING | INFORMING and below.dep_ == "prep" and below.lower_ in PREPOSITIONS["blame"]
        return charged or lemma in OBJECTS
    if node.dep_ == "prep":
        return node.lower_ in PREPOSITIONS["blame" if lemma in BLAMING else "tell"]
    return False


def _according(node: Token) -> list[Token]:
    """Give the nouns of an "according to", "citing" or a bare "X said" that hangs on a word."""
    cited = _cited(node)
    if cited:
        return cited
    for child in node.children:
        if child.lower_ == "according":
            return [o for p in child.children if p.lower_ == "to" for o in p.children if o.dep_ == "pobj"]
        if child.dep_ in {"parataxis", "ccomp"} and child.lemma_ in TELLING and child.i > node.i and _bare(child):
            return claimants(child)
    return []


def _cited(verb: Token) -> list[Token]:
    """Give those whom a report cites ("…, the agency said, citing officials")."""
    cues = (c for c in verb.children if c.lemma_ in CITING and c.tag_ == "VBG")
    return [o for c in cues for o in c.children if o.dep_ == "dobj" and citable(o)]


def _bare(verb: Token) -> bool:
    """Whether a reporting verb has no content of its own, so that the clause around it is what it says."""
    return not any(c.dep_ in {"ccomp", "dobj", "xcomp"} for c in verb.children)


def _loose(sentence_of: Token, path: frozenset[int]) -> list[Token]:
    """Give the nouns of an "according to" that the parser hung low in a clause whose verb is on the path."""
    for token in sentence_of.sent:
        if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "to":
            continue
        clause = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), token.head)
        opening = token.i - token.sent.start <= 1
        while (
            clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.i not in path
        ):  # "…, killing three, according to"
            clause = clause.head
        if clause.i in path or opening:
            return [o for p in token.children if p.lower_ == "to" for o in p.children if o.dep_ == "pobj"]
    return []


def _spread(nouns: list[Token]) -> tuple[Token, ...]:
    out: list[Token] = []
    for noun in nouns:
        for one in [noun, *noun.conjuncts]:
            behind = sources(one) if one.lemma_.lower() in STATEMENTS else []
            out += behind or [one]
    return tuple(dict.fromkeys(out))


def _steps(head: Token) -> Iterator[tuple[Token, Token]]:
    """Yield (word, its governor) from a trigger to the root of its sentence."""
    node = head
    while node.head.i != node.i:
        yield node, node.head
        node = node.head


def source_of(head: Token, own: frozenset[int]) -> Source | None:
    """Give the nearest source of what stands at a trigger; words at `own` belong to the event itself."""
    path, below = {head.i}, head
    found = _according(head)
    if found:
        return Source((head, _spread(found)))
    for node, governor in _steps(head):
        path.add(governor.i)
        if governor.i not in own and governor.pos_ == "VERB" and _is_content(node, governor, below):
            who = _cited(governor) or claimants(governor)
            if who:
                return Source((governor, tuple(dict.fromkeys(who))))
        if governor.i not in own and governor.lemma_.lower() in STATEMENTS and _told_by(node):
            who = sources(governor)
            if who:
                return Source((governor, tuple(who)))
        found = _according(governor)
        if found and not _other_clause(node, governor):
            return Source((governor, _spread(found)))
        below = node
    found = _loose(head, frozenset(path))
    return Source((head, _spread(found))) if found else None


def _told_by(node: Token) -> bool:
    return node.dep_ in {"acl", "ccomp", "appos"} or (node.dep_ == "prep" and node.lower_ in PREPOSITIONS["noun"])


def _other_clause(node: Token, governor: Token) -> bool:
    """Whether a word stands in a coordinate clause with a subject of its own."""
    return node.dep_ == "conj" and governor.pos_ == "VERB" and any(c.dep_ == "nsubj" for c in node.children)
