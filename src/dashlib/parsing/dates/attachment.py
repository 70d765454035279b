"""Which event a time expression dates: read off the dependency parse.

An expression belongs to the nearest trigger above it; what hangs below a linking preposition ("since the invasion in
February 2022"), in another clause, or below a reporting verb belongs to something else.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dashlib.codebook.tables import read_toml
from dashlib.types import Mention, Precision, Status, Timex

__all__ = ["Owners", "attach", "clause_verb", "of_one_event", "words"]

_VERBS = frozenset({"VERB", "AUX"})
_CHAINS = frozenset({"xcomp", "conj", "dep", "prep", "pcomp", "acl"})
_FILLERS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "appos"})
_TOLD = 6  # the rank of an expression that a verb of telling may own
_DAY = dt.timedelta(days=1)
_USABLE = frozenset({"DATE", "TIME", "DURATION"})
_COARSE = frozenset(
    {
        Precision.MONTH,
        Precision.YEAR,
        Precision.SEASON,
        Precision.QUARTER,
        Precision.HALF,
        Precision.DECADE,
        Precision.PART,
    }
)


@lru_cache(maxsize=1)
def _table() -> Mapping[str, frozenset[str]]:
    return {k: frozenset(v) for k, v in read_toml("dating.toml").items() if isinstance(v, list)}


def words(name: str) -> frozenset[str]:
    """Give a list of dating.toml."""
    return _table()[name]


class Owners(NamedTuple):
    """The expressions that may date each mention, by its head, the best first; and each expression with its verb.

    `joined` gives the expression that is coordinated with one ("on Saturday and Sunday").
    """

    by_head: Mapping[int, tuple[tuple[Timex, bool], ...]]
    loose: tuple[tuple[Timex, Token], ...]
    joined: Mapping[Timex, Timex]

    def of(self, mention: Mention) -> tuple[tuple[Timex, bool], ...]:
        """Give the expressions of a mention, each with whether its side of publication is settled by its verb."""
        return self.by_head.get(mention.head, ())

    def with_next(self, timex: Timex) -> Timex:
        """Give an expression with the days of the one joined to it, where that tells the day after."""
        other = self.joined.get(timex)
        if other is None or timex.interval.end is None or other.interval.start is None:
            return timex
        if other.interval.start - timex.interval.end != _DAY:
            return timex
        return timex._replace(interval=timex.interval._replace(end=other.interval.end))


def clause_verb(token: Token) -> Token:
    """Give the verb of the clause of a token: itself, or the nearest verb above; the root where there is none."""
    while token.pos_ not in _VERBS and token.head != token:
        token = token.head
    return token


def of_one_event(verb: Token) -> bool:
    """Whether a clause tells what did the harm that the clause above tells ("killed after their bus was attacked")."""
    return verb.dep_ == "advcl" and verb.head.lemma_ in words("harm")


class _Climb(NamedTuple):
    """What a climb from an expression meets: the owner's head, the verb of its clause, the nouns on the way, a bar."""

    owner: int | None
    verb: Token
    hops: int
    barred: bool


def _climb(doc: Doc, timex: Timex, triggers: Mapping[int, int]) -> _Climb:
    """Climb from an expression to the first trigger or verb above it."""
    token = doc[timex.first : timex.last].root
    hops = 0
    while True:
        inside = timex.first <= token.i < timex.last
        if token.i in triggers and not inside:
            return _Climb(triggers[token.i], clause_verb(token), hops, barred=False)
        if token.pos_ in _VERBS and not inside:
            return _Climb(None, token, hops, barred=False)
        if _of_another(token, inside=inside, triggers=triggers):
            return _Climb(None, clause_verb(token), hops, barred=True)
        if hops and token.dep_ in {"prep", "mark"} and token.lower_ in words("linking"):
            return _Climb(None, clause_verb(token), hops, barred=True)
        hops += token.pos_ == "NOUN" and not inside
        if token.head == token:
            return _Climb(None, token, hops, barred=False)
        token = token.head


def _of_another(token: Token, *, inside: bool, triggers: Mapping[int, int]) -> bool:
    """Whether an expression is the attribute of a noun that is no event: "praised the plan of last year"."""
    noun = token.head
    named = token.dep_ == "prep" and token.lower_ == "of" and not inside
    return named and noun.pos_ == "NOUN" and noun.i not in triggers and noun.dep_ in _FILLERS


def _chain(verb: Token) -> list[Token]:
    """Give the verbs with which a verb shares its time: itself and those it is chained to upwards."""
    chain = [verb]
    while verb.dep_ in _CHAINS and verb.head != verb:
        verb = clause_verb(verb.head)
        if verb in chain:
            break
        chain.append(verb)
    return chain


