"""Resolves "he", "they", "the two leaders", "his North Korean counterpart", "the president": who is meant, or nobody."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Span, Token

from dashlib.codebook.context import cues
from dashlib.codebook.offices import Title, titles
from dashlib.codebook.spelling import slug
from dashlib.parsing.actors.draft import Draft
from dashlib.parsing.actors.roles import home
from dashlib.types import Actor, ActorMention

__all__ = ["add_references"]

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_COLLECTIVE = frozenset({"organisation", "state", "armed_force", "group", "government"})
_PERSON = frozenset({"person"})
_KINDS = dict.fromkeys(("country", "nation", "state", "government"), frozenset({"state", "government"}))
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BACK = 2


def _gender(draft: Draft, actor: Actor) -> str:
    person = draft.book.people.get(actor.name)
    return person.gender if person else draft.genders.get(actor.name, "x")


def _head(draft: Draft, mention: ActorMention) -> Token:
    return draft.doc[mention.first : mention.last].root


def _subject(draft: Draft, mention: ActorMention) -> bool:
    """Whether the mention is a subject, alone or as the head of a coordination."""
    return _head(draft, mention).dep_ in _SUBJECT


def _before(draft: Draft, token: int, sentence: Span) -> list[ActorMention]:
    """Give the mentions of the sentence before a token, in order."""
    return [m for m in draft.kept() if sentence.start <= m.first and m.last <= min(token, sentence.end)]


def _sentences(draft: Draft, token: int) -> list[Span]:
    """Give the token's sentence and the two before it, nearest first."""
    at = bisect_right(draft.sentences, token, key=lambda s: s.start)
    return draft.sentences[max(0, at - 1 - _BACK) : at][::-1]


def _one(draft: Draft, mentions: Sequence[ActorMention]) -> ActorMention | None:
    """Give the one that is meant: the only one, else the only subject among them."""
    actors = {m.actor.name for m in mentions}
    if len(actors) == 1:
        return mentions[-1]
    subjects = [m for m in mentions if _subject(draft, m)]
    return subjects[-1] if subjects and len({m.actor.name for m in subjects}) == 1 else None


def _singular(draft: Draft, token: int, gender: str) -> ActorMention | None:
    """Give the person whom "he" or "she" means: the salient one of the nearest sentence that has any that fit."""
    for sentence in _sentences(draft, token):
        fitting = [
            m for m in _before(draft, token, sentence)
            if m.actor.type == "person" and _gender(draft, m.actor) in {gender, "x"}
        ]  # fmt: skip
        if fitting:
            sure = [m for m in fitting if _gender(draft, m.actor) == gender]
            return _one(draft, sure or fitting)
    return None


def _collective(draft: Draft, token: int) -> ActorMention | None:
    """Give the state, force or body that "it" means: the subject of its sentence, else of the one before."""
    for sentence in _sentences(draft, token)[:2]:
        fitting = [
            m
            for m in _before(draft, token, sentence)
            if m.actor.type in _COLLECTIVE and _subject(draft, m) and m.how != "demonym"
        ]
        if fitting:
            return _one(draft, fitting)
    return None


def _coordinated(draft: Draft, token: int) -> list[Actor]:
    """Give the actors of the nearest coordinated subject ("Putin and Kim")."""
    for sentence in _sentences(draft, token)[:2]:
        mentions = _before(draft, token, sentence)
        for m in reversed(mentions):
            head = _head(draft, m)
            if head.dep_ in _SUBJECT:
                group = [n.actor for n in mentions if _chain(_head(draft, n)) == head]
                if len(set(group)) > 1:
                    return list(dict.fromkeys(group))
                return [m.actor] if m.actor.type == "group" or head.tag_ in {"NNS", "NNPS"} else []
    return []


def _chain(token: Token) -> Token:
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    return token


def _pronoun(draft: Draft, token: Token) -> None:
    lower = token.lower_
    if lower in _HE:
        found = _singular(draft, token.i, _HE[lower])
        if found is not None:
            draft.genders.setdefault(found.actor.name, _HE[lower])
            draft.add(token.i, token.i + 1, found.actor, "pronoun")
    elif lower in _THEY:
        actors = _coordinated(draft, token.i)
        if actors:
            draft.share(token.i, token.i + 1, actors, "pronoun")
    elif lower in _IT and token.dep_ in {*_SUBJECT, "poss"}:
        found = _collective(draft, token.i)
        if found is not None:
            draft.add(token.i, token.i + 1, found.actor, "pronoun")


def _pair(draft: Draft, token: Token) -> None:
    """Read "the two leaders", "both sides": the last two actors of the kind that stand before it."""
    noun = token.head if token.head.pos_ == "NOUN" else None
    if noun is None or noun.lemma_.lower() not in cues().pair_nouns or noun.i < token.i:
        return
    states = noun.lemma_.lower() in cues().state_nouns
    kinds = _KINDS.get(noun.lemma_.lower(), _COLLECTIVE) if states else _PERSON
    found: list[Actor] = []
    for sentence in _sentences(draft, token.i):
        for m in reversed(_before(draft, token.i, sentence)):
            if m.actor.type in kinds and m.actor not in found and (m.how != "demonym" or states):
                found.append(m.actor)
        if len(found) >= 2:
            break
    if len(found) == 2:
        first = token.i - 1 if token.i and draft.doc[token.i - 1].lower_ == "the" else token.i
        draft.share(first, noun.i + 1, found[::-1], "pair")


