"""Settles role nouns: with a demonym ("Sudanese paramilitaries"), of a body ("UN officials"), or bare ("police")."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from dashlib.codebook.context import cues
from dashlib.codebook.offices import Title
from dashlib.codebook.roles import Role
from dashlib.codebook.spelling import slug
from dashlib.parsing.actors.draft import Draft, Mark
from dashlib.parsing.actors.phrases import Phrase, coordinated
from dashlib.types import Actor

__all__ = ["home", "read_role"]

# A state is an article's own when this share of the states it names is that one, and it is named as often as this.
_DOMINANT = 0.6
_AT_LEAST = 2
_COUNTING = frozenset(
    {"a", "an", "some", "several", "many", "most", "dozens", "hundreds", "thousands", "more", "other"}
)


def _adjective(draft: Draft, phrase: Phrase, mark: Mark) -> str:
    """Give what an actor of its own name is called by: the text's own word, or the state's demonym."""
    state = draft.book.states.get(mark.key)
    by_name = state is None or (mark.how in {"demonym", "capital", "region"} and not phrase.place)
    if state is None or by_name or not state.adjectives:
        return draft.doc[mark.first : mark.last].text
    return state.adjectives[0]


def _own(draft: Draft, phrase: Phrase, role: Role, mark: Mark) -> Actor:
    """Name an actor by its demonym and its noun ("Sudanese paramilitaries"), or as its own name says."""
    state = draft.book.states.get(mark.key)
    country = state.actor.country if state else _country_before(draft, mark)
    name = _name(draft, phrase, f"{_adjective(draft, phrase, mark)} {_noun(draft, phrase, role)}")
    return Actor(slug(name), name, role.type, country, role.sector)


def _country_before(draft: Draft, mark: Mark) -> str:
    """Give the country of the state before a people's adjective ("Sri Lankan Tamil rebels")."""
    before = draft.mark(mark.first - 1)
    if before is None or before.key not in draft.book.states:
        return ""
    draft.consume(before.first, before.last)
    return draft.book.states[before.key].actor.country


def _noun(draft: Draft, phrase: Phrase, role: Role) -> str:
    """Give the noun of the name: groups in the plural, bodies in the number of the text."""
    plural = role.type == "group" or draft.tokens[phrase.last - 1].tag_ in {"NNS", "NNPS"}
    return role.plural if plural else role.noun


def _proper(draft: Draft, phrase: Phrase) -> int:
    """Give the first token of the proper name that the noun ends ("Copenhagen City Court"), or -1."""
    head = draft.tokens[phrase.last - 1]
    if head.ent_type_ not in {"ORG", "FAC"} or not head.text[0].isupper():
        return -1
    first = phrase.last - 1
    while first and draft.tokens[first].ent_iob_ == "I" and draft.tokens[first - 1].pos_ not in {"ADP", "VERB"}:
        first -= 1
    inner = [t for t in draft.doc[first : phrase.last] if t.pos_ in {"PROPN", "NOUN", "ADJ"}]
    if len(inner) <= phrase.last - phrase.first + 1 or not all(t.text[0].isupper() for t in inner):
        return -1
    return first + (draft.tokens[first].pos_ == "DET")


def _name(draft: Draft, phrase: Phrase, generic: str) -> str:
    first = _proper(draft, phrase)
    return generic if first < 0 else draft.doc[first : phrase.last].text


def _of_state(draft: Draft, phrase: Phrase, role: Role, mark: Mark) -> Actor:
    state = draft.book.states.get(mark.key)
    if state is None or role.becomes == "own":
        return _own(draft, phrase, role, mark)
    return draft.book.army(mark.key) if role.becomes == "army" else state.actor


def home(draft: Draft, token: int) -> str:
    """Give the state that a bare noun speaks of: its sentence's subject's, else the only one, else the text's."""
    sentence = draft.tokens[token].sent
    near = [*_states(draft, sentence.start, sentence.end)]
    subjects = [s for s in near if s.first < token and draft.doc[s.first : s.last].root.dep_ == "nsubj"]
    if subjects:
        return subjects[-1].key
    if len({s.key for s in near}) == 1:
        return near[0].key
    if draft.own is None:
        draft.own = _prevailing(draft)
    return draft.own


def _prevailing(draft: Draft) -> str:
    """Give the state that the text names more often than all others together, or nothing."""
    counts = Counter(s.key for s in _states(draft, 0, len(draft.doc)))
    key, most = counts.most_common(1)[0] if counts else ("", 0)
    return key if most >= _AT_LEAST and most >= _DOMINANT * counts.total() else ""


