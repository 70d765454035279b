"""Settles role nouns: with a demonym ("Sudanese paramilitaries"), of a body ("UN officials"), or bare ("the police")."""

from collections import Counter

from dashlib.codebook.offices import Title
from dashlib.codebook.roles import Role
from dashlib.codebook.spelling import slug
from dashlib.parsing.actors.draft import Draft, Mark
from dashlib.parsing.actors.phrases import Phrase
from dashlib.types import Actor

__all__ = ["home", "read_role"]

_DOMINANT = 0.6
_AT_LEAST = 2


def _adjective(draft: Draft, mark: Mark) -> str:
    """Give what an actor of its own name is called by: the text's own word, or the state's demonym."""
    state = draft.book.states.get(mark.key)
    if state is None or mark.how in {"demonym", "capital", "region"} or not state.adjectives:
        return draft.doc[mark.first : mark.last].text
    return state.adjectives[0]


def _own(draft: Draft, phrase: Phrase, role: Role, mark: Mark) -> Actor:
    """Name an actor by its demonym and its noun ("Sudanese paramilitaries")."""
    noun = role.plural if role.type == "group" else role.noun
    name = f"{_adjective(draft, mark)} {noun}"
    state = draft.book.states.get(mark.key)
    return Actor(slug(name), name, role.type, state.actor.country if state else "", role.sector)


def _of_state(draft: Draft, phrase: Phrase, role: Role, mark: Mark) -> Actor:
    state = draft.book.states.get(mark.key)
    if state is None or role.becomes == "own" or phrase.place:
        return _own(draft, phrase, role, mark)
    return draft.book.army(mark.key) if role.becomes == "army" else state.actor


def home(draft: Draft, token: int) -> str:
    """Give the state that bare nouns of an article speak of: the only one in the sentence, else the one that prevails."""
    counts = Counter(m.key for m in draft.marks.values() if m.key in draft.book.states)
    counts.update(m.actor.name for m in draft.mentions if m.actor.name in draft.book.states)
    sentence = draft.doc[token].sent
    here = {
        m.key for m in draft.marks.values() if sentence.start <= m.first < sentence.end and m.key in draft.book.states
    }
    if len(here) == 1:
        return next(iter(here))
    if not counts:
        return ""
    key, most = counts.most_common(1)[0]
    return key if most >= _AT_LEAST and most >= _DOMINANT * counts.total() else ""


def _bare(draft: Draft, phrase: Phrase, role: Role) -> Actor:
    """Give the actor of a noun without a demonym: the article's own state or army where it has one."""
    state = home(draft, phrase.first)
    if state and role.becomes == "state":
        return draft.book.states[state].actor
    if state and role.becomes == "army":
        return draft.book.army(state)
    noun = role.plural if role.type == "group" or role.becomes != "own" else role.noun
    country = draft.book.states[state].actor.country if state else ""
    return Actor(slug(noun), noun, role.type, country, role.sector)


def read_role(draft: Draft, phrase: Phrase) -> bool:
    """Settle a phrase as a role noun; False where it names no actor."""
    role = phrase.role or _as_role(phrase.title)
    if role is None:
        return False
    if phrase.mark is not None:
        first, last = (phrase.first, phrase.last) if phrase.place else (phrase.start, phrase.stop)
        draft.add(first, last, _of_state(draft, phrase, role, phrase.mark), "role")
        return True
    if phrase.owner is not None and not phrase.place:
        draft.add(phrase.start, phrase.stop, phrase.owner.actor, "role")
        return True
    if phrase.role is None or not phrase.role.bare or not draft.free(phrase.first, phrase.last):
        return False
    draft.add(phrase.first, phrase.last, _bare(draft, phrase, phrase.role), "role")
    return True


def _as_role(title: Title | None) -> Role | None:
    """Read a state's official without a known name as the state ("the Ruritanian minister")."""
    if title is None or not title.rank:
        return None
    return Role(title.phrase, title.phrase, "state", "government", title.sector, bare=False)