def _counterpart(draft: Draft, token: Token) -> None:
    """Read "his North Korean counterpart": who holds, there, the office of the person meant."""
    near = draft.doc[token.left_edge.i : token.i]
    mark = next((m for t in near if (m := draft.mention(t.i)) and m.actor.name in draft.book.states), None)
    if mark is None:
        return
    other = _antecedent(draft, token)
    person = draft.book.people.get(other.actor.name) if other else None
    office = person.office(draft.day).title if person else draft.titles.get(other.actor.name, "") if other else ""
    actor = _same_office(draft, mark.actor, office) if office else None
    if actor is not None:
        draft.add(min(mark.first, token.i), token.i + 1, actor, "counterpart")


def _antecedent(draft: Draft, token: Token) -> ActorMention | None:
    people = [m for m in _before(draft, token.i, token.sent) if m.actor.type == "person"]
    chosen = [m for m in people if _subject(draft, m)] or people
    return chosen[-1] if chosen else None


def _same_office(draft: Draft, state: Actor, office: str) -> Actor | None:
    title = titles().get(tuple(office.split()))
    leader = draft.book.states[state.name].leader
    wanted = dict.fromkeys(
        (office, *(title.offices if title else ()), *((leader,) if title and title.rank == 1 else ()))
    )
    for name in wanted:
        person = draft.book.holder(state.country, name, draft.day)
        if person is not None:
            return person.actor(draft.day)
    return None


def _definite(draft: Draft, token: Token) -> None:
    """Read "the president", "the minister": the last person of the article with that title or office."""
    before = draft.token(token.i - 1)
    first = token.i
    while before is not None and before.dep_ == "compound" and before.head.i == token.i:
        first, before = before.i, draft.token(before.i - 1)
    if (
        before is None
        or before.lower_ != "the"
        or token.tag_ not in {"NN", "NNP"}
        or not draft.free(first, token.i + 1)
    ):
        return
    title = titles().get(tuple(t.lower_ for t in draft.doc[first : token.i + 1]))
    if title is None or (not title.rank and title.sector == "CVL"):
        return
    found = _last_titled(draft, first, title.phrase, title.offices)
    if found is not None:
        draft.add(before.i, token.i + 1, found, "title")
    elif title.rank in {1, 2}:
        draft.add(before.i, token.i + 1, *_somebody(draft, token.i, title))


def _somebody(draft: Draft, token: int, title: Title) -> tuple[Actor, str]:
    """Give whom a title with nobody named before it means: the holder in the article's own state, else a nameless one."""
    state = draft.book.states.get(home(draft, token))
    for office in title.offices if state else ():
        wanted = state.leader if office == "leader" else office
        person = draft.book.holder(state.actor.country, wanted, draft.day)
        if person is not None:
            return person.actor(draft.day), "title"
    country = state.actor.country if state else ""
    return Actor(slug(title.phrase), title.phrase, "person", country, title.sector), "noun"


def _named_body(draft: Draft, token: Token) -> None:
    """Read "the group", "the company": the last body or group named in this sentence or the two before."""
    before = draft.token(token.i - 1)
    if before is None or before.lower_ not in {"the", "this"} or not draft.free(token.i, token.i + 1):
        return
    if token.dep_ in {"compound", "amod"} or any(t.dep_ == "prep" and t.lower_ == "of" for t in token.children):
        return
    for sentence in _sentences(draft, token.i):
        named = [m for m in _before(draft, token.i, sentence) if m.actor.type in {"group", "organisation"}]
        named = [m for m in named if m.how in {"name", "alias", "entity"}]
        if named:
            draft.add(before.i, token.i + 1, named[-1].actor, "noun")
            return


def _last_titled(draft: Draft, at: int, phrase: str, offices: tuple[str, ...]) -> Actor | None:
    people = [m.actor for m in draft.kept() if m.actor.type == "person" and m.last <= at]
    for actor in reversed(people):
        said = draft.titles.get(actor.name, "")
        person = draft.book.people.get(actor.name)
        held = person.office(draft.day).title if person else ""
        leads = "leader" in offices and person is not None and bool(held) and _leads(draft, actor, held)
        if said.endswith(phrase) or held in offices or leads:
            return actor
    return None


def _leads(draft: Draft, actor: Actor, office: str) -> bool:
    state = next((s for s in draft.book.states.values() if s.actor.country == actor.country), None)
    return state is not None and state.leader == office


def add_references(draft: Draft) -> None:
    """Add the references of a text in reading order, so that a later one may build on an earlier."""
    for token in draft.doc:
        if token.pos_ == "PRON" and draft.free(token.i, token.i + 1):
            _pronoun(draft, token)
        elif token.lower_ in cues().two and token.pos_ in {"NUM", "DET", "PRON", "CCONJ"}:
            _pair(draft, token)
        elif token.lower_ == "counterpart":
            _counterpart(draft, token)
        elif token.lower_ in cues().anaphors and token.pos_ == "NOUN":
            _named_body(draft, token)
        elif token.pos_ in {"NOUN", "PROPN"}:
            _definite(draft, token)