def _states(draft: Draft, first: int, last: int) -> Iterator[Mark]:
    """Give the states named in tokens [first, last), by name or by their officials and forces."""
    book = draft.book
    yield from (m for m in draft.marked(first, last) if m.key in book.states)
    for m in draft.kept(first, last):
        if m.actor.country in book.countries:
            yield Mark(m.first, m.last, book.countries[m.actor.country], m.how)


def _owner(draft: Draft, phrase: Phrase) -> str:
    """Give the state whose the bare noun is: with "its" that of the subject before it, else the article's own."""
    head = draft.tokens[phrase.last - 1]
    if head.dep_ == "appos":
        return ""
    owned = any(t.dep_ == "poss" and t.pos_ == "PRON" for t in head.lefts)
    if not owned:
        return home(draft, phrase.first)
    before = [s for s in _states(draft, head.sent.start, phrase.first) if draft.tokens[s.last - 1].dep_ == "nsubj"]
    return before[-1].key if before else ""


def _bare(draft: Draft, phrase: Phrase, role: Role) -> tuple[Actor, str]:
    """Give the actor of a noun without a demonym: the article's own state or army where it has one, and how."""
    state = _owner(draft, phrase)
    if state and role.becomes == "state":
        return draft.book.states[state].actor, "role"
    if state and role.becomes == "army":
        return draft.book.army(state), "role"
    name = _name(draft, phrase, _noun(draft, phrase, role))
    country = draft.book.states[state].actor.country if state else ""
    return Actor(slug(name), name, role.type, country, role.sector), "noun"


def _counted(draft: Draft, phrase: Phrase) -> bool:
    """Whether the noun is introduced or counted ("two men", "a woman"), so that it brings somebody new."""
    head = draft.tokens[phrase.last - 1]
    return any(_counts(t) for t in head.lefts)


def _counts(token: Token) -> bool:
    return token.dep_ == "nummod" or token.lower_ in _COUNTING


def _stands_alone(draft: Draft, phrase: Phrase, role: Role) -> bool:
    """Whether the noun may name an actor with nothing by it; what only modifies a noun does not ("refugee camp")."""
    head = draft.tokens[phrase.last - 1]
    if not draft.free(phrase.first, phrase.last) or head.dep_ in {"compound", "amod", "npadvmod", "nmod"}:
        return False
    return role.bare == "yes" or (role.bare == "count" and _counted(draft, phrase))


def _only_modifies(draft: Draft, phrase: Phrase, role: Role) -> bool:
    """Whether the phrase qualifies a thing and is no body that could own it ("Greek refugee camps")."""
    head = draft.tokens[phrase.last - 1]
    return head.dep_ == "compound" and role.type == "group"


def read_role(draft: Draft, phrase: Phrase) -> bool:
    """Settle a phrase as a role noun; False where it names no actor."""
    role = phrase.role or _as_role(phrase.title)
    if role is None:
        return False
    abroad = phrase.place and (role.noun in cues().abroad or (role.bare != "yes" and role.becomes == "own"))
    if phrase.mark is not None and not abroad:
        if _only_modifies(draft, phrase, role):
            return False
        for mark in coordinated(draft, phrase.mark) if phrase.left else ():
            draft.add(mark.first, mark.last, _of_state(draft, phrase, role, mark), "role")
        first, last = (phrase.first, phrase.last) if phrase.place else (phrase.start, phrase.stop)
        draft.add(first, last, _of_state(draft, phrase, role, phrase.mark), "role")
        return True
    if phrase.owner is not None and not phrase.place:
        draft.add(phrase.start, phrase.stop, phrase.owner.actor, "role")
        return True
    if phrase.role is None or not _stands_alone(draft, phrase, phrase.role):
        return False
    actor, how = _bare(draft, phrase, phrase.role)
    first = _proper(draft, phrase)
    draft.add(first if 0 <= first < phrase.first else phrase.first, phrase.last, actor, how)
    return True


def _as_role(title: Title | None) -> Role | None:
    """Read a state's official or officer without a known name as the state or its army ("the Ruritanian minister")."""
    if title is None or not title.rank:
        return None
    becomes = "army" if title.sector == "MIL" else "state"
    return Role(title.phrase, title.phrase, becomes, "government", title.sector, "")
