"""Reads titles and role nouns with what they are of: "Iran's foreign minister", "Sudanese paramilitaries"."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from dashlib.codebook.actors import Codebook
from dashlib.codebook.offices import Title, titles
from dashlib.codebook.roles import Role, roles
from dashlib.parsing.actors.draft import Draft, Mark
from dashlib.types import ActorMention

__all__ = ["Phrase", "coordinated", "coordinated_after", "phrases"]

# What may stand between a demonym and the noun it modifies ("Russian deputy foreign minister", "Iran's top diplomat").
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV", "X"})
_REACH = 5
# Words of these entities name no actor by their noun ("West Bank", "the Workers' Day").
_NO_ACTOR = frozenset({"GPE", "LOC", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})
_OF = frozenset({"of", "for"})
_IN = frozenset({"in", "from"})


class Phrase(NamedTuple):
    """A title or role noun at tokens [first, last), and the state or body it is of, by a mark or a mention.

    `left`: the owner stands before it; `place`: the owner is only where they are ("police in France"); `before`: the
    title that it goes on ("Ruritanian Deputy Prime Minister and Foreign Minister Ivo Blank"); `plural`: the title that
    several hold ("presidents").
    """

    first: int
    last: int
    title: Title | None
    role: Role | None
    mark: Mark | None = None
    owner: ActorMention | None = None
    left: bool = True
    place: bool = False
    before: "Phrase | None" = None
    plural: Title | None = None

    @property
    def start(self) -> int:
        """First token of the owner and the noun together."""
        own = self.mark or self.owner
        first = min(self.first, own.first) if own else self.first
        return min(first, self.before.start) if self.before else first

    @property
    def stop(self) -> int:
        """Token after the owner and the noun together."""
        own = self.mark or self.owner
        return max(self.last, own.last) if own else self.last


class _Noun(NamedTuple):
    """Words in small letters, and the title, role or plural of a title that they are."""

    words: tuple[str, ...]
    title: Title | None
    role: Role | None
    plural: Title | None


@lru_cache(maxsize=1)
def _nouns() -> dict[str, list[_Noun]]:
    """Index titles and roles by their first word, longest first."""
    index: dict[str, list[_Noun]] = {}
    plurals = {(*words[:-1], words[-1] + "s"): title for words, title in titles().items()}
    for words in {*titles(), *roles(), *plurals}:
        noun = _Noun(words, titles().get(words), roles().get(words), plurals.get(words))
        index.setdefault(words[0], []).append(noun)
    for nouns in index.values():
        nouns.sort(key=lambda n: -len(n.words))
    return index


def _found(draft: Draft) -> Iterator[Phrase]:
    """Give the bare titles and role nouns, longest first, without overlaps."""
    words, at = draft.words, 0
    index = _nouns()
    while at < len(words):
        noun = next((n for n in index.get(words[at].lower, ()) if _stands(draft, n, at)), None)
        if noun is not None:
            last = words[at + len(noun.words) - 1].token + 1
            yield Phrase(words[at].token, last, noun.title, noun.role, plural=noun.plural)
        at += len(noun.words) if noun else 1


def _stands(draft: Draft, noun: _Noun, at: int) -> bool:
    words = draft.words[at : at + len(noun.words)]
    return tuple(w.lower for w in words) == noun.words and _fits(
        draft, words[0].token, words[-1].token + 1, title=noun.title is not None
    )


def _fits(draft: Draft, first: int, last: int, *, title: bool) -> bool:
    """Whether the words are a noun here, and no part of a longer name (a title has its name after it)."""
    head = draft.tokens[last - 1]
    if draft.mention(last - 1) or draft.mention(first) or head.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return False
    if head.pos_ == "ADJ" and last - first == 1:
        return False
    if title and last - first == 1 and _surname(draft, head):
        return False
    if head.dep_ == "amod" and last - first == 1:
        return False
    if head.text[0].isupper() and (head.ent_type_ in _NO_ACTOR or (not title and _inside_name(draft, head))):
        return False
    return not (head.lower_ == "state" and head.dep_ in {"compound", "amod"})


def _surname(draft: Draft, head: Token) -> bool:
    """Whether a title's word is the end of a person's name ("John Major")."""
    before = draft.token(head.i - 1)
    inside = head.ent_type_ == "PERSON" and head.ent_iob_ == "I" and before is not None and before.pos_ == "PROPN"
    return inside and before is not None and (before.lower_,) not in titles() and before.i not in draft.marks


def _inside_name(draft: Draft, head: Token) -> bool:
    """Whether a longer proper name goes on after the noun ("National Security Council")."""
    after = draft.token(head.i + 1)
    if head.pos_ != "PROPN" or head.dep_ != "compound" or after is None or after.ent_type_ == "PERSON":
        return False
    return head.head.pos_ == "PROPN" and head.head.i > head.i and head.ent_type_ in {"ORG", "FAC"}


def _left(draft: Draft, phrase: Phrase) -> Mark | ActorMention | None:
    """Give the state or body that modifies the noun from the left."""
    for i in range(phrase.first - 1, max(-1, phrase.first - 1 - _REACH), -1):
        mark = draft.mark(i)
        if mark is not None:
            return mark if mark.how != "people" or _ambiguous(draft.book, mark) else None
        mention = draft.mention(i)
        if mention is not None:
            return mention if mention.actor.type != "person" else None
        token = draft.tokens[i]
        if token.ent_type_ == "GPE" and token.pos_ == "PROPN" and i == phrase.first - 1:
            return _region(draft, i)
        if token.pos_ not in _INSIDE and not _joins(token):
            return None
    return None


def _joins(token: Token) -> bool:
    """Whether a mark joins words of one noun phrase: quotes, and hyphens without spaces."""
    return token.text in {'"', "“", "”"} or (token.text == "-" and not token.whitespace_)


def _region(draft: Draft, i: int) -> Mark:
    """Give an unknown place before the noun as its owner ("Texas lawmakers")."""
    first = i
    while first and draft.tokens[first].ent_iob_ == "I" and draft.free(first - 1, first):
        first -= 1
    return Mark(first, i + 1, draft.doc[first : i + 1].text, "region")


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
        owner = draft.mark(i) or draft.mention(i)
        if owner is not None:
            return (owner if _owns(draft, owner) else None), link.lower_ in _IN
        if draft.tokens[i].pos_ not in {"DET", "PROPN"}:
            break
    return None, False


def _owns(draft: Draft, owner: Mark | ActorMention) -> bool:
    """Whether the name after "of" ends its noun phrase ("president of France", not "head of France's army")."""
    after = draft.token(owner.last)
    goes_on = after is not None and (
        after.lower_ in {"'s", "’s"} or (after.dep_ != "ROOT" and _compounds(draft, owner))
    )
    if goes_on:
        return False
    return owner.how in {"name", "alias", "capital"} if isinstance(owner, Mark) else owner.actor.type != "person"


def _compounds(draft: Draft, owner: Mark | ActorMention) -> bool:
    token = draft.tokens[owner.last - 1]
    return token.dep_ in {"compound", "amod", "nmod"} and token.head.i >= owner.last and token.head.pos_ == "NOUN"


def _owned(draft: Draft, phrase: Phrase) -> Phrase:
    owner: Mark | ActorMention | None = _left(draft, phrase)
    left, place = True, False
    if owner is None:
        owner, place = _right(draft, phrase)
        left = False
    if isinstance(owner, Mark):
        return phrase._replace(mark=owner, left=left, place=place)
    return phrase._replace(owner=owner, left=left, place=place)


def phrases(draft: Draft) -> Iterator[Phrase]:
    """Give the titles and role nouns of a text with the state or body each is of, in text order.

    Each is read when it is asked for, so that it sees what was made of those before it.
    """
    before: Phrase | None = None
    for found in _found(draft):
        phrase = _owned(draft, found)
        if phrase.title is not None and before is not None and _goes_on(draft, before, phrase):
            phrase = phrase._replace(before=before)
        yield phrase
        before = phrase


def _goes_on(draft: Draft, before: Phrase, phrase: Phrase) -> bool:
    """Whether a title joins the one before it, directly or by "and"."""
    if before.title is None or (phrase.left and (phrase.mark or phrase.owner)):
        return False
    link = draft.tokens[before.last] if before.last < phrase.first else None
    return before.last == phrase.first or (
        link is not None and before.last + 1 == phrase.first and link.lower_ in {"and", ",", "&"}
    )


def coordinated_after(draft: Draft, mark: Mark) -> list[Mark]:
    """Give the marks joined to one from the right ("the presidents of Russia and China"), in text order."""
    found: list[Mark] = []
    i = mark.last
    while i < len(draft.tokens) and draft.tokens[i].lower_ in {",", "and", "&"}:
        i += 1
        while i < len(draft.tokens) and draft.tokens[i].lower_ in {"and", "the"} and draft.mark(i) is None:
            i += 1
        after = draft.mark(i)
        if after is None or after.how != mark.how:
            break
        found.append(after)
        i = after.last
    return found


def coordinated(draft: Draft, mark: Mark) -> list[Mark]:
    """Give the marks joined to one from the left ("Russian and Belarusian forces"), in text order."""
    found: list[Mark] = []
    i = mark.first - 1 if mark.how in {"demonym", "ethnic"} else -1
    while i >= 0 and draft.tokens[i].lower_ in {",", "and", "&", "or"}:
        i -= 1
        before = draft.mark(i)
        if before is None or before.how != mark.how:
            break
        found.append(before)
        i = before.first - 1
    return found[::-1]
