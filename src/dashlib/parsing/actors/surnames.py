"""Reads single surnames: the person named in full in the article, else the office holder whom a lone name means."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dashlib.codebook.context import cues
from dashlib.codebook.offices import Person, Title, rank_of
from dashlib.codebook.spelling import pieces, slug
from dashlib.parsing.actors.draft import Draft, Titled
from dashlib.parsing.actors.titled import alike
from dashlib.types import Actor

__all__ = ["add_surnames"]

_LEADING = 1
_MINISTER = 2
# A surname of so many letters that belongs to one person of the tables needs no country beside it.
_TELLING = 5
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "PRODUCT", "FAC", ""})


@dataclass
class _Article:
    """Who the article names in full, by surname in lower case, and the countries it speaks of."""

    named: dict[tuple[str, ...], list[Actor]] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()


def _article(draft: Draft) -> _Article:
    out = _Article()
    countries = {
        draft.book.states[m.key].actor.country for m in set(draft.marks.values()) if m.key in draft.book.states
    }
    for mention in draft.kept():
        countries.add(mention.actor.country)
        if mention.actor.type != "person":
            continue
        for short in draft.book.shorts.get(mention.actor.name) or [_last(mention.actor.name)]:
            people = out.named.setdefault(short, [])
            if mention.actor not in people:
                people.append(mention.actor)
    out.countries = frozenset(countries - {""})
    return out


def _last(name: str) -> tuple[str, ...]:
    return tuple(p.lower() for p in pieces(name.rsplit(maxsplit=1)[-1]))


def _likeliest(draft: Draft, people: list[Actor]) -> Actor:
    """Give whom a shared surname means: who holds an office, else who is in the codebook, else who came first."""

    def weight(actor: Actor) -> tuple[bool, bool]:
        person = draft.book.people.get(actor.name)
        return person is not None and _serving(person, draft), person is not None

    return max(people, key=weight)


def _rank(person: Person, draft: Draft) -> int:
    return rank_of(person.office(draft.day).title)


def _rules(person: Person, draft: Draft) -> bool:
    """Whether the person holds the office that leads its state (the president, where there is a premier too)."""
    office = person.office(draft.day)
    state = draft.book.countries.get(office.country)
    return state is not None and draft.book.states[state].leader == office.title


def _serving(person: Person, draft: Draft) -> bool:
    office = person.office(draft.day)
    return office.end is None if draft.day is None else office.held(draft.day)


def _candidates(draft: Draft, at: int) -> Iterator[tuple[int, list[Person]]]:
    """Give the persons whose surname stands at a word, with the word after it, longest surname first."""
    words = draft.words
    found: dict[int, list[Person]] = {}
    for short, name in draft.book.surnames.get(words[at].lower, ()):
        stop = at + len(short)
        texts = words[at:stop]
        if [w.lower for w in texts] == [s.lower() for s in short] and texts[-1].text[0].isupper():
            found.setdefault(stop, []).append(draft.book.people[name])
    yield from sorted(found.items(), reverse=True)


def _alone(draft: Draft, first: int, last: int) -> bool:
    """Whether the surname is no part of somebody else's name ("Ivan Putin", "Kim Kardashian")."""
    before, after = draft.token(first - 1), draft.token(last)
    inside = draft.tokens[first].ent_type_ == "PERSON"
    if inside and before is not None and before.ent_type_ == "PERSON" and draft.tokens[first].ent_iob_ == "I":
        return not before.is_title or before.is_space or not draft.free(before.i, before.i + 1)
    return not (
        inside and after is not None and after.ent_type_ == "PERSON" and after.ent_iob_ == "I" and after.is_title
        and after.lower_ not in draft.book.surnames
    )  # fmt: skip


def _fitting(people: list[Person], waiting: Titled) -> list[Person]:
    """Keep those whose office the title before the name can mean, in its country where it names one."""
    title, country = waiting.title, waiting.country
    here = [p for p in people if not country or any(o.country == country for o in p.offices)]
    held = [p for p in here if any(_means(title, o.title) for o in p.offices)]
    return held or (here if country or not title.offices else [])


