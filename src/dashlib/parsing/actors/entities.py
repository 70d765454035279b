"""Takes spaCy's persons and organisations where the codebook knows none, and unknown regions that act."""

from spacy.tokens import Span, Token

from dashlib.codebook.context import cues
from dashlib.codebook.offices import titles
from dashlib.codebook.roles import roles
from dashlib.codebook.spelling import pieces, slug
from dashlib.parsing.actors.acting import acts
from dashlib.parsing.actors.draft import Draft
from dashlib.types import Actor

__all__ = ["add_entities", "add_subjects"]

_CUTTING = frozenset({"with", "to", "on", "from", "by", "against"})
_CUT = frozenset(
    {"the", "The", "a", "A", "an", "'s", "’s", "-", "–", "—", ",", ".", '"', "“", "”", "'", "’", "and", "&"}
)


def _trimmed(span: Span) -> tuple[int, int]:
    """Give the entity without articles, possessives and what stands beyond a line break."""
    first, last = span.start, span.end
    for token in span:
        if "\n" in token.text:
            first, last = (first, token.i) if token.i - first >= last - token.i - 1 else (token.i + 1, last)
    doc = span.doc
    for token in doc[first:last]:
        if token.pos_ == "ADP" and token.lower_ in cues().place_prepositions | _CUTTING:
            first = token.i + 1
    while first < last and (doc[first].text in _CUT or doc[first].is_space):
        first += 1
    while first < last and (doc[last - 1].text in _CUT or doc[last - 1].is_space):
        last -= 1
    return first, last


def _sector(name: str) -> str:
    """Guess the sector of an unknown organisation by the role noun in its name ("… Court", "… University")."""
    for word in reversed(pieces(name)):
        role = roles().get((word.lower(),))
        if role is not None:
            return role.sector
    return ""


def _named(draft: Draft, first: int, last: int) -> bool:
    """Whether the tokens look like a name: capitals, and no plain word alone."""
    tokens = draft.doc[first:last]
    if last <= first or not tokens[0].text[:1].isupper() or not any(t.pos_ == "PROPN" for t in tokens):
        return False
    return not all(_common(t) for t in tokens)


def _common(token: Token) -> bool:
    """Whether a word names nobody by itself: titles, role nouns and what spaCy takes for names ("Brexit", "UTC")."""
    key = (token.lower_,)
    return not token.is_alpha or token.lower_ in cues().not_actors or key in roles() or key in titles()


def _country(draft: Draft, first: int, last: int) -> str:
    keys = [m.key for m in draft.marked(first, last) if m.key in draft.book.states]
    return draft.book.states[keys[0]].actor.country if keys else ""


def _somewhere(token: Token) -> bool:
    """Whether an unknown name stands where a place does ("in Khan Yunis")."""
    return token.dep_ == "pobj" and token.head.lower_ in cues().place_prepositions


def _open(draft: Draft, first: int, last: int) -> bool:
    """Whether nothing was made of the tokens yet, and they do not name a thing."""
    return draft.free(first, last) and not draft.spent & set(range(first, last)) and not _thing(draft, first, last)


def _thing(draft: Draft, first: int, last: int) -> bool:
    """Whether a name is a thing's: by its last word, the noun right before it or the noun that it models."""
    before, end = draft.token(first - 1), draft.tokens[last - 1]
    if end.lower_ in cues().thing_names or (before is not None and before.lower_ in cues().carrying):
        return True
    model = end.dep_ in {"compound", "nmod", "amod"} and end.head.i == last and end.head.pos_ == "NOUN"
    return model and end.head.lemma_.lower() in cues().hardware


def _name(draft: Draft, first: int, last: int) -> str:
    return " ".join(draft.doc[first:last].text.split())


def _organisation(draft: Draft, first: int, last: int, *, single: bool) -> None:
    if last - first < (1 if single else 2) or _somewhere(draft.doc[first:last].root):
        return
    covered = any(m.last >= last for m in draft.marked(first, last))
    if covered or not _named(draft, first, last) or not _open(draft, first, last):
        return
    name = _name(draft, first, last)
    actor = Actor(slug(name), name, "organisation", _country(draft, first, last), _sector(name))
    draft.add(first, last, actor, "entity")


def _person(draft: Draft, first: int, last: int, *, single: bool) -> None:
    if single or last - first < 2 or draft.marked(first, last) or _somewhere(draft.doc[first:last].root):
        return
    names = all(t.text[0].isupper() or t.pos_ in {"PROPN", "PUNCT"} for t in draft.doc[first:last])
    if names and _named(draft, first, last) and _open(draft, first, last):
        draft.add(first, last, draft.person(_name(draft, first, last)), "entity")


def _region(draft: Draft, first: int, last: int, *, single: bool) -> None:
    """Add a region or town that acts; of one word or more, but only once the surnames are read."""
    if not single or not _named(draft, first, last) or not _open(draft, first, last) or draft.marked(first, last):
        return
    joined = any(t.pos_ == "CCONJ" for t in draft.doc[first:last])
    if not joined and acts(draft.tokens[last - 1], named=False):
        name = draft.doc[first:last].text
        draft.add(first, last, Actor(slug(name), name, "government", "", "GOV"), "entity")


def add_entities(draft: Draft, *, single: bool) -> None:
    """Add what spaCy found: organisations and persons of several words, or (`single`) of one, and acting regions.

    Single words come after the surnames, which know them better.
    """
    takers = {"ORG": _organisation, "GPE": _region} if single else {"ORG": _organisation, "PERSON": _person}
    for span in draft.doc.ents:
        taker = takers.get(span.label_)
        if taker is not None and (single or len(span) > 1):
            taker(draft, *_trimmed(span), single=single)


def _run(token: Token) -> tuple[int, int]:
    """Give the proper noun and those compounded with it."""
    first = min((t.i for t in token.children if t.dep_ == "compound" and t.pos_ == "PROPN"), default=token.i)
    return first, token.i + 1


def add_subjects(draft: Draft) -> None:
    """Add unknown proper nouns that speak or act, which spaCy gave no entity ("Zarif said")."""
    for token in draft.tokens:
        subject = token.pos_ == "PROPN" and token.dep_ == "nsubj" and token.text[0].isupper()
        if subject and token.head.lemma_ in cues().speaking and token.ent_type_ in {"", "PERSON", "ORG", "NORP"}:
            first, last = _run(token)
            if _open(draft, first, last) and _named(draft, first, last) and not draft.marked(first, last):
                name = draft.doc[first:last].text
                kind = "person" if token.ent_type_ == "PERSON" else "organisation"
                draft.add(first, last, Actor(slug(name), name, kind, "", ""), "entity")
