"""Grammatical arguments of a trigger, read off the dependency parse: who, whom, with whom, by whom.

Covers active and passive voice, reduced passives ("workers sent to Russia"), control ("agreed to send"), coordination,
relative clauses, participles, possessors and by-phrases of nouns, and light verbs (given by the caller).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dashlib.codebook.words import word_class
from dashlib.parsing.events.labels import (
    COMPLEMENTS,
    DOERS,
    MODIFIERS,
    NOUNS,
    OBJECTS,
    PASSIVE_MARKS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    TIMES,
    VERBS,
)
from dashlib.parsing.events.lemmas import hyphened, key

__all__ = [
    "antecedent",
    "complements",
    "governor",
    "has_preposition",
    "hyphened",
    "key",
    "misread",
    "modifiers",
    "objects",
    "of_heads",
    "passive",
    "prepositional",
    "subjects",
]

_DEPTH = 6


def passive(verb: Token) -> bool:
    """Whether a verb is passive: by its auxiliary, as a reduced relative, or as the second of two passives."""
    if any(c.dep_ in PASSIVE_MARKS for c in verb.children):
        return True
    if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"}:
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children):
        return False
    if any(c.dep_ in SUBJECTS or c.dep_ == "dobj" for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        return passive(verb.head)
    return verb.dep_ in {"ROOT", "advcl", "amod"}


def antecedent(token: Token) -> Token:
    """Give what a relative pronoun stands for, else the token itself."""
    if token.lower_ not in RELATIVES:
        return token
    verb = token.head
    for _ in range(_DEPTH):
        if verb.dep_ in {"relcl", "acl"}:
            return verb.head
        verb = verb.head
    return token


def _own_subjects(verb: Token) -> list[Token]:
    return [antecedent(c) for c in verb.children if c.dep_ in SUBJECTS and c.dep_ != "expl"]


def _passive_subjects(verb: Token) -> list[Token]:
    return [antecedent(c) for c in verb.children if c.dep_ in {"nsubjpass", "csubjpass"}]


def _agents(verb: Token) -> list[Token]:
    return [
        p
        for c in verb.children
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
        for p in c.children
        if p.dep_ == "pobj"
    ]


def _controller(verb: Token, depth: int) -> list[Token]:
    """Give the understood subject of a clause that has none of its own."""
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in VERBS:
        return _either(head, depth)
    if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ in VERBS | {"ADJ"}:
        direct = [c for c in head.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i and _able(c)]
        return direct or _either(head, depth)
    if verb.dep_ == "advcl" and head.pos_ in VERBS:
        return _either(head, depth)
    if verb.dep_ == "pcomp":
        return _of_preposition(head, depth)
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and _headlined(head)):
        return _of_noun(verb, depth)
    return []


def _able(noun: Token) -> bool:
    """Whether a noun can do something itself: a name, a pronoun, people."""
    if noun.pos_ == "PRON" or noun.ent_type_ in DOERS:
        return True
    return any(key(noun) in word_class(name) for name in ("humans", "groups", "crowd", "ministers"))


def _of_preposition(prep: Token, depth: int) -> list[Token]:
    main = prep.head
    if main.pos_ in VERBS:
        direct = [c for c in main.children if c.dep_ == "dobj" and c.i < prep.i]
        if direct and prep.lower_ in {"of", "from", "for", "into"}:
            return direct
        return _either(main, depth)
    if main.pos_ in NOUNS:
        return possessors(main) or _verb_subject(main, depth) or _beyond(main, depth)
    return []


def _beyond(noun: Token, depth: int) -> list[Token]:
    """Give the subject past a noun that says only how ("is in the process of providing")."""
    return _of_preposition(noun.head, depth) if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and depth else []


def _of_noun(verb: Token, depth: int) -> list[Token]:
    noun = verb.head
    if any(c.tag_ == "TO" for c in verb.children):
        return [noun] if _headlined(noun) else possessors(noun) or _verb_subject(noun, depth)
    return [noun] if verb.tag_ == "VBG" else []


def _headlined(noun: Token) -> bool:
    """Whether the noun over an infinitive is who is to do it, in a headline without a finite verb ("EU to drop tariffs")."""
    return noun.dep_ == "ROOT" and _able(noun)


def _verb_subject(noun: Token, depth: int) -> list[Token]:
    main = noun.head
    if main.pos_ not in VERBS or key(main) in word_class("against_plans"):
        return []
    return _either(main, depth) if noun.dep_ in OBJECTS | {"nsubjpass"} else []


def _either(verb: Token, depth: int) -> list[Token]:
    return _own_subjects(verb) or _passive_subjects(verb) or (_controller(verb, depth - 1) if depth else [])


def possessors(noun: Token) -> list[Token]:
    """Give the possessors and by-phrases of a noun."""
    return [c for c in noun.children if c.dep_ == "poss"] + prepositional(noun, "by")


def _sent(verb: Token) -> bool:
    """Whether a verb that needs an object has none and its subject is what others send ("Workers sent to Qatar …")."""
    if (
        key(verb) not in word_class("sending")
        or verb.tag_ not in {"VBD", "VBN"}
        or any(c.dep_ in OBJECTS for c in verb.children)
    ):
        return False
    movable = ("workers", "soldiers", "weapons", "relief_goods", "captives")
    return any(key(s) in word_class(name) for s in _own_subjects(verb) for name in movable)


def misread(verb: Token) -> bool:
    """Whether a verb is parsed as a modifier of its own object ("X and Y open consulates in Z", "denies arming rebels")."""
    return verb.dep_ in {"amod", "compound", "nmod"} and (
        verb.tag_ in {"VBP", "VBZ", "VBD"} or (verb.tag_ == "JJ" and verb.lemma_ == "open") or _gerund(verb)
    )


def _gerund(verb: Token) -> bool:
    """Whether an -ing form follows at once on a verb that takes one and carries its object ("denied lending troops")."""
    noun = verb.head
    return (
        verb.tag_ == "VBG"
        and noun.dep_ == "dobj"
        and noun.i > verb.i
        and noun.left_edge.i == verb.left_edge.i
        and verb.left_edge.i == verb.i
        and key(noun.head) in word_class("gerund_takers")
    )


def subjects(token: Token) -> list[Token]:
    """Give who does it: subject, by-phrase, understood subject; of a noun its possessor or by-phrase."""
    if token.pos_ not in VERBS and not misread(token):
        return possessors(token)
    if misread(token):
        noun = token.head
        own = subjects(noun.head) if _gerund(token) else _own_subjects(token)
        return own or [c for c in noun.children if c.dep_ == "nsubj"] or ([noun.head] if noun.dep_ == "appos" else [])
    if passive(token) or _sent(token):
        return _agents(token)
    own = _own_subjects(token)
    if own or (token.dep_ == "relcl" and _passive_subjects(token)):
        return own
    return _controller(token, _DEPTH)


def objects(verb: Token) -> list[Token]:
    """Give whom or what it is done to: object, passive subject, the noun of a reduced or object relative."""
    direct = [antecedent(c) for c in verb.children if c.dep_ in OBJECTS]
    if misread(verb):
        return [verb.head]
    if _sent(verb):
        return _own_subjects(verb)
    if passive(verb):
        done_to = _passive_subjects(verb)
        if verb.dep_ == "acl" and not done_to:
            done_to = [verb.head]
        if verb.dep_ == "amod" and not done_to:
            done_to = [verb.head]
        if verb.dep_ == "conj" and not done_to and verb.head.pos_ in VERBS:
            done_to = objects(verb.head) if passive(verb.head) else _own_subjects(verb.head)
        if verb.dep_ == "xcomp" and not done_to:
            done_to = _controller(verb, _DEPTH)
        return direct + done_to
    if verb.dep_ == "relcl" and not direct and _own_subjects(verb) and verb.head not in _own_subjects(verb):
        return [verb.head]
    return direct


def prepositional(token: Token, name: str) -> list[Token]:
    """Give the objects of a preposition that hangs on a token ("out of" is reached through "out")."""
    out: list[Token] = []
    for child in token.children:
        if child.dep_ not in PREPOSITIONS or child.lower_ in word_class("beside_the_act"):
            continue
        if child.lower_ == name or child.lemma_.lower() == name:
            out.extend(
                antecedent(p)
                for p in child.children
                if p.dep_ in {"pobj", "pcomp", "npadvmod", "amod"} and p.ent_type_ not in TIMES
            )
        out.extend(
            antecedent(q)
            for p in child.children
            if p.dep_ == "prep" and p.lower_ == name
            for q in p.children
            if q.dep_ in {"pobj", "pcomp"} and q.ent_type_ not in TIMES
        )
    return out


def has_preposition(token: Token, name: str) -> bool:
    """Whether a preposition, particle or adverb hangs on a token; "on Tuesday" is none."""
    return any(
        c.lower_ == name and c.dep_ in PREPOSITIONS and not any(p.ent_type_ in TIMES for p in c.children)
        for c in token.children
    )


def complements(token: Token) -> list[Token]:
    """Give the verbs of dependent clauses."""
    return [
        c
        for c in token.children
        if c.dep_ in COMPLEMENTS or (c.dep_ in {"acl", "advcl"} and any(g.tag_ == "TO" for g in c.children))
    ]


def modifiers(noun: Token) -> list[Token]:
    """Give what stands before a noun, compounds of compounds included."""
    out: list[Token] = []
    for child in noun.lefts:
        if child.dep_ in MODIFIERS:
            out.extend([*modifiers(child), child])
    return out


def of_heads(token: Token) -> Iterator[Token]:
    """Give a noun and, where it only counts or bundles ("dozens of missiles"), what it counts."""
    yield token
    if key(token) in word_class("bundles") or token.pos_ == "NUM" or token.like_num:
        for inner in prepositional(token, "of"):
            yield from of_heads(inner)


def governor(noun: Token) -> tuple[Token | None, str]:
    """Give the verb that governs a noun, and how: obj, subj, or a preposition; coordination is climbed."""
    token = noun
    for _ in range(_DEPTH):
        if token.dep_ in {"conj", "appos"} and token.head.pos_ in NOUNS:
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ == "of" and key(token.head.head) in word_class("bundles"):
            token = token.head.head
        else:
            break
    head = token.head
    if token.dep_ in OBJECTS | {"nsubjpass"} and head.pos_ in VERBS:
        return head, "obj"
    if token.dep_ in SUBJECTS and head.pos_ in VERBS:
        return head, "subj"
    if token.dep_ == "pobj" and head.head.pos_ in VERBS:
        return head.head, head.lower_
    return _reduced(token)


def _reduced(noun: Token) -> tuple[Token | None, str]:
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            return child, "obj"
        if child.dep_ == "relcl" and child.pos_ in VERBS and noun in objects(child):
            return child, "obj"
    return None, ""