def _means(title: Title, office: str) -> bool:
    return any(office == o or office.endswith(f" {o}") for o in title.offices)


def _after_title(draft: Draft, people: list[Person], waiting: Titled) -> Person | None:
    """Choose by the title before a surname; in doubt who serves, else who leads."""
    fitting = _fitting(people, waiting)
    serving = [p for p in fitting if _serving(p, draft)]
    for group in (serving, fitting, [p for p in serving if _rank(p, draft) <= _MINISTER]):
        if len(group) == 1:
            return group[0]
    return None


def _chosen(draft: Draft, people: list[Person], article: _Article, first: int) -> Person | None:
    """Choose whom a lone surname means; None when unsure."""
    waiting = draft.waiting.get(first)
    if waiting is not None:
        return _after_title(draft, people, waiting)
    serving = [p for p in people if _serving(p, draft)]
    near = [p for p in serving if p.office(draft.day).country in article.countries]
    leaders = [p for p in serving if _rank(p, draft) == _LEADING]
    groups = [near, leaders, [p for p in near if p in leaders], [p for p in leaders if _rules(p, draft)]]
    token = draft.tokens[first]
    if token.ent_type_ in {"PERSON", "ORG"} and len(people) == 1 and len(token.text) >= _TELLING:
        groups.append(serving)
    if not serving and token.ent_type_ != "GPE":
        groups += [people, [p for p in people if _rank(p, draft) == _LEADING]]
    person = next((g[0] for g in groups if len(g) == 1), None)
    return person if person and _namelike(draft, first, leads=person in leaders) else None


def _namelike(draft: Draft, first: int, *, leads: bool) -> bool:
    """Whether the word is used as a name; a leader's needs no tag, but where it is a common word ("May")."""
    token = draft.tokens[first]
    tagged = token.pos_ == "PROPN" and token.ent_type_ in _NAMES
    return tagged or (leads and token.lower_ not in cues().common_surnames and token.ent_type_ in _NAMES)


def _unknown(draft: Draft, at: int, article: _Article) -> Actor | None:
    """Give the actor of a name that only the article or a title makes known."""
    word = draft.words[at]
    people = article.named.get((word.lower,), [])
    if people:
        return _likeliest(draft, people)
    token, waiting = draft.tokens[word.token], draft.waiting.get(word.token)
    if waiting is not None:
        if waiting.holder is not None and alike(word.text, waiting.holder):
            return waiting.holder.actor(draft.day)
        return Actor(slug(token.text), token.text, "person", waiting.country, waiting.title.sector)
    if token.ent_type_ == "PERSON" and token.pos_ == "PROPN":
        return Actor(slug(token.text), token.text, "person", "", "")
    return None


def add_surnames(draft: Draft) -> None:
    """Add the persons named by surname alone."""
    article = _article(draft)
    for at, word in enumerate(draft.words):
        token = draft.tokens[word.token]
        if not word.text[0].isupper() or not draft.free(word.token, word.token + 1) or word.token in draft.marks:
            continue
        if token.ent_type_ in {"DATE", "TIME", "MONEY"}:
            continue
        _add(draft, at, article)


def _add(draft: Draft, at: int, article: _Article) -> None:
    words = draft.words
    for stop, people in _candidates(draft, at):
        first, last = words[at].token, words[stop - 1].token + 1
        if not _alone(draft, first, last) or not draft.free(first, last):
            continue
        here = article.named.get(tuple(w.lower for w in words[at:stop]), [])
        person = None if here else _chosen(draft, people, article, first)
        actor = _likeliest(draft, here) if here else person.actor(draft.day) if person else None
        if actor is not None:
            draft.add(_start(draft, first), last, actor, "surname")
            return
    first = words[at].token
    if _alone(draft, first, first + 1):
        actor = _unknown(draft, at, article)
        if actor is not None:
            draft.add(
                _start(draft, first),
                first + 1,
                actor,
                "surname" if actor.name != draft.tokens[first].text else "entity",
            )


def _start(draft: Draft, first: int) -> int:
    """Give the first token of the title before a surname, or the surname's own."""
    waiting = draft.waiting.get(first)
    return waiting.start if waiting and draft.free(waiting.start, first) else first
