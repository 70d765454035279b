"""Resolves "the two leaders", "both sides" and "his North Korean counterpart"."""

from spacy.tokens import Token

from dashlib.codebook.context import cues
from dashlib.codebook.offices import titles
from dashlib.parsing.actors.draft import Draft
from dashlib.parsing.actors.salience import before, is_subject, sentences
from dashlib.types import Actor, ActorMention

__all__ = ["read_counterpart", "read_pair"]

# Whom a head of government meets as an equal, in this order, before whoever leads the other state.
_GOVERNING = ("prime minister", "chancellor", "president")
_PERSON = frozenset({"person"})
_ANY = frozenset({"state", "government", "group", "organisation", "armed_force"})
_STATES = frozenset({"state", "government"})
_OF_STATES = frozenset({"country", "nation", "state", "government"})


def _kinds(noun: str) -> frozenset[str]:
    """Give the types of actors that a noun can count ("countries", "sides", "leaders")."""
    if noun in _OF_STATES:
        return _STATES
    return _ANY if noun in cues().state_nouns else _PERSON


def _last_two(draft: Draft, token: int, kinds: frozenset[str]) -> list[Actor]:
    found: list[Actor] = []
    for sentence in sentences(draft, token):
        for m in reversed(before(draft, token, sentence)):
            if m.actor.type in kinds and m.actor not in found:
                found.append(m.actor)
        if len(found) >= 2:
            break
    return found[::-1] if len(found) == 2 else []


def read_pair(draft: Draft, token: Token) -> None:
    """Read "the two leaders", "both sides": the two actors of the kind before it, where there are just two."""
    noun = token.head
    if noun.pos_ != "NOUN" or noun.i < token.i or noun.lemma_.lower() not in cues().pair_nouns:
        return
    found = _last_two(draft, token.i, _kinds(noun.lemma_.lower()))
    if found:
        article = draft.token(token.i - 1)
        first = token.i - 1 if article is not None and article.lower_ in {"the", "these"} else token.i
        draft.share(first, noun.i + 1, found, "pair")


def read_counterpart(draft: Draft, token: Token) -> None:
    """Read "his North Korean counterpart": who holds there the office of the person meant."""
    near = draft.doc[token.left_edge.i : token.i]
    mark = next((m for t in near if (m := draft.mention(t.i)) and m.actor.name in draft.book.states), None)
    other = _antecedent(draft, token)
    if mark is None or other is None:
        return
    person = draft.book.people.get(other.actor.name)
    office = person.office(draft.day).title if person else draft.titles.get(other.actor.name, "")
    actor = _same_office(draft, mark.actor, office) if office else None
    if actor is not None:
        draft.add(min(mark.first, token.i), token.i + 1, actor, "counterpart")


def _antecedent(draft: Draft, token: Token) -> ActorMention | None:
    people = [m for m in before(draft, token.i, token.sent) if m.actor.type == "person"]
    chosen = [m for m in people if is_subject(draft, m)] or people
    return chosen[-1] if chosen else None


def _same_office(draft: Draft, state: Actor, office: str) -> Actor | None:
    title = titles().get(tuple(office.split()))
    leads = title is not None and title.rank == 1
    governs = _GOVERNING if office in _GOVERNING[:2] else ()
    leader = (*governs, draft.book.states[state.name].leader) if leads else ()
    for name in dict.fromkeys((office, *(title.offices if title else ()), *leader)):
        person = draft.book.holder(state.country, name, draft.day)
        if person is not None:
            return person.actor(draft.day)
    return None