class _Pair(NamedTuple):
    """A mention and an expression of its sentence."""

    doc: Doc
    mention: Mention
    timex: Timex
    climb: _Climb
    heads: frozenset[int]

    @property
    def head(self) -> Token:
        return self.doc[self.mention.head]

    @property
    def planned(self) -> bool:
        return self.mention.status in {Status.PLANNED, Status.POSSIBLE}

    def verbs_between(self) -> bool:
        return any(t.pos_ == "VERB" for t in self.doc[self.mention.head + 1 : self.timex.first])

    def rank(self) -> int | None:
        """Rank the expression for the mention, 0 the best; None where it is not the mention's."""
        verb = clause_verb(self.head)
        if self.climb.barred or (self.timex.interval.end is None and not self._lasting(verb)):
            return None
        report = verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lemma_ in words("reporting")
        told = self.planned and (verb.tag_ == "VBD" or report)
        if self.mention.kind in words("speech") and self._of_a_thing():
            return None
        if self.climb.owner == self.mention.head:
            return None if told and self.timex.first < self.mention.head else 0
        if self._apart():
            return None
        if self._phase():
            return 1
        if self.climb.verb == verb and (self.climb.owner is None or self._joined()):
            return (_TOLD if self._follows() else None) if told else 1
        return self._elsewhere(verb)

    def _of_a_thing(self) -> bool:
        """Whether the expression only says of which day a thing is ("praised the plan of last year")."""
        token = self.doc[self.timex.first : self.timex.last].root
        link = token.head
        return link.lower_ == "of" and link.head.pos_ == "NOUN" and link.head.i != self.mention.head

    def _apart(self) -> bool:
        """Whether the mention is a noun below "after" or the like, and the expression stands outside of it."""
        link = self.head.head
        below = self.head.dep_ == "pobj" and link.lower_ in words("linking")
        return below and self.climb.owner != self.mention.head and not self._follows()

    def _phase(self) -> bool:
        """Whether the expression says when the mention began or ended: "the truce that began on Monday"."""
        verb = self.climb.verb
        told = verb.dep_ in {"relcl", "acl"} and verb.head == self.head and verb.lemma_ in words("phases")
        return told and self.climb.owner is None

    def _follows(self) -> bool:
        """Whether the expression stands behind the mention in its phrase: "confirmed talks with the king on Friday"."""
        between = self.doc[self.mention.head + 1 : self.timex.first]
        return len(between) > 0 and not any(t.pos_ == "VERB" or t.is_punct for t in between)

    def _elsewhere(self, verb: Token) -> int | None:
        """Rank an expression of another verb of the sentence."""
        if self.climb.verb in _chain(verb)[1:]:
            return self._chained()
        if self.planned or self.mention.status is Status.ONGOING:
            return None
        joined = self.climb.owner is None and self.climb.verb in verb.conjuncts
        return 4 if joined else self._above(verb)

    def _lasting(self, verb: Token) -> bool:
        """Whether the mention may last: it is under way, or its verb is a perfect."""
        perfect = any(t.lower_ in words("perfect") for t in verb.children if t.dep_ in {"aux", "auxpass"})
        return self.mention.status is Status.ONGOING or (perfect and not self.climb.hops) or self.planned

    def _joined(self) -> bool:
        """Whether the owner and the mention are told as one: one the argument of the other, or both of one verb."""
        owner = self.doc[self.climb.owner] if self.climb.owner is not None else self.head
        return self.head in owner.subtree or owner in self.head.subtree

    def _chained(self) -> int | None:
        """Rank an expression of the verb that governs the mention's: "agreed to meet on Monday"."""
        follows = self.mention.head < self.timex.first and not self.verbs_between()
        if follows and self.climb.owner is None:
            return 2
        return None if self.planned else 3

    def _of_another(self, verb: Token) -> bool:
        """Whether the expression dates another event, in a clause that does not hold the mention."""
        return self.climb.owner is not None and self.doc[self.climb.owner] not in list(verb.ancestors)

    def _above(self, verb: Token) -> int | None:
        """Rank an expression of a clause above: a report's, or what a participle goes along with."""
        if verb.dep_ == "relcl" or self.climb.verb not in list(verb.ancestors) or self._of_another(verb):
            return None
        mark = next((t.lower_ for t in verb.children if t.dep_ in {"mark", "prep", "advmod"}), "")
        coarse = self.timex.interval.precision in _COARSE
        if verb.tag_ == "VBG" or coarse or self.climb.verb.lemma_ in words("reporting"):
            return None if mark in words("linking") and not coarse else 5
        return 5 if of_one_event(verb) and self.climb.verb == verb.head else None


def attach(doc: Doc, found: tuple[Mention, ...], timexes: tuple[Timex, ...]) -> Owners:
    """Give each mention the expressions of its sentence that may date it, the best first."""
    usable = [t for t in timexes if t.kind in _USABLE and t.interval.known]
    triggers = {i: m.head for m in reversed(found) for i in (m.head, *range(*m.trigger))}
    heads = frozenset(m.head for m in found)
    climbs = [(t, _climb(doc, t, triggers)) for t in usable]
    by_head: dict[int, tuple[tuple[Timex, bool], ...]] = {}
    for mention in found:
        sentence = doc[mention.head].sent
        near = [_Pair(doc, mention, t, c, heads) for t, c in climbs if sentence.start <= t.first < sentence.end]
        ranked = [
            (rank, _open(p.timex), p.climb.hops, abs(p.timex.first - mention.head), p.timex)
            for p in near
            if (rank := p.rank()) is not None
        ]
        by_head[mention.head] = tuple((r[-1], r[0] == _TOLD) for r in sorted(ranked, key=lambda r: r[:4]))
    return Owners(by_head, tuple((t, c.verb) for t, c in climbs if not c.barred), _coordinated(doc, usable))


def _coordinated(doc: Doc, timexes: Sequence[Timex]) -> Mapping[Timex, Timex]:
    roots = {doc[t.first : t.last].root.i: t for t in timexes}
    found = ((t, roots.get(c.i)) for i, t in roots.items() for c in doc[i].children if c.dep_ == "conj")
    return {t: other for t, other in found if other is not None}


def _open(timex: Timex) -> bool:
    return timex.interval.start is None or timex.interval.end is None
