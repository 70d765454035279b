"""One trigger in place: its tokens and the arguments that its slots give, found once and kept."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from spacy.tokens import Token

from dashlib.codebook.triggers import Light, lexicon
from dashlib.codebook.words import word_class
from dashlib.parsing.events.actors import covering
from dashlib.parsing.events.grammar import (
    complements,
    governor,
    has_preposition,
    key,
    misread,
    modifiers,
    objects,
    of_heads,
    passive,
    prepositional,
    subjects,
)
from dashlib.parsing.events.labels import COMPLEMENTS, NAMING, NOUNS, VERBS

__all__ = ["Reading"]

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})

_FAR = frozenset({"of", "by"})
_TOWARDS = ("with", "to", "for", "against", "on", "from")


class Reading:
    """The words of a trigger as found in a text: `head`, all `tokens`, and the light verb that carries a noun."""

    def __init__(self, head: Token, tokens: tuple[Token, ...]) -> None:
        self.head = head
        self.tokens = tokens
        self._slots: dict[str, tuple[Token, ...]] = {}

    @property
    def martial(self) -> bool:
        """Whether it tells of fighting: then a noun of means takes the doer of its clause."""
        return False

    @cached_property
    def verbal(self) -> bool:
        """Whether the head is a verb."""
        return self.head.pos_ in VERBS or misread(self.head)

    @cached_property
    def governing(self) -> tuple[Token | None, str]:
        """The verb that governs a nominal head, and the function in which it does."""
        return (None, "") if self.verbal else governor(self.head)

    @cached_property
    def light(self) -> Light | None:
        """The light verb over a nominal head, where the lexicon has one."""
        verb, how = self.governing
        if verb is None or how == "subj":
            return None
        return lexicon().light.get((key(verb), "" if how == "obj" else how))

    def slot(self, name: str) -> tuple[Token, ...]:
        """Give the tokens that fill a slot (see conditions.py and frames.toml); coordinated ones all."""
        if name not in self._slots:
            found = dict.fromkeys(
                t for token in self._find(name) for t in (token, *token.conjuncts) if t.i != self.head.i
            )
            own = self.tokens if name in {"subj", "obj"} else ()
            self._slots[name] = tuple(t for t in found if t not in own or t.i in covering(t.doc))
        return self._slots[name]

    def _find(self, name: str) -> list[Token]:
        finder = self._finders.get(name)
        return finder() if finder is not None else self._prepositional(name)

    @cached_property
    def _finders(self) -> Mapping[str, Callable[[], list[Token]]]:
        return {
            "subj": self._subjects,
            "obj": self._objects,
            "iobj": self._datives,
            "comp": self._clauses,
            "mod": self._modifiers,
            "premod": self._modifiers,
            "gov": self._governors,
            "poss_obj": self._owners,
            "obj_premod": self._owners,
            "obj_poss": self._owners,
            "obj_deep": self._deep,
            "poss": self._possessors,
            "doer": self._doers,
            "speaker": self._speakers,
            "oprd": self._predicates,
            "csubj": self._clause_subjects,
            "targeting": self._targets,
            "comp_deep": self._of_clauses,
        }

    def _objects(self) -> list[Token]:
        return objects(self.head) if self.verbal else self._light_slot("obj")

    def _datives(self) -> list[Token]:
        return [c for c in self._carrier().children if c.dep_ == "dative" and c.pos_ != "ADP"]

    def _clauses(self) -> list[Token]:
        return [c for t in dict.fromkeys((self.head, *self.tokens, self._carrier())) for c in complements(t)]

    def _modifiers(self) -> list[Token]:
        return [] if self.verbal else modifiers(self.head)

    def _governors(self) -> list[Token]:
        above = self._above()
        return [] if above is None else [above]

    def _owners(self) -> list[Token]:
        """Give what stands before the objects, and their by-phrases: whose plan was rejected, whose act condemned."""
        before = [c for o in self._things() for c in o.children if c.dep_ in NAMING and c.i != self.head.i]
        return before + [p for o in self._things() for p in prepositional(o, "by")]

    def _possessors(self) -> list[Token]:
        return [c for c in self.head.children if c.dep_ == "poss"]

    def _doers(self) -> list[Token]:
        return [*prepositional(self.head, "by"), *self._light_slot("subj")]

    def _deep(self) -> list[Token]:
        return [t for o in self._things() for t in _inside(o)]

    def _speakers(self) -> list[Token]:
        return subjects(self.head.head) if self.verbal and self.head.dep_ in COMPLEMENTS else []

    def _clause_subjects(self) -> list[Token]:
        return [s for c in self._clauses() for s in c.children if s.dep_ in {"nsubj", "nsubjpass"}]

    def _predicates(self) -> list[Token]:
        """Give what somebody is called: "called it a crime"."""
        small = [c for c in complements(self.head) if not any(g.tag_ == "TO" for g in c.children)]
        nouns = [
            a for c in small for a in (c, *c.children) if a.pos_ in NOUNS | {"ADJ"} and a.dep_ not in {"nsubj", "dobj"}
        ]
        named = [c for c in self.head.children if c.dep_ == "oprd"]
        two = any(c.dep_ == "dobj" for c in self.head.children)
        return [*(named if two else []), *nouns]

    def _of_clauses(self) -> list[Token]:
        """Give whom a dependent infinitive is done to: "refused to meet with X", "agreed to provide X with Y"."""
        verbs = [v for v in self._clauses() if any(c.tag_ == "TO" for c in v.children)]
        things = [o for v in verbs for o in objects(v)]
        linked = [p for v in (*verbs, *things) for name in _TOWARDS for p in prepositional(v, name)]
        return [*things, *(c for v in verbs for c in v.children if c.dep_ == "dative" and c.pos_ != "ADP"), *linked]

    def _targets(self) -> list[Token]:
        clauses = [
            c
            for t in dict.fromkeys((self.head, *self.tokens, self._carrier()))
            for c in t.children
            if c.dep_ in {"acl", "advcl"}
        ]
        return [o for c in clauses if key(c) in word_class("aiming") for o in objects(c)]

    def _above(self) -> Token | None:
        if self.verbal:
            return self.head.head if self.head.dep_ in COMPLEMENTS else None
        return self.governing[0]

    def _things(self) -> list[Token]:
        """Give the objects, and the nouns among the trigger's own words."""
        return [*self.slot("obj"), *(t for t in self.tokens[1:] if t.pos_ in NOUNS)]

    def _carrier(self) -> Token:
        """Give the verb on which arguments of a noun may hang: its light verb, or the verb whose subject it is."""
        verb, how = self.governing
        return verb if verb is not None and (self.light or how == "subj") else self.head

    def _light_slot(self, name: str) -> list[Token]:
        verb, how = self.governing
        if verb is None:
            return []
        if how == "subj" and name == "obj":
            return objects(verb)
        return subjects(verb) if self.light and self.light.subject == name else []

    def _subjects(self) -> list[Token]:
        own = subjects(self.head)
        if self.verbal:
            return [p for s in own for p in _persons(s)]
        return [*own, *self._light_slot("subj")] or self._means()

    def _means(self) -> list[Token]:
        """Give who acts in the clause in which a noun only says by what means ("took the town in a dawn offensive")."""
        verb, how = self.governing
        if (
            not self.martial
            or verb is None
            or how not in word_class("adjuncts")
            or key(verb) in word_class("sufferers")
            or passive(verb)
        ):
            return []
        return subjects(verb)

    def _prepositional(self, name: str) -> list[Token]:
        bases = dict.fromkeys((self.head, *self.tokens, self._carrier()))
        bases.update(dict.fromkeys(c for t in self.tokens if t.pos_ in NOUNS for c in t.conjuncts))
        if self.verbal and name not in _FAR:
            things = objects(self.head)
            bases.update(
                dict.fromkeys([*things, *(t for o in things for link in ("in", "of") for t in prepositional(o, link))])
            )
        out = [t for base in bases for t in prepositional(base, name)]
        light = self._light_slot(name) if not self.verbal else []
        return [*out, *light]

    def marked(self, name: str) -> bool:
        """Whether a preposition or particle of this name is there, with or without an object."""
        return any(has_preposition(t, name) for t in dict.fromkeys((self.head, *self.tokens, self._carrier())))

    def lemmas(self, name: str) -> Iterator[str]:
        """Give the lemmas in a slot: heads, what they count, and what stands before them."""
        if name == "gov":
            yield from self._governing_lemmas()
            return
        for token in self.slot(name):
            if name == "comp":
                yield from (key(c) for c in token.children if c.dep_ in {"acomp", "attr", "dobj"})
            for inner in of_heads(token):
                if inner.like_num and inner is token:
                    yield "person"
                yield key(inner)
                yield inner.lower_
                if name not in {"mod", "premod", "comp"}:
                    yield from (key(m) for m in modifiers(inner))

    def _governing_lemmas(self) -> Iterator[str]:
        verb, how = (self._above(), "subj") if self.verbal else self.governing
        if verb is not None:
            yield key(verb)
            yield from (f"{key(verb)} {c.lower_}" for c in verb.children if c.dep_ in {"prt", "prep"})
        if how not in {"obj", "subj"}:
            yield how


def _persons(subject: Token) -> list[Token]:
    """Give a subject with who stands beside it ("Modi, Albanese meet"), or the person at its end alone."""
    beside = list(_person_at_end(subject))
    named = any(m.actor.type == "person" for m in covering(subject.doc).get(subject.i, ()))
    return [subject, *beside] if named or not beside else beside


def _person_at_end(subject: Token) -> Iterator[Token]:
    """Give a person in apposition at the end of a subject into which a heading ran ("Press office Envoy Hans Berg")."""
    table = covering(subject.doc)
    last = max((t.i for t in subject.subtree if not t.is_punct and t.i <= subject.right_edge.i), default=subject.i)
    token = subject.doc[last]
    if token.dep_ == "appos" and any(m.actor.type == "person" for m in table.get(last, ())):
        yield token


def _inside(noun: Token) -> Iterator[Token]:
    """Give the nouns inside a noun phrase, clauses left out."""
    for child in noun.children:
        if child.dep_ not in _CLAUSES and child.lower_ not in word_class("other_time"):
            yield child
            yield from _inside(child)
