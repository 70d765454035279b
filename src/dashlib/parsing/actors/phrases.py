"""Reads titles and role nouns with what stands by them: "Iran's foreign minister", "Sudanese paramilitaries", "the army"."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dashlib.codebook.actors import Codebook
from dashlib.codebook.offices import Title, titles
from dashlib.codebook.roles import Role, roles
from dashlib.parsing.actors.draft import Draft, Mark
from dashlib.types import ActorMention

__all__ = ["Phrase", "phrases"]

# What may stand between a demonym and the noun it modifies ("Russian deputy foreign minister", "Iran's top diplomat").
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV", "X"})
_REACH = 5
_OF = frozenset({"of", "for"})
_IN = frozenset({"in", "from"})


class Phrase(NamedTuple):
    """A title or role noun at tokens [first, last), and the state or body it is of, by a mark or a mention.

    `left`: the owner stands before it; `place`: the owner is only where they are ("police in France").
    """

    first: int
    last: int
    title: Title | None
    role: Role | None
    mark: Mark | None = None
    owner: ActorMention | None = None
    left: bool = True
    place: bool = False

    @property
    def start(self) -> int:
        """First token of the owner and the noun together."""
        own = self.mark or self.owner
        return min(self.first, own.first) if own else self.first

    @property
    def stop(self) -> int:
        """Token after the owner and the noun together."""
        own = self.mark or self.owner
        return max(self.last, own.last) if own else self.last


@lru_cache(maxsize=1)
def _nouns() -> dict[str, list[tuple[tuple[str, ...], Title | None, Role | None]]]:
    """Index titles and roles by their first word, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], Title | None, Role | None]]] = {}
    known = titles(), roles()
    for words in {*known[0], *known[1]}:
        index.setdefault(words[0], []).append((words, known[0].get(words), known[1].get(words)))
    for entries in index.values():
        entries.sort(key=lambda e: -len(e[0]))
    return index


def _found(draft: Draft) -> Iterator[Phrase]:
    """Give the bare titles and role nouns, longest first, without overlaps."""
    words, at = draft.words, 0
    index = _nouns()
    while at < len(words):
        step = 1
        for noun, title, role in index.get(words[at].lower, ()):
            stop = at + len(noun)
            if tuple(w.lower for w in words[at:stop]) == noun and _fits(
                draft, words[at].token, words[stop - 1].token + 1
            ):
                yield Phrase(words[at].token, words[stop - 1].token + 1, title, role)
                step = len(noun)
                break
        at += step


def _fits(draft: Draft, first: int, last: int) -> bool:
    """Whether the words are a noun here, and no part of a longer name."""
    head = draft.doc[last - 1]
    inside = draft.mention(last - 1) or draft.mention(first)
    return inside is None and head.pos_ in {"NOUN", "PROPN", "ADJ"} and not (last - first == 1 and head.dep_ == "amod")


def _left(draft: Draft, phrase: Phrase) -> Mark | ActorMention | None:
    """Give the state or body that modifies the noun from the left."""
    for i in range(phrase.first - 1, max(-1, phrase.first - 1 - _REACH), -1):
        mark = next((m for m in draft.marks.values() if m.first <= i < m.last), None)
        if mark is not None:
            return mark if mark.how != "people" or _ambiguous(draft.book, mark) else None
        mention = draft.mention(i)
        if mention is not None:
            return mention if mention.actor.type != "person" else None
        token = draft.doc[i]
        if token.pos_ not in _INSIDE and token.text not in {"-", '"', "“", "”"}:
            return None
    return None


def _ambiguous(book: Codebook, mark: Mark) -> bool:
    """Whether the name of the people is the adjective too ("French", "Chinese")."""
    state = book.states.get(mark.key)
    return state is not None and bool(set(state.people) & set(state.adjectives))


def _right(draft: Draft, phrase: Phrase) -> tuple[Mark | ActorMention | None, bool]:
    """Give the state or body after "of" or "in" ("president of France"), and whether it only says where."""
    link = draft.token(phrase.last)
    if link is None or link.lower_ not in _OF | _IN:
        return None, False
    for i in range(phrase.last + 1, min(len(draft.doc), phrase.last + 4)):
        mark = draft.marks.get(i)
        if mark is not None and mark.how in {"name", "alias", "capital"}:
            return mark, link.lower_ in _IN
        mention = draft.mention(i)
        if mention is not None:
            return (mention if mention.actor.type != "person" else None), link.lower_ in _IN
        if draft.doc[i].pos_ not in {"DET", "PROPN"}:
            break
    return None, False


def _owned(draft: Draft, phrase: Phrase) -> Phrase:
    owner: Mark | ActorMention | None = _left(draft, phrase)
    left, place = True, False
    if owner is None:
        owner, place = _right(draft, phrase)
        left = False
    if isinstance(owner, Mark):
        return phrase._replace(mark=owner, left=left, place=place)
    return phrase._replace(owner=owner, left=left, place=place)


def phrases(draft: Draft) -> list[Phrase]:
    """Give the titles and role nouns of a text with the state or body each is of, in text order."""
    return [_owned(draft, p) for p in _found(draft)]
