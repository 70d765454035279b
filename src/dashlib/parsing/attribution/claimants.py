"""Who is meant: from the subject of a reporting verb, or the source of a statement, to a name."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dashlib.codebook.measures import CLASSES
from dashlib.codebook.reporting import CITABLE, FROM, PRONOUNS, SILENT, STATEMENTS
from dashlib.parsing.annotations import actors
from dashlib.types import ActorMention, Claim

__all__ = ["citable", "claim_of", "claimants", "coordinated", "sources"]

_SUBJECTS = frozenset({"nsubj", "csubj"})
_DROPPED = frozenset(
    {
        "det",
        "punct",
        "case",
        "relcl",
        "acl",
        "appos",
        "cc",
        "conj",
        "prep",
        "predet",
        "advmod",
        "nummod",
        "quantmod",
        "advcl",
    }
)
_BACK = 2
_MARKS = " .,:;\"'“”‘’()[]\u200e\u200f"
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def coordinated(noun: Token) -> list[Token]:
    """Give a noun and those coordinated with it."""
    return [noun, *noun.conjuncts] if noun.dep_ != "conj" else [noun]


def _covering(doc: Doc, token: Token) -> ActorMention | None:
    return next((a for a in actors(doc) if a.first <= token.i < a.last), None)


def citable(noun: Token) -> bool:
    """Whether a noun names somebody who can be cited, not a reason."""
    named = noun.ent_type_ in _NAMES or _covering(noun.doc, noun) is not None
    return named or noun.lemma_.lower() in CITABLE | STATEMENTS or CLASSES.get(noun.lemma_.lower()) == "people"


def _last_person(pronoun: Token) -> Token | None:
    """Give the person who was last the subject of a clause in the two sentences before a pronoun, or in its own."""
    doc, first = pronoun.doc, pronoun.sent.start
    for _ in range(_BACK):
        first = doc[first - 1].sent.start if first else 0
    before = (doc[i] for i in range(pronoun.i - 1, first - 1, -1))
    return next((t for t in before if t.ent_type_ == "PERSON" and t.dep_ in {"nsubj", "nsubjpass"}), None)


def _named(noun: Token) -> Token:
    """Give the name set beside a common noun ("the group Red Dawn"), or the noun."""
    beside = next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > noun.i), None)
    return beside if beside is not None and noun.pos_ == "NOUN" else noun


def _phrase(noun: Token) -> tuple[int, int]:
    """Give the half-open token range by which a claimant without a known name is shown."""
    if noun.ent_type_ in _NAMES:
        ent = next((e for e in noun.doc.ents if e.start <= noun.i < e.end), None)
        if ent is not None:
            first = ent.start + (ent[0].lower_ == "the")
            return first, ent.end - (ent[-1].tag_ == "POS")
    first = min([t.i for c in noun.children if c.i < noun.i and c.dep_ not in _DROPPED for t in c.subtree] or [noun.i])
    while first < noun.i and (noun.doc[first].dep_ in {"det", "punct", "predet"} or noun.doc[first].is_punct):
        first += 1
    last = noun.i + 1
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == last and len(list(child.subtree)) <= 6:
            last = child.right_edge.i + 1
    return first, last


def claim_of(noun: Token) -> Claim | None:
    """Give the claim of one claimant; None for a pronoun that stands for nobody known."""
    doc, noun = noun.doc, _named(noun)
    actor = _covering(doc, noun)
    if actor is not None:
        return Claim(actor.start, actor.end, actor.first, actor.last, actor.text, actor.actor.name)
    if noun.lower_ in PRONOUNS:
        person = _last_person(noun)
        return claim_of(person) if person is not None else None
    if noun.lemma_.lower() in STATEMENTS and noun.pos_ == "NOUN" and not noun.ent_type_:
        return None
    if noun.lower_ in SILENT or noun.pos_ in {"PRON", "DET", "NUM", "VERB"}:
        return None
    first, last = _phrase(noun)
    span = doc[first:last]
    name = " ".join(span.text.split()).strip(_MARKS)
    if span[0].is_sent_start and span[0].pos_ != "PROPN" and not span[0].ent_type_ and not span[0].is_upper:
        name = name[0].lower() + name[1:]
    return Claim(span.start_char, span.end_char, first, last, span.text, name)


def sources(noun: Token) -> list[Token]:
    """Give whose a statement is: possessor, maker named before it, or after "by", "from", "of"."""
    found = [c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"]
    found += [c for c in noun.children if c.dep_ == "poss" and c.pos_ == "PRON" and _covering(noun.doc, c)]
    if not found:
        found = [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod"} and _maker(c)]
    if not found:
        found = [o for c in noun.children if c.dep_ in {"prep", "agent"} and c.lower_ in FROM for o in _objects(c)]
    if not found:
        found = [
            o for v in noun.children if v.dep_ == "acl" for c in v.children if c.lower_ == "by" for o in _objects(c)
        ]
    return [one for token in found for one in coordinated(token)]


def _maker(token: Token) -> bool:
    return (
        _covering(token.doc, token) is not None or token.ent_type_ in {"ORG", "GPE", "PERSON"} or token.pos_ == "PROPN"
    )


def _objects(preposition: Token) -> Iterator[Token]:
    yield from (c for c in preposition.children if c.dep_ == "pobj")


def _subject(verb: Token) -> list[Token]:
    """Give the subject of a verb, its own or the one it shares; for a passive the agent."""
    if any(c.tag_ == "TO" for c in verb.children):
        return []
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    if passive:
        return [o for c in verb.children if c.dep_ == "agent" for o in _objects(c)]
    own = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if own:
        return [_antecedent(own[-1], verb)]
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        return _subject(verb.head)
    if verb.dep_ == "acl":
        return [verb.head]
    return []


def _antecedent(subject: Token, verb: Token) -> Token:
    return verb.head if subject.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl" else subject


def claimants(verb: Token) -> list[Token]:
    """Give the nouns whose word a reporting verb gives; a statement stands for its source."""
    out: list[Token] = []
    for subject in _subject(verb):
        for noun in coordinated(subject):
            behind = sources(noun) if noun.lemma_.lower() in STATEMENTS else []
            out += behind or [noun]
    return out
