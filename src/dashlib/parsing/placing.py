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
from dashlib.types import Mention, PlaceMention, PlacePrecision, Role

__all__ = ["Relation", "create", "place_of", "relation"]


class _Group(NamedTuple):
    """What places an event of some kinds; see `placing.toml`."""

    kinds: frozenset[str]
    prepositions: frozenset[str]
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
_GROUPS = tuple(
    _Group(
        frozenset(g["kinds"]), _COMMON | frozenset(g["beyond"]), g["argument"], g["modifier"], g["deep"], g["subject"]
    )
    for name, g in _TABLE["groups"].items()
    if name != "nowhere"
)
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "nsubj:pass", "oprd"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
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


def _up(token: Token) -> Iterator[Token]:
    """Give a token and its heads up to the root of the sentence."""
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def _root(doc: Doc, place: PlaceMention) -> Token:
    """Give the token that stands for a place in the tree: "city" in "the city of Sumy" and "the capital Kyiv"."""
    root = doc[place.first : place.last].root
    if root.dep_ == "pobj" and root.head.lower_ == "of":
        outer = root.head.head
    elif root.dep_ == "appos":
        outer = root.head
    else:
        return root
    return outer if outer.lemma_.lower() in _PASSING else root


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
    if any(t.dep_ in _BORDERS for t in (*way[:-1], *down[:-1])):
        return None
    return _read(way, down, trigger, group)


def _is_antecedent(root: Token, trigger: Token, group: _Group) -> bool:
    """Whether the trigger's relative clause is about the place: "Bakhmut, which they captured", "X, where fighting …"."""
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
    top, at = steps[-1], way[-1]
    on_trigger = at.i == trigger.i
    if not prepositions:
        return _bare(steps, down, trigger, group)
    if any(t.dep_ == "agent" for t in prepositions):
        return None
    if top.dep_ in _SUBJECTS:
        inner = prepositions[-1]
        return Relation.SUBJECT if group.subject and inner.lower_ in _COMMON else None
    if top.pos_ == "ADP" and prepositions[-1].i == top.i:
        return _by_preposition(prepositions, on_trigger=on_trigger, group=group)
    if group.deep and prepositions[-1].lower_ in _COMMON and (on_trigger or top.dep_ in _OBJECTS | {"prep", "attr"}):
        return Relation.DEEP if on_trigger else Relation.CLAUSE
    return None


def _by_preposition(prepositions: list[Token], *, on_trigger: bool, group: _Group) -> Relation | None:
    """Read a prepositional phrase on the trigger or its clause: "on Rafah", "on depots in Odesa", "in the city of Sumy"."""
    outer, inner = prepositions[-1], prepositions[0]
    nested = len(prepositions) > 1
    allowed = group.prepositions if on_trigger else _COMMON
    if not nested:
        if outer.lower_ not in allowed:
            return None
        return Relation.DIRECT if on_trigger else Relation.CLAUSE
    passed = inner.lower_ == "of" and inner.head.lemma_.lower() in _PASSING
    if passed and outer.lower_ in allowed:
        return Relation.DIRECT if on_trigger else Relation.CLAUSE
    if group.deep and inner.lower_ in _COMMON:
        return Relation.DEEP if on_trigger else Relation.CLAUSE
    return None


def _bare(steps: list[Token], down: list[Token], trigger: Token, group: _Group) -> Relation | None:
    """Read a place without a preposition: an object, a host, a name in front of the trigger."""
    top = steps[-1]
    named = all(t.dep_ in _NAME_INNER for t in steps[:-1])
    if top.dep_ in _OBJECTS and group.argument and named and down[-1].i == trigger.i:
        return Relation.DIRECT if len(steps) == 1 or top.pos_ == "PROPN" or _is_kind_word(top) else None
    if top.dep_ in _MODIFIERS and group.modifier and down[-1].i == trigger.i and named:
        return Relation.MODIFIER
    if top.dep_ in _SUBJECTS and named and top.head.lemma_.lower() in _HOSTS:
        return Relation.CLAUSE
    return None


def _is_kind_word(token: Token) -> bool:
    """Whether a noun only says what kind of place its name is: "the town of", "Kursk region"."""
    return token.lemma_.lower() in _PASSING


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
    ranked: list[tuple[int, int, int, PlaceMention]] = []
    for place in annotations.places(doc):
        found = relation(doc, place, trigger, group)
        if found is not None and _fits(place, found, mention):
            ranked.append((int(found), _PRECISE[place.precision], -abs(place.first - mention.head), place))
    if not ranked:
        return None
    best = max(ranked)[3]
    inner = [r for r in ranked if _contains(best, r[3])]
    return max(inner, key=lambda r: (r[1], r[0], r[2]))[3] if inner else best


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
    doc._.mentions = tuple(replace(m, place=place_of(doc, m)) for m in annotations.mentions(doc))
    return doc
