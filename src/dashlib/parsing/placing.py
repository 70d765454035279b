"""The spaCy component `dashlib_placing`: where each event happened, or nothing where the text does not say.

A place counts by the path between its name and the trigger in the dependency tree: a prepositional phrase on the
trigger, its object or its clause; the object of a verb of attack or travel; a name in front of the trigger. The way
never leads out of a clause that somebody says ("Moscow said the strike on Odesa"), so a speaker's place is none.
"""

from collections.abc import Iterator
from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Token

from dashlib.codebook.tables import read_toml
from dashlib.parsing import annotations
from dashlib.parsing.scene import country_hit, shared_scene
from dashlib.types import Mention, PlaceMention, PlacePrecision, Role

__all__ = ["Relation", "create", "place_of", "relation"]


class _Group(NamedTuple):
    """What places an event of some kinds; see `placing.toml`."""

    kinds: frozenset[str]
    prepositions: frozenset[str]
    inner: frozenset[str]
    argument: bool
    modifier: bool
    deep: bool
    subject: bool


class Relation(IntEnum):
    """How a place stands to a trigger, the best last."""

    SUBJECT = 1
    CLAUSE = 2
    DEEP = 3
    MODIFIER = 4
    DIRECT = 5


_TABLE = read_toml("placing.toml")
_COMMON = frozenset(_TABLE["common"])
_PASSING = frozenset(_TABLE["passing"])
_HOSTS = frozenset(_TABLE["hosts"])
_TRAVEL = frozenset(_TABLE["travel"])
_APART = frozenset(_TABLE["apart"])
_GROUPS = tuple(
    _Group(
        frozenset(g["kinds"]),
        _COMMON | frozenset(g["beyond"]),
        _COMMON | frozenset(g["inner"]),
        g["argument"],
        g["modifier"],
        g["deep"],
        g["subject"],
    )
    for name, g in _TABLE["groups"].items()
    if name != "nowhere"
)
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "nsubj:pass", "oprd"})
_HOLDERS = _OBJECTS | {"prep", "attr", "nsubjpass"}
_SUBJECTS = frozenset({"nsubj", "csubj"})
# Labels that the parser gives an object whose name it does not know ("captured Toretsk").
_MISREAD = frozenset({"advmod", "npadvmod", "dep", "acomp", "attr"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod"})
_NAME_INNER = frozenset({"compound", "appos", "conj", "nmod", "poss"})
# The edges that a trigger may climb to its clause, and those that end the clause.
_BORDERS = frozenset({"ccomp", "relcl", "parataxis", "csubj"})
_PRECISE = {
    PlacePrecision.POINT: 5,
    PlacePrecision.SETTLEMENT: 4,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.REGION: 2,
    PlacePrecision.OTHER: 1,
    PlacePrecision.COUNTRY: 0,
}
_FARTHEST = 12
_LINKS = frozenset({",", "in", "of", "the", "southern", "northern", "eastern", "western", "central", "'s", "’s"})


def _up(token: Token) -> Iterator[Token]:
    """Give a token and its heads up to the root of the sentence."""
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def _root(doc: Doc, place: PlaceMention) -> Token:
    """Give the token that stands for a place in the tree: "city" in "the city of Sumy"."""
    root = doc[place.first : place.last].root
    while root.dep_ in {"pobj", "appos", "compound", "nmod"}:
        outer = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root.head
        if outer.lemma_.lower() not in _PASSING:
            break
        root = outer
    return root


def _meeting(place: Token, trigger: Token) -> tuple[list[Token], list[Token]] | None:
    """Give the ways from the place and from the trigger to where they meet (both with that token), or None."""
    above = list(_up(trigger))
    numbers = {t.i: n for n, t in enumerate(above)}
    way: list[Token] = []
    for token in _up(place):
        way.append(token)
        if token.i in numbers:
            return way, above[: numbers[token.i] + 1]
        if len(way) > _FARTHEST:
            return None
    return None


def relation(doc: Doc, place: PlaceMention, trigger: Token, group: _Group) -> Relation | None:
    """Say how a place stands to a trigger, None where it does not place it."""
    root = _root(doc, place)
    if root.sent != trigger.sent or root.i == trigger.i:
        return None
    if trigger.dep_ == "relcl" and _is_antecedent(root, trigger, group):
        return Relation.DIRECT
    met = _meeting(root, trigger)
    if met is None:
        return None
    way, down = met
    between = (*way[:-1], *down[:-1])
    if any(t.dep_ in _BORDERS or _is_apart(t) for t in between):
        return None
    return _read(way, down, trigger, group)


def _is_apart(token: Token) -> bool:
    """Whether a token opens what is another event: "after talks in Doha", "after talks in Doha failed"."""
    if token.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in _APART for c in token.children)
    return token.dep_ in {"prep", "mark", "advmod"} and token.lower_ in _APART


def _is_antecedent(root: Token, trigger: Token, group: _Group) -> bool:
    """Whether the trigger's relative clause is about the place: "Bakhmut, which they captured"."""
    if trigger.head.i != root.i:
        return False
    words = [t for t in trigger.subtree if t.tag_ in {"WDT", "WP", "WRB"}]
    return any(t.lower_ == "where" or (group.argument and t.dep_ in _OBJECTS) for t in words)


def _read(way: list[Token], down: list[Token], trigger: Token, group: _Group) -> Relation | None:
    """Read the way from a place to where it meets the trigger's own way up."""
    steps = way[:-1]
    if not steps:
        return None
    prepositions = [t for t in steps if t.dep_ in {"prep", "agent"} or t.pos_ == "ADP"]
    if not prepositions:
        return _bare(steps, down, trigger, group)
    top = steps[-1]
    on_trigger = way[-1].i == trigger.i
    if any(t.dep_ == "agent" for t in prepositions):
        return None
    if top.dep_ in _SUBJECTS:
        return Relation.SUBJECT if group.subject and on_trigger and prepositions[0].lower_ in _COMMON else None
    if top.i == prepositions[0].i:
        led = not on_trigger and top.lower_ == "to" and way[-1].lemma_.lower() in _TRAVEL
        if not led and top.lower_ not in (group.prepositions if on_trigger else _COMMON):
            return None
        return Relation.DIRECT if on_trigger or led else Relation.CLAUSE
    if group.deep and prepositions[0].lower_ in group.inner and (on_trigger or top.dep_ in _HOLDERS):
        return Relation.DEEP if on_trigger else Relation.CLAUSE
    return None


def _bare(steps: list[Token], down: list[Token], trigger: Token, group: _Group) -> Relation | None:
    """Read a place without a preposition: an object, a host, a name in front of the trigger."""
    top = steps[-1]
    named = all(t.dep_ in _NAME_INNER for t in steps[:-1])
    on_trigger = down[-1].i == trigger.i
    misread = len(steps) == 1 and top.dep_ in _MISREAD and top.i > trigger.i
    if (top.dep_ in _OBJECTS or misread) and named and (len(steps) == 1 or top.pos_ == "PROPN"):
        visited = not on_trigger and top.head.lemma_.lower() in _TRAVEL
        return Relation.DIRECT if visited or (on_trigger and group.argument) else None
    if group.modifier and on_trigger and steps[0].dep_ in _MODIFIERS and named:
        return Relation.MODIFIER if top.dep_ in _MODIFIERS or (len(steps) == 2 and top.dep_ in _OBJECTS) else None
    if top.dep_ in _SUBJECTS and named and top.head.lemma_.lower() in _HOSTS:
        return Relation.CLAUSE
    return None


def _group(kind: str) -> _Group | None:
    return next((g for g in _GROUPS if kind in g.kinds), None)


def _is_initiator(place: PlaceMention, mention: Mention) -> bool:
    """Whether a place's name is that of an actor who does it."""
    return any(
        a.role is not Role.RECIPIENT and a.mention.first < place.last and place.first < a.mention.last
        for a in mention.arguments
    )


def _fits(place: PlaceMention, found: Relation, mention: Mention) -> bool:
    country = place.precision is PlacePrecision.COUNTRY
    if country and found is Relation.MODIFIER:
        return mention.kind in _GROUPS[0].kinds
    return not (_is_initiator(place, mention) and found in {Relation.MODIFIER, Relation.SUBJECT})


def place_of(doc: Doc, mention: Mention) -> PlaceMention | None:
    """Give where an event happened: the closest relation, then the most precise place, then the nearest."""
    group = _group(mention.kind)
    if group is None:
        return None
    trigger = doc[mention.head]
    sentence = trigger.sent
    ranked: list[tuple[int, int, int, PlaceMention]] = []
    for place in annotations.places(doc):
        if place.last <= sentence.start or sentence.end <= place.first:
            continue
        found = relation(doc, place, trigger, group)
        if found is not None and _fits(place, found, mention):
            ranked.append((int(found), _PRECISE[place.precision], -abs(place.first - mention.head), place))
    if not ranked:
        return None
    best = max(ranked)[3]
    inner = [r for r in ranked if _contains(best, r[3])]
    if inner:
        best = max(inner, key=lambda r: (r[1], r[0], r[2]))[3]
    return _narrowed(doc, best)


def _narrowed(doc: Doc, place: PlaceMention) -> PlaceMention:
    """Give the inner place where a larger one only follows it: "Kyiv and Odesa, Ukraine" is Odesa."""
    before = [p for p in annotations.places(doc) if p.last <= place.first]
    if not before or not _contains(place, before[-1]):
        return place
    between = [t.lower_ for t in doc[before[-1].last : place.first]]
    return _narrowed(doc, before[-1]) if all(w in _LINKS for w in between) else place


def _contains(outer: PlaceMention, inner: PlaceMention) -> bool:
    """Whether one place lies in another, as far as country and division tell."""
    if _PRECISE[inner.precision] <= _PRECISE[outer.precision] or inner.country != outer.country:
        return False
    return outer.precision is PlacePrecision.COUNTRY or (
        outer.precision is PlacePrecision.REGION and inner.admin1 in {outer.name, outer.admin1}
    )


@Language.component("dashlib_placing")
def create(doc: Doc) -> Doc:
    """Set the place of each mention of a text."""
    annotations.register()
    own = [replace(m, place=place_of(doc, m) or country_hit(m)) for m in annotations.mentions(doc)]
    doc._.mentions = tuple(m if m.place else replace(m, place=shared_scene(doc, m, own)) for m in own)
    return doc
