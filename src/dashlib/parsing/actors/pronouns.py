"""Resolves "he", "she", "it" and "they": the actor who stands out before them, or nobody when unsure."""

from spacy.tokens import Token

from dashlib.parsing.actors.draft import Draft
from dashlib.parsing.actors.salience import SUBJECT, before, head, is_subject, sentences, the_one
from dashlib.types import Actor, ActorMention

__all__ = ["read_pronoun"]

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_WEATHER = frozenset({"be", "rain", "snow", "seem", "appear", "take", "remain", "become", "happen"})
_COLLECTIVE = frozenset({"organisation", "state", "armed_force", "group", "government"})


def _gender(draft: Draft, actor: Actor) -> str:
    person = draft.book.people.get(actor.name)
    return person.gender if person else draft.genders.get(actor.name, "x")


def _person(draft: Draft, token: int, gender: str) -> ActorMention | None:
    """Give the person meant: the salient one of the nearest sentence with any whose gender fits."""
    for sentence in sentences(draft, token):
        people = [m for m in before(draft, token, sentence) if _named_person(m)]
        fitting = [m for m in people if _gender(draft, m.actor) in {gender, "x"}]
        if fitting:
            sure = [m for m in fitting if _gender(draft, m.actor) == gender]
            return the_one(draft, sure or fitting)
    return None


def _named_person(mention: ActorMention) -> bool:
    return mention.actor.type == "person" and mention.how != "noun"


def _body(draft: Draft, token: int) -> ActorMention | None:
    """Give the state, force or body that "it" means: the subject of its sentence, else of the one before."""
    for sentence in sentences(draft, token)[:2]:
        bodies = [m for m in before(draft, token, sentence) if m.actor.type in _COLLECTIVE and m.how != "demonym"]
        subjects = [m for m in bodies if is_subject(draft, m)]
        if subjects:
            return the_one(draft, subjects)
    return None


def _empty(token: Token) -> bool:
    """Whether "it" stands for nothing ("it was the first time", "it is raining")."""
    return token.dep_ in SUBJECT and (token.head.lemma_ in _WEATHER or not token.head.is_alpha)


def _first(token: Token) -> Token:
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    return token


def _several(draft: Draft, token: int) -> list[Actor]:
    """Give the actors of the nearest subject that is several: coordinated ("Putin and Kim"), a group, or a plural."""
    for sentence in sentences(draft, token)[:2]:
        mentions = before(draft, token, sentence)
        for mention in reversed(mentions):
            top = head(draft, mention)
            if top.dep_ not in SUBJECT:
                continue
            group = list(dict.fromkeys(m.actor for m in mentions if _first(head(draft, m)) == top))
            plural = mention.actor.type == "group" or top.tag_ in {"NNS", "NNPS"}
            return group if len(group) > 1 or plural else []
    return []


def read_pronoun(draft: Draft, token: Token) -> None:
    """Add the actor or actors that a pronoun stands for; what a person's pronoun shows of the gender is kept."""
    lower, place = token.lower_, (token.i, token.i + 1)
    found = None
    if lower in _GENDER:
        found = _person(draft, token.i, _GENDER[lower])
        if found is not None:
            draft.genders.setdefault(found.actor.name, _GENDER[lower])
    elif lower in _IT and token.dep_ in {*SUBJECT, "poss"} and not _empty(token):
        found = _body(draft, token.i)
    elif lower in _THEY and (actors := _several(draft, token.i)):
        draft.share(*place, actors, "pronoun")
    if found is not None:
        draft.add(*place, found.actor, "pronoun")
