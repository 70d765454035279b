"""Resolves "the president", "the minister", "the group": the last actor of the article that the noun fits."""

from spacy.tokens import Token

from dashlib.codebook.actors import State
from dashlib.codebook.context import cues
from dashlib.codebook.offices import Title, titles
from dashlib.codebook.spelling import slug
from dashlib.parsing.actors.draft import Draft
from dashlib.parsing.actors.roles import home
from dashlib.parsing.actors.salience import before, sentences
from dashlib.types import Actor

__all__ = ["read_body", "read_title_noun"]

_BODIES = frozenset({"group", "organisation"})
# How many tokens back a title may look for its person.
_REACH = 600
_NAMED = frozenset({"name", "alias", "entity"})


def _noun_start(draft: Draft, token: Token) -> int:
    """Give the first token of the noun with what is compounded to it ("prime minister")."""
    first = token.i
    while first and draft.tokens[first - 1].dep_ == "compound" and draft.tokens[first - 1].head.i == token.i:
        first -= 1
    return first


def read_title_noun(draft: Draft, token: Token) -> None:
    """Read "the president", "the minister": the last person of the article with that title or office.

    Where no such person stands before it, a leader or minister is the holder in the article's own state, or nameless.
    """
    first = _noun_start(draft, token)
    article = draft.token(first - 1)
    if article is None or article.lower_ != "the" or token.tag_ not in {"NN", "NNP"}:
        return
    after = draft.token(token.i + 1)
    if after is not None and after.lower_ == "of":
        return
    title = titles().get(tuple(t.lower_ for t in draft.doc[first : token.i + 1]))
    if title is None or not title.rank or not draft.free(first, token.i + 1):
        return
    found = _last_titled(draft, first, title)
    if found is not None:
        draft.add(article.i, token.i + 1, found, "title")
    elif title.rank <= 2:
        draft.add(article.i, token.i + 1, *_somebody(draft, token.i, title))


def _somebody(draft: Draft, token: int, title: Title) -> tuple[Actor, str]:
    """Give the holder in the article's own state, else a nameless person, and how it was resolved."""
    state = draft.book.states.get(home(draft, token))
    holder = _holder(draft, state, title) if state else None
    if holder is not None:
        return holder, "title"
    country = state.actor.country if state else ""
    return Actor(slug(title.phrase), title.phrase, "person", country, title.sector), "noun"


def _holder(draft: Draft, state: State, title: Title) -> Actor | None:
    for office in title.offices:
        wanted = state.leader if office == "leader" else office
        person = draft.book.holder(state.actor.country, wanted, draft.day)
        if person is not None:
            return person.actor(draft.day)
    return None


def _last_titled(draft: Draft, at: int, title: Title) -> Actor | None:
    for mention in reversed([m for m in draft.kept(max(0, at - _REACH), at) if m.actor.type == "person"]):
        if _fits(draft, mention.actor, title):
            return mention.actor
    return None


def _fits(draft: Draft, actor: Actor, title: Title) -> bool:
    """Whether the person was given the title in the text, or holds one of its offices."""
    told = draft.titles.get(actor.name, "")
    if told.endswith(title.phrase) or told.startswith(f"{title.phrase} "):
        return True
    person = draft.book.people.get(actor.name)
    if person is None:
        return False
    office = person.office(draft.day)
    return office.title in title.offices or ("leader" in title.offices and _leads(draft, office.country, office.title))


def _leads(draft: Draft, country: str, office: str) -> bool:
    return any(s.leader == office for s in draft.book.states.values() if s.actor.country == country)


def read_body(draft: Draft, token: Token) -> None:
    """Read "the group", "the company": the last body or group named in this sentence or the two before.

    What the codebook calls a group comes before an organisation that might be called one too.
    """
    article = draft.token(token.i - 1)
    if article is None or article.lower_ not in {"the", "this"} or not draft.free(token.i, token.i + 1):
        return
    if token.dep_ in {"compound", "amod"} or any(t.dep_ == "prep" and t.lower_ == "of" for t in token.children):
        return
    meant = [
        m.actor
        for sentence in sentences(draft, token.i)
        for m in reversed(before(draft, token.i, sentence))
        if m.actor.type in _BODIES and m.how in _NAMED and _is_a(m.actor, token.lower_)
    ]
    meant.sort(key=lambda actor: actor.type != token.lower_)
    if meant:
        draft.add(article.i, token.i + 1, meant[0], "noun")


def _is_a(actor: Actor, noun: str) -> bool:
    """Whether the noun can mean the body: by its name, or by its sector."""
    sectors = cues().anaphors[noun]
    anything = "*" in sectors and actor.sector != "JRN"
    return anything or actor.sector in sectors or noun in actor.name.lower().split()
