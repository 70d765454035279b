"""Finds triggers: lexicon entries whose words stand in the right places and whose conditions hold."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dashlib.codebook.triggers import Trigger, lexicon
from dashlib.parsing.events.conditions import hold
from dashlib.parsing.events.grammar import key, misread, modifiers, objects, prepositional
from dashlib.parsing.events.labels import NOUNS, PREPOSITIONS, VERBS
from dashlib.parsing.events.reading import Reading

__all__ = ["Candidate", "candidates"]

_ELSEWHERE = frozenset({"nsubj", "csubj", "relcl", "conj", "aux", "poss", "advcl"})
_MARTIAL = frozenset({"attack", "fight", "fire"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_PARTS = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN"}


class Candidate(Reading):
    """A reading with the lexicon entry that it satisfies and the kind proposed for it (settled later)."""

    def __init__(self, head: Token, tokens: tuple[Token, ...], entry: Trigger) -> None:
        super().__init__(head, tokens)
        self.entry = entry
        self.kind = entry.kind

    @property
    def martial(self) -> bool:
        """Whether the entry tells of fighting."""
        return self.entry.frame in _MARTIAL


def candidates(doc: Doc) -> list[Candidate]:
    """Give the best entry of each token that heads one; tokens inside a longer trigger head none of their own."""
    found = [c for token in doc for c in _at(token)]
    inside = {t.i for c in found if c.kind for t in c.tokens if t.i != c.head.i}
    return [c for c in found if c.kind and c.head.i not in inside]


def _part(token: Token) -> str | None:
    """Give the part of speech under which a token is looked up; adjectives count as the verbs or nouns they are."""
    if token.pos_ != "ADJ":
        return _PARTS.get(token.pos_)
    if token.dep_ in _NOMINAL:
        return "NOUN"
    return "VERB" if token.tag_ in {"VBN", "VBD", "VBG"} or misread(token) else None


def _at(token: Token) -> Iterator[Candidate]:
    part = _part(token)
    if part is None or (token.pos_ == "PROPN" and token.ent_type_ == "DATE"):
        return
    for entry in lexicon().entries.get((key(token), part), ()):
        tokens = _match(token, entry)
        if tokens is None:
            continue
        candidate = Candidate(token, tokens, entry)
        if hold(candidate, entry.needs, entry.blocks):
            yield candidate
            return


def _match(head: Token, entry: Trigger) -> tuple[Token, ...] | None:
    if len(entry.words) == 1:
        return (head,)
    return _match_verb(head, entry.words) if entry.pos == "VERB" else _match_noun(head, entry)


def _match_verb(head: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    out = [head]
    for word in words[1:]:
        step = next(
            (t for base in (out[-1], *reversed(out[:-1])) for t in _steps(base) if _is(t, word) and t not in out), None
        )
        if step is None:
            return None
        out.append(step)
    return tuple(out)


def _goes_on(child: Token) -> bool:
    if child.dep_ in _ELSEWHERE or (child.dep_ == "ccomp" and child.pos_ in VERBS):
        return False
    return child.dep_ != "dative" or child.pos_ == "ADP"


def _steps(base: Token) -> Iterator[Token]:
    """Give what a multi-word trigger may go on with: dependents, objects of the passive, objects counted or joined."""
    yield from (c for c in base.children if _goes_on(c))
    if base.pos_ in VERBS or misread(base):
        for token in objects(base):
            yield token
            yield from token.conjuncts
            yield from (m for m in modifiers(token) if m.pos_ not in VERBS)
            yield from prepositional(token, "of")
        yield from (
            m for c in base.children if c.dep_ in {"xcomp", "acl", "advcl"} for m in c.children if m.tag_ == "TO"
        )
    elif base.tag_ == "TO" and base.dep_ == "aux":
        yield base.head
    elif base.pos_ in NOUNS:
        yield from (t for c in base.conjuncts for t in (c, *modifiers(c)))
    elif base.dep_ in PREPOSITIONS:
        yield from (t for c in base.children for t in (c, *c.conjuncts, *modifiers(c)))


def _is(token: Token, word: str) -> bool:
    return key(token) == word or token.lower_ == word


def _match_noun(head: Token, entry: Trigger) -> tuple[Token, ...] | None:
    before, after = entry.words[: entry.head], entry.words[entry.head + 1 :]
    out: list[Token] = []
    pool = modifiers(head)
    for word in before:
        step = next((t for t in pool if _is(t, word)), None) or _just_before(head, word, len(before))
        if step is None:
            return None
        out.append(step)
    out.append(head)
    for word in after:
        step = next((t for base in (out[-1], head) for t in _steps_noun(base) if _is(t, word)), None)
        if step is None:
            return None
        out.append(step)
    return tuple(out)


def _just_before(head: Token, word: str, reach: int) -> Token | None:
    window = [t for t in head.doc[max(head.sent.start, head.i - reach - 1) : head.i] if not t.is_punct]
    return next((t for t in window[-reach:] if _is(t, word) and t.pos_ not in VERBS), None)


def _steps_noun(base: Token) -> Iterator[Token]:
    for child in base.children:
        if child.dep_ == "prep":
            yield child
        if base.dep_ == "prep":
            yield child
            yield from modifiers(child)
            yield from child.conjuncts
